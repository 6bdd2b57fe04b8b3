"""Half-open intervals of days, and sets of days built from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inforce.dates.civil import ONE_DAY
from inforce.dates.errors import DateError


@dataclass(frozen=True, slots=True)
class DayInterval:
    """The days from `start` on and before `end`: half-open, `None` means unbounded.

    Raises DateError if `end` is before `start`; equal ends make an empty interval.
    """

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise DateError(
                f"the interval from {self.start} ends before it starts, on {self.end}: "
                "an end on or after the start was expected"
            )

    @property
    def is_empty(self) -> bool:
        """Whether it holds no day."""
        return self.start is not None and self.start == self.end

    @property
    def last_day(self) -> date | None:
        """The last day inside; None when unbounded or empty."""
        if self.end is None or self.is_empty:
            return None
        return self.end - ONE_DAY

    def contains(self, day: date) -> bool:
        """Whether the day is inside."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: DayInterval) -> bool:
        """Whether some day is in both."""
        common = self.intersection(other)
        return common is not None and not common.is_empty

    def intersection(self, other: DayInterval) -> DayInterval | None:
        """The days in both, or None if there is none."""
        start = _later_start(self.start, other.start)
        end = _earlier_end(self.end, other.end)
        if start is not None and end is not None and end <= start:
            return None
        if self.is_empty or other.is_empty:
            return None
        return DayInterval(start, end)

    def __str__(self) -> str:
        return f"[{self.start or '..'}, {self.end or '..'})"


@dataclass(frozen=True, slots=True)
class DaySet:
    """A set of days as sorted, disjoint intervals that do not touch; build it with `DaySet.of`.

    Equal sets are equal values. Raises DateError if `intervals` is not in that normal form.
    """

    intervals: tuple[DayInterval, ...] = ()

    def __post_init__(self) -> None:
        if _normalised(self.intervals) != self.intervals:
            shown = ", ".join(map(str, self.intervals))
            raise DateError(
                f"{shown} are not sorted intervals with a gap between them: use DaySet.of"
            )

    @classmethod
    def of(cls, *intervals: DayInterval) -> DaySet:
        """The days that are in at least one of the intervals."""
        return cls(_normalised(intervals))

    @property
    def is_empty(self) -> bool:
        """Whether it holds no day."""
        return not self.intervals

    def contains(self, day: date) -> bool:
        """Whether the day is in the set."""
        return any(interval.contains(day) for interval in self.intervals)

    def union(self, other: DaySet) -> DaySet:
        """The days in either."""
        return DaySet.of(*self.intervals, *other.intervals)

    def intersection(self, other: DaySet) -> DaySet:
        """The days in both."""
        common = (a.intersection(b) for a in self.intervals for b in other.intervals)
        return DaySet.of(*(found for found in common if found is not None))

    def complement(self) -> DaySet:
        """The days not in the set."""
        gaps: list[DayInterval] = []
        start: date | None = None
        for interval in self.intervals:
            if interval.start is not None:
                gaps.append(DayInterval(start, interval.start))
            if interval.end is None:
                return DaySet.of(*gaps)
            start = interval.end
        return DaySet.of(*gaps, DayInterval(start, None))

    def __iter__(self) -> Iterator[DayInterval]:
        return iter(self.intervals)

    def __len__(self) -> int:
        return len(self.intervals)

    def __str__(self) -> str:
        return " + ".join(map(str, self.intervals)) or "no day"


def _later_start(a: date | None, b: date | None) -> date | None:
    if a is None or b is None:
        return a or b
    return max(a, b)


def _earlier_end(a: date | None, b: date | None) -> date | None:
    if a is None or b is None:
        return a or b
    return min(a, b)


def _normalised(intervals: tuple[DayInterval, ...]) -> tuple[DayInterval, ...]:
    filled = sorted((i for i in intervals if not i.is_empty), key=_by_start)
    merged: list[DayInterval] = []
    for interval in filled:
        last = merged[-1] if merged else None
        if last is None or not _touch(last, interval):
            merged.append(interval)
        elif last.end is not None and (interval.end is None or interval.end > last.end):
            merged[-1] = DayInterval(last.start, interval.end)
    return tuple(merged)


def _by_start(interval: DayInterval) -> tuple[bool, date]:
    return interval.start is not None, interval.start or date.min


def _touch(earlier: DayInterval, later: DayInterval) -> bool:
    """Whether no day lies between two intervals given in order of their starts."""
    return earlier.end is None or later.start is None or later.start <= earlier.end
