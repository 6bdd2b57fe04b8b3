"""The day of publication, as the head of a page prints it, and never a date of its story.

A date counts only where pages print their own: after a label, in the dateline of an agency, on a
line of its own or beside a name, at the end of a headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from inforce.dates import PartialDate
from inforce.documents.lines import BODY, MAX_TITLE
from inforce.documents.words import alternatives, words
from inforce.documents.written import WrittenDate, dates_in

# How many blocks count as the head and the foot of a page, and may open with a dateline; how long
# a line is that gives a date beside names; how far into its line a dateline's date begins.
_HEAD = 40
_DATELINES_WITHIN = 8
_FOOT = 3
_MAX_LINE = 160
_PLACE_WIDTH = 60
_PUBLISHED = 1

_DIGIT = re.compile(r"\d")
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+")
_PREPOSITION = re.compile(
    r"(?:in|on|at|by|from|since|until|till|before|after|for|to|am|im|seit|nach)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:UTC|GMT|BST|CES?T|EES?T|E[SD]?T|P[SD]T|MSK|Z)\b)?(?:[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:by|von|par|por|autor|автор)\s+(?:[\w.'’-]+,?\s+){0,6}[\w.'’-]+,?", re.IGNORECASE
)
_AFTER_DASH = re.compile(r"\s[-–]\s*$")
_PLACE = re.compile(r"\W{0,2}(?:[^\W\d_][\w.'’-]*+,?+\s*+(?:/\s*+)?+){1,5}")
_CLOSING = re.compile(
    r"\)?\.?\s*(?:\([^()]{2,40}\)|/[^/]{2,40}/\.?)?\s*(?P<mark>[–—:]|-{1,2}(?=\s|\w))"
    r"|\)?\.?\s*(?:\([A-Z/ .]{2,40}\)|/[^/]{2,40}/)"
)
_SMALL_WORDS = {"of", "de", "la", "el", "the", "and", "am", "al", "an", "der"}


class Shape(IntEnum):
    """How a page gives its date, the most telling first."""

    LABELLED = 1
    DATELINE = 2
    OWN_LINE = 3
    HEADLINE_END = 4
    DATELINE_WITHOUT_YEAR = 5
    CHANGED = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date found at a place where pages print their own; `block` is the index of its block."""

    shape: Shape
    block: int
    date: WrittenDate


@dataclass(frozen=True, slots=True)
class Finding:
    """The day of publication, if one was found; the blocks that give dates; and what was odd."""

    published: PartialDate | None
    bylines: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()


def find_published(lines: list[str]) -> Finding:
    """The day of publication that the blocks of a document, given as lines, print of themselves.

    A date without a year comes out as XXXX-09-08, the day of a last change as ../2016-05-03.
    """
    candidates = list(_candidates(lines))
    bylines = frozenset(
        c.block
        for c in candidates
        if c.shape in (Shape.LABELLED, Shape.OWN_LINE, Shape.CHANGED)
        and len(lines[c.block]) <= _MAX_LINE
    )
    notes = [c.date.problem for c in candidates if c.date.problem]
    valued = sorted((c for c in candidates if c.date.value), key=_rank)
    if not valued:
        return Finding(None, bylines, _noted(notes))
    best, others = valued[0], valued[1:]
    for other in others:
        if other.shape is not Shape.CHANGED and _differ(best.date.value, other.date.value):
            notes.append(f"the text also carries the date {other.date.value}")
    published = best.date.value
    if best.shape is Shape.CHANGED and published is not None:
        published = PartialDate.between(None, published)
    return Finding(published, bylines, _noted(notes))


def _rank(candidate: Candidate) -> tuple[int, int]:
    return candidate.shape, candidate.block


def _differ(one: PartialDate | None, other: PartialDate | None) -> bool:
    return one is not None and other is not None and one.contradicts(other)


def _noted(problems: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(problems))


def _candidates(lines: list[str]) -> Iterator[Candidate]:
    datelines = []
    in_body = False
    for index, line in enumerate(lines):
        if index < _HEAD and not in_body:
            for shape, date in _printed(line, headline=index < _FOOT + 2):
                yield Candidate(shape, index, date)
        elif index >= len(lines) - _FOOT:
            for date, label in _labelled(line):
                yield Candidate(_of_label(label), index, date)
        if index < _DATELINES_WITHIN * 4 and (date_ := _dateline(line)):
            datelines.append((index, date_))
        in_body = in_body or len(line) >= BODY
    # More than one: a chronology, each entry of which begins as a dateline does.
    if len(datelines) == 1 and datelines[0][0] < _DATELINES_WITHIN:
        index, date_ = datelines[0]
        with_year = date_.has_year or date_.problem is not None
        yield Candidate(Shape.DATELINE if with_year else Shape.DATELINE_WITHOUT_YEAR, index, date_)


