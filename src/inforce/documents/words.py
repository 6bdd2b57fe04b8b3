"""Names of months and days and labels of dates, in the languages that are read."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_PATH = Path(__file__).with_name("words.csv")


@cache
def words(kind: str) -> dict[str, int]:
    """The forms of a kind in words.csv ("month", "weekday", "label"), casefolded, and their number.

    Months count from 1, weekdays from Monday as 1; the label of a publication date is 1, that of
    a change 2.
    """
    import csv

    with _PATH.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == kind]
    return {form.casefold(): int(row["number"]) for row in rows for form in row["forms"].split("|")}


@cache
def alternatives(kind: str) -> str:
    """The forms of a kind as a regular expression, longest first."""
    return "|".join(re.escape(form) for form in sorted(words(kind), key=len, reverse=True))
