"""What a text says of a day, at the precision it says it in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from inforce.dates import compare
from inforce.dates.civil import day_after
from inforce.dates.edtf import EXPECTED, End, Form, Span, read_edtf, write_edtf
from inforce.dates.errors import DateError
from inforce.dates.intervals import DayInterval
from inforce.dates.stated import Stated
from inforce.dates.truth import Truth


class Precision(StrEnum):
    """How closely a date is stated."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    PATTERN = "pattern"
    SEASON = "season"
    UNKNOWN = "unknown"


_MARKS = {
    (False, False): "",
    (False, True): "?",
    (True, False): "~",
    (True, True): "%",
}
_OPEN_DIGITS = {0: Precision.YEAR, 1: Precision.DECADE, 2: Precision.CENTURY}


@dataclass(frozen=True, slots=True, repr=False)
class PartialDate:
    """A date as it was said: a day, or the days that it leaves open. Make one with `parse`.

    It stands for one day, of which only this much is known; it never completes itself. The text
    is EDTF (ISO 8601-2:2019, levels 0 to 2 as far as real documents need).

    `earliest` and `latest` are the first and last day stated, both inclusive; None: no bound is
    known. A qualifier does not move them. What may be meant is `possible`: an approximate date
    (`~`, `%`) reaches one unit of its precision further each way (a month for a month, a year for
    a year), a week for a day; a season, whose days nobody fixes, a month further. All comparisons
    use `possible`, so an approximate date contradicts another only beyond that margin. An
    uncertain date (`?`) is compared as it stands: the doubt is about the source, and `uncertain`
    says so.

    An interval is the days among which the one day lies, so an unknown end (`2025-06-27/`) bounds
    no more than an open one (`2025-06-27/..`).

    Raises DateError for a day that does not exist and for a reversed interval.
    """

    form: Form
    spans: tuple[Span, ...]
    edtf: str = field(init=False, compare=False)
    earliest: date | None = field(init=False, compare=False)
    latest: date | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        first, last = compare.hull([(span.earliest, span.latest) for span in self.spans])
        text = write_edtf(self.form, self.spans)
        if self.form is Form.INTERVAL and first is None and last is None:
            raise DateError(f"{text} has ends without a year: a date with a year was expected")
        object.__setattr__(self, "edtf", text)
        object.__setattr__(self, "earliest", first)
        object.__setattr__(self, "latest", last)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read an EDTF text such as 2025-05-08, 201X, XXXX-05-08, 2025-05~ or ../2025-05-08."""
        return _parsed(text)

    @classmethod
    def from_day(cls, day: date) -> PartialDate:
        """Exactly that day."""
        return cls._single(Stated(f"{day.year:04}", f"{day.month:02}", f"{day.day:02}"))

    @classmethod
    def from_month(cls, year: int, month: int) -> PartialDate:
        """Some day of that month, 1 to 12."""
        return cls.pattern(year=year, month=month)

    @classmethod
    def from_year(cls, year: int) -> PartialDate:
        """Some day of that year."""
        return cls.parse(f"{year:04}")

    @classmethod
    def between(
        cls, first: PartialDate | date | None, last: PartialDate | date | None
    ) -> PartialDate:
        """Some day from `first` to `last`, both inclusive; None leaves that end open."""
        return cls(Form.INTERVAL, (Span(_as_end(first), _as_end(last)),))

    @classmethod
    def pattern(
        cls, *, year: int | None = None, month: int | None = None, day: int | None = None
    ) -> PartialDate:
        """A date of which only these numbers are known, such as "8 May" without a year."""
        if month is not None and not 1 <= month <= 12:
            raise DateError(f"{month} is not a month: a number from 1 to 12 was expected")
        text = "XXXX" if year is None else f"{year:04}"
        if month is not None or day is not None:
            text += "-XX" if month is None else f"-{month:02}"
        return cls.parse(text if day is None else f"{text}-{day:02}")

    @classmethod
    def spanning(
        cls,
        first: date | None,
        last: date | None,
        *,
        approximate: bool = False,
        uncertain: bool = False,
    ) -> PartialDate:
        """Some day from `first` to `last`, written as the day, month or year that they make up.

        None leaves that end open, both None give XXXX; the flags qualify every date stated.
        """
        mark = _MARKS[approximate, uncertain]
        if first is None or last is None:
            stated = [f"{day}{mark}" if day else ".." for day in (first, last)]
            return cls.parse("/".join(stated) if first or last else "XXXX")
        for text in (f"{first}", f"{first}"[:7], f"{first}"[:4]):
            single = cls.parse(text + mark)
            if (single.earliest, single.latest) == (first, last):
                return single
        return cls.parse(f"{first}{mark}/{last}{mark}")

    @classmethod
    def _single(cls, stated: Stated) -> PartialDate:
        return cls(Form.POINT, (Span(stated, stated),))

    @property
    def stated(self) -> Stated | None:
        """The one date stated, with its digits; None for intervals and sets."""
        return self.spans[0].stated[0] if self.form is Form.POINT else None

    @property
    def year(self) -> int | None:
        """The year, if one is stated in full."""
        return _number(self.stated.year) if self.stated else None

    @property
    def month(self) -> int | None:
        """The month, if one is stated in full; None for a season."""
        if self.stated is None or self.stated.is_season:
            return None
        return _number(self.stated.month)

    @property
    def day(self) -> int | None:
        """The day of the month, if one is stated in full."""
        return _number(self.stated.day) if self.stated else None

    @property
    def precision(self) -> Precision:
        """How closely it is stated; sets of days count as intervals."""
        stated = self.stated
        if stated is None:
            return Precision.INTERVAL
        if stated.is_season:
            return Precision.SEASON
        if self.spans[0].pattern is not None:
            return Precision.PATTERN
        if stated.year == "XXXX":
            return Precision.UNKNOWN
        if self.month is None:
            if (stated.month or "XX") != "XX":
                return Precision.PATTERN
            return _OPEN_DIGITS.get(stated.year.count("X"), Precision.PATTERN)
        if self.day is None:
            return Precision.MONTH if (stated.day or "XX") == "XX" else Precision.PATTERN
        return Precision.DAY

    @property
    def approximate(self) -> bool:
        """Whether it, or an end of it, is marked `~` or `%`."""
        return any(end.approximate for span in self.spans for end in span.stated)

    @property
    def uncertain(self) -> bool:
        """Whether it, or an end of it, is marked `?` or `%`."""
        return any(end.uncertain for span in self.spans for end in span.stated)

    @property
    def is_day(self) -> bool:
        """Whether it is one single day, and not approximately."""
        return self.earliest is not None and self.earliest == self.latest and not self.approximate

    @property
    def days(self) -> DayInterval:
        """The stated days as a half-open interval; gaps inside a pattern or a set are included."""
        return _interval(self.earliest, self.latest)

    @property
    def possible(self) -> DayInterval:
        """The days that may be meant, with the margin of an approximate date or a season."""
        return _interval(*self._bounds)

    @property
    def _bounds(self) -> compare.Bounds:
        return compare.hull([span.possible for span in self.spans])

    def the_day(self) -> date:
        """The one day it is; DateError when it is not exactly one."""
        if self.is_day and self.earliest is not None:
            return self.earliest
        if self.approximate:
            found = "is approximate"
        elif self.earliest is None and self.latest is None:
            found = "states no year"
        else:
            found = f"may be any day from {self.earliest or '..'} to {self.latest or '..'}"
        raise DateError(f"{self.edtf} {found}: one single day was expected")

    def could_be(self, day: date) -> bool:
        """Whether that day may be the one meant."""
        return any(compare.span_could_be(span, day) for span in self.spans)

    def could_agree(self, other: PartialDate) -> bool:
        """Whether the two can be the same day."""
        return compare.could_meet(self.spans, other.spans)

    def agrees_with(self, other: PartialDate) -> Truth:
        """Whether `other` says what this date says, no more vaguely.

        YES: every day that `other` leaves open, this date leaves open too (the same single day,
        or `other` wholly inside this one, margins included). NO: no day may be meant by both.
        UNKNOWN: anything between. Not symmetric: 2025 agrees with 2025-05, which may or may not
        agree with 2025.
        """
        if compare.covers(self.spans, other.spans):
            return Truth.YES
        return Truth.UNKNOWN if self.could_agree(other) else Truth.NO

    def is_within(self, other: PartialDate) -> bool:
        """Whether every day it leaves open is one that `other` leaves open."""
        return compare.covers(other.spans, self.spans)

    def contradicts(self, other: PartialDate) -> bool:
        """Whether the two cannot be the same day."""
        return not self.could_agree(other)

    def before(self, other: PartialDate) -> Truth:
        """Whether its day is before the other's."""
        return compare.before(self._bounds, other._bounds)

    def after(self, other: PartialDate) -> Truth:
        """Whether its day is after the other's."""
        return other.before(self)

    def on_or_before(self, other: PartialDate) -> Truth:
        """Whether its day is the other's or an earlier one."""
        return other.before(self).not_()

    def on_or_after(self, other: PartialDate) -> Truth:
        """Whether its day is the other's or a later one."""
        return self.before(other).not_()

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"PartialDate.parse({self.edtf!r})"


@lru_cache(maxsize=8192)
def _parsed(text: str) -> PartialDate:
    return PartialDate(*read_edtf(text))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits is not None and "X" not in digits else None


def _interval(first: date | None, last: date | None) -> DayInterval:
    return DayInterval(first, day_after(last) if last else None)


def _as_end(value: PartialDate | date | None) -> Stated | End:
    if value is None:
        return End.OPEN
    end = PartialDate.from_day(value).stated if isinstance(value, date) else value.stated
    if end is None:
        raise DateError(f"{value} cannot be the end of an interval: {EXPECTED} was expected")
    return end
