"""A Document from what its format's reader found: kinds of blocks, headline, day, language."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from inforce.dates import PartialDate
from inforce.documents.datelines import find_published
from inforce.documents.language import detect_language
from inforce.documents.lines import BODY, could_be_title
from inforce.documents.model import Block, BlockKind, Document, Format, PublishedFrom
from inforce.documents.page import Extract, Metadata

# A headline stands near the top, but some pages print their menus first.
_TITLE_WITHIN = 40
# Formats whose title stands beside the text, in a field of its own.
_TITLED = (Format.MAIL, Format.FEED, Format.JSON_LINES)


def assemble(extract: Extract, *, published: PartialDate | None) -> Document:
    """The document; a day that is given beats the page's metadata, and these its dateline."""
    page, metadata = extract.page, extract.page.metadata
    lines = [page.text[block.start : block.end] for block in page.blocks]
    dateline = find_published(lines)
    blocks = [
        replace(block, kind=BlockKind.BYLINE) if index in dateline.bylines else block
        for index, block in enumerate(page.blocks)
    ]
    blocks = _with_title(lines, blocks)
    day, source = _choose(published, metadata, dateline.published)
    dateline_notes = dateline.notes if source is PublishedFrom.DATELINE or day is None else ()
    if day is None and metadata.created is not None:
        dateline_notes += (
            f"the file was made on {metadata.created}, which may not be its day of publication",
        )
    headline = next((line for line, b in zip(lines, blocks, strict=True) if _is_title(b)), None)
    return Document(
        name=extract.name,
        text=page.text,
        digest=sha256(page.text.encode("utf-8")).hexdigest(),
        format=extract.format,
        published=day,
        published_from=source,
        title=(metadata.title or headline)
        if extract.format in _TITLED
        else headline or metadata.title,
        outlet=metadata.outlet,
        address=metadata.address,
        language=detect_language(page.text) or metadata.language,
        notes=(*extract.notes, *metadata.notes, *dateline_notes),
        blocks=tuple(blocks),
        page_starts=page.page_starts,
        origin=extract.origin,
    )


def _choose(
    given: PartialDate | None, metadata: Metadata, dateline: PartialDate | None
) -> tuple[PartialDate | None, PublishedFrom | None]:
    if given is not None:
        return given, PublishedFrom.GIVEN
    if metadata.published is not None:
        return metadata.published, metadata.published_from
    return dateline, PublishedFrom.DATELINE if dateline is not None else None


def _is_title(block: Block) -> bool:
    return block.kind is BlockKind.TITLE


def _with_title(lines: list[str], blocks: list[Block]) -> list[Block]:
    """The blocks with one headline: the first that is marked, or the first that looks like one.

    Only a line above the body of the text can look like one.
    """
    marked = [index for index, block in enumerate(blocks) if _is_title(block)]
    for index in marked[1:]:
        blocks[index] = replace(blocks[index], kind=BlockKind.HEADING)
    if marked:
        return blocks
    for index, (line, block) in enumerate(zip(lines[:_TITLE_WITHIN], blocks, strict=False)):
        shaped = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and could_be_title(line)
        if shaped and any(b.kind is BlockKind.PARAGRAPH for b in blocks[index + 1 :]):
            blocks[index] = replace(block, kind=BlockKind.TITLE)
            return blocks
        if len(line) >= BODY or block.kind is BlockKind.PARAGRAPH:
            return blocks
    return blocks
