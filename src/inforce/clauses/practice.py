"""Depositaries that are known to print the day after a period ends."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from inforce.catalogue.model import Delay, DelayKind
from inforce.dates import DayRule

_PATH = Path(__file__).with_name("practice.csv")


@cache
def _rows() -> tuple[tuple[re.Pattern[str], str, DayRule, str], ...]:
    with _PATH.open(encoding="utf-8", newline="") as file:
        return tuple(
            (
                re.compile(r"[\s-]+".join(row["depositary"].split())),
                row["unit"],
                DayRule(row["day_rule"]),
                row["note"],
            )
            for row in csv.DictReader(file)
        )


def as_printed(delay: Delay, lowered: str, *, nth_day: bool) -> tuple[Delay, str]:
    """The delay as the text's depositary prints it, and why; as it was, and "", for others.

    ``nth_day`` marks "on the thirtieth day after", which names the day itself.
    """
    if delay.kind is DelayKind.PERIOD and delay.period is not None and not nth_day:
        for pattern, unit, rule, note in _rows():
            inside = (delay.period.months is not None) == (unit == "months")
            if inside and pattern.search(lowered):
                return replace(delay, day_rule=rule), note
    return delay, ""
