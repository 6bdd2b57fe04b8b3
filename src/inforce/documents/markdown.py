"""Markdown: its blocks by markdown-it, without their markup, and the way back to the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from inforce.dates import DateError, PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits
from inforce.documents.lines import kind_of
from inforce.documents.model import Block, BlockKind, Format, PublishedFrom
from inforce.documents.normalise import normalise
from inforce.documents.origin import Origin, Places
from inforce.documents.page import Extract, Metadata, Page
from inforce.documents.texts import check_size

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S
)
_DATE_KEYS = ("published", "date", "pubdate", "publishdate")
_OUTLET_KEYS = ("outlet", "source", "publisher", "site")
_ADDRESS_KEYS = ("url", "canonical", "canonical_url", "link")
_TAG = re.compile(r"<[^>]{0,2000}>")
_WORD = re.compile(r"\S+|\s+")
_AHEAD = 4_000


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    kind: BlockKind


def read_markdown(text: str, name: str, *, limits: Limits, notes: tuple[str, ...] = ()) -> Extract:
    """The text of headings, paragraphs, lists and tables; day and title from the front matter.

    Raises DocumentError when there is nothing to read in it or it is beyond the limits.
    """
    check_size(len(text), name, limits)
    if len(text) > limits.max_markdown:
        raise DocumentError(
            name,
            f"is Markdown of {len(text)} characters, more than the {limits.max_markdown} that are "
            "read; split it up",
        )
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable("table")
    try:
        pieces = list(_pieces(parser.parse(normalise(body))))
    except (RecursionError, ValueError, IndexError) as error:
        raise DocumentError(
            name, f"cannot be parsed as Markdown ({type(error).__name__}); a text was expected"
        ) from None
    if not pieces:
        raise DocumentError(name, "is Markdown without text; a text was expected")
    blocks, place = [], 0
    for piece in pieces:
        blocks.append(Block(place, place + len(piece.text), piece.kind))
        place += len(piece.text) + 2
    shown = "\n\n".join(piece.text for piece in pieces)
    page = Page(shown, tuple(blocks), _front_matter(front[1]) if front else Metadata())
    return Extract(name, page, Format.MARKDOWN, Origin(text, shown, _trace), notes)


def _pieces(tokens: list[Token]) -> Iterator[_Piece]:
    """The blocks of text; the cells of a table's row are parted by tabs."""
    items, heading = 0, ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type in ("list_item_open", "list_item_close"):
            items += token.nesting
        elif token.type == "heading_open":
            heading = token.tag
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            if any(cells):
                yield _Piece("\t".join(cells), BlockKind.PARAGRAPH)
            cells = None
        elif token.type in ("fence", "code_block", "html_block"):
            bare = _TAG.sub(" ", token.content) if token.type == "html_block" else token.content
            for line in bare.split("\n"):
                if clean := " ".join(line.split()):
                    yield _Piece(clean, kind_of(clean))
        elif token.type == "inline":
            clean = " ".join(_inline(token.children or []).split())
            if cells is not None:
                cells.append(clean)
            elif clean:
                yield _Piece(clean, _kind(clean, heading, in_item=items > 0))
            heading = ""


def _kind(text: str, heading: str, *, in_item: bool) -> BlockKind:
    if heading:
        return BlockKind.TITLE if heading == "h1" else BlockKind.HEADING
    kind = kind_of(text)
    if in_item and kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return BlockKind.LIST_ITEM
    return kind


def _inline(tokens: list[Token]) -> str:
    """The characters that a reader sees; the words beside a picture are not among them."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts)


def _trace(original: str, text: str) -> Places:
    """Each word's place in the source, looked for from the one before it on.

    A word that is not there as it stands (it holds an entity or markup) is looked for letter by
    letter.
    """
    from inforce.documents.normalise import trace

    front = _FRONT.match(original)
    skipped = front.end() if front else 0
    source = normalise(original[skipped:])
    back = trace(original[skipped:], source)
    starts, ends = array("I"), array("I")
    place = 0
    for word in _WORD.finditer(text):
        found = -1 if word[0].isspace() else source.find(word[0], place, place + _AHEAD)
        if found >= 0:
            spots = list(range(found, found + len(word[0])))
            place = found + len(word[0])
        else:
            spots = []
            for letter in word[0]:
                at = source.find(letter, place, place + 50) if not letter.isspace() else -1
                spots.append(at)
                place = at + 1 if at >= 0 else place
        last = ends[-1] if ends else skipped
        for spot in spots:
            starts.append(skipped + back.starts[spot] if spot >= 0 else last)
            last = skipped + back.ends[spot] if spot >= 0 else last
            ends.append(last)
    return Places(starts, ends)


def _front_matter(text: str) -> Metadata:
    import yaml

    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return Metadata(notes=("the front matter is no YAML and is not used",))
    if not isinstance(found, dict):
        return Metadata()
    values = {str(key).lower(): value for key, value in found.items()}
    notes: list[str] = []
    return Metadata(
        published=_day(_first(values, _DATE_KEYS), notes),
        published_from=PublishedFrom.FRONT_MATTER,
        title=_short(_first(values, ("title",))),
        outlet=_short(_first(values, _OUTLET_KEYS)),
        address=_short(_first(values, _ADDRESS_KEYS)),
        notes=tuple(notes),
    )


def _first(values: dict[str, object], keys: tuple[str, ...]) -> object:
    return next((values[key] for key in keys if values.get(key)), None)


def _short(value: object) -> str | None:
    return " ".join(normalise(value).split())[:500] or None if isinstance(value, str) else None


def _day(value: object, notes: list[str]) -> PartialDate | None:
    """A YAML date or time, or an EDTF date as text."""
    if isinstance(value, datetime):
        return PartialDate.from_day(value.date())
    if isinstance(value, date):
        return PartialDate.from_day(value)
    if value is None:
        return None
    text = str(value).strip()
    try:
        return PartialDate.parse(text[:10] if text[10:11] in ("T", " ") else text)
    except DateError:
        notes.append(
            f"the front matter's date {text[:60]!r} is not used; an EDTF date was expected"
        )
        return None
