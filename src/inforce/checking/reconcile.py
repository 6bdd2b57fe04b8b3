"""A printed count beside the days on which each way of counting gives it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.counting import Series, deposited, in_force, signed
from inforce.checking.counts import count_day
from inforce.checking.model import Check, Reconciled
from inforce.checking.open_counts import day_after_or_none
from inforce.checking.presupposed import days_of
from inforce.dates import DayInterval, DaySet
from inforce.record.values import Count
from inforce.terms import ClaimKind

MOST_ROWS = 8
"""How many rows are shown, those nearest to the day told."""
_AROUND = timedelta(days=184)


def reconciled(checks: Iterable[Check], context: Context) -> list[Reconciled]:
    """Every number of parties or signatories of a document, reconciled with the record."""
    found = []
    for check in checks:
        told = check.statement.claim.value
        if check.statement.claim.kind is ClaimKind.COUNT and isinstance(told, Count):
            one = _one(check, told, context)
            if one is not None:
                found.append(one)
    return found


def _one(check: Check, told: Count, context: Context) -> Reconciled | None:
    statement = check.statement
    treaty = context.treaty(statement)
    if treaty is None or told.n is None or told.role == "threshold":
        return None
    knowledge = context.knowledge
    group = knowledge.group(statement.claim.participant)
    ways = (
        in_force(knowledge, treaty, among=group),
        deposited(knowledge, treaty, among=group),
        signed(knowledge, treaty, among=group),
    )
    until = knowledge.known_until(treaty)
    parts = []
    for way in ways:
        days = way.days_when(lambda n: n == told.n).intersection(
            DaySet.of(DayInterval(None, day_after_or_none(until)))
        )
        if not days.is_empty:
            parts.append(f"{way.name} {words.days(days)}")
    shown = "; ".join(parts) or "on no day by any way of counting"
    day = count_day(statement, context=context)
    rows = _rows(ways, days_of(day)) if day else ()
    return Reconciled(statement.id, told.n, f"{told.n}: {shown}.", rows)


def _rows(ways: tuple[Series, ...], asked: DayInterval) -> tuple[tuple[str, int, int], ...]:
    """The counts by stretch of days, from half a year before the day told to half a year after."""
    if asked.start is None or asked.end is None:
        return ()
    window = DayInterval(asked.start - _AROUND, asked.end + _AROUND)
    cuts = sorted(
        {
            bound
            for way in ways[:2]
            for days, _ in way.on(window)
            for bound in (days.start, days.end)
            if bound is not None
        }
    )
    rows: list[tuple[date, date, int, int]] = []
    for start, end in pairwise(cuts):
        counts = [_count_on(way, start) for way in ways[:2]]
        if counts[0] is None or counts[1] is None:
            continue
        rows.append((start, end, counts[0], counts[1]))
    near = sorted(_merged(rows), key=lambda row: _gap(row[0], row[1], asked))[:MOST_ROWS]
    return tuple((f"{a}/{b - timedelta(days=1)}", n, m) for a, b, n, m in sorted(near))


def _merged(rows: list[tuple[date, date, int, int]]) -> list[tuple[date, date, int, int]]:
    found: list[tuple[date, date, int, int]] = []
    for row in rows:
        if found and found[-1][2:] == row[2:] and found[-1][1] == row[0]:
            found[-1] = (found[-1][0], *row[1:])
        else:
            found.append(row)
    return found


def _gap(start: date, end: date, asked: DayInterval) -> int:
    """The days between a row and the last of the days asked about; 0 where they meet."""
    last = asked.last_day or asked.start or start
    if start <= last < end:
        return 0
    return (start - last).days if start > last else (last - end).days + 1


def _count_on(way: Series, day: date) -> int | None:
    return next((count.low for days, count in way.stretches if days.contains(day)), None)
