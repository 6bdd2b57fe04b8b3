"""Whose word makes the record, and whose goes before whose."""

from __future__ import annotations

from collections.abc import Mapping

from inforce.record.model import Recorded, Statement
from inforce.terms import DOMESTIC_STEPS, Act, SourceKind

SHIPPED_BY = "catalogue"
"""Who put the shipped record's statements there."""

OFFICIAL = frozenset(
    {
        SourceKind.DEPOSITARY,
        SourceKind.REGISTER,
        SourceKind.TREATY_TEXT,
        SourceKind.MEETING_OF_PARTIES,
    }
)
"""Kinds of source whose statements make the record without anybody vouching for them."""

_ORDER = {kind: place for place, kind in enumerate(SourceKind)}
# Under a state's own law its parliament and government are the ones to know.
_DOMESTIC_FIRST = {SourceKind.PARLIAMENT: -2, SourceKind.GOVERNMENT: -1}


def kind_of(statement: Statement, kinds: Mapping[str, SourceKind]) -> SourceKind:
    """The kind of the statement's source; a source that nobody has described is an outlet."""
    return kinds.get(statement.evidence.source, SourceKind.OUTLET)


def rank(kind: SourceKind, act: Act | None = None) -> int:
    """The place of a kind in the order of authority, lower first.

    The order is that of :class:`~inforce.terms.SourceKind`; for a domestic step a parliament
    and then a government go before all others.
    """
    if act in DOMESTIC_STEPS:
        return _DOMESTIC_FIRST.get(kind, _ORDER[kind])
    return _ORDER[kind]


def may_count(recorded: Recorded, kind: SourceKind) -> bool:
    """Whether the statement may make the record.

    The shipped record and official sources count; so does a dataset that is marked verified.
    Anybody else's word counts only if it is marked verified and whoever added it said why: a
    press statement read in a document never becomes an act of the record by itself.
    """
    if recorded.by == SHIPPED_BY or kind in OFFICIAL:
        return True
    verified = recorded.statement.evidence.verified
    return verified and (kind is SourceKind.DATASET or bool(recorded.why))
