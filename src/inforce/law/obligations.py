"""Deadlines of obligations, counted from entry into force for the participant."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from inforce.catalogue.model import Obligation, RuleState, Treaty
from inforce.dates import PartialDate, Period
from inforce.law.joining import setting
from inforce.law.model import Deadline, DeadlineState, Episode, Step
from inforce.law.rules import only, rules_of
from inforce.law.timeline import timeline_in
from inforce.law.when import When
from inforce.record.view import TreatyRecord


def deadlines(
    treaty: Treaty, participant: str, record: TreatyRecord, *, on: PartialDate | None = None
) -> tuple[Deadline, ...]:
    """The deadlines of each membership, in order of the day on which they fall.

    ``on`` is the day asked (default: the record's ``known_on``, else the day until which it is
    complete). Whether a duty was met is for statements to say; without one a passed deadline is
    UNKNOWN. Raises RuleNotReadError without rules, RulesCollideError for two deadlines of one
    duty.
    """
    duties = _duties(treaty)
    place = setting(treaty, record)
    asked = on or record.known_on
    if asked is None and record.complete_until is not None:
        asked = PartialDate.from_day(record.complete_until)
    line = timeline_in(place, participant)
    found = [
        _deadline(duty, period, one, participant=participant, asked=asked)
        for one in line.episodes
        if one.force is not None
        for duty, period in duties
    ]
    return tuple(sorted(found, key=lambda d: (When.of(d.due), d.obligation.at.article)))


def _duties(treaty: Treaty) -> list[tuple[Obligation, Period]]:
    """The duties with a deadline that was read."""
    read = [one for one in rules_of(treaty).obligations if one.at.state is RuleState.STATED]
    for a, b in combinations(read, 2):
        if a.name == b.name:
            places = [(f"article {one.at.article}: {one.deadline}", one) for one in (a, b)]
            only(places, f"{treaty.id}: by when {a.name} is due")
    return [(one, one.deadline) for one in read if one.deadline is not None]


def _deadline(
    duty: Obligation,
    period: Period,
    one: Episode,
    *,
    participant: str,
    asked: PartialDate | None,
) -> Deadline:
    force = one.force or When.of(None)
    due = force.moved(lambda day: period.end_after(day).day)
    article = duty.at.article
    steps = [Step(f"in force for {participant} from {force.words}", None, force.words)]
    if force.is_day:
        reckoned = period.end_after(force.lo)
        steps += [Step(words, article, due.words) for words in reckoned.steps]
    else:
        steps.append(Step(f"{period.words} from then: {due.words}", article, due.words))
    if duty.extension is not None:
        steps.append(Step(f"may be extended by up to {duty.extension.words}", article))
    found = Deadline(duty, participant, due.partial, DeadlineState.UNKNOWN, tuple(steps))
    if one.end is not None and one.end.hi <= due.lo:
        left = Step(f"the exit took effect first, on {one.end.words}", "VCLT 70", one.end.words)
        return replace(found, state=DeadlineState.LAPSED, trace=(*steps, left))
    if asked is not None and When.of(asked).hi <= due.lo:
        return replace(found, state=DeadlineState.OPEN)
    unsaid = Step("whether it was met is not stated in the record")
    return replace(found, trace=(*steps, unsaid))
