"""Legal periods: when six months or ninety days end, with the steps of the reckoning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.dates.civil import (
    MONTH_NAMES,
    add_days,
    add_months,
    month_index,
    month_of_index,
)
from inforce.dates.errors import DateError
from inforce.dates.partial import PartialDate

_ISO = re.compile(r"P(?=[0-9])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)W)?(?:([0-9]+)D)?")
_LETTERS = {"years": "Y", "months": "M", "weeks": "W", "days": "D"}
_IN_MONTHS = {"months": 1, "years": 12}
_IN_DAYS = {"days": 1, "weeks": 7}
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = (*_SMALL, "eleven", "twelve")


class DayRule(StrEnum):
    """Which day a period is said to end on.

    SAME_DAY_NUMBER is the practice of the UN Secretary-General (27 June and six months are
    27 December); a few depositaries print the day after.
    """

    SAME_DAY_NUMBER = "same_day_number"
    DAY_AFTER = "day_after"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A day that was worked out, and the steps that led to it, in order."""

    day: date
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A number of calendar units: `unit` is days, weeks, months or years, `n` is 0 or more.

    Months and years are calendar months on the same day number; days are days; nothing moves
    for a weekend. Raises DateError for another unit or a negative number.
    """

    n: int
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in _LETTERS:
            raise DateError(f"{self.unit!r} is not a unit: {', '.join(_LETTERS)} were expected")
        if self.n < 0:
            raise DateError(f"{self.n} {self.unit} is not a period: 0 or more was expected")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an ISO 8601 duration of one unit, such as P6M, P90D or P1Y; P1Y6M is 18 months."""
        match = _ISO.fullmatch(text)
        given = [int(n) if n else None for n in match.groups()] if match else []
        stated = [(n, unit) for n, unit in zip(given, _LETTERS, strict=False) if n is not None]
        if len(stated) == 1:
            return cls(*stated[0])
        if [unit for _, unit in stated] == ["years", "months"]:
            return cls(stated[0][0] * 12 + stated[1][0], "months")
        raise DateError(f"{text!r} is not a period: one unit such as P6M or P90D was expected")

    @property
    def iso(self) -> str:
        """Its ISO 8601 text, such as P6M."""
        return f"P{self.n}{_LETTERS[self.unit]}"

    @property
    def words(self) -> str:
        """Its English words: "six months", "one year", "90 days"."""
        return _counted(self.n, self.unit.removesuffix("s"))

    @property
    def months(self) -> int | None:
        """Its length in months; None for days and weeks."""
        factor = _IN_MONTHS.get(self.unit)
        return None if factor is None else self.n * factor

    @property
    def days(self) -> int | None:
        """Its length in days; None for months and years, whose length varies."""
        factor = _IN_DAYS.get(self.unit)
        return None if factor is None else self.n * factor

    def same_length_as(self, other: Period) -> bool:
        """Whether both always end on the same day, as one year and twelve months do."""
        if not self.n and not other.n:
            return True
        return (self.months, self.days) == (other.months, other.days)

    def end_after(self, day: date, rule: DayRule = DayRule.SAME_DAY_NUMBER) -> Reckoned:
        """The day on which the period counted from `day` ends."""
        end = self._add(day)
        steps = [f"{day} + {self.words} = {end}"]
        if self.months is not None and end.day != day.day:
            steps.append(
                f"{MONTH_NAMES[end.month - 1]} {end.year} has no day {day.day}: "
                f"its last day, {end.day}, is taken"
            )
        if rule is DayRule.DAY_AFTER:
            end = add_days(end, 1)
            steps.append(f"this depositary gives the day after: {end}")
        return Reckoned(end, tuple(steps))

    def end_after_partial(
        self, partial: PartialDate, rule: DayRule = DayRule.SAME_DAY_NUMBER
    ) -> PartialDate:
        """The days on which the period may end when it is counted from a partial date.

        `~` and `?` are carried over. A date without a year gives XXXX: nothing is known.
        """
        first, last = partial.earliest, partial.latest
        return PartialDate.spanning(
            None if first is None else self.end_after(first, rule).day,
            None if last is None else self.end_after(last, rule).day,
            approximate=partial.approximate,
            uncertain=partial.uncertain,
        )

    def _add(self, day: date) -> date:
        if self.months is not None:
            return add_months(day, self.months)
        return add_days(day, self.days or 0)

    def __str__(self) -> str:
        return self.words


def first_day_of_month_after(day: date, k: int) -> Reckoned:
    """The first day of the k-th month after the month of `day` (k = 1: of the next month)."""
    if k < 0:
        raise DateError(f"{k} is not a count of months: 0 or more was expected")
    end = date(*month_of_index(month_index(day.year, day.month) + k), 1)
    month = f"{MONTH_NAMES[day.month - 1]} {day.year}"
    counted = _counted(k, "month")
    return Reckoned(
        end,
        (
            f"{day} is in {month}",
            f"{month} + {counted} = {MONTH_NAMES[end.month - 1]} {end.year}",
            f"its first day: {end}",
        ),
    )


def between(a: date, b: date) -> str:
    """How far apart two days are, in words: "six months", "five months and 29 days".

    Whole calendar months from the earlier day, by the month-end rule, then the days that are left.
    """
    first, last = sorted((a, b))
    months = month_index(last.year, last.month) - month_index(first.year, first.month)
    if add_months(first, months) > last:
        months -= 1
    days = (last - add_months(first, months)).days
    years, months = divmod(months, 12)
    counted = [(years, "year"), (months, "month"), (days, "day")]
    parts = [_counted(n, unit) for n, unit in counted if n]
    if len(parts) < 2:
        return parts[0] if parts else "the same day"
    return ", ".join(parts[:-1]) + " and " + parts[-1]


def _counted(n: int, unit: str) -> str:
    number = _WORDS[n] if n < len(_WORDS) else str(n)
    return f"{number} {unit}" if n == 1 else f"{number} {unit}s"
