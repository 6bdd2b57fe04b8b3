"""The grammar of EDTF (ISO 8601-2), levels 0 to 2 as far as real documents use it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.dates.errors import DateError
from inforce.dates.stated import Stated

_DATE = re.compile(
    r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<qualifier>[?~%]?)"
)
EXPECTED = "a date such as 2025-05-08, 2025-05, 201X, XXXX-05-08, 2025-05~ or ../2025-05-08"


class Form(StrEnum):
    """How a date is given."""

    POINT = "point"
    INTERVAL = "interval"
    ONE_OF = "one_of"


class End(StrEnum):
    """An end of an interval at which no date is stated."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Span:
    """From one stated date to another, or without bound; a single date is both its ends.

    Raises DateError when reversed, or when no date is stated at either end.
    """

    first: Stated | End
    last: Stated | End

    def __post_init__(self) -> None:
        if self.is_single:
            return
        text = f"{_text(self.first)}/{_text(self.last)}"
        if isinstance(self.first, End) and isinstance(self.last, End):
            raise DateError(f"{text} states no date: XXXX was expected for an unknown date")
        for end in (self.first, self.last):
            if isinstance(end, Stated) and end.earliest is None:
                raise DateError(f"{text} has an end without a year: {end.text}")
        if self.earliest and self.latest and self.latest < self.earliest:
            raise DateError(f"{text} is reversed: an end on or after the start was expected")

    @property
    def is_single(self) -> bool:
        """Whether one date is stated, not a range."""
        return isinstance(self.first, Stated) and self.first == self.last

    @property
    def stated(self) -> tuple[Stated, ...]:
        """The dates stated at its ends, once each."""
        ends = (self.first,) if self.is_single else (self.first, self.last)
        return tuple(end for end in ends if isinstance(end, Stated))

    @property
    def earliest(self) -> date | None:
        """The first stated day; None without a bound."""
        return self.first.earliest if isinstance(self.first, Stated) else None

    @property
    def latest(self) -> date | None:
        """The last stated day, inclusive; None without a bound."""
        return self.last.latest if isinstance(self.last, Stated) else None

    @property
    def possible(self) -> tuple[date | None, date | None]:
        """The first and last day that may be meant, with the margins of approximate ends."""
        first = self.first.possible[0] if isinstance(self.first, Stated) else None
        last = self.last.possible[1] if isinstance(self.last, Stated) else None
        return first, last

    @property
    def pattern(self) -> Stated | None:
        """The single stated date whose days leave gaps, such as XXXX-05 or 2025-XX-08."""
        if isinstance(self.first, Stated) and self.is_single:
            contiguous = self.first.is_season or self.first.is_contiguous
            return None if contiguous else self.first
        return None


def read_edtf(text: str) -> tuple[Form, tuple[Span, ...]]:
    """The form and the spans of an EDTF text; DateError names what cannot be read in it."""
    if text.startswith("[") and text.endswith("]"):
        return Form.ONE_OF, tuple(_choice(part.strip(), text) for part in text[1:-1].split(","))
    first, slash, last = text.partition("/")
    if not slash:
        single = _stated(text, text)
        return Form.POINT, (Span(single, single),)
    return Form.INTERVAL, (Span(_end(first, text), _end(last, text)),)


def write_edtf(form: Form, spans: tuple[Span, ...]) -> str:
    """The canonical EDTF text."""
    if form is Form.ONE_OF:
        return "[" + ",".join(_range(span) for span in spans) + "]"
    span = spans[0]
    if form is Form.POINT:
        return _text(span.first)
    return f"{_text(span.first)}/{_text(span.last)}"


def _stated(text: str, whole: str) -> Stated:
    match = _DATE.fullmatch(text)
    if match is None:
        where = "" if text == whole else f" in {whole!r}"
        raise DateError(f"{text!r}{where} is not a date: {EXPECTED} was expected")
    return Stated(match["year"], match["month"], match["day"], match["qualifier"])


def _end(text: str, whole: str) -> Stated | End:
    return End(text) if text in ("", "..") else _stated(text, whole)


def _choice(text: str, whole: str) -> Span:
    first, dots, last = text.partition("..")
    if not dots:
        single = _stated(text, whole)
        return Span(single, single)
    ends = [_stated(end, whole) if end else End.OPEN for end in (first, last)]
    return Span(ends[0], ends[1])


def _text(end: Stated | End) -> str:
    return end.text if isinstance(end, Stated) else end.value


def _range(span: Span) -> str:
    if span.is_single:
        return _text(span.first)
    first, last = (_text(e) if isinstance(e, Stated) else "" for e in (span.first, span.last))
    return f"{first}..{last}"
