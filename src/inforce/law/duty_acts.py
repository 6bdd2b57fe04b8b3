"""What the record tells of one deadline: more time, completion or report, failure, silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Obligation
from inforce.dates import PartialDate
from inforce.law.duty_days import Due
from inforce.law.model import Episode, Step
from inforce.law.steps import act_step, cite
from inforce.law.when import When, act_when
from inforce.record.fact_values import Duty
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import DUTY_ACTS, Act, Modality

_YEAR_LENGTH = len("2025")


@dataclass(frozen=True, slots=True)
class Told:
    """An act on a duty, with what it names."""

    act: AdjudicatedAct
    duty: Duty
    when: When


def told_of(
    record: TreatyRecord, duty: Obligation, one: Episode, *, by: When | None = None
) -> tuple[Told, ...]:
    """What was done about the duty during the membership, for certain by the day asked."""
    found = []
    for act in record.of(one.consent.participant):
        value, when = act.followed.claim.value, act_when(act)
        if act.act not in DUTY_ACTS or act.followed.modality is not Modality.DONE:
            continue
        if not isinstance(value, Duty) or value.name != duty.name:
            continue
        ended = one.end is not None and one.end.hi <= when.lo
        if ended or when.hi < one.deposited.lo or (by is not None and by.hi < when.hi):
            continue
        found.append(Told(act, value, when))
    return tuple(sorted(found, key=lambda told: (told.when, told.act.act)))


def extended(
    duty: Obligation, due: Due, told: tuple[Told, ...]
) -> tuple[When | None, tuple[AdjudicatedAct, ...], tuple[Step, ...]]:
    """The deadline with the extensions granted, the acts followed, and the steps.

    An extension never brings a deadline forward, and none is followed where the treaty knows
    none. One that goes further than the treaty allows is followed, and marked.
    """
    when = due.when
    if when is None:
        return None, (), ()
    acts: list[AdjudicatedAct] = []
    steps: list[Step] = []
    for one in told:
        if one.act.act is not Act.EXTENSION or not _is_of(duty, one.duty, due):
            continue
        until, step = When.of(one.duty.until), act_step(one.act, duty.at.article)
        if duty.extension is None:
            words = (
                f"an extension to {until.words} is told, but the treaty knows none for this duty"
            )
            steps.append(Step(words, duty.at.article, until.words, step.source))
            continue
        later = when.not_before(until)
        if later == when:
            words = f"an extension to {until.words} is told, which is no later than the deadline"
            steps.append(Step(words, duty.at.article, until.words, step.source))
            continue
        words = f"extended to {later.words} ({step.words})"
        words += _beyond(duty, due, when, later) + (
            ", granted after the deadline that the record has" if when.hi < one.when.lo else ""
        )
        steps.append(Step(words, duty.at.article, later.words, step.source))
        acts.append(one.act)
        when = later
    return when, tuple(acts), tuple(steps)


def _beyond(duty: Obligation, due: Due, before: When, after: When) -> str:
    """What the treaty's own limit says of an extension from one deadline to the next."""
    rule = duty.extension
    if rule is None or not before.is_day:
        return ""
    if rule.most is not None and rule.most.end_after(before.lo).day < after.lo:
        return f", longer than the {rule.most.words} that one extension may add"
    limit = rule.until
    if limit is None or due.counted is None:
        return ""
    last = due.counted.moved(lambda day: limit.end_after(day).day)
    return f", past {last.words}, the last day that the treaty allows" if last.hi < after.lo else ""


def fulfilled(duty: Obligation, due: Due, told: tuple[Told, ...]) -> Told | None:
    """The first act by which the duty was fulfilled for this deadline."""
    settling = (one for one in told if one.act.act is duty.discharged_by)
    return next((one for one in settling if _is_of(duty, one.duty, due, one.when)), None)


def found_failing(duty: Obligation, due: Due, when: When, told: tuple[Told, ...]) -> Told | None:
    """The last finding, after the deadline had passed, that the duty was not fulfilled."""
    found = [one for one in told if one.act.act is Act.NON_COMPLIANCE and when.hi < one.when.lo]
    return next((one for one in reversed(found) if _is_of(duty, one.duty, due)), None)


def complete_until(record: TreatyRecord, duty: Obligation) -> tuple[date, Step] | None:
    """Until when the list of those who fulfilled the duty is said to be complete, and by whom."""
    limit = record.known_on.latest if record.known_on else None
    best: tuple[date, Step] | None = None
    for said in _promises(record, duty):
        day = said.claim.date.latest if said.claim.date else None
        if day is None:
            continue
        day = min(day, limit) if limit else day
        if best is None or day > best[0]:
            words = f"the list of those who did it is complete until {day}"
            best = day, Step(words, duty.at.article, str(day), cite(said))
    return best


def _promises(record: TreatyRecord, duty: Obligation) -> Iterator[Statement]:
    for said in record.promises:
        value = said.claim.value
        if isinstance(value, Duty) and value.name == duty.name:
            yield said


def _is_of(duty: Obligation, told: Duty, due: Due, done: When | None = None) -> bool:
    """Whether what was told is of this deadline, of a duty that comes round.

    Without a period it is of the deadline that was the next when it was done; a year alone is
    the calendar year reported on where the deadline comes round each year.
    """
    if duty.recurrence is None or due.when is None:
        return True
    if told.period is None:
        return done is not None and due.opens.hi < done.lo and done.hi <= due.when.lo
    return When.of(_reported(duty, told.period)).meets(due.when)


def _reported(duty: Obligation, period: PartialDate) -> PartialDate:
    """The days on which the deadline for a period may fall."""
    yearly = duty.recurrence is not None and duty.recurrence.every is None
    if yearly and len(period.edtf) == _YEAR_LENGTH and period.year is not None:
        return PartialDate.from_year(period.year + 1)
    return period
