"""Errors of the clauses room."""

from __future__ import annotations

from inforce.errors import InforceError


class ClausesError(InforceError):
    """A text from which no rule can be proposed, or a proposal that cannot be written down."""
