"""The rules that are tried when a treaty's own is not known: few, and in order of simplicity."""

from __future__ import annotations

from datetime import date
from functools import cache

from inforce.catalogue.model import Delay, DelayKind
from inforce.dates import DateError, DayRule, Period
from inforce.law.errors import LawError
from inforce.law.reckon import delay_words, reckon

_MONTHS = (1, 2, 3, 4, 5, 6, 9, 12, 18, 24)
_DAYS = (1, 7, 8, 10, 14, 15, 20, 21, 28, 30, 45, 60, 90, 100, 120, 150, 180, 270, 360, 365)
_FIRST_OF_MONTH = range(1, 14)
_FIRST_AFTER_DAYS = (30, 60, 90)
_KINDS = frozenset(
    {
        DelayKind.PERIOD,
        DelayKind.FIRST_OF_MONTH_AFTER,
        DelayKind.FIRST_OF_MONTH_AFTER_PERIOD,
    }
)
_MONTHS_IN_DAYS = {12: (360, 365), 24: (730,)}


@cache
def family() -> tuple[Delay, ...]:
    """Every rule that is tried, the simplest first; among equals the first is taken.

    On the day itself; calendar months; days; the first day of the k-th month after; each period
    once more with the day after; the first of the month after a number of days.
    """
    periods = [Period(n, "months") for n in _MONTHS] + [Period(n, "days") for n in _DAYS]
    kind = DelayKind.PERIOD
    return (
        Delay(DelayKind.ON_THE_DAY),
        *(Delay(kind, one) for one in periods),
        *(Delay(DelayKind.FIRST_OF_MONTH_AFTER, Period(k, "months")) for k in _FIRST_OF_MONTH),
        *(Delay(kind, one, DayRule.DAY_AFTER) for one in periods if one != Period(1, "days")),
        *(
            Delay(DelayKind.FIRST_OF_MONTH_AFTER_PERIOD, Period(n, "days"))
            for n in _FIRST_AFTER_DAYS
        ),
    )


def confusable(delay: Delay) -> tuple[Delay, ...]:
    """The rules that are easily taken for this one: 90 days for three months, and the like.

    The first of a month is taken for the end of the period itself, or for that of another month.
    """
    period = delay.period
    if delay.kind not in _KINDS or period is None or not period.n:
        return ()
    months = period.months
    if months is not None:
        likes = [Period(n, "days") for n in (months * 30, *_MONTHS_IN_DAYS.get(months, ()))]
        counts: tuple[int, ...] = (months, months + 1, months - 1)
    else:
        in_months = _in_months(period.days or 0)
        likes = [Period(n, "months") for n in in_months]
        counts = tuple(in_months)
    found = [Delay(DelayKind.PERIOD, one) for one in (period, *likes)]
    found += [Delay(DelayKind.PERIOD, one, DayRule.DAY_AFTER) for one in likes]
    found += [Delay(DelayKind.FIRST_OF_MONTH_AFTER, Period(k, "months")) for k in counts if k > 0]
    found.append(Delay(DelayKind.FIRST_OF_MONTH_AFTER_PERIOD, period))
    # A rule with the day after is not confused with the same one without: that is a day's slip.
    own = (delay.kind, delay.period)
    return tuple(dict.fromkeys(one for one in found if (one.kind, one.period) != own))


def _in_months(days: int) -> list[int]:
    found = [days // 30] if days % 30 == 0 else []
    return found + [months for months, lengths in _MONTHS_IN_DAYS.items() if days in lengths]


def rule_words(delay: Delay) -> str:
    """The rule in words, to stand after "takes effect"."""
    words = delay_words(delay)
    return f"{words}, one day later" if delay.day_rule is DayRule.DAY_AFTER else words


class Days(dict[date, int | None]):
    """A rule's days of effect, as ordinals, by the day that they run from; worked out once each.

    None stands where the day lies beyond the calendar, or the rule needs the treaty's own day,
    ``start``, and there is none.
    """

    def __init__(self, delay: Delay, start: date | None = None) -> None:
        super().__init__()
        self._delay, self._start = delay, start

    def __missing__(self, day: date) -> int | None:
        try:
            found: int | None = reckon(self._delay, day, self._start).day.toordinal()
        except (DateError, LawError, OverflowError):
            found = None
        self[day] = found
        return found


@cache
def days_of(delay: Delay) -> Days:
    """The days of a rule that does not depend on the treaty's own."""
    return Days(delay)
