"""Years that stand for "not yet" or "unknown" in published tables."""

from __future__ import annotations

from datetime import date

from inforce.checking.audit.model import Fault, FaultKind, Row

COLUMNS = (
    "signature",
    "consent",
    "force",
    "exit_notice",
    "exit_effect",
    "treaty_force",
    "treaty_end",
)
"""The columns of days of a row."""
_FAR = 2100
_NEAR = 1600
_KNOWN = frozenset({date(1900, 1, 1), date(1800, 1, 1), date(1899, 12, 30), date(1899, 12, 31)})
# Day 0 and day 1 of two spreadsheets, and of tables that could not hold an empty cell.


def is_sentinel(day: date) -> bool:
    """Whether the day stands for something else: the year 9999, 2899 or 1, 1 January 1900."""
    return day.year >= _FAR or day.year < _NEAR or day in _KNOWN


def sentinel_faults(row: Row) -> tuple[Fault, ...]:
    """A fault for each cell of the row that holds such a day, or one that is in no calendar."""
    impossible = tuple(
        Fault(FaultKind.IMPOSSIBLE_DAY, column, None, None, f"{text} is in no calendar")
        for column, text in row.impossible
    )
    days: tuple[date | None, ...] = (
        row.signature,
        row.consent,
        row.force,
        row.exit_notice,
        row.exit_effect,
        row.treaty_force,
        row.treaty_end,
    )
    return impossible + tuple(
        Fault(
            FaultKind.SENTINEL_YEAR,
            column,
            day,
            None,
            f"{day} is no day of {column}: it stands for not yet or unknown, or is mistyped",
        )
        for column, day in zip(COLUMNS, days, strict=True)
        if day is not None and is_sentinel(day)
    )
