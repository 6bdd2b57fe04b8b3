"""The blocks of a plain text: what its line ends, bullets and short lines tell of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from inforce.documents.lines import kind_of
from inforce.documents.model import Block, BlockKind
from inforce.documents.page import Page

_LINE = re.compile(r"[^\n]+")
# Hard-wrapped text is rarely set wider than this; a longer line is a paragraph of its own.
_WIDEST = 100
_NARROWEST = 40
# Some archives set a page's date, so marked, before the first line of its text.
_PREFIX = re.compile(r"\s*(date:? \d{4}-\d{2}-\d{2})(?=\s)", re.IGNORECASE)

_Span = tuple[int, int]


def lay_out(text: str) -> Page:
    """The blocks of a normalised plain text, hard-wrapped lines joined without moving a character.

    Only line ends inside a paragraph change: they become spaces. Blank lines part blocks. A line is
    a block of its own, unless the lines are wrapped: broken where the next word would have gone
    beyond the longest of them.
    """
    blocks: list[Block] = []
    pieces: list[str] = []
    done = 0
    for lines in _groups(text):
        soft = _soft_breaks([text[start:end] for start, end in lines])
        for index in soft:
            pieces += text[done : lines[index][1]], " "
            done = lines[index][1] + 1
        blocks.extend(_blocks(text, _joined(lines, soft)))
    return Page("".join([*pieces, text[done:]]), tuple(blocks))


def _groups(text: str) -> Iterator[list[_Span]]:
    """The lines that follow one another without a blank one between."""
    group: list[_Span] = []
    for match in _LINE.finditer(text):
        blank = not match[0].strip()
        if group and (blank or match.start() > group[-1][1] + 1):
            yield group
            group = []
        if not blank:
            group.append(match.span())
    if group:
        yield group


def _soft_breaks(lines: list[str]) -> list[int]:
    """The lines that were broken only because the next word did not fit."""
    width = max(map(len, lines))
    if len(lines) < 3 or not _NARROWEST <= width <= _WIDEST:
        return []
    soft = [
        index
        for index, (line, following) in enumerate(pairwise(lines))
        if len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width
        and kind_of(following) is not BlockKind.LIST_ITEM
    ]
    # Sentences seldom begin where a line does, so most lines go on in small letters.
    small = sum(lines[index + 1].lstrip()[0].islower() for index in soft)
    wrapped = len(soft) >= max(2, (len(lines) - 1) / 2) and small >= len(soft) / 2
    return soft if wrapped else []


def _joined(lines: list[_Span], soft: list[int]) -> Iterator[_Span]:
    broken_softly = set(soft)
    start = None
    for index, (first, end) in enumerate(lines):
        start = first if start is None else start
        if index not in broken_softly:
            yield start, end
            start = None


def _blocks(text: str, spans: Iterator[_Span]) -> Iterator[Block]:
    for start, end in spans:
        prefix = _PREFIX.match(text, start, end)
        if prefix:
            yield Block(*prefix.span(1), BlockKind.BYLINE)
        line = text[prefix.end() if prefix else start : end]
        stripped = line.strip()
        if stripped:
            first = end - len(line.lstrip())
            yield Block(first, first + len(stripped), kind_of(stripped.replace("\n", " ")))
