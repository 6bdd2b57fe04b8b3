"""Numbers and periods in words and digits, by the language's tables."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from inforce.dates import Period

Tables = Mapping[str, Any]
# More digits than this are a serial number or noise, and too many become infinite.
_MOST_DIGITS = 18


def read_number(words: list[str], at: int, tables: Tables) -> tuple[int, float, bool] | None:
    """The number at ``words[at]``: words taken, value, whether it is an ordinal."""
    word = words[at]
    if word[0].isdecimal():
        found = _digits(word, tables.get("decimal", "."))
        marked = _ordinal_end(words, at, tables.get("ordinal_marks", ()))
        return (marked - at, found[1], True) if found is not None and marked > at else found
    if word in tables["ordinals"]:
        return 1, tables["ordinals"][word], True
    value = _word_value(word, tables)
    if value is None:
        return None
    taken = 1
    hundred = tables["words"].get("hundred")
    if hundred and at + 1 < len(words) and tables["words"].get(words[at + 1]) == hundred:
        value, taken = value * hundred, 2
        after = at + 2
        if after < len(words) and words[after] in tables["joins"]:
            after += 1
        rest = _word_value(words[after], tables) if after < len(words) else None
        if rest and rest < hundred:
            value, taken = value + rest, after - at + 1
    return taken, value, False


def _ordinal_end(words: list[str], at: int, marks: Container[str]) -> int:
    """The position after the marks that make digits an ordinal: "124.", "124-м"; else ``at``."""
    if at + 2 < len(words) and words[at + 1] in marks:
        return at + 2
    if at + 2 < len(words) and words[at + 1] == "-" and words[at + 2] in marks:
        return at + 3
    return at


def _digits(word: str, decimal: str) -> tuple[int, float, bool] | None:
    """A number in digits; ``decimal`` is the mark before a fraction, the other groups by three."""
    digits = word.rstrip("stndrh")
    if (digits != word and not digits.isdecimal()) or len(digits) > _MOST_DIGITS:
        return None
    group = "," if decimal == "." else "."
    plain = digits.replace(group, "") if _groups_of_three(digits, group) else digits
    try:
        return 1, float(plain.replace(",", ".")) if decimal == "," else float(plain), digits != word
    except ValueError:
        return None


def _groups_of_three(digits: str, group: str) -> bool:
    return group in digits and all(len(part) == 3 for part in digits.split(group)[1:])


def _word_value(word: str, tables: Tables) -> float | None:
    known = tables["words"]
    if word in known:
        return float(known[word])
    tens, dash, ones = word.partition("-")
    if dash and known.get(tens, 0) >= 20 and 0 < known.get(ones, 0) < 10:
        return float(known[tens] + known[ones])
    if dash and known.get(tens, 0) >= 20 and ones in tables["ordinals"]:
        return float(known[tens] + tables["ordinals"][ones])
    return None


def read_period(words: list[str], at: int, tables: Tables) -> tuple[int, Period] | None:
    """A number of days, weeks, months or years at ``words[at]``: words taken and the period."""
    word = words[at]
    units = tables["units"]
    if word in tables.get("periods", ()):
        return 1, tables["periods"][word]
    head, dash, unit = word.partition("-")
    if dash and unit in units:
        n = _count(head, tables)
        return (1, Period(n, units[unit])) if n else None
    n = _count(word, tables)
    if not n or at + 1 >= len(words):
        return None
    after = at + 2 if words[at + 1] == "-" and at + 2 < len(words) else at + 1
    owned = (
        after + 1 < len(words) and words[after + 1] == "'s" and word in tables.get("one_words", ())
    )
    owned = owned and not (
        after + 2 < len(words) and words[after + 2] in tables.get("period_nouns", ())
    )
    if words[after] in units and n < 1000 and not owned:
        return after - at + 1, Period(n, units[words[after]])
    return None


def _count(word: str, tables: Tables) -> int | None:
    if word.isdecimal():
        return int(word)
    if word in tables["words"] and word not in tables.get("not_counts", ()):
        return int(tables["words"][word]) or None
    if word in tables.get("one_words", ()):
        return 1
    value = _word_value(word, tables)
    return int(value) if value else None
