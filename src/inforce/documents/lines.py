"""What a line of a page is by its shape: heading, byline, furniture or text."""

from __future__ import annotations

import re

from inforce.documents.model import BlockKind

MAX_TITLE = 200
MAX_HEADING = 120
MAX_BYLINE = 100
_MIN_TITLE_WORDS = 4
_MIN_LETTERS = 3
_MAX_SIGNS = 30
_TAIL = 60
# A block of this many characters is body text, whatever its shape.
BODY = 200

_BULLET = re.compile(r"\s*(?:[-–•*·▪◦]|\d{1,2}[.)])\s+\S")
_STOP = re.compile(r"[.!…]['\"”’»)\]]*\s*(?:\[\d+\])?$")
_LETTERS = re.compile(r"[^\W\d_]")
_BYLINE = re.compile(
    r"\W*(?:(?:by|von|par|por|autor(?:ius|ka|s)?|автор)\s+(?:an?\s)?(?-i:[A-ZÀ-ÞČĒĢĶĻŁŅŠŽĖĪŪА-ЯЄІЇҐ])"
    r"|(?:authors?|editors?|writer|source|photo|image|credit|text|autor|auteur|автор|фото|джерело"
    r"|источник|date|datum|fecha|data|дата)\s*:"
    r"|from our\b|reporting by\b|.{0,40}\bcorrespondent$)",
    re.IGNORECASE,
)
_SEPARATORS = "|•·"
# Another report's headline with its own day and hour run on to it, as link lists print it.
_TEASER = re.compile(r"\D\d{1,2}\.\d{1,2}\.\d{2,4},? \d{1,2}:\d{2}(?:\s*[•·|]\s*[\d ]+\w*)?$")
_FURNITURE = re.compile(
    r"\W*(?:advertisements?|sponsored|promoted|accessibility links|(?:skip|go) to (?:the )?"
    r"(?:main |page )?content|(?:latest|breaking|top|related|more) (?:news|stories|articles)"
    r"|related|read (?:more|also|next)(?: (?:on|in|at)\b.*|:.*)?|see also(?::.*)?|more on this"
    r"(?: story)?|share(?: (?:this|on|via|article)\b.*)?|tweet|print|e-?mail|comments?(?: \(\d+\))?"
    r"|(?:leave|post|add) a (?:comment|reply)|follow (?:us|our)\b.{0,60}"
    r"|(?:subscribe|sign up) (?:to|for|now|here|today)\b.{0,60}"
    r"|reprint(?:ing|s)?\b.{0,80}|type to search|dark.mode|newsletter"
    r"|(?:cookie|privacy) (?:policy|settings|notice)|all rights reserved.*"
    r"|(?:©|copyright\b).*|menu|search|home|log ?in|sign in|loading|back to top|listen|watch"
    r"|\d+ of \d+ \|.*|\d+ (?:min(?:ute)?s?|views?|comments?|shares?)(?: read)?|tags?:.*"
    r"|topics?:.*|anzeige|werbung|publicité|publicidad|pubblicità|reklama|реклама|annonse)\W*",
    re.IGNORECASE,
)


def kind_of(line: str) -> BlockKind:
    """What a stripped line is by itself; a headline, which shows by its place, is a heading."""
    if len(line) > MAX_TITLE:
        return BlockKind.LIST_ITEM if _BULLET.match(line) else BlockKind.PARAGRAPH
    if _TEASER.search(line, max(0, len(line) - _TAIL)):
        return BlockKind.TEASER
    if len(line) <= MAX_BYLINE:
        if len(line) <= _MAX_SIGNS and len(_LETTERS.findall(line)) < _MIN_LETTERS:
            return BlockKind.BOILERPLATE
        if _FURNITURE.fullmatch(line):
            return BlockKind.BOILERPLATE
        if _is_separated(line) or (_BYLINE.match(line) and not _stops(line)):
            return BlockKind.BYLINE
    if _BULLET.match(line):
        return BlockKind.LIST_ITEM
    return BlockKind.HEADING if _ends_open(line, MAX_HEADING) else BlockKind.PARAGRAPH


def could_be_title(line: str) -> bool:
    """Whether a line is short, has words enough for a headline and ends without a full stop."""
    return _ends_open(line, MAX_TITLE) and len(line.split()) >= _MIN_TITLE_WORDS


def _is_separated(line: str) -> bool:
    """Whether signs part it as they part author, day and outlet; a bullet is no such sign."""
    return any(sign in line[1:] for sign in _SEPARATORS)


def _ends_open(line: str, longest: int) -> bool:
    return len(line) <= longest and not (line.endswith((":", ";", ",")) or _stops(line))


def _stops(line: str) -> bool:
    """Whether a line ends with a full stop; a headline may ask."""
    return _STOP.search(line, max(0, len(line) - _TAIL)) is not None
