"""Documents as JSON and back, so that a page can send along what it checked and keep nothing."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from inforce.dates import PartialDate
from inforce.documents import Block, BlockKind, Document, Format, PublishedFrom
from inforce.errors import InforceError


class DraftError(InforceError):
    """What came back from a page is no set of documents."""


def to_text(documents: list[Document]) -> str:
    """The documents as one JSON text."""
    return json.dumps([_to_json(one) for one in documents], ensure_ascii=False)


def from_text(text: str) -> list[Document]:
    """The documents of such a text; raises DraftError for anything else."""
    try:
        found = json.loads(text)
        return [_from_json(one) for one in found]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InforceError) as error:
        raise DraftError(
            "the documents sent along cannot be read; those of a checked page were expected"
        ) from error


def _to_json(one: Document) -> dict[str, Any]:
    return {
        "name": one.name,
        "text": one.text,
        "format": one.format.value,
        "published": one.published.edtf if one.published else None,
        "published_from": one.published_from.value if one.published_from else None,
        "title": one.title,
        "outlet": one.outlet,
        "address": one.address,
        "language": one.language,
        "notes": list(one.notes),
        "blocks": [[block.start, block.end, block.kind.value] for block in one.blocks],
    }


def _from_json(held: dict[str, Any]) -> Document:
    text = _text(held["text"])
    blocks = tuple(
        Block(int(start), int(end), BlockKind(kind)) for start, end, kind in held["blocks"]
    )
    ends = [0, *(place for block in blocks for place in (block.start, block.end)), len(text)]
    if ends != sorted(ends):
        raise DraftError("blocks that do not follow each other")
    told = held["published_from"]
    return Document(
        name=_text(held["name"]),
        text=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
        format=Format(held["format"]),
        published=PartialDate.parse(held["published"]) if held["published"] else None,
        published_from=PublishedFrom(told) if told else None,
        title=_or_none(held["title"]),
        outlet=_or_none(held["outlet"]),
        address=_or_none(held["address"]),
        language=_or_none(held["language"]),
        notes=tuple(_text(note) for note in held["notes"]),
        blocks=blocks,
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def _or_none(value: object) -> str | None:
    return None if value is None else _text(value)
