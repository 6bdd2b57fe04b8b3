"""Words of likelihood as ranges of probability, by a named scale."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inforce.catalogue.scales import Scale, Term


@dataclass(frozen=True, slots=True)
class Range:
    """Probabilities from ``low`` to ``high``, both included, between 0 and 1."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """Halfway between the ends: a convention, never a measurement."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The words of a forecast and what a scale makes of them.

    ``term`` are the scale's own words found in them and ``range`` their range; both None where
    the scale has no such words, which are then left unmapped. ``hedges`` are the words besides.
    """

    words: str
    scale: str
    term: str | None = None
    range: Range | None = None
    hedges: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the words are the scale's alone: only then is a range scored."""
        return self.range is not None and not self.hedges


def likelihood(words: str, scale: Scale) -> Likelihood:
    """What the scale makes of the words.

    The longest of its terms that stands in them counts, as whole words; what is left over is a
    hedge. Two terms in the same words ("likely, perhaps highly likely") map to none.
    """
    text = " ".join(words.lower().split())
    found = sorted(_found(text, scale), key=lambda pair: -len(pair[0]))
    outer = [pair for pair in found if not any(_inside(pair[0], other) for other, _ in found)]
    if len({term for _, term in outer}) != 1:
        return Likelihood(text, scale.id)
    said, term = outer[0]
    rest = re.sub(rf"\b{re.escape(said)}\b", " ", text, count=1)
    hedges = tuple(re.findall(r"\w[\w'-]*", rest))
    return Likelihood(text, scale.id, said, Range(term.low / 100, term.high / 100), hedges)


def _found(text: str, scale: Scale) -> list[tuple[str, Term]]:
    return [
        (words, term)
        for term in scale.terms
        for words in term.words
        if re.search(rf"\b{re.escape(words)}\b", text)
    ]


def _inside(words: str, other: str) -> bool:
    return words != other and re.search(rf"\b{re.escape(words)}\b", other) is not None
