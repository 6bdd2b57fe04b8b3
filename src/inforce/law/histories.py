"""A treaty's whole history: every timeline, and both counts over all days."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.catalogue.model import Treaty
from inforce.dates import DayInterval
from inforce.law.answers import CountRange
from inforce.law.counts import Way, counted_days
from inforce.law.model import Timeline
from inforce.law.timeline import timelines
from inforce.record.view import TreatyRecord

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
    return History(
        treaty.id,
        timelines(treaty, record),
        counted_days(treaty, record, Way.IN_FORCE),
        counted_days(treaty, record, Way.DEPOSITED),
    )
