"""Dates as words of a sentence, before they are resolved against the document's own date."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from inforce.dates import Period
from inforce.reading.lexicon import Token

_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")


@dataclass(slots=True)
class DateRef:
    """What the words say: numbers stated, a weekday, or a relation such as ``last_year``.

    ``loose`` marks "early", "around"; ``adjective`` a year that only describes a noun
    ("the 1997 treaty"); ``bound`` is ``by`` for "by November".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str | None = None
    loose: bool = False
    bound: str | None = None
    adjective: bool = False
    shift: Period | None = None
    """How long before or after the date told last, with the relation ``before`` or ``after``."""

    @property
    def bare_weekday(self) -> bool:
        """Whether nothing but a weekday is said."""
        return self.weekday is not None and self.month is None and self.relative is None


def read_date(
    text: str, tokens: list[Token], at: int, tables: Mapping[str, Any]
) -> tuple[int, DateRef] | None:
    """The date that begins at ``tokens[at]``: tokens taken and what they say."""
    low = tokens[at][2]
    first = low[0]
    if first.isdecimal():
        return _from_digits(text, tokens, at, tables)
    small = tables.get("small_weekdays", False)
    if low in tables["weekdays"] and (small or text[tokens[at][0]].isupper()):
        return _from_weekday(text, tokens, at, tables)
    month = _month(text, tokens, at, tables)
    if month is not None:
        return _from_month(tokens, at, month, tables)
    if low in tables["starts"]:
        return _from_words(tokens, at, tables)
    return None


def _low(tokens: list[Token], at: int) -> str:
    return tokens[at][2] if 0 <= at < len(tokens) else ""


def _month(text: str, tokens: list[Token], at: int, tables: Mapping[str, Any]) -> int | None:
    low = _low(tokens, at)
    head, dash, tail = low.rpartition("-")
    if dash and head in tables["part_of_year"] and tail in tables["months"]:
        return int(tables["months"][tail])
    month = tables["months"].get(low)
    if month is None or (low in tables["cased_months"] and not _is_month(text, tokens, at, tables)):
        return None
    return int(month)


def _is_month(text: str, tokens: list[Token], at: int, tables: Mapping[str, Any]) -> bool:
    """Whether a word that is also no month, such as "may", is one here."""
    if not text[tokens[at][0]].isupper():
        return False
    after, before = _low(tokens, at + 1), _low(tokens, at - 1)
    return (
        after[:1].isdecimal()
        or before[:1].isdecimal()
        or before in tables["prepositions"]
        or before in tables["early"]
        or before in tables["of"]
        or (after == "," and _low(tokens, at + 2)[:1].isdecimal())
        or before in tables["before_month"]
    )


def _day(low: str, tables: Mapping[str, Any]) -> int | None:
    if not low[:1].isdecimal():
        return None
    if not low.isdecimal():
        suffix = next((end for end in tables["ordinal_suffixes"] if low.endswith(end)), "")
        low = low[: len(low) - len(suffix)]
    return int(low) if len(low) <= 2 and low.isdecimal() and 1 <= int(low) <= 31 else None


def _year(low: str) -> int | None:
    return int(low) if len(low) == 4 and low.isdecimal() and 1800 <= int(low) <= 2100 else None


def _from_digits(
    text: str, tokens: list[Token], at: int, tables: Mapping[str, Any]
) -> tuple[int, DateRef] | None:
    low = _low(tokens, at)
    numeric = _NUMERIC.fullmatch(low) if "." in low else None
    if numeric:
        day, month, written = (int(part) for part in numeric.groups())
        if 1 <= day <= 31 and 1 <= month <= 12:
            return 1, DateRef(written + 2000 if written < 100 else written, month, day)
        return None
    whole = _iso(tokens, at) or _year_first(text, tokens, at, tables)
    if whole is not None:
        return whole
    day_of = _day(low, tables)
    if day_of:
        step = _past_marks(tokens, at + 1, tables.get("day_marks", ()))
        if _low(tokens, step) in tables["of"]:
            step += 1
        month_at = _month(text, tokens, step, tables) if step < len(tokens) else None
        if month_at is not None:
            taken, stated = _with_year(tokens, step + 1, tables)
            same = _same_year(tokens, taken, tables) if stated is None else 0
            ref = DateRef(stated, month_at, day_of, relative="day_that_year" if same else None)
            return taken + same - at, ref
    return _bare_year(tokens, at, tables)


def _iso(tokens: list[Token], at: int) -> tuple[int, DateRef] | None:
    """A day as ISO 8601 writes it."""
    iso = [_low(tokens, at + k) for k in range(5)] if _year(_low(tokens, at)) else []
    dashed = iso and iso[1] == iso[3] == "-" and iso[2].isdecimal() and iso[4].isdecimal()
    if dashed and tokens[at + 4][1] - tokens[at][0] == 10 and 1 <= int(iso[2]) <= 12:
        return 5, DateRef(int(iso[0]), int(iso[2]), int(iso[4]))
    return None


