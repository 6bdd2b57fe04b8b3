"""Deadlines of obligations: when each falls due, and whether it was met, as the record tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from inforce.catalogue.model import Obligation, RuleState, Treaty
from inforce.dates import PartialDate
from inforce.law.answers import Deadline, DeadlineState
from inforce.law.duty_acts import extended, told_of
from inforce.law.duty_days import Asked, Due, due_days, first_due
from inforce.law.duty_state import Question, standing
from inforce.law.joining import Setting, setting
from inforce.law.model import Episode, Step
from inforce.law.rules import only, rules_of
from inforce.law.timeline import timeline_in
from inforce.law.when import When
from inforce.record.view import TreatyRecord
from inforce.terms import Act, UnknownBecause


def deadlines(
    treaty: Treaty,
    participant: str,
    record: TreatyRecord,
    *,
    on: PartialDate | None = None,
    past: bool = True,
) -> tuple[Deadline, ...]:
    """The deadlines of each membership, in order of the day on which they fall.

    ``on`` is the day asked (default: the record's ``known_on``, else the day until which it is
    complete). Of a duty that comes round all deadlines until then are given and the next one;
    without ``past`` only what may fall on that day or later. What was not fulfilled is OVERDUE
    only where a body found so or a list is promised to be complete; silence is UNKNOWN.
    Raises RuleNotReadError without rules, RulesCollideError for two deadlines of one duty.
    """
    return deadlines_in(setting(treaty, record), participant, on=on, past=past)


def deadlines_in(
    place: Setting, participant: str, *, on: PartialDate | None = None, past: bool = True
) -> tuple[Deadline, ...]:
    """As :func:`deadlines`, with what all participants share worked out before."""
    duties = [one for one in _duties(place.treaty) if _falls_on(one, participant)]
    if not duties or not place.record.of(participant):
        return ()
    record = place.record
    day = on or record.known_on
    if day is None and record.complete_until is not None:
        day = PartialDate.from_day(record.complete_until)
    when = When.of(day) if day is not None else None
    asked = Asked(when, when.lo if when and not past else None)
    line = timeline_in(place, participant)
    found = [
        deadline
        for one in line.episodes
        if one.force is not None and not (when and when.hi < min(one.deposited.lo, one.force.lo))
        for deadline in _of_episode(place, duties, one, asked)
    ]
    return tuple(sorted(found, key=_order))


def _order(found: Deadline) -> tuple[When, str]:
    return When.of(found.due), found.obligation.at.article


def _falls_on(duty: Obligation, participant: str) -> bool:
    return participant not in duty.spares and (not duty.binds or participant in duty.binds)


def _duties(treaty: Treaty) -> list[Obligation]:
    """The duties with a deadline, and those that nobody has read yet."""
    every = rules_of(treaty).obligations
    found = [one for one in every if one.is_dated or one.at.state is RuleState.UNREAD]
    for a, b in combinations(found, 2):
        if a.name == b.name:
            places = [(f"article {one.at.article}: {one.deadline}", one) for one in (a, b)]
            only(places, f"{treaty.id}: by when {a.name} is due")
    return found


def _of_episode(
    place: Setting, duties: list[Obligation], one: Episode, asked: Asked
) -> Iterator[Deadline]:
    firsts: dict[str, Due] = {}
    for duty in duties:
        if duty.at.state is RuleState.UNREAD:
            if asked.since is None:
                yield _unread(place, duty, one)
            continue
        first = first_due(place, duty, one, firsts)
        if first is not None:
            firsts[duty.name] = first
        moved = any(told.act.act is Act.EXTENSION for told in told_of(place.record, duty, one))
        # An extension may bring a deadline of before the day asked to one after it.
        wanted = Asked(asked.on) if moved else asked
        for due in due_days(place, duty, one, wanted, firsts=firsts):
            found = _deadline(place, duty, one, due, asked=asked.on)
            if asked.since is None or _may_come(found, asked):
                yield found


def _may_come(found: Deadline, asked: Asked) -> bool:
    """Whether the deadline may fall on the day asked or later, and still binds."""
    when = When.of(found.due)
    ahead = asked.since is not None and when.hi >= asked.since
    return found.due is not None and ahead and found.state is not DeadlineState.LAPSED


def _unread(place: Setting, duty: Obligation, one: Episode) -> Deadline:
    step = Step("nobody has read the rule on this duty yet", duty.at.article or None)
    return Deadline(
        duty,
        one.consent.participant,
        None,
        DeadlineState.UNKNOWN,
        (step,),
        place.treaty.id,
        because=UnknownBecause.NOT_VERIFIED,
    )


def _deadline(
    place: Setting, duty: Obligation, one: Episode, due: Due, *, asked: When | None
) -> Deadline:
    """One deadline with its extensions, and where it stands on the day asked."""
    told = told_of(place.record, duty, one, by=asked)
    when, extensions, steps = extended(duty, due, told)
    stands = standing(place.record, Question(duty, one, due, when, told, asked))
    return Deadline(
        duty,
        one.consent.participant,
        when.partial if when else None,
        stands.state,
        (*due.steps, *_beside(duty, due), *steps, *stands.steps),
        place.treaty.id,
        due.number,
        due.when.partial if due.when else None,
        extensions,
        stands.settled_by,
        stands.because,
    )


def _beside(duty: Obligation, due: Due) -> Iterator[Step]:
    """What the treaty says beside the day: on whom the duty falls, and who may give more time."""
    article = duty.at.article
    if duty.applies_where:
        yield Step(f"falls only on {duty.applies_where}", article)
    if duty.extension is not None and due.when is not None:
        yield Step(f"{duty.extension.by} may give {duty.extension.words}", article)
