"""A treaty's whole history: every timeline, and both counts over all days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.dates import DayInterval, PartialDate
from inforce.law.answers import CountRange, PartiesAnswer
from inforce.law.counts import Row, counted, parties_in, rows_of
from inforce.law.joining import Setting, setting
from inforce.law.model import StatusAnswer, Timeline
from inforce.law.status import settled_status, status_in
from inforce.law.timeline import timeline_in
from inforce.record.view import TreatyRecord
from inforce.terms import StatusKind

Counted = tuple[tuple[DayInterval, CountRange], ...]
"""The count over all days, as stretches in order."""


@dataclass(frozen=True, slots=True)
class History:
    """``lines`` by participant id, and the two counts over all days, as the record knows them."""

    treaty: str
    lines: dict[str, Timeline]
    in_force: Counted
    deposited: Counted


def history(treaty: Treaty, record: TreatyRecord) -> History:
    """The timelines of all who have an act in the record, and the counts that follow."""
    return ground(treaty, record).history()


@dataclass(frozen=True, slots=True)
class Ground:
    """What every question about one record shares: worked out once, it answers for any day."""

    place: Setting
    rows: dict[str, Row]

    def history(self) -> History:
        """Every timeline and both counts."""
        rows = self.rows.values()
        return History(
            self.place.treaty.id,
            {row.line.participant: row.line for row in rows},
            counted(row.in_force for row in rows),
            counted(row.deposited for row in rows),
        )

    def status(self, participant: str, on: PartialDate) -> StatusAnswer:
        """As :func:`inforce.law.status`."""
        row = self.rows.get(participant)
        line = row.line if row else timeline_in(self.place, participant)
        return status_in(self.place, line, on)

    def statuses(self, on: PartialDate) -> dict[str, StatusKind | None]:
        """The status of each who has an act in the record; None where it is not settled."""
        asked = on.possible
        day = asked.start if on.is_day else None
        found: dict[str, StatusKind | None] = {}
        for who, row in self.rows.items():
            spans = row.line.spans
            kinds = {
                settled_status(span)
                for span in spans
                if (_holds(span.days, day) if day else span.days.overlaps(asked))
            }
            found[who] = kinds.pop() if len(kinds) == 1 else None
        return found

    def parties(self, on: PartialDate, *, among: Collection[str] | None = None) -> PartiesAnswer:
        """As :func:`inforce.law.parties`."""
        rows = [row for who, row in self.rows.items() if among is None or who in among]
        return parties_in(self.place, rows, on)


def _holds(days: DayInterval, day: date) -> bool:
    return (days.start is None or days.start <= day) and (days.end is None or day < days.end)


def ground(treaty: Treaty, record: TreatyRecord) -> Ground:
    """The ground of a treaty's record."""
    place = setting(treaty, record)
    rows = rows_of(place, record.participants)
    return Ground(place, {row.line.participant: row for row in rows})
