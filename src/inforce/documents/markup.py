"""The main text of an HTML page in blocks, extracted by resiliparse; nothing in it is ever run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from inforce.documents.bounds import check
from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits
from inforce.documents.lines import kind_of
from inforce.documents.metadata import read_metadata
from inforce.documents.model import Block, BlockKind
from inforce.documents.normalise import normalise
from inforce.documents.page import Metadata, Page
from inforce.documents.plain import lay_out

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

_TAG = re.compile(r"<(/?)(h[1-6]|p|ul|ol|li|pre|br)>")
# A page with less main text than this may be one whose layout the extraction does not know.
_THIN = 250
_SKIPPED = [
    "nav", "footer", "form", "noscript", "template", "dialog", "[hidden]", "[aria-hidden=true]",
    '[style*="display:none"]', '[style*="display: none"]',
    '[style*="visibility:hidden"]', '[style*="visibility: hidden"]',
]  # fmt: skip
_SEEN = "data-seen"
_KEPT = ":not(nav):not(footer):not(form) > "
# resiliparse takes a list this near to the body for the site's menu.
_NEAR_BODY = ", ".join(
    f"body > {ancestors}ul:not([{_SEEN}])" for ancestors in ("", _KEPT, _KEPT + _KEPT)
)
_MOST_LISTS = 50
# A list with more than this share of its text in links is a menu.
_LINKED = 0.5
_LINK = re.compile(r"<a[\s>].*?</a>", re.DOTALL)
_ANY_TAG = re.compile(r"<[^>]*>")

_Piece = tuple[str, BlockKind]


def read_html(source: str, name: str, limits: Limits, *, whole: bool = False) -> Page:
    """The page's main text, or its `whole` text, with its blocks and metadata.

    Scripts, styles, comments, forms and hidden elements are left out. Raises DocumentError when
    the page holds no text or would take too long.
    """
    from resiliparse.parse.html import HTMLParserException

    check(source, name, limits)
    try:
        pieces, metadata = _parsed(source, limits, whole=whole)
    except HTMLParserException as error:
        raise DocumentError(name, f"cannot be parsed as HTML: {error}") from None
    if not pieces:
        raise DocumentError(name, "is an HTML page without text; an article was expected")
    return Page(*_joined(pieces), metadata)


def _parsed(source: str, limits: Limits, *, whole: bool) -> tuple[list[_Piece], Metadata]:
    """The blocks and metadata of a page, in a frame that no error is raised in.

    A tree must be let go of in the thread that made it, so no traceback may hold on to one.
    """
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(source)
    metadata = read_metadata(tree, limits)
    return _pieces(_extracted(tree, main=False)) if whole else _main_pieces(tree), metadata


def _main_pieces(tree: HTMLTree) -> list[_Piece]:
    """The main text, or all text but the page's furniture where little of it counts as main."""
    _keep_lists(tree)
    pieces = _pieces(_extracted(tree, main=True))
    if (size := _size(pieces)) < _THIN:
        whole = _pieces(_extracted(tree, main=False))
        pieces = whole if _size(whole) > 2 * size else pieces
    return pieces


def _size(pieces: list[_Piece]) -> int:
    return sum(len(text) for text, _ in pieces)


def _extracted(tree: HTMLTree, *, main: bool) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    text: str = extract_plain_text(
        tree,
        preserve_formatting="minimal_html",
        main_content=main,
        list_bullets=True,
        alt_texts=False,
        comments=False,
        post_meta=True,
        skip_elements=_SKIPPED,
    )
    return text


def _keep_lists(tree: HTMLTree) -> None:
    """Turn the lists of prose near the body into numbered ones, which are not taken for menus."""
    for _ in range(_MOST_LISTS):
        found = tree.body.query_selector(_NEAR_BODY) if tree.body is not None else None
        kept = tree.create_element("ol")
        if found is None or found.parent is None or kept is None:
            return
        found.setattr(_SEEN, "")
        linked = len(_ANY_TAG.sub("", "".join(_LINK.findall(found.html))))
        if linked > _LINKED * len(found.text or ""):
            continue
        while found.first_child is not None:
            kept.append_child(found.first_child)
        found.parent.replace_child(kept, found)


def _pieces(markup: str) -> list[_Piece]:
    """The blocks of resiliparse's reduced HTML, in which every other `<` is escaped."""
    pieces: list[_Piece] = []
    heading: list[str] | None = None
    items = 0
    preformatted = False
    parts = _TAG.split(normalise(markup))
    for index in range(0, len(parts), 3):
        text = parts[index]
        if heading is not None:
            heading.append(text)
        elif text.strip():
            pieces.extend(_preformatted(text) if preformatted else _lines(text, in_item=items > 0))
        closing, name = parts[index + 1 : index + 3] if index + 2 < len(parts) else ("", "")
        if name == "li":
            items += -1 if closing else 1
        elif name == "pre":
            preformatted = not closing
        elif name.startswith("h") and not closing:
            heading = []
        elif name.startswith("h"):
            pieces.extend(_headings(" ".join(heading or ()), name))
            heading = None
    return pieces


def _lines(text: str, *, in_item: bool) -> Iterator[_Piece]:
    for line in text.split("\n"):
        clean = _clean(line)
        if clean:
            kind = BlockKind.PARAGRAPH if "\t" in clean else kind_of(clean)
            item = in_item and kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
            yield clean, BlockKind.LIST_ITEM if item else kind


def _headings(text: str, name: str) -> Iterator[_Piece]:
    clean = _clean(text)
    if clean:
        yield clean, BlockKind.TITLE if name == "h1" else BlockKind.HEADING


def _preformatted(text: str) -> Iterator[_Piece]:
    page = lay_out(_unescaped(text))
    for block in page.blocks:
        yield " ".join(page.text[block.start : block.end].split()), block.kind


def _clean(text: str) -> str:
    """A line without its markup; a tab parts the cells of a table's row, a space all else."""
    plain = _unescaped(text)
    if "\t" not in plain:
        return " ".join(plain.split())
    return "\t".join(" ".join(cell.split()) for cell in plain.split("\t\t")).strip()


def _unescaped(text: str) -> str:
    return normalise(unescape(text)) if "&" in text else text


def _joined(pieces: list[_Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text, blocks parted by a blank line, and where each stands."""
    blocks, place = [], 0
    for text, kind in pieces:
        blocks.append(Block(place, place + len(text), kind))
        place += len(text) + 2
    return "\n\n".join(text for text, _ in pieces), tuple(blocks)
