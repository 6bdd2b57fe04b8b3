"""The paragraphs of a PDF's pages, from where its lines stand."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from inforce.documents.lines import MAX_TITLE, kind_of
from inforce.documents.model import Block, BlockKind
from inforce.documents.page import Metadata, Page
from inforce.documents.pdf_lines import Line

# How many lines at the top and bottom of a page may be its running head and foot, and on how many
# pages the same one makes it so.
_EDGE = 2
_SHORT_PAGE = 8
_RUNNING = 3
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|str\.)?\s*(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…:;]['\"”’»)\]]*\s*$")
# A gap beyond the usual one by this factor, or another size of letters by this one, parts blocks.
_WIDER = 1.35
_LARGER = 1.1


def lay_out_pages(pages: list[list[Line]], metadata: Metadata) -> Page:
    """The pages as one text in blocks; a paragraph that goes on over a page's end stays whole."""
    kept = _without_edges(pages)
    sizes = [line.size for lines in kept for line in lines for _ in range(len(line.text))]
    usual = median(sizes) if sizes else 0.0
    pieces: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    place, pitch = 0, _pitch(kept)
    for lines in kept:
        before: Line | None = None
        right = max((line.right for line in lines), default=0.0)
        if not lines:
            starts.append(place)
        for index, line in enumerate(lines):
            goes_on = (
                _over_the_page(blocks, pieces, line)
                if before is None
                else not _parts(before, line, pitch=pitch, right=right)
            )
            mark = "" if not pieces else " " if goes_on and blocks else "\n\n"
            place += len(mark)
            if index == 0:
                starts.append(place)
            pieces += mark, line.text
            end = place + len(line.text)
            if goes_on and blocks:
                blocks[-1] = Block(blocks[-1].start, end, BlockKind.PARAGRAPH)
            else:
                blocks.append(Block(place, end, _kind(line, usual)))
            place, before = end, line
    text = "".join(pieces)
    return Page(text, tuple(_settled(text, blocks)), metadata, tuple(starts))


def _kind(line: Line, usual: float) -> BlockKind:
    large = line.size > usual * _LARGER and len(line.text) <= MAX_TITLE
    return BlockKind.HEADING if large else BlockKind.PARAGRAPH


def _settled(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the kinds that their whole text has; large letters make a heading."""
    return [
        block
        if block.kind is BlockKind.HEADING
        else Block(block.start, block.end, kind_of(text[block.start : block.end]))
        for block in blocks
    ]


def _parts(before: Line, line: Line, *, pitch: float, right: float) -> bool:
    """Whether a new block begins with a line: a gap, other letters, or the one before ended early.

    A line ended early when the next one's first word would have fitted behind it.
    """
    large, small = max(before.size, line.size), min(before.size, line.size)
    if large > small * _LARGER:
        return True
    gap = before.base - line.top
    if gap <= 0 or gap > max(pitch, line.size) * 4:
        return _ended(before.text, line.text)
    if gap > pitch * _WIDER:
        return True
    word = len(line.text.split(maxsplit=1)[0]) + 1
    width = (line.right - line.left) / max(1, len(line.text))
    return before.right + word * width < right


def _over_the_page(blocks: list[Block], pieces: list[str], line: Line) -> bool:
    whole = bool(blocks) and blocks[-1].kind is BlockKind.PARAGRAPH
    return whole and not _ended(pieces[-1], line.text)


def _ended(before: str, after: str) -> bool:
    """Whether a text does not go on in another column or on the next page."""
    return _STOP.search(before) is not None or not after[:1].islower()


def _pitch(pages: list[list[Line]]) -> float:
    """The usual distance between the baselines of two lines."""
    gaps = [
        before.base - line.top
        for lines in pages
        for before, line in pairwise(lines)
        if line.size <= before.base - line.top < 4 * line.size
    ]
    # The lower quartile: in a text of short paragraphs many gaps are those between them.
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0


def _without_edges(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without their running heads and feet and their numbers."""
    counted: Counter[str] = Counter()
    for lines in pages:
        edge = _edge(lines)
        counted.update({_key(line) for line in (*lines[:edge], *lines[-edge:])})
    running = {key for key, count in counted.items() if count >= _RUNNING}
    kept = []
    for lines in pages:
        edge = _edge(lines)
        kept.append(
            [
                line
                for index, line in enumerate(lines)
                if not (
                    (index < edge or index >= len(lines) - edge)
                    and (_key(line) in running or _NUMBER.fullmatch(line.text))
                )
            ]
        )
    return kept


def _edge(lines: list[Line]) -> int:
    return _EDGE if len(lines) > _SHORT_PAGE else 1


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text)
