"""A time axis: which days a picture shows, where each falls, and its ticks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_FAR = timedelta(days=730)
_LEAST = timedelta(days=120)
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from ``first`` to ``last`` along ``left`` to ``right``, in the picture's units."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day falls; a day outside falls on the nearer end."""
        share = (min(max(day, self.first), self.last) - self.first) / (self.last - self.first)
        return round(self.left + share * (self.right - self.left), 1)

    def shows(self, day: date) -> bool:
        """Whether the day is within the axis."""
        return self.first <= day <= self.last

    def ticks(self, most: int) -> list[tuple[date, str]]:
        """First days of months or years, evenly apart, at most ``most`` of them."""
        first = self.first.year * 12 + self.first.month
        last = self.last.year * 12 + self.last.month - 1
        step = next((s for s in _STEPS if (last - first) // s + 1 <= most), _STEPS[-1])
        found = [index for index in range(first, last + 1) if index % step == 0]
        return [(date(index // 12, index % 12 + 1, 1), _tick(index, step)) for index in found]


def axis_for(days: Sequence[date], left: float, right: float) -> Axis | None:
    """An axis over the days that lie near one another; None without any day.

    A gap of more than two years starts another group of days, and the largest group is shown.
    """
    groups: list[list[date]] = []
    for day in sorted(days):
        if not groups or day - groups[-1][-1] > _FAR:
            groups.append([])
        groups[-1].append(day)
    if not groups:
        return None
    group = max(groups, key=len)
    span = max(group[-1] - group[0], _LEAST)
    spare = span - (group[-1] - group[0])
    margin = span * 0.05 + spare / 2
    return Axis(_moved(group[0], -margin), _moved(group[-1], margin), left, right)


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min


def _tick(index: int, step: int) -> str:
    return f"{index // 12}" if step >= 12 else f"{_MONTHS[index % 12]} {index // 12}"
