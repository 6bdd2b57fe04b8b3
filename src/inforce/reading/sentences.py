"""A text's sentences as spans: headlines and list lines stand alone, wrapped lines are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n]+")
_APOSTROPHE = re.compile(r"['’ʼ](?:(?<=\w.)(?=\w)|(?<=s['’])(?=\s))")
_LIST_MARK = re.compile(r"(?m)^[ \t]*[-•*·]+(?=\s)")
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\d{1,2}(?=\s+[^\W\d_])")
_ARTICLE = re.compile(r"(?i:\b(art|ust|pkt|nr|ok|ст|п|ч|str|punkt)\.\s*$)")
_ONLY_DATE = re.compile(r"(?:\w+ ){0,4}\d{4} \w\.")
_YEAR_ENDS = re.compile(r"\b\d{4} (?:г|р|r)\. (?=[^\W\d_])")
_ENDS = (".", "!", "?", ":", ";", "”", '"', "»", "…")
_FINAL = (".", "!", "?", "…", "”", '"')
WRAP_AT_LEAST = 40
"""A shorter line is a heading or an item, not a line that a mail or wire program has broken."""
WRAP_AT_MOST = 100
SLACK = 2
"""By how much a line may fall short of the widest and still count as full."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``start`` and ``end`` in the text, and whether it is a heading.

    A heading is a line of its own without a final stop.
    """

    start: int
    end: int
    heading: bool


def sentences(text: str, language: str) -> list[Sentence]:
    """The sentences of ``text`` in order; spans never overlap and hold no outer blanks."""
    from sentencex import get_sentence_boundaries

    if not text.strip():
        return []
    # an apostrophe inside a word must not open a quotation, nor a dash a list item, within which
    # nothing is split
    plain = _LIST_MARK.sub(_blank, _APOSTROPHE.sub("x", text))
    plain = _FOOTNOTE.sub(_blank, plain)
    found: list[Sentence] = []
    position = 0
    for cut in [*hard_breaks(text), len(text)]:
        part = plain[position:cut]
        if part and not part.isspace():
            cuts = [
                (b["start_index"], b["end_index"]) for b in get_sentence_boundaries(language, part)
            ]
            for start, end in _uncut(part, cuts):
                _add(found, text, (position + start, position + end))
        position = cut
    return found


def _uncut(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, joined where a dot ends an abbreviation or an ordinal and no sentence.

    No sentence begins with a small letter, ends in "art.", or is nothing but a date ("W 2025 r.").
    """
    out: list[tuple[int, int]] = []
    for start, end in [part for cut in cuts for part in _parted(text, cut)]:
        before = text[out[-1][0] : out[-1][1]] if out else ""
        if before.rstrip().endswith(".") and "\n" not in before[-1:]:
            small = text[start : start + 1].islower()
            numbered = text[start : start + 1].isdecimal() and _ARTICLE.search(before)
            if small or numbered or _ONLY_DATE.fullmatch(before.strip()):
                out[-1] = (out[-1][0], end)
                continue
        out.append((start, end))
    return out


def _parted(text: str, cut: tuple[int, int]) -> list[tuple[int, int]]:
    """A span parted where a year's abbreviation ends a sentence: "29 мая 2023 г. Парламент ..."."""
    start, end = cut
    places = [m.end() for m in _YEAR_ENDS.finditer(text, start, end) if text[m.end()].isupper()]
    bounds = [start, *places, end]
    return list(pairwise(bounds))


def _blank(mark: re.Match[str]) -> str:
    return " " * len(mark.group())


def hard_breaks(text: str) -> list[int]:
    """The offsets of the line ends at which a sentence must end."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    wrapped = _wrapped_lines(text, lines)
    return [end for number, (_, end) in enumerate(lines) if number not in wrapped]


def _wrapped_lines(text: str, lines: list[tuple[int, int]]) -> set[int]:
    """The lines that run on in the next one."""
    wrapped: set[int] = set()
    for block in _blocks(text, lines):
        widest = max(lines[n][1] - lines[n][0] for n in block)
        may_wrap = len(block) > 2 and WRAP_AT_LEAST <= widest <= WRAP_AT_MOST
        for number in block[:-1]:
            start, end = lines[number]
            line = text[start:end].rstrip()
            following = text[lines[number + 1][0] : lines[number + 1][1]].lstrip()
            open_ended = end - start >= WRAP_AT_LEAST and not line.endswith(_ENDS)
            full = len(line) + 1 + len(following.split(maxsplit=1)[0]) > widest - SLACK
            if (open_ended and following[:1].islower()) or (may_wrap and full):
                wrapped.add(number)
    return wrapped


def _blocks(text: str, lines: list[tuple[int, int]]) -> Iterator[list[int]]:
    """Runs of lines without a blank line between them."""
    run: list[int] = []
    for number, (start, end) in enumerate(lines):
        blank = not text[start:end].strip()
        touching = not run or text.count("\n", lines[run[-1]][1], start) <= 1
        if run and (blank or not touching):
            yield run
            run = []
        if not blank:
            run.append(number)
    if run:
        yield run


def _line_start(text: str, start: int) -> bool:
    """Whether only blanks and list marks stand before ``start`` on its line."""
    at = start - 1
    while at >= 0 and text[at] in " \t\u00a0-•*·":
        at -= 1
    return at < 0 or text[at] == "\n"


def _add(found: list[Sentence], text: str, span: tuple[int, int]) -> None:
    raw = text[span[0] : span[1]]
    words = raw.strip()
    if not words:
        return
    start = span[0] + raw.index(words[0])
    end = start + len(words)
    heading = (
        not words.endswith(_FINAL)
        and len(words) < 160
        and (end == len(text) or text[end : end + 2].lstrip(" \t\u00a0").startswith("\n"))
        and _line_start(text, start)
    )
    found.append(Sentence(start, end, heading))
