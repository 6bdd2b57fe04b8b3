"""From every name of a treaty a piece that its writing in a page's bytes must hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import decomposition

PIECE = 6
"""Letters to a piece: few words of general news share six letters with a treaty's name."""
_POPULAR = 12
"""Names from which on their shared piece is also looked for inside other names' compounds."""
# Of words that pages of every kind are full of, in their text or in their scripts.
_COMMON = frozenset(
    (
        *("ontrol", "ommerc", "nterna", "rganiz", "rganis", "merica", "uropea", "roduct"),
        *("ationa", "ations", "gainst", "ultura", "oundin", "ctivit", "ersonn", "anning"),
        *("limate", "ensche", "mended", "rticle", "ration", "etween", "ccordi", "ribuna", "ouveau"),
        *("rotect", "educti", "rimina", "erecho", "ondial", "undial", "ischen", "rohibi", "relati"),
        *("еждуна", "рганиз", "іжнаро", "рганіз", "dzynar", "cienti", "merika", "ettlem"),
    )
)
_WORD = re.compile(r"[^\W_]+")
_ASCII = re.compile(r"[a-z0-9]+")


@dataclass(slots=True)
class Pieces:
    """What is looked for: pieces anywhere in a word, and words with a neighbour or alone.

    ``beside`` maps a word to the words of which one stands right before it, and to those of which
    one stands right after it.
    """

    inside: list[str]
    beside: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)


def pieces_of(names: Iterable[str]) -> Pieces:
    """The pieces of names in lower case: each name holds a piece, or a word with its neighbour.

    Few pieces that serve all names are sought, the commonest first, by their count among the
    names alone, so that the same names always give the same pieces.
    """
    found = Pieces([])
    openings: dict[str, set[str]] = {}
    for name in sorted(set(names)):
        own = set(_openings(name))
        if own:
            openings[name] = own
        else:
            _beside(name, found)
    counted = Counter(piece for own in openings.values() for piece in own)
    popular = [piece for piece, count in counted.items() if count >= _POPULAR]
    for name, own in openings.items():
        own.update(piece for piece in popular if piece in name)
    while openings:
        counted = Counter(piece for own in openings.values() for piece in own)
        best = min(counted, key=lambda piece: (-counted[piece], piece))
        found.inside.append(best)
        openings = {name: own for name, own in openings.items() if best not in own}
    return found


def _runs(word: str) -> list[str]:
    """The stretches of a word whose characters have one form only.

    Those of ASCII, or in a word without any, those that no normalisation composes.
    """
    return _ASCII.findall(word) or "".join(" " if decomposition(c) else c for c in word).split()


def _openings(name: str) -> Iterable[str]:
    """The ``PIECE`` characters after the first letter of each word long enough."""
    for word in _WORD.findall(name):
        long = [run[:PIECE] for run in _runs(word[1:]) if len(run) >= PIECE][:1]
        yield from (piece for piece in long if piece not in _COMMON)


def _beside(name: str, found: Pieces) -> None:
    words = [run for word in _WORD.findall(name) for run in _runs(word)]
    if len(words) < 2:
        found.alone.update(words or [name])
        return
    at = max(range(len(words)), key=lambda place: (len(words[place]), -place))
    before, after = found.beside.setdefault(words[at], (set(), set()))
    if at:
        before.add(words[at - 1])
    else:
        after.add(words[at + 1])