def _bare_year(
    tokens: list[Token], at: int, tables: Mapping[str, Any]
) -> tuple[int, DateRef] | None:
    """A year alone: when something was done, or, before a noun, which one is meant."""
    year = _year(_low(tokens, at))
    if year is None:
        return None
    before, after = _low(tokens, at - 1), _low(tokens, at + 1)
    loose = before in tables["part_of_year"]
    if after in tables.get("year_after", ()):
        return 2, DateRef(year, loose=loose)
    governed = before in tables["prepositions"] or before in tables["of"]
    if governed or before in tables["year_before"] or tables.get("bare_years"):
        return 1, DateRef(year, loose=loose)
    plain = after[:1].isalpha() or after in ("(", "-")
    if plain or before in ("(", ","):
        return 1, DateRef(year, adjective=before != "(")
    return None


def _past_marks(tokens: list[Token], at: int, marks: Container[str]) -> int:
    """The position after the marks of an ordinal: "27.", "27-ąją", "27 d."."""
    step = at
    while step < at + 3 and _low(tokens, step) in marks:
        step += 1
    return step


def _year_first(
    text: str, tokens: list[Token], at: int, tables: Mapping[str, Any]
) -> tuple[int, DateRef] | None:
    """A date that begins with its year: "2025 m. birželio 27 d."."""
    marks = tables.get("year_marks", ())
    if not marks or not _year(_low(tokens, at)):
        return None
    step = _past_marks(tokens, at + 1, marks)
    month = _month(text, tokens, step, tables) if step < len(tokens) else None
    if month is None:
        return None
    day = _day(_low(tokens, step + 1), tables)
    if day is None:
        return step + 1 - at, DateRef(int(_low(tokens, at)), month)
    end = _past_marks(tokens, step + 2, tables.get("day_marks", ()))
    return end - at, DateRef(int(_low(tokens, at)), month, day)


def _with_year(tokens: list[Token], at: int, tables: Mapping[str, Any]) -> tuple[int, int | None]:
    """The position after an optional ``[.,] YYYY``, and the year."""
    step = at
    while _low(tokens, step) in (",", ".") or _low(tokens, step) in tables["of"]:
        step += 1
        if step - at > 2:
            break
    year = _year(_low(tokens, step))
    if year and _low(tokens, step + 1) in tables.get("year_after", ()):
        step += 1
    return (step + 1, year) if year else (at, None)


def _same_year(tokens: list[Token], at: int, tables: Mapping[str, Any]) -> int:
    """How many tokens "of that year" takes; none where something else stands there."""
    for phrase, relation in tables["starts"].get(_low(tokens, at), ()):
        same = relation == "that_year" and len(phrase) > 1
        if same and all(_low(tokens, at + k) == word for k, word in enumerate(phrase)):
            return len(phrase)
    return 0


def _from_weekday(
    text: str, tokens: list[Token], at: int, tables: Mapping[str, Any]
) -> tuple[int, DateRef]:
    weekday = int(tables["weekdays"][_low(tokens, at)])
    step = at + 1
    while _low(tokens, step) in (",",) or _low(tokens, step) in tables["weekday_fill"]:
        step += 1
    if step < len(tokens):
        following = None
        if _low(tokens, step)[:1].isdecimal():
            following = _from_digits(text, tokens, step, tables)
        else:
            month = _month(text, tokens, step, tables)
            if month is not None:
                following = _from_month(tokens, step, month, tables)
        if following and following[1].day:
            following[1].weekday = weekday
            return step - at + following[0], following[1]
    return 1, DateRef(weekday=weekday)


def _from_month(
    tokens: list[Token], at: int, month: int, tables: Mapping[str, Any]
) -> tuple[int, DateRef]:
    low, step = _low(tokens, at), at + 1
    loose = "-" in low or _low(tokens, at - 1) in tables["part_of_year"]
    if _low(tokens, step) == "." and tokens[step][0] == tokens[at][1] and len(low) <= 4:
        step += 1
    day = _day(_low(tokens, step), tables)
    if day is not None and not loose and tables.get("month_first", True):
        step = _past_marks(tokens, step + 1, tables.get("day_marks", ())) - 1
        after, year = _with_year(tokens, step + 1, tables)
        return after - at, DateRef(year, month, day)
    after, year = _with_year(tokens, step, tables)
    same = _same_year(tokens, step, tables) if year is None else 0
    if same:
        return step + same - at, DateRef(None, month, loose=loose, relative="day_that_year")
    if year is None:
        return max(1, step - at) if day is None and loose else 1, DateRef(None, month, loose=loose)
    return after - at, DateRef(year, month, loose=loose)


def _from_words(
    tokens: list[Token], at: int, tables: Mapping[str, Any]
) -> tuple[int, DateRef] | None:
    """Relations such as "last month", and "early 2024", whose first word the data lists."""
    for phrase, relation in tables["starts"][_low(tokens, at)]:
        if all(_low(tokens, at + k) == word for k, word in enumerate(phrase)):
            return len(phrase), DateRef(relative=relation)
    return None
