"""The error of the dates room."""

from __future__ import annotations

from inforce.errors import InforceError


class DateError(InforceError):
    """A date, interval or period that cannot be used as given.

    The message says what was found and what was expected.
    """
