"""The error of the corpus room."""

from __future__ import annotations

from inforce.errors import InforceError


class CorpusError(InforceError):
    """A run over a corpus that cannot begin, or cannot go on."""
