"""Words of comparison ("nearly triple", "more than half") as bounds on a ratio."""

from __future__ import annotations

import re
from dataclasses import dataclass

EXACT_MARGIN = 0.05
"""How far a plain word ("double") may be off: rounding to the nearest tenth of a multiple."""
NEAR_MARGIN = 0.15
"""How far below "nearly" or around "about" a number may lie: half a step of a coarse scale."""

_MULTIPLES = {
    "twice": 2.0,
    "double": 2.0,
    "doubled": 2.0,
    "twofold": 2.0,
    "two-fold": 2.0,
    "triple": 3.0,
    "tripled": 3.0,
    "treble": 3.0,
    "trebled": 3.0,
    "thrice": 3.0,
    "threefold": 3.0,
    "three-fold": 3.0,
    "quadruple": 4.0,
    "quadrupled": 4.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "tenfold": 10.0,
    "half": 0.5,
    "halved": 0.5,
    "third": 1 / 3,
    "quarter": 0.25,
    "fifth": 0.2,
    "tenth": 0.1,
}
_CARDINALS = {
    word: float(n)
    for n, word in enumerate(
        [
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
        ],
        1,
    )
}
_BELOW = ("nearly", "almost", "close to", "just under", "approaching", "not quite")
_UNDER = ("less than", "fewer than", "under", "below")
_OVER = ("more than", "over", "above", "at least", "upwards of", "well over")
_ABOUT = ("about", "around", "roughly", "some", "approximately", "circa")
_TIMES = re.compile(r"(\d+(?:\.\d+)?|[a-z]+)(?: |-)(?:times|fold)\b")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent)")
_FRACTION = re.compile(r"\b([a-z]+) (thirds|quarters|fifths|tenths)\b")
_PARTS = {"thirds": 3, "quarters": 4, "fifths": 5, "tenths": 10}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the greatest ratio that a word of comparison admits, both inclusive."""

    least: float
    most: float

    def admits(self, ratio: float) -> bool:
        """Whether the ratio is one that the word may be used for."""
        return self.least <= ratio <= self.most


def bounds(words: str) -> Bounds | None:
    """The bounds of a word of comparison; None for a word that is not known.

    A rise in per cent is taken as that much more ("a 170 per cent rise" is a ratio of 2.7).
    """
    text = " ".join(words.lower().split())
    multiple = _multiple(text)
    if multiple is None:
        return None
    if any(_says(text, word) for word in _BELOW):
        return Bounds(multiple * (1 - NEAR_MARGIN), multiple)
    if any(_says(text, word) for word in _UNDER):
        return Bounds(0.0, multiple)
    if any(_says(text, word) for word in _OVER):
        return Bounds(multiple, float("inf"))
    margin = NEAR_MARGIN if any(_says(text, word) for word in _ABOUT) else EXACT_MARGIN
    return Bounds(multiple * (1 - margin), multiple * (1 + margin))


def _multiple(text: str) -> float | None:
    if match := _PERCENT.search(text):
        share = float(match[1]) / 100
        if any(word in text for word in ("rise", "more", "increase", "higher", "up", "grew")):
            return 1 + share
        if any(word in text for word in ("fall", "fewer", "decrease", "lower", "down", "drop")):
            return 1 - share
        return share
    if match := _FRACTION.search(text):
        top = _CARDINALS.get(match[1])
        return top / _PARTS[match[2]] if top else None
    if match := _TIMES.search(text):
        if match[1] in _CARDINALS:
            return _CARDINALS[match[1]]
        return float(match[1]) if match[1][0].isdigit() else None
    value = next((value for word, value in _MULTIPLES.items() if _says(text, word)), None)
    return value if value is None or value >= 1 else _changed(value, text)


def _changed(share: float, text: str) -> float:
    """ "up by half" and "a third fewer" as ratios; "more than half" stays a share."""
    plain = re.sub(r"\b(?:more|fewer|less|higher|lower) than\b", "", text)
    if any(_says(plain, word) for word in ("up", "more", "rise", "increase", "higher", "grew")):
        return 1 + share
    if any(_says(plain, word) for word in ("down", "fewer", "less", "lower", "fall", "drop")):
        return 1 - share
    return share


def _says(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None
