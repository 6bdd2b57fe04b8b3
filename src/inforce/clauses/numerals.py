"""Numbers as treaties write them, in words and figures, cardinal and ordinal, to integers."""

from __future__ import annotations

from collections.abc import Sequence

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINAL_UNITS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

CARDINALS = {word: n for n, word in enumerate(_UNITS) if n}
CARDINALS.update({word: 20 + 10 * n for n, word in enumerate(_TENS)})
ORDINALS = {word: n for n, word in enumerate(_ORDINAL_UNITS) if n}
ORDINALS.update({f"{word[:-1]}ieth": 20 + 10 * n for n, word in enumerate(_TENS)})
ORDINALS |= {"hundredth": 100}

_ANY = "|".join(sorted((*CARDINALS, *ORDINALS, "hundred"), key=len, reverse=True))
PATTERN = (
    rf"(?:\b\d+(?: ?(?:st|nd|rd|th)\b)?|\b(?:(?:one|a) )?(?:{_ANY})(?: (?:and )?(?:{_ANY}))*\b)"
)
"""A number in canonical text, without groups."""


def number(words: str) -> int | None:
    """The integer that canonical words or figures say, cardinal or ordinal; None for no number."""
    parts = words.split()
    if parts and parts[0].isdigit():
        return int(parts[0])
    if parts and parts[0][:-2].isdigit() and parts[0][-2:] in ("st", "nd", "rd", "th"):
        return int(parts[0][:-2])
    return _of_words([part for part in parts if part not in ("and", "a")])


def is_ordinal(words: str) -> bool:
    """Whether the last word makes it an ordinal: "twenty second", "90th"."""
    last = words.rsplit(maxsplit=1)[-1]
    return last in ORDINALS or last in ("st", "nd", "rd", "th") or last[:-2].isdigit()


def _of_words(parts: Sequence[str]) -> int | None:
    total = 0
    for part in parts:
        if part in ("hundred", "hundredth"):
            total = max(total, 1) * 100
            continue
        value = CARDINALS.get(part, ORDINALS.get(part))
        if value is None:
            return None
        # "one twenty" and "five thirty" are no numbers, "twenty five" is.
        if total % 100 and not (total % 100 >= 20 and total % 10 == 0 and value < 10):
            return None
        total += value
    return total or None
