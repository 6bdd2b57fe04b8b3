"""Which statements a view holds: said by a day, learned by a day, and still standing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from graphlib import TopologicalSorter

from inforce.dates import PartialDate
from inforce.record.authority import kind_of, rank
from inforce.record.model import Recorded, Statement
from inforce.terms import ClaimKind, SourceKind


def known_by(recorded: Recorded) -> date:
    """The day by which the statement had been said for certain.

    That is the last day on which it may have been said, or the day on which it was recorded if
    that comes first: nothing is recorded before it is said. A statement without a day of its
    own is known from the day on which it was recorded.
    """
    said, learned = recorded.statement.evidence.asserted, recorded.recorded_on
    if said is None:
        return learned
    if said.earliest is not None and said.earliest > learned:
        return said.latest or said.earliest
    return min(said.latest or learned, learned)


def in_view(
    recorded: Recorded, *, known_on: PartialDate | None = None, recorded_on: date | None = None
) -> bool:
    """Whether the statement was said by ``known_on`` and learned by ``recorded_on``.

    A partial ``known_on`` counts to its last day. A promise that a list is complete tells of
    every earlier day too, so ``known_on`` does not hide it.
    """
    if recorded_on is not None and recorded.recorded_on > recorded_on:
        return False
    if known_on is None or known_on.latest is None:
        return True
    if recorded.statement.claim.kind is ClaimKind.COMPLETENESS:
        return True
    return known_by(recorded) <= known_on.latest


def still_standing(
    statements: Iterable[Statement], kinds: Mapping[str, SourceKind]
) -> tuple[Statement, ...]:
    """The statements that no standing statement among them retracts or supersedes.

    A retraction binds if it comes from the same source or one of at least equal authority; a
    retraction that is itself retracted binds no more. A mere retraction makes no claim of its
    own and is left out.
    """
    given = tuple(statements)
    against: dict[str, list[Statement]] = {}
    for statement in given:
        for target in {statement.retracts, statement.supersedes} - {None}:
            against.setdefault(str(target), []).append(statement)
    if not against:
        return given
    by_id = {statement.id: statement for statement in given}
    graph: dict[str, set[str]] = {
        target: {s.id for s in opponents if _binds(s, by_id[target], kinds)}
        for target, opponents in against.items()
        if target in by_id
    }
    fallen: set[str] = set()
    for each in TopologicalSorter(graph).static_order():
        if graph.get(each, set()) - fallen:
            fallen.add(each)
    return tuple(s for key, s in by_id.items() if key not in fallen and s.retracts is None)


def _binds(later: Statement, earlier: Statement, kinds: Mapping[str, SourceKind]) -> bool:
    if later.evidence.source == earlier.evidence.source:
        return True
    act = earlier.claim.act
    return rank(kind_of(later, kinds), act) <= rank(kind_of(earlier, kinds), act)
