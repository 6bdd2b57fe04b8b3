"""What two partial dates prove about each other.

A partial date stands for the set of days that may be meant. Two dates are taken as independent:
an answer is YES or NO only if it is the same for every choice of a day from each set.
"""

from __future__ import annotations

from datetime import date

from inforce.dates.civil import ONE_DAY, day_after
from inforce.dates.edtf import Span
from inforce.dates.intervals import DayInterval, DaySet
from inforce.dates.stated import Stated
from inforce.dates.truth import Truth

Spans = tuple[Span, ...]
Bounds = tuple[date | None, date | None]

# A pattern without a year comes round in any twelve years, leap days and 1900 included.
_ROUND_YEARS = 12


def hull(bounds: list[Bounds]) -> Bounds:
    """The earliest first and the latest last day; None where one of them is unbounded."""
    firsts, lasts = [b[0] for b in bounds], [b[1] for b in bounds]
    first = None if None in firsts else min(d for d in firsts if d is not None)
    last = None if None in lasts else max(d for d in lasts if d is not None)
    return first, last


def before(a: Bounds, b: Bounds) -> Truth:
    """Whether a day of `a` is before a day of `b`, whichever two are chosen."""
    if a[1] is not None and b[0] is not None and a[1] < b[0]:
        return Truth.YES
    if a[0] is not None and b[1] is not None and a[0] >= b[1]:
        return Truth.NO
    return Truth.UNKNOWN


def could_meet(a: Spans, b: Spans) -> bool:
    """Whether some day may be meant by both."""
    return any(_meet(x, y) for x in a for y in b)


def covers(a: Spans, b: Spans) -> bool:
    """Whether `a` allows every day that `b` allows, both as stated and with their margins."""
    if all(any(_covers(x, y) for x in a) for y in b):
        return True
    if any(end.approximate or end.is_season for x in (*a, *b) for end in x.stated):
        return False
    whole = DaySet.of(*(_interval(x) for x in a if x.pattern is None))
    parts = DaySet.of(*(_interval(y) for y in b))
    return whole.intersection(parts) == parts


def _interval(span: Span) -> DayInterval:
    return DayInterval(span.earliest, day_after(span.latest) if span.latest else None)


def _meet(a: Span, b: Span) -> bool:
    (a_first, a_last), (b_first, b_last) = a.possible, b.possible
    low = max(a_first or date.min, b_first or date.min)
    high = min(a_last or date.max, b_last or date.max)
    if low > high:
        return False
    patterns = [p for p in (a.pattern, b.pattern) if p is not None]
    if any(p.approximate and p.earliest is None for p in patterns):
        return _meet_day_by_day(a, b, low=low, high=high)
    exact = [p for p in patterns if not p.approximate]
    if not exact:
        return True
    shared = exact[0].common_pattern(exact[1]) if len(exact) > 1 else exact[0]
    return shared is not None and shared.first_day(low, high) is not None


def _meet_day_by_day(a: Span, b: Span, *, low: date, high: date) -> bool:
    last_year = low.year + _ROUND_YEARS
    day = low
    while day < high and day.year <= last_year:
        if span_could_be(a, day) and span_could_be(b, day):
            return True
        day += ONE_DAY
    return span_could_be(a, day) and span_could_be(b, day)


def span_could_be(span: Span, day: date) -> bool:
    """Whether that day may be meant by the span."""
    if span.is_single:
        return span.stated[0].could_be(day)
    first, last = span.possible
    return (first is None or first <= day) and (last is None or day <= last)


def _covers(a: Span, b: Span) -> bool:
    if a == b:
        return True
    hidden = b.pattern
    if hidden is not None and hidden.approximate and hidden.earliest is None:
        return a.pattern is None and a.possible == (None, None)
    stated_a, stated_b = (a.earliest, a.latest), (b.earliest, b.latest)
    return _holds(a.pattern, stated_a, stated_b, inner=b.pattern) and _holds(
        None if a.pattern is not None and a.pattern.approximate else a.pattern,
        a.possible,
        b.possible,
        inner=b.pattern,
    )


def _holds(outer: Stated | None, a: Bounds, b: Bounds, *, inner: Stated | None) -> bool:
    """Whether the days of `b` are all among those of `a`, which a pattern may thin out."""
    starts = a[0] is None or (b[0] is not None and a[0] <= b[0])
    ends = a[1] is None or (b[1] is not None and b[1] <= a[1])
    if outer is None or not (starts and ends):
        return starts and ends
    if inner is not None and not inner.approximate:
        return outer.covers_pattern(inner)
    if b[0] is None or b[1] is None:
        return False
    day = b[0]
    while day < b[1] and outer.first_day(day, day) is not None:
        day += ONE_DAY
    return day == b[1] and outer.first_day(day, day) is not None
