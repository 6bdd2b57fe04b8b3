"""A text's words, each looked up in the lexicon once: a surface met before costs no more work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from inforce.reading.lexicon import EMPTY, Lexicon, Surface, Token
from inforce.reading.names import lowered

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![^\W\d_])|'s(?!\w)|n't(?!\w)|"
    r"[^\W\d_]+(?:-[^\W_]+)*(?:'[^\W\d_]{2,})?|\d+|--|[^\w\s]"
)
_PATTERNS: dict[tuple[str, ...], re.Pattern[str]] = {}
_WITH_NOT = re.compile(r"[^\W\d_]+(?=n't(?!\w))|" + _TOKEN.pattern)
MARKS = {
    ",": ",",
    ";": ";",
    ":": ":",
    "—": "-",
    "–": "-",
    "--": "-",
    "-": "-",
    "(": "(",
    ")": ")",
    "•": ";",
    "|": ";",
    "“": '"',
    "”": '"',
    '"': '"',
    ".": ".",
}
ALWAYS: frozenset[str] = frozenset({"*"})
"""Stands, by identity, for every next word: a date, number or period may begin here."""
MOST_SURFACES = 20_000
"""How many surfaces are remembered for one language; then the memory begins anew."""
LONGEST_SURFACE = 60
"""A longer run without a blank is no word that comes again."""


def pattern_of(data: Mapping[str, Any]) -> re.Pattern[str]:
    """What cuts a language's words: an elided article or pronoun stands apart ("l'", "dell'")."""
    elisions = tuple(data.get("elisions", ()))
    if not elisions:
        return _TOKEN
    if elisions not in _PATTERNS:
        _PATTERNS[elisions] = re.compile(rf"(?i:\b(?:{'|'.join(elisions)})')|" + _TOKEN.pattern)
    return _PATTERNS[elisions]


def tokens_of(text: str, span: tuple[int, int], lexicon: Lexicon) -> list[Token]:
    """The tokens of a span of the folded text."""
    start, end = span
    known = lexicon.surfaces
    found: list[Token] = []
    at = start
    for run in text[start:end].split():
        at = text.index(run, at)
        surface = known.get(run)
        if surface is None:
            surface = _looked_up(run, lexicon)
        for first, last, low, kind, word, capital, begins in surface:
            found.append((at + first, at + last, low, kind, word, capital, begins))
        at += len(run)
    return found


def _looked_up(run: str, lexicon: Lexicon) -> Surface:
    """The tokens of a run met for the first time."""
    low = lowered(run)
    pattern = _WITH_NOT if "n't" in low else pattern_of(lexicon.data)
    surface = tuple(
        _token(run, match.span(), low[match.start() : match.end()], lexicon)
        for match in pattern.finditer(run)
    )
    if len(run) <= LONGEST_SURFACE:
        if len(lexicon.surfaces) >= MOST_SURFACES:
            lexicon.surfaces.clear()
        lexicon.surfaces[run] = surface
    return surface


def _token(run: str, span: tuple[int, int], low: str, lexicon: Lexicon) -> Token:
    start, end = span
    begins = _begins(low, lexicon)
    if begins is not ALWAYS and low in MARKS:
        return start, end, low, MARKS[low], EMPTY, False, begins
    word = lexicon.single.get(low, EMPTY)
    return start, end, low, "w", word, run[start].isupper(), begins


def _begins(low: str, lexicon: Lexicon) -> frozenset[str] | None:
    """The next words with which ``low`` begins more than a word."""
    if low[0].isdecimal() or low in lexicon.always:
        return ALWAYS
    if "-" in low and low not in MARKS:
        numbers, months = lexicon.data["numbers"], lexicon.data["dates"]["months"]
        head, _, tail = low.partition("-")
        counted = head in numbers["words"] or tail in numbers["units"]
        counted = counted or low in numbers.get("periods", ())
        if counted or low.rpartition("-")[2] in months:
            return ALWAYS
    return lexicon.begins.get(low)
