"""Small tables for tests: a treaty whose rule is known, with faults planted in single rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from inforce.checking.audit import Row

OWN_DAY = date(1999, 3, 1)


def rows(rule: Callable[[date], date], *, number: int = 12, treaty: str = "t") -> list[Row]:
    """Later participants P00, P01 ... a hundred and one days apart, bound as the rule says."""
    found = []
    for place in range(number):
        consent = date(2000, 1, 14) + timedelta(days=101 * place)
        force = rule(consent)
        who = f"P{place:02}"
        found.append(Row(place + 2, treaty, who, consent, force, treaty_force=OWN_DAY))
    return found


def ninety_days(day: date) -> date:
    return day + timedelta(days=90)


def thirty_days(day: date) -> date:
    return day + timedelta(days=30)


def planted(row: Row, *, rule: Callable[[date], date] = ninety_days) -> list[Row]:
    """The row after the sixth of twelve that the rule explains."""
    explained = rows(rule)
    return [*explained[:6], row, *explained[6:]]


def written(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path
