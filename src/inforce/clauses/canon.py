"""Text in one canonical form, word by word, with the way back to the original characters.

Lower case, one space, broken words put together, hyphens gone, a figure in parentheses after the
same number in words dropped; French and Spanish clauses in the English words for the same thing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inforce.clauses.numerals import PATTERN as NUMBER
from inforce.clauses.vocabulary import BEGINNINGS, WHOLE_WORDS

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)?|[,;:()%\[\]\"“”«»-]")
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(rf"{NUMBER}$")
_PIECES = 6
"""A word is in at most three pieces, with hyphens between them."""
_QUOTES = frozenset('"“”«»-')

Token = tuple[str, int, int]
"""A word in lower case, and where it begins and ends in the original."""
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""First word to (the whole phrase's words, what stands for it), the longest first."""


@dataclass(frozen=True, slots=True)
class Canon:
    """Canonical text; ``at[k]`` is where its k-th word begins in it, ``spans[k]`` its original."""

    text: str
    at: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original characters of a stretch of the canonical text that is not empty."""
        first = max(bisect_right(self.at, start) - 1, 0)
        last = max(bisect_right(self.at, max(end - 1, start)) - 1, 0)
        return self.spans[first][0], self.spans[last][1]


def canonical(text: str, start: int, end: int, phrases: Phrases | None = None) -> Canon:
    """The canonical form of ``text[start:end]``; ``phrases`` translate another language."""
    tokens = _joined(
        [
            (_plain(m[0]), start + m.start(), start + m.end())
            for m in _TOKEN.finditer(text[start:end])
        ]
    )
    tokens = [token for token in tokens if token[0] not in _QUOTES]
    if phrases:
        tokens = _translated(_without_elisions(tokens), phrases)
    tokens = _without_figures(tokens)
    at, place = [], 0
    for word, _, _ in tokens:
        at.append(place)
        place += len(word) + 1
    return Canon(" ".join(word for word, _, _ in tokens), tuple(at), tuple(t[1:] for t in tokens))


def _plain(word: str) -> str:
    """In lower case and without a possessive: "one year's notice" is "one year notice"."""
    return word.lower().replace("’", "'").removesuffix("'s")


def _joined(tokens: list[Token]) -> list[Token]:
    """Words that a scan or a line's end broke in two or three, put together."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        word, begin, end = tokens[place]
        taken = 1
        if word in BEGINNINGS:
            word, end, taken = _whole(tokens, place)
        found.append((word, begin, end))
        place += taken
    return found


def _whole(tokens: list[Token], place: int) -> tuple[str, int, int]:
    """The longest whole word that begins here, where it ends, and how many pieces it takes."""
    word, _, end = tokens[place]
    best = (word, end, 1)
    joined = word
    for taken, (piece, begin, after) in enumerate(tokens[place + 1 : place + _PIECES], 2):
        # At most a hyphen and a little white space stand between the pieces.
        if begin - end > 3:
            break
        end = after
        if piece == "-":
            continue
        joined += piece
        if joined in WHOLE_WORDS:
            best = (joined, after, taken)
        elif joined not in BEGINNINGS:
            break
    return best


def _without_elisions(tokens: list[Token]) -> list[Token]:
    """Words with what is elided before them apart: "d'adhésion" is "d'" and "adhésion"."""
    found: list[Token] = []
    for word, begin, end in tokens:
        first, sign, rest = word.partition("'")
        if sign and rest:
            middle = begin + len(first) + 1
            found += [(f"{first}'", begin, middle), (rest, middle, end)]
        else:
            found.append((word, begin, end))
    return found


def _translated(tokens: list[Token], phrases: Phrases) -> list[Token]:
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        word, begin, _ = tokens[place]
        for phrase, said in phrases.get(word, ()):
            taken = len(phrase)
            if tuple(token[0] for token in tokens[place : place + taken]) == phrase:
                end = tokens[place + taken - 1][2]
                found += [(one, begin, end) for one in said.split()]
                place += taken
                break
        else:
            found.append(tokens[place])
            place += 1
    return found


def _without_figures(tokens: list[Token]) -> list[Token]:
    """ "thirty ( 30 ) days" and "thirtieth day ( 30 )" without what stands in parentheses."""
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        inside = tokens[place : place + 3]
        if (
            len(inside) == 3
            and inside[0][0] in ("(", "[")
            and inside[2][0] in (")", "]")
            and _DIGITS.fullmatch(inside[1][0])
            and any(_NUMBER.search(token[0]) for token in found[-2:])
        ):
            place += 3
            continue
        found.append(tokens[place])
        place += 1
    return found
