"""Dates told by what went before: "two years later", "a year earlier", "the next day"."""

from __future__ import annotations

from datetime import timedelta

from inforce.dates import PartialDate, Period
from inforce.reading.dates_in_text import DateRef
from inforce.reading.items import Item


def later_dates(items: list[Item]) -> list[Item]:
    """The items, with a period and its "later" or "earlier" made one date."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        following = items[at + 1] if at + 1 < len(items) else None
        if item.kind == "P" and following is not None and following.kind == "w":
            sign = 1 if following.has("later") else -1 if following.has("earlier") else 0
            if sign:
                period: Period = item.value
                shift = Period(sign * period.n, period.unit) if sign > 0 else period
                ref = DateRef(relative="after" if sign > 0 else "before", shift=shift)
                out.append(Item("D", item.start, following.end, item.low, value=ref))
                at += 2
                continue
        out.append(item)
        at += 1
    return out


def shifted(day: PartialDate, period: Period, *, back: bool) -> PartialDate | None:
    """The date a period after, or before, another, at the coarser precision of the two."""
    first = day.earliest
    if first is None:
        return None
    sign = -1 if back else 1
    if period.unit in ("years", "months"):
        months = period.n * (12 if period.unit == "years" else 1) * sign
        index = first.year * 12 + first.month - 1 + months
        year, month = index // 12, index % 12 + 1
        whole_year = period.unit == "years" or day.latest is None
        if whole_year or day.latest is None or day.latest.month != first.month:
            return PartialDate.from_year(year)
        return PartialDate.from_month(year, month)
    if not day.is_day:
        return None
    days = period.n * (7 if period.unit == "weeks" else 1) * sign
    moved = first + timedelta(days=days)
    if period.unit == "weeks":
        return PartialDate.from_month(moved.year, moved.month)
    return PartialDate.from_day(moved)
