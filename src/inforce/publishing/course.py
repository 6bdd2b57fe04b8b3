"""How many were bound by a treaty, and how many had consented, over the years of its record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.dates import DayInterval
from inforce.law import CountRange, Way, counted_days
from inforce.record.view import TreatyRecord

_Counted = tuple[tuple[DayInterval, CountRange], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """From ``day`` on the count is between ``low`` and ``high``, the same where nothing is open."""

    day: date
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Course:
    """The two counts from ``first`` to ``until``, inclusive; the first change stands on ``first``.

    ``complete`` is whether the record promises a complete list until ``until``. Otherwise that
    is the day of its last change, and every number counts only those that the record names.
    """

    treaty: str
    first: date
    until: date
    complete: bool
    in_force: tuple[Change, ...]
    deposited: tuple[Change, ...]

    @property
    def most(self) -> int:
        """The greatest number of either count."""
        return max(one.high for one in (*self.in_force, *self.deposited))

    def on(self, day: date) -> tuple[CountRange, CountRange]:
        """Both counts on a day of the course: in force, deposited."""
        return _on(self.in_force, day), _on(self.deposited, day)


def course(treaty: Treaty, record: TreatyRecord) -> Course | None:
    """The counts from the first consent to the end of the record; None where it names nobody."""
    force = counted_days(treaty, record, Way.IN_FORCE)
    given = counted_days(treaty, record, Way.DEPOSITED)
    starts = [days.start for days, n in (*force, *given) if n.high and days.start]
    changes = [days.start for days, _ in (*force, *given) if days.start]
    if not starts:
        return None
    first, until = min(starts), record.complete_until or max(changes)
    if until < first:
        return None
    return Course(
        treaty.id,
        first,
        until,
        record.complete_until is not None,
        _changes(force, first, until),
        _changes(given, first, until),
    )


def _changes(counted: _Counted, first: date, until: date) -> tuple[Change, ...]:
    """The stretches that meet the course, neighbours of one count together."""
    found: list[Change] = []
    for days, n in counted:
        start, end = days.start or date.min, days.end or date.max
        if end <= first or start > until:
            continue
        change = Change(max(start, first), n.low, n.high)
        if not found or (found[-1].low, found[-1].high) != (change.low, change.high):
            found.append(change)
    return tuple(found)


def _on(changes: tuple[Change, ...], day: date) -> CountRange:
    held = [one for one in changes if one.day <= day]
    return CountRange(held[-1].low, held[-1].high) if held else CountRange(0, 0)
