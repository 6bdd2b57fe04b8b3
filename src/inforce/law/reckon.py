"""From a triggering day to the day of effect, by the delay that a treaty's rule names."""

from __future__ import annotations

from datetime import date

from inforce.catalogue.model import Delay, DelayKind
from inforce.dates import Reckoned, YearlyWindow, first_day_of_month_after
from inforce.law.errors import LawError
from inforce.law.when import When


def reckon(delay: Delay, day: date, start: date | None = None) -> Reckoned:
    """The day of effect and the steps to it.

    ``start`` is the treaty's own entry into force, which only TERM needs. Raises LawError when
    the delay lacks what its kind needs.
    """
    if delay.kind is DelayKind.ON_THE_DAY:
        return Reckoned(day, (f"on the day itself: {day}",))
    if delay.kind is DelayKind.YEARLY:
        return _yearly(delay, day)
    if delay.period is None:
        raise LawError(f"a delay of kind {delay.kind} has no period: one was expected")
    if delay.kind is DelayKind.PERIOD:
        return delay.period.end_after(day, delay.day_rule)
    if delay.kind is DelayKind.TERM:
        return _term(delay, day, start)
    if delay.kind is DelayKind.FIRST_OF_MONTH_AFTER_PERIOD:
        end = delay.period.end_after(day, delay.day_rule)
        month = first_day_of_month_after(end.day, 1)
        return Reckoned(month.day, (*end.steps, *month.steps))
    if delay.period.months is None:
        raise LawError(f"a first day of the month cannot follow after {delay.period.words}")
    return first_day_of_month_after(day, delay.period.months)


def reckon_when(delay: Delay, when: When, start: date | None = None) -> When:
    """The days of effect for a trigger known within bounds."""
    return when.moved(lambda day: reckon(delay, day, start).day)


def delay_words(delay: Delay) -> str:
    """The delay in plain words, to stand after "takes effect"."""
    period = delay.period.words if delay.period else ""
    if delay.kind is DelayKind.ON_THE_DAY:
        return "on the day itself"
    if delay.kind is DelayKind.PERIOD:
        return f"{period} after it"
    if delay.kind is DelayKind.FIRST_OF_MONTH_AFTER:
        return f"on the first day of the month that comes {period} after its month"
    if delay.kind is DelayKind.FIRST_OF_MONTH_AFTER_PERIOD:
        return f"on the first day of the month after {period} have run from it"
    if delay.kind is DelayKind.TERM:
        return f"at the end of the current term, if at least {period} away"
    by, on = (_day_words(window) for window in (delay.notice_by, delay.effect_on))
    year = {0: "of the same year", 1: "of the next year"}.get(
        delay.years_after, f"{delay.years_after} years later"
    )
    return f"on {on} {year}, for a notice by {by}"


def _yearly(delay: Delay, day: date) -> Reckoned:
    if delay.notice_by is None or delay.effect_on is None:
        raise LawError("a yearly delay lacks the day of notice or of effect: both were expected")
    by = delay.notice_by.next_on_or_after(day)
    end = delay.effect_on.in_year(by.year + delay.years_after)
    return Reckoned(
        end,
        (f"{day} is in time for the notices due by {by}", f"these take effect on {end}"),
    )


def _term(delay: Delay, day: date, start: date | None) -> Reckoned:
    if start is None or delay.term is None or delay.period is None:
        raise LawError(
            "the end of a term needs the treaty's entry into force, the term's length and the "
            f"notice: found {start}, {delay.term} and {delay.period}"
        )
    notice = delay.period.end_after(day)
    steps = [f"the notice must be given {delay.period.words} before: {notice.day} at the earliest"]
    end = delay.term.end_after(start).day
    steps.append(f"first term: {start} + {delay.term.words} = {end}")
    again = delay.renewed or delay.term
    if not again.n:
        raise LawError(f"a term of {again.words} never ends: a longer one was expected")
    while end < notice.day:
        end = again.end_after(end).day
        steps.append(f"renewed by {again.words}: {end}")
    return Reckoned(end, tuple(steps))


def _day_words(window: YearlyWindow | None) -> str:
    if window is None:
        return "a day that is not given"
    return f"{date(2000, window.month, window.day):%d %B}".lstrip("0")