def _printed(line: str, *, headline: bool) -> Iterator[tuple[Shape, WrittenDate]]:
    """The dates of a line that is about the page, not its story."""
    if not _DIGIT.search(line, 0, 2 * _MAX_LINE):
        return
    labelled = list(_labelled(line))
    if labelled:
        yield from ((_of_label(label), date) for date, label in labelled)
        return
    if len(line) > max(_MAX_LINE, MAX_TITLE):
        return
    parts = [part for part in _SEPARATOR.split(line) if part]
    short = len(line) <= _MAX_LINE and not any(_is_sentence(part) for part in parts)
    for part in parts:
        for date in dates_in(part):
            if not (date.has_year or date.problem):
                continue
            if short and _nothing_but(part, date):
                yield Shape.OWN_LINE, date
            elif headline and _is_iso_end(part, date):
                yield Shape.HEADLINE_END, date


def _is_sentence(part: str) -> bool:
    return len(part.split()) > 15 or (part.endswith((".", "!")) and len(part.split()) > 3)


def _is_iso_end(part: str, date: WrittenDate) -> bool:
    """Whether a date in numbers, year first, ends a part of a line after a dash."""
    ends = date.end == len(part.rstrip()) and part[date.start : date.start + 4].isdigit()
    return ends and _AFTER_DASH.search(part[: date.start]) is not None


def _nothing_but(part: str, date: WrittenDate) -> bool:
    """Whether a part of a line holds only a date, with its weekday, hour, place or author."""
    before, after = part[: date.start].strip(), part[date.end :].strip()
    after = _without_clock(after).strip(" ,.;()-–")
    before = _without_clock(before)
    if after and not (_is_place(after) and not before.strip(" ,.;()-–")):
        return False
    bare = before.strip(" ,.;()-–")
    if not bare or _AUTHOR.fullmatch(before):
        return True
    return before.endswith(",") and _is_place(bare) and len(bare.split()) <= 3


def _without_clock(text: str) -> str:
    return _weekday().sub("", _CLOCK.sub("", text))


def _is_place(text: str) -> bool:
    named = [word for word in re.findall(r"[^\W\d_][\w.'’-]*", text) if word not in _SMALL_WORDS]
    return bool(named) and len(named) <= 5 and all(word[0].isupper() for word in named)


def _labelled(line: str) -> Iterator[tuple[WrittenDate, int]]:
    """The dates that follow a label such as "Published:"."""
    for part in _SEPARATOR.split(line[: 2 * _MAX_LINE]):
        label = _label().match(part)
        if not label:
            continue
        for date in dates_in(part):
            between = part[label.end() : date.start]
            rest = part[date.end :]
            plain = not _without_clock(between).strip(" ,:;-–at")
            marked = ":" in label[0] or len(_without_clock(rest)) <= 40
            iso = label["label"].casefold() == "date" and part[date.start :][:4].isdigit()
            if plain and (marked or iso) and (date.has_year or date.problem):
                yield date, words("label")[" ".join(label["label"].casefold().split())]
            break


def _of_label(label: int) -> Shape:
    return Shape.LABELLED if label == _PUBLISHED else Shape.CHANGED


def _dateline(line: str) -> WrittenDate | None:
    """The date of an agency's dateline: "GENEVA, 5 September 2025 (Agency) - "."""
    if not _DIGIT.search(line, 0, _PLACE_WIDTH + 20):
        return None
    date = next(iter(dates_in(line[: _PLACE_WIDTH + 60])), None)
    if date is None or date.start > _PLACE_WIDTH or len(line) - date.end < 30:
        return None
    before, after = _weekday().sub("", line[: date.start]), line[date.end :]
    if not _PLACE.fullmatch(before) or _PREPOSITION.match(before) or not _is_place(before):
        return None
    name = before.strip(" ,.(–-")
    capitals = name.isupper() and len(name) >= 3
    closing = _CLOSING.match(after)
    if capitals and (closing or re.match(r"[.,:]?\s+[\"“«]?[^\W\d_a-zа-я]", after)):
        return date
    return date if closing and "," in before else None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?P<label>{alternatives('label')})\b\s*[:–-]?\s*",
        re.IGNORECASE,
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('weekday')})\b\.?,?", re.IGNORECASE)
