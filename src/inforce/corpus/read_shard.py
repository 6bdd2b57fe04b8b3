"""One shard read from its beginning or from a place on: what is found, told as it is found."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from inforce.catalogue import Catalogue
from inforce.corpus.model import Bounds, Shard, ShardKind
from inforce.corpus.prefilter import Prefilter, prefilter_of
from inforce.corpus.records import BrokenShardError, Record, records_of
from inforce.dates import DateError, PartialDate
from inforce.documents import Document, DocumentError, Limits, load_all
from inforce.documents.json_lines import TEXT_KEYS, TITLE_KEYS
from inforce.documents.kinds import Kind, kind_of_file, unread_kind
from inforce.reading import DeterministicReader, Reader
from inforce.record.model import Statement
from inforce.record.serial import to_text

Tell = Callable[[dict[str, Any]], None]
_TICK = 0.5
"""Seconds after which a sign of life is given."""


class ShardReader:
    """Reads shards by one catalogue; ``whole`` reads every document, without the prefilter."""

    def __init__(self, catalogue: Catalogue, *, whole: bool = False) -> None:
        self._reader: Reader = DeterministicReader(catalogue)
        self._prefilter: Prefilter | None = None if whole else prefilter_of(catalogue)

    def read(self, shard: Shard, bounds: Bounds, tell: Tell, *, after: int = -1) -> None:
        """Tell what the records of a shard after a place hold, in messages.

        ``at``: the place of a document that is about to be read, and None after it; ``found``:
        its statements; ``aside``: what could not be read, and why; ``tick``: what was counted
        since the last.
        """
        ticks = _Ticks(tell)
        limits = Limits(max_bytes=bounds.document_bytes)
        try:
            for record in records_of(shard, bounds, after=after):
                ticks.count(record)
                if record.fault is not None:
                    _aside(tell, record, record.fault)
                elif record.too_large:
                    most = bounds.document_bytes / 1e6
                    _aside(tell, record, f"holds more than the {most:g} MB that are read")
                elif self._passes(record):
                    ticks.passed += 1
                    ticks.now()
                    tell({"at": record.place, "name": record.name})
                    self._document(record, shard, limits, tell)
                    tell({"at": None, "name": shard.name})
            ticks.now()
        except BrokenShardError as error:
            ticks.now()
            name = shard.addresses[0] + (f"#{error.place}" if error.place >= 0 else "")
            tell({"aside": [name, str(error), error.place]})

    def _passes(self, record: Record) -> bool:
        if self._prefilter is None:
            return True
        data = record.data
        if record.ending == "article.jsonl":
            text = _article_text(data)
            return text is None or self._prefilter.may_concern(text)
        if record.ending is None and data[:64].lstrip()[:1] == b"<":
            return self._prefilter.may_concern(data)
        if kind_of_file(data, record.ending or "") not in (Kind.TEXT, Kind.MARKDOWN):
            return True
        # What is no text is handed on too, to be named with what it is.
        return unread_kind(data) is not None or self._prefilter.may_concern(data)

    def _document(self, record: Record, shard: Shard, limits: Limits, tell: Tell) -> None:
        for found in load_all(record.data, name=record.ending or record.name, limits=limits):
            if isinstance(found, DocumentError):
                tell({"aside": [record.name, found.problem, record.place]})
                continue
            document = _placed(found, record, shard)
            reading = self._reader.read(document, published=_before(record.crawled))
            if reading.statements:
                where = {
                    "shard": shard.addresses[0],
                    "offset": record.place,
                    "url": record.address or document.address,
                }
                tell(
                    {
                        "found": record.place,
                        "document": where | _document_row(document),
                        "statements": [
                            where | _statement_row(number, one)
                            for number, one in enumerate(reading.statements)
                        ],
                    }
                )


class _Ticks:
    """Counts of records, told twice a second."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._documents = self._bytes = self.passed = 0
        self._next = time.monotonic() + _TICK

    def count(self, record: Record) -> None:
        self._documents += 1
        self._bytes += len(record.data)
        if time.monotonic() > self._next:
            self.now()

    def now(self) -> None:
        self._tell({"tick": [self._documents, self._bytes, self.passed]})
        self._documents = self._bytes = self.passed = 0
        self._next = time.monotonic() + _TICK


def _aside(tell: Tell, record: Record, reason: str) -> None:
    tell({"aside": [record.name, reason, record.place]})


def _article_text(line: bytes) -> bytes | None:
    """What the prefilter looks at in an article's line; None where the line is no article."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    texts = [value.get(key) for key in (*TITLE_KEYS, *TEXT_KEYS)]
    joined = "\n".join(text for text in texts if isinstance(text, str))
    return joined.encode("utf-8", "replace")


def _placed(document: Document, record: Record, shard: Shard) -> Document:
    """The document under its place in the corpus, with its site as outlet where it names none."""
    name = document.name if shard.kind is ShardKind.FILES else record.name
    site = urlsplit(record.address or document.address or "").hostname
    outlet = document.outlet or (site.removeprefix("www.") if site else None)
    return replace(document, name=name, outlet=outlet)


@lru_cache(maxsize=512)
def _before(crawled: str | None) -> PartialDate | None:
    """A page that does not say its day was published by the day on which it was fetched."""
    try:
        return PartialDate.parse(f"../{crawled}") if crawled else None
    except DateError:
        return None


def _document_row(document: Document) -> dict[str, Any]:
    return {
        "document": document.name,
        "digest": document.digest,
        "published": document.published.edtf if document.published else None,
        "outlet": document.outlet,
        "language": document.language,
        "title": document.title,
        "text": document.text,
    }


def _statement_row(number: int, statement: Statement) -> dict[str, Any]:
    """A row: the fields of the exchange format, the value as JSON, and the statement whole."""
    told = statement.to_json()
    value = told["value"]
    return told | {
        "id": statement.id,
        "number": number,
        "source": statement.evidence.source,
        "digest": statement.evidence.digest,
        "value": None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True),
        "says": to_text(statement),
    }
