"""From what a duty's deadlines are counted, and the days on which they end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.duties import DutyFrom, Recurrence, Start
from inforce.catalogue.model import Obligation
from inforce.dates import Period
from inforce.law.joining import Setting
from inforce.law.model import Episode, Step
from inforce.law.when import ALWAYS, NEVER, When, day_after
from inforce.terms import Act, UnknownBecause

_MOST = 1000
"""Times that a deadline comes round, at most: more years than treaties have lasted."""
_YEAR_END = (12, 31)


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline before any extension.

    ``when`` is None where the treaty gives this participant no day, and ``because`` says why.
    ``opens`` is the deadline before, or from when the participant is bound; ``counted`` the day
    counted from. ``number`` counts from 1.
    """

    when: When | None
    number: int
    opens: When
    steps: tuple[Step, ...] = ()
    because: UnknownBecause | None = None
    counted: When | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which deadlines are wanted: what may fall on ``since`` or later, and one past ``on``."""

    on: When | None
    since: date | None = None


def due_days(
    place: Setting,
    duty: Obligation,
    one: Episode,
    asked: Asked,
    *,
    firsts: Mapping[str, Due],
) -> Iterator[Due]:
    """The duty's deadlines under one membership, in order, up to the next after the day asked.

    ``firsts`` are the first deadlines of the duties that stand before it. Where the membership
    ends, the first deadline that lies past its end is the last one given.
    """
    begun = _start(place, duty, one, firsts)
    if begun is None or begun.when is None or duty.recurrence is None:
        if begun is not None and begun.when is not None:
            begun = _first(duty, begun)
        if begun is not None and not _before_bound(duty, begun, one):
            yield begun
        return
    if begun.when.lo == ALWAYS or begun.when.hi == NEVER:
        words = "the day from which it is counted is not known"
        step = Step(words, duty.at.article)
        yield Due(None, 1, begun.opens, (*begun.steps, step), UnknownBecause.OPEN_FACT)
        return
    number = 0
    for due in _rounds(duty, duty.recurrence, begun):
        if due.when is None or _before_bound(duty, due, one):
            continue
        number += 1
        if asked.since is None or due.when.hi >= asked.since:
            yield Due(due.when, number, due.opens, due.steps)
        past_end = one.end is not None and one.end.hi <= due.when.lo
        if past_end or asked.on is None or due.when.lo >= asked.on.hi:
            return


def first_due(
    place: Setting, duty: Obligation, one: Episode, firsts: Mapping[str, Due]
) -> Due | None:
    """The duty's first deadline, from which another duty may be counted."""
    return next(due_days(place, duty, one, Asked(None), firsts=firsts), None)


def _before_bound(duty: Obligation, due: Due, one: Episode) -> bool:
    """Whether a day that the treaty names had passed before it bound the participant."""
    if duty.counted_from is not DutyFrom.FIXED or due.when is None or one.force is None:
        return False
    return due.when.hi < one.force.lo


def _start(place: Setting, duty: Obligation, one: Episode, firsts: Mapping[str, Due]) -> Due | None:
    """The day counted from; None where the duty never begins for this membership."""
    who, force = one.consent.participant, one.force or When.of(None)
    bound = Step(f"in force for {who} from {force.words}", None, force.words)
    match duty.counted_from:
        case DutyFrom.PARTICIPANT:
            found = Due(force, 1, force, (bound,))
        case DutyFrom.FIXED:
            day = When.of(duty.first)
            words = f"the day is named: {day.words}"
            found = Due(day, 1, force, (bound, Step(words, duty.at.article, day.words)))
        case DutyFrom.DEPOSIT:
            found = _deposited(duty, one, force)
        case DutyFrom.TREATY:
            found = _with_treaty(place, duty, force, bound)
        case DutyFrom.DUTY:
            before = firsts.get(duty.follows)
            if before is None:
                return None
            found = Due(before.when, 1, before.when or force, before.steps, before.because)
    return _floored(place, duty, found)


