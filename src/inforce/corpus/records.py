"""The records of a shard, one at a time: bytes of a document with its name and place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from inforce.corpus.errors import CorpusError
from inforce.corpus.model import Bounds, Shard, ShardKind
from inforce.corpus.shards import open_binary

# Types of content that hold what documents reads; a record without a type is looked at too.
_READ_TYPES = ("text/html", "application/xhtml", "text/plain", "application/pdf")
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml"


class BrokenShardError(CorpusError):
    """A shard that cannot be read on: `place` is the record that is not whole, or -1."""

    def __init__(self, words: str, place: int = -1) -> None:
        super().__init__(words)
        self.place = place


@dataclass(frozen=True, slots=True)
class Record:
    """A document as a shard holds it.

    ``place`` is the offset of a WARC record in its file, or the number of a row, line or file.
    ``too_large`` says that ``data`` is only its beginning; ``ending`` is the name whose ending
    tells its format, ``None`` where its bytes do.
    """

    name: str
    place: int
    data: bytes
    address: str | None = None
    crawled: str | None = None
    """The day on which it was fetched, in ISO 8601."""
    too_large: bool = False
    ending: str | None = None
    fault: str | None = None
    """Why there is no data, where there is none."""


def records_of(shard: Shard, bounds: Bounds, *, after: int = -1) -> Iterator[Record]:
    """The records of a shard in order, or those that follow the one at a place.

    Raises BrokenShardError where the shard breaks off or is damaged, and OSError where it cannot be
    opened.
    """
    match shard.kind:
        case ShardKind.WARC:
            return _warc(shard.addresses[0], bounds, after)
        case ShardKind.PARQUET:
            return _articles(_parquet_rows(shard.addresses[0]), shard.addresses[0], after)
        case ShardKind.JSON_LINES:
            return _lines(shard.addresses[0], bounds, after)
        case ShardKind.FILES:
            return _files(shard.addresses, bounds, after)


def _warc(address: str, bounds: Bounds, after: int) -> Iterator[Record]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    kinds = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource
    last = -1
    with open_binary(address) as file:
        try:
            for record in ArchiveIterator(
                file, record_types=kinds, parse_http=True, auto_decode="all"
            ):
                # Its places are right only for a file that is read from its beginning.
                last = record.stream_pos
                if last <= after or not _is_read(record):
                    continue
                data = record.reader.read(bounds.document_bytes + 1)
                date = record.headers.get("WARC-Date") or ""
                yield Record(
                    name=f"{address}#{last}",
                    place=last,
                    data=data,
                    address=record.headers.get("WARC-Target-URI"),
                    crawled=date[:10] or None,
                    too_large=len(data) > bounds.document_bytes,
                )
        except OSError as error:
            raise BrokenShardError(
                f"is damaged after the record at {last} ({error}); its rest is not read"
            ) from None
    _check_whole(address, last)


def _is_read(record: Any) -> bool:
    if record.is_http:
        head = record.http_headers
        if head is None or head.status_code not in (200, 203, None):
            return False
    kind = (record.http_content_type or "").lower() if record.is_http else ""
    return not kind or kind.startswith((*_READ_TYPES, _DOCX))


def _check_whole(address: str, last: int) -> None:
    """Raise BrokenShardError for a file that breaks off, whose last record comes out short."""
    import zlib

    words = "breaks off within its last record; a whole file was expected"
    with open_binary(address) as file:
        head = file.read(2)
        if last < 0:
            if head:
                raise BrokenShardError("holds no record that is read; a WARC file was expected")
            raise BrokenShardError("is empty; a WARC file was expected")
        if head != b"\x1f\x8b":
            file.seek(-4, 2)
            if head == b"WA" and file.read(4) != b"\r\n\r\n":
                raise BrokenShardError(words, last)
            return
        file.seek(last)
        if file.read(2) != head:
            # Packed as a whole, so that its places are not those of members.
            return
        file.seek(last)
        stream = zlib.decompressobj(wbits=31)
        while not stream.eof:
            step = file.read(65_536)
            if not step:
                raise BrokenShardError(words, last)
            try:
                while step and not stream.eof:
                    stream.decompress(step, 1 << 20)
                    step = stream.unconsumed_tail
            except zlib.error:
                # Not a member a record: it was unpacked to its end without complaint.
                return


def _parquet_rows(address: str) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file, some thousand in memory at a time."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with open_binary(address) as file:
            for batch in ParquetFile(file).iter_batches(batch_size=1_000):
                yield from batch.to_pylist()
    except (ArrowException, ValueError) as error:
        raise BrokenShardError(f"cannot be read as Parquet: {str(error).splitlines()[0]}") from None


def _articles(rows: Iterator[dict[str, Any]], address: str, after: int) -> Iterator[Record]:
    for number, row in enumerate(rows, 1):
        if number > after:
            line = json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace")
            yield Record(f"{address}#{number}", number, line, ending="article.jsonl")


def _lines(address: str, bounds: Bounds, after: int) -> Iterator[Record]:
    import gzip
    import zlib

    unpack = gzip.open if address.lower().endswith(".gz") else nullcontext
    with open_binary(address) as raw, unpack(raw) as file:
        number = 0
        try:
            while line := file.readline(bounds.document_bytes + 1):
                number += 1
                large = len(line) > bounds.document_bytes
                while large and not line.endswith(b"\n") and (more := file.readline(1 << 20)):
                    line = line[: bounds.document_bytes] + more[-1:]
                if number > after and line.strip():
                    name = f"{address}#{number}"
                    yield Record(name, number, line, too_large=large, ending="article.jsonl")
        except (OSError, EOFError, zlib.error) as error:
            raise BrokenShardError(
                f"is damaged after line {number} ({error}); its rest is not read"
            ) from None


def _files(addresses: tuple[str, ...], bounds: Bounds, after: int) -> Iterator[Record]:
    for number, address in enumerate(addresses):
        if number <= after:
            continue
        try:
            with open_binary(address) as file:
                data = file.read(bounds.document_bytes + 1)
        except OSError as error:
            fault = f"cannot be opened: {error.strerror or error}"
            yield Record(address, number, b"", fault=fault)
            continue
        large = len(data) > bounds.document_bytes
        yield Record(address, number, data, too_large=large, ending=address)
