"""A scenario laid over a treaty's record: a new record beside the old one, which stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate
from inforce.forecasts.scenario import Scenario, SupposedAct, SupposedFact, TakenAway
from inforce.law import status, treaty_force
from inforce.law.conditions import stretches
from inforce.law.model import StatusAnswer
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Condition
from inforce.record.view import AdjudicatedAct, TreatyRecord, act_order
from inforce.terms import (
    CONSENTS,
    EXIT_NOTICES,
    PARTY_STATUSES,
    Act,
    ClaimKind,
    Modality,
    StatusKind,
)

_BOUND = frozenset({*PARTY_STATUSES, StatusKind.CONTRACTING})


@dataclass(frozen=True, slots=True)
class Laid:
    """A treaty and its record as the scenario has them.

    The treaty differs from the catalogue's only where an instrument that brought it into force
    is supposed away: then its published day no longer counts, and the instruments decide.
    """

    treaty: Treaty
    record: TreatyRecord


def lay(scenario: Scenario, treaty: Treaty, record: TreatyRecord) -> Laid:
    """The treaty and record with what the scenario supposes of them; see :func:`refusals`.

    A scenario that says nothing of the treaty gives both back as they are. A treaty that ends
    with another one follows what is supposed of that one too.
    """
    mine = [act for act in scenario.acts if act.treaty == treaty.id]
    gone = [one for one in scenario.without if one.treaty == treaty.id]
    found = record
    if mine or gone:
        taken = {id(act) for one in gone for act in matching(one, record)}
        kept = [act for act in record.acts if id(act) not in taken]
        added = [_act(one, scenario.name) for one in mine]
        found = replace(found, acts=tuple(sorted([*kept, *added], key=act_order)), _of={})
    if scenario.facts:
        found = replace(found, conditions=_conditions(scenario, record), _of={})
    if found.parent is not None:
        above = lay(scenario, *found.parent)
        if above.record is not found.parent[1]:
            found = replace(found, parent=(above.treaty, above.record), _of={})
    return Laid(_treaty(treaty, record, gone), found)


def refusals(scenario: Scenario, treaty: Treaty, record: TreatyRecord) -> Iterator[str]:
    """Why the record does not let the scenario be laid over it, a sentence each.

    What is supposed away must be there, once. What is supposed to be done must be possible on its
    day, with all else that the scenario supposes: who consents is not bound yet, who leaves is
    bound and not leaving yet, and what is taken back is running.
    """
    for gone in sorted(scenario.without, key=lambda one: one.words):
        if gone.treaty != treaty.id:
            continue
        number = len(list(matching(gone, record)))
        if number == 0:
            yield f"{gone.words} cannot be supposed away: the record does not hold it"
        elif number > 1:
            yield f"{gone.words} is told {number} times in the record: its date was expected"
    for act in sorted(scenario.acts, key=lambda one: one.words):
        if act.treaty == treaty.id:
            yield from _refused(act, scenario, treaty, record)


def matching(gone: TakenAway, record: TreatyRecord) -> Iterator[AdjudicatedAct]:
    """The acts of the record that are meant."""
    for act in record.of(gone.participant):
        if act.act is gone.act and gone.date in (None, act.date):
            yield act


def _refused(
    act: SupposedAct, scenario: Scenario, treaty: Treaty, record: TreatyRecord
) -> Iterator[str]:
    others = replace(scenario, acts=scenario.acts - {act})
    laid = lay(others, treaty, record)
    eve = act.date.earliest
    assert eve is not None, "a supposed act has one day"
    before = PartialDate.from_day(eve - timedelta(days=1))
    now = status(laid.treaty, act.participant, before, laid.record)
    needed = _NEEDED.get(act.act)
    why = needed(now) if needed else None
    if why is not None:
        yield f"{act.words} cannot be supposed: on the eve it {why}"


def _not_bound(now: StatusAnswer) -> str | None:
    if now.status in _BOUND:
        return f"is {_plain(now.status)} already"
    return None


def _bound(now: StatusAnswer) -> str | None:
    if now.status is StatusKind.PARTY_EXIT_RUNNING:
        return "is leaving already"
    if now.status is not None and now.status not in _BOUND:
        return f"is not bound, but {_plain(now.status)}"
    return None


def _unsigned(now: StatusAnswer) -> str | None:
    if now.status in (StatusKind.SIGNATORY, *_BOUND):
        return f"is {_plain(now.status)} already"
    return None


def _leaving(now: StatusAnswer) -> str | None:
    if now.status is not StatusKind.PARTY_EXIT_RUNNING and now.expected is None:
        return "has no notice that is running"
    return None


def _plain(kind: StatusKind | None) -> str:
    """A status as a sentence has it."""
    words = {
        StatusKind.NONE: "without any act under it",
        StatusKind.CONTRACTING: "bound to be a party, its consent given",
        StatusKind.PARTY_EXIT_RUNNING: "a party that is leaving",
    }
    return words.get(kind, f"a {kind.value.replace('_', ' ')}") if kind else "of unknown status"


_NEEDED: dict[Act, Callable[[StatusAnswer], str | None]] = {
    **dict.fromkeys(CONSENTS, _not_bound),
    **dict.fromkeys(EXIT_NOTICES, _bound),
    Act.EXPULSION: _bound,
    Act.SIGNATURE: _unsigned,
    Act.REVOCATION: _leaving,
}


def _act(one: SupposedAct, scenario: str) -> AdjudicatedAct:
    claim = Claim(
        ClaimKind.ACT,
        participant=one.participant,
        treaty=one.treaty,
        date=one.date,
        act=one.act,
        about=one.about,
    )
    return AdjudicatedAct(
        one.treaty,
        one.participant,
        one.act,
        one.date,
        Statement(claim, Modality.DONE, _supposed(scenario, one.date)),
        why="supposed",
        about=one.about,
    )


def _supposed(scenario: str, day: PartialDate) -> Evidence:
    """The evidence of what is only supposed: its source says so in every trace."""
    return Evidence(f"supposed: {scenario}", day, asserted_assumed=True, verified=False)


def _conditions(scenario: Scenario, record: TreatyRecord) -> tuple[Statement, ...]:
    """The record's facts, cut off where the scenario supposes another course, and its own."""
    told: list[Statement] = list(record.conditions)
    for fact in _ordered(scenario.facts):
        kept = [s for s in told if not _concerns(s, fact)]
        cut = [part for s in told if _concerns(s, fact) for part in _cut(s, fact, record)]
        told = [*kept, *cut]
    return (*told, *(_fact(one, scenario.name) for one in _ordered(scenario.facts)))


