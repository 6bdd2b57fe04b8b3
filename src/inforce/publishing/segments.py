"""A text cut where spans begin and end, so that overlapping spans can all be marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from inforce.documents.model import Block, BlockKind, Document

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the same spans lie.

    ``over`` are the places, in the list of spans, of those that lie over it; ``ending`` of those
    that end with it.
    """

    start: int
    end: int
    over: tuple[int, ...]
    ending: tuple[int, ...]


def segments(start: int, end: int, spans: Sequence[Span]) -> list[Segment]:
    """Cut ``start`` to ``end`` wherever a span begins or ends inside; together they cover it."""
    inside = [(max(a, start), min(b, end)) for a, b in spans]
    cuts = {start, end}
    for a, b in inside:
        if a < b:
            cuts |= {a, b}
    ordered = sorted(cuts)
    found = []
    for left, right in pairwise(ordered):
        over = tuple(n for n, (a, b) in enumerate(inside) if a <= left and right <= b)
        ending = tuple(n for n in over if spans[n][1] == right)
        found.append(Segment(left, right, over, ending))
    return found


def paragraphs(document: Document) -> list[Block]:
    """The document's blocks; for a document without any, its lines that are not blank."""
    if document.blocks:
        return list(document.blocks)
    blocks, place = [], 0
    for line in document.text.splitlines(keepends=True):
        body = line.rstrip()
        start = place + len(body) - len(body.lstrip())
        if body:
            blocks.append(Block(start, place + len(body), BlockKind.PARAGRAPH))
        place += len(line)
    return blocks