def _deposited(duty: Obligation, one: Episode, force: When) -> Due:
    if one.consent.act is Act.SUCCESSION:
        words = "it is counted from the deposit of an instrument; a succession is none"
        step = Step(words, duty.at.article)
        return Due(None, 1, force, (step,), UnknownBecause.NO_RULE)
    words = f"instrument deposited on {one.deposited.words}"
    return Due(one.deposited, 1, force, (Step(words, None, one.deposited.words),))


def _with_treaty(place: Setting, duty: Obligation, force: When, bound: Step) -> Due:
    """Counted from the treaty's own entry into force: one bound only after the day has none."""
    start = place.in_force or When.of(None)
    own = Step(f"the treaty in force from {start.words}", None, start.words)
    ends = start.moved(lambda day: _after(duty.deadline, day))
    if duty.recurrence is None and ends.hi < force.lo:
        words = f"its day, {ends.words}, had passed when the treaty began to bind: no other is set"
        step = Step(words, duty.at.article, ends.words)
        return Due(None, 1, force, (own, bound, step), UnknownBecause.NO_RULE)
    return Due(start, 1, force.not_before(start), (bound, own))


def _floored(place: Setting, duty: Obligation, found: Due) -> Due:
    """Not counted from before a time after the treaty's own entry into force."""
    least, own = duty.not_counted_before, place.in_force
    if least is None or own is None or found.when is None:
        return found
    floor = own.moved(lambda day: _after(least, day))
    later = found.when.not_before(floor)
    if later == found.when:
        return found
    words = f"counted at the earliest from {least.words} after the treaty's own: {floor.words}"
    step = Step(words, duty.at.article, floor.words)
    return Due(later, 1, found.opens, (*found.steps, step))


def _first(duty: Obligation, begun: Due) -> Due:
    """The deadline that ends the period; the steps name the rounding."""
    if duty.deadline is None or begun.when is None:
        return begun
    period, start, article = duty.deadline, begun.when, duty.at.article
    due = start.moved(lambda day: _after(period, day))
    if start.is_day:
        said = period.end_after(start.lo).steps if period.n else ()
        steps = [Step(words, article, due.words) for words in said]
    else:
        steps = [Step(f"{period.words} from then: {due.words}", article, due.words)]
    return Due(due, 1, begun.opens, (*begun.steps, *steps), counted=start)


def _rounds(duty: Obligation, again: Recurrence, begun: Due) -> Iterator[Due]:
    """The deadlines as they come round, each opening with the one before."""
    base = _first(duty, begun)
    assert base.when is not None, "only a day that is known comes round"
    named = duty.deadline is not None or duty.counted_from is DutyFrom.FIXED
    first = 0 if again.every is None or named else 1
    opens, start = base.opens, base.when
    for count in range(first, first + _MOST):
        due = start.moved(lambda day, count=count: _round(again, day, count))  # type: ignore[misc]
        step = Step(f"{again.words}: {due.words}", duty.at.article, due.words)
        steps = base.steps if again.every is not None and count == 0 else (*base.steps, step)
        yield Due(due, count - first + 1, opens, steps)
        opens = due


def _round(again: Recurrence, day: date, count: int) -> date:
    if again.every is not None:
        return _after(Period(again.every.n * count, again.every.unit), day)
    year = day.year + count
    if again.start is Start.FULL_YEAR:
        # The first year that lies whole after the day: this one only if it begins on it.
        year += 0 if (day.month, day.day) == (1, 1) else 1
    if again.after_year_end is not None:
        return again.after_year_end.end_after(date(year, *_YEAR_END)).day
    assert again.yearly_by is not None, "a recurrence is of one of three kinds"
    if again.start is Start.FULL_YEAR:
        return again.yearly_by.in_year(year + 1)
    return again.yearly_by.in_year(again.yearly_by.next_on_or_after(day_after(day)).year + count)


def _after(period: Period | None, day: date) -> date:
    return period.end_after(day).day if period is not None else day