def _ordered(facts: Iterable[SupposedFact]) -> list[SupposedFact]:
    return sorted(facts, key=lambda fact: fact.words)


def _concerns(statement: Statement, fact: SupposedFact) -> bool:
    value = statement.claim.value
    same = isinstance(value, Condition) and value.fact == fact.fact
    return same and statement.claim.participant == fact.participant


def _cut(statement: Statement, fact: SupposedFact, record: TreatyRecord) -> Iterator[Statement]:
    """What a statement still says of the days before and after those of the supposed fact."""
    value = statement.claim.value
    assert isinstance(value, Condition), "only conditions are cut"
    alone = replace(record, conditions=(statement,), _of={})
    for stretch in stretches(alone, fact.participant, fact.fact):
        first, last = fact.since.earliest, fact.until.latest if fact.until else None
        assert first is not None, "a supposed fact has a first day"
        if stretch.ends.lo <= first or (last is not None and last < stretch.begins.lo):
            yield statement
            continue
        if stretch.begins.hi < first:
            end = min(stretch.ends.lo, first)
            yield _for_days(statement, value, stretch.begins.hi, end)
        if last is not None and stretch.ends.lo > last + timedelta(days=1):
            start = max(stretch.begins.hi, last + timedelta(days=1))
            yield _for_days(statement, value, start, stretch.ends.lo)


def _for_days(statement: Statement, value: Condition, start: date, end: date) -> Statement:
    """The statement about the days from ``start`` until before ``end``; the extremes are open."""
    first = None if start == date.min else start
    last = None if end == date.max else end - timedelta(days=1)
    period = replace(value, period=PartialDate.between(first, last))
    return replace(statement, claim=replace(statement.claim, value=period))


def _fact(one: SupposedFact, scenario: str) -> Statement:
    period = PartialDate.between(one.since.earliest, one.until.latest if one.until else None)
    claim = Claim(
        ClaimKind.CONDITION,
        participant=one.participant,
        value=Condition(one.fact, one.holds, period),
    )
    # Supposed for good: said on no day, so that "not so far" does not limit it.
    return Statement(claim, Modality.DONE, Evidence(f"supposed: {scenario}", verified=False))


def _treaty(treaty: Treaty, record: TreatyRecord, gone: list[TakenAway]) -> Treaty:
    taken = {id(act) for one in gone for act in matching(one, record) if one.act in CONSENTS}
    if not taken or treaty.in_force is None:
        return treaty
    force = treaty_force(treaty, record)
    if any(id(act) in taken for act in force.counted) and force.reached is not None:
        return replace(treaty, in_force=None)
    return treaty
