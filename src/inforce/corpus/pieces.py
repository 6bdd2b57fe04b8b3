"""From every name of a treaty a piece that its writing in a page's bytes must hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from unicodedata import decomposition

PIECE = 6
"""Letters to a piece: few words of general news share six letters with a treaty's name."""
# Of words that pages of every kind are full of, in their text or in their scripts.
_COMMON = frozenset(
    (
        *("ontrol", "ommerc", "nterna", "rganiz", "rganis", "merica", "uropea", "roduct"),
        *("ations", "gainst", "ultura", "oundin", "ctivit", "ersonn", "anning", "limate"),
        *("ensche", "mended", "rticle"),
    )
)
_WORD = re.compile(r"[^\W_]+")
_ASCII = re.compile(r"[a-z0-9]+")


@dataclass(slots=True)
class Pieces:
    """What is looked for: pieces anywhere in a word, and whole words with a neighbour.

    ``beside`` maps a word to the words before and after it of which one must be there; an empty
    pair of sets asks for the word alone.
    """

    inside: list[str]
    beside: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)
    alone: set[str] = field(default_factory=set)


def pieces_of(names: Iterable[str]) -> Pieces:
    """The pieces of names in lower case: each name holds a piece, or a word with its neighbour.

    The fewest pieces that serve all names are sought, the commonest first, by their count among
    the names alone, so that the same names always give the same pieces.
    """
    windows: dict[str, frozenset[str]] = {}
    found = Pieces([])
    for name in sorted(set(names)):
        inside = frozenset(_openings(name))
        if inside:
            windows[name] = inside
        else:
            _beside(name, found)
    while windows:
        counted = Counter(piece for inside in windows.values() for piece in inside)
        best = min(counted, key=lambda piece: (-counted[piece], piece))
        found.inside.append(best)
        windows = {name: inside for name, inside in windows.items() if best not in inside}
    return found


def _openings(name: str) -> Iterable[str]:
    """The ``PIECE`` characters after the first letter of each word long enough.

    Only of characters that have one form: ASCII, or in a word without it, others that no
    normalisation composes.
    """
    for word in _WORD.findall(name):
        runs = (
            _ASCII.findall(word[1:])
            or "".join(" " if decomposition(c) else c for c in word[1:]).split()
        )
        long = [run[:PIECE] for run in runs if len(run) >= PIECE][:1]
        yield from (piece for piece in long if piece not in _COMMON)


def _beside(name: str, found: Pieces) -> None:
    words = [run for word in _WORD.findall(name) for run in _ASCII.findall(word)]
    if len(words) < 2:
        found.alone.update(words or [name])
        return
    at = max(range(len(words)), key=lambda place: (len(words[place]), -place))
    before, after = found.beside.setdefault(words[at], (set(), set()))
    if at:
        before.add(words[at - 1])
    else:
        after.add(words[at + 1])
