"""What if: every treaty that a scenario touches, before and after, on one day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from inforce.catalogue import Catalogue
from inforce.catalogue.groups import members_on
from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate
from inforce.forecasts.errors import ScenarioError
from inforce.forecasts.laying import Laid, lay, refusals
from inforce.forecasts.scenario import Scenario, contradictions
from inforce.forecasts.thresholds import Needs, needs
from inforce.law import deadlines, parties, status, treaty_force, vclt
from inforce.law.answers import CountRange, Deadline, PartiesAnswer
from inforce.law.model import Force, StatusAnswer, Step
from inforce.record.view import TreatyRecord

Records = Callable[[str], TreatyRecord]
"""Gives the record of a treaty by its id."""


@dataclass(frozen=True, slots=True)
class Change:
    """A participant's status on the day, and its deadlines, before and after."""

    participant: str
    before: StatusAnswer
    after: StatusAnswer
    deadlines_before: tuple[Deadline, ...] = ()
    deadlines_after: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a group's members are bound on the day, before and after."""

    group: str
    members: int
    before: CountRange
    after: CountRange
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TreatyEffect:
    """One treaty before and after.

    ``lost`` are those surely bound before and not surely after, ``gained`` the reverse; ``notes``
    are what the law says of the change as a whole.
    """

    treaty: str
    before: PartiesAnswer
    after: PartiesAnswer
    force_before: Force
    force_after: Force
    needs_before: Needs
    needs_after: Needs
    lost: tuple[str, ...]
    gained: tuple[str, ...]
    changes: tuple[Change, ...]
    coverage: tuple[Coverage, ...]
    notes: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A scenario's consequences on one day; treaties in order of their ids."""

    scenario: Scenario
    on: PartialDate
    effects: tuple[TreatyEffect, ...]


def whatif(
    scenario: Scenario, catalogue: Catalogue, records: Records, *, on: PartialDate
) -> WhatIf:
    """What follows from the scenario on ``on``; the records asked of ``records`` stay as they are.

    Treaties are those of which something is supposed and, where it makes a difference, those that
    end with one of them and those whose exit asks for a supposed fact. Raises
    ScenarioError with every reason why a record does not let the scenario be laid over it.
    """
    named = {act.treaty for act in scenario.acts} | {gone.treaty for gone in scenario.without}
    ids = sorted(named | _drawn_in(scenario, catalogue, records, named))
    touched = [catalogue.treaty(one) for one in ids]
    problems = [*contradictions(scenario), *_of_no_more(scenario, catalogue)]
    for treaty in touched:
        problems += refusals(scenario, treaty, records(treaty.id))
    if problems:
        raise ScenarioError(scenario.name, problems)
    groups = {name: _members(catalogue, name, on) for name in scenario.groups}
    effects = [
        _effect(scenario, treaty, records(treaty.id), on=on, groups=groups) for treaty in touched
    ]
    return WhatIf(
        scenario, on, tuple(one for one in effects if one.treaty in named or is_changed(one))
    )


def _members(catalogue: Catalogue, group: str, on: PartialDate) -> frozenset[str]:
    certain, possible = members_on(catalogue.group(group), on)
    return certain | possible


def _of_no_more(scenario: Scenario, catalogue: Catalogue) -> Iterator[str]:
    """The acts of states that had ended by then."""
    for act in sorted(scenario.acts, key=lambda act: act.words):
        ended = catalogue.participant(act.participant).existed_until
        if ended is not None and act.date.latest is not None and ended <= act.date.latest:
            yield f"{act.words} cannot be supposed: it ended as a state on {ended}"


def _drawn_in(
    scenario: Scenario, catalogue: Catalogue, records: Records, named: Collection[str]
) -> set[str]:
    """The treaties that a supposed fact, or the end of another treaty, may concern."""
    found: set[str] = set()
    ruled = [treaty for treaty in catalogue.treaties() if treaty.rules is not None]
    for treaty in ruled:
        asked = {one.fact for one in treaty.rules.exit.conditions} if treaty.rules else set()
        for fact in scenario.facts:
            if fact.fact in asked and records(treaty.id).of(fact.participant):
                found.add(treaty.id)
    for treaty in ruled:
        family = treaty.rules.family if treaty.rules else None
        if family is not None and family.parent in found.union(named):
            found.add(treaty.id)
    return found


def _effect(
    scenario: Scenario,
    treaty: Treaty,
    record: TreatyRecord,
    *,
    on: PartialDate,
    groups: Mapping[str, Collection[str]],
) -> TreatyEffect:
    laid = lay(scenario, treaty, record)
    before, after = parties(treaty, on, record), parties(laid.treaty, on, laid.record)
    bound, then = set(before.in_force), set(after.in_force)
    named = {act.participant for act in scenario.acts if act.treaty == treaty.id}
    named |= {gone.participant for gone in scenario.without if gone.treaty == treaty.id}
    named |= {one.participant for one in scenario.facts if record.of(one.participant)}
    who = sorted((bound ^ then) | named)
    return TreatyEffect(
        treaty.id,
        before,
        after,
        treaty_force(treaty, record),
        treaty_force(laid.treaty, laid.record),
        needs(treaty, record, on),
        needs(laid.treaty, laid.record, on),
        tuple(sorted(bound - then)),
        tuple(sorted(then - bound)),
        tuple(_change(one, treaty, record, laid, on) for one in who),
        tuple(_coverage(name, ids, before, after) for name, ids in sorted(groups.items())),
        _notes(treaty, before, after),
    )


def _change(who: str, treaty: Treaty, record: TreatyRecord, laid: Laid, on: PartialDate) -> Change:
    return Change(
        who,
        status(treaty, who, on, record),
        status(laid.treaty, who, on, laid.record),
        deadlines(treaty, who, record, on=on),
        deadlines(laid.treaty, who, laid.record, on=on),
    )


def _coverage(
    name: str, members: Collection[str], before: PartiesAnswer, after: PartiesAnswer
) -> Coverage:
    had, has = ({*answer.in_force} & {*members} for answer in (before, after))
    return Coverage(
        name,
        len(members),
        _count(before, members),
        _count(after, members),
        tuple(sorted(had - has)),
        tuple(sorted(has - had)),
    )


def _count(answer: PartiesAnswer, members: Collection[str]) -> CountRange:
    sure = len({*answer.in_force} & {*members})
    return CountRange(sure, sure + len({*answer.unknown} & {*members}))


def _notes(treaty: Treaty, before: PartiesAnswer, after: PartiesAnswer) -> tuple[Step, ...]:
    """What follows for the treaty as such where it falls below the number that it needed."""
    rule = treaty.rules.entry_into_force if treaty.rules else None
    least = max((one.count or 0 for one in rule.requirements), default=0) if rule else 0
    now = after.n_in_force
    if least and before.n_in_force >= least > now:
        words = f"{now} parties, below the {least} that its entry into force needed: "
        return (Step(words + vclt.words("55"), "VCLT 55"),)
    return ()


def is_changed(effect: TreatyEffect) -> bool:
    """Whether the scenario makes any difference to the treaty on the day."""
    same_force = (effect.force_before.answer, effect.force_before.day) == (
        effect.force_after.answer,
        effect.force_after.day,
    )
    return not same_force or any(_differs(one) for one in effect.changes)


def _differs(change: Change) -> bool:
    return _facts(change.before) != _facts(change.after)


def _facts(answer: StatusAnswer) -> tuple[object, ...]:
    exits = tuple((x.state, x.expected, x.effect) for x in answer.exits)
    return answer.status, answer.party, answer.expected, answer.from_day, exits
