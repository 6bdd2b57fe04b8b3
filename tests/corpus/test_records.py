"""The records of a shard, from its beginning and from a place on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import polars
import pytest

from corpus.warcs import general, record, telling, write_warc
from inforce.corpus.model import Bounds, Shard
from inforce.corpus.records import BrokenShardError, Record, records_of
from inforce.corpus.shards import BATCH, find_shards

PAGES = [general(1), telling(2), general(3), telling(4)]


def _only(path: Path) -> Shard:
    [shard] = find_shards([str(path)])
    return shard


def _texts(found: list[Record]) -> list[tuple[int, bytes]]:
    return [(one.place, one.data) for one in found]


@pytest.mark.parametrize("name", ["news.warc.gz", "news.warc"])
def test_reading_goes_on_after_any_record_at_the_same_offsets(tmp_path: Path, name: str) -> None:
    shard = _only(write_warc(tmp_path / name, PAGES))
    found = list(records_of(shard, Bounds()))
    assert [one.data for one in found] == PAGES
    assert found[0].address == "https://news.example.org/0"
    assert found[0].crawled == "2025-06-29"
    for at, one in enumerate(found[:-1]):
        rest = list(records_of(shard, Bounds(), after=one.place))
        assert _texts(rest) == _texts(found[at + 1 :])


def test_a_record_stands_at_its_offset_in_the_file(tmp_path: Path) -> None:
    path = write_warc(tmp_path / "news.warc.gz", PAGES)
    for number, one in enumerate(records_of(_only(path), Bounds())):
        packed = path.read_bytes()[one.place :]
        assert gzip.decompress(packed).startswith(record(PAGES[number], number))


def test_a_file_packed_as_a_whole_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "news.warc.gz"
    plain = b"".join(record(one, number) for number, one in enumerate(PAGES))
    path.write_bytes(gzip.compress(plain, mtime=0))
    assert [one.data for one in records_of(_only(path), Bounds())] == PAGES


def test_articles_are_rows_or_lines(tmp_path: Path) -> None:
    articles = [{"id": str(n), "text": f"Text {n}"} for n in range(5)]
    lines = "".join(json.dumps(one) + "\n" for one in articles).encode()
    (tmp_path / "a.jsonl").write_bytes(lines)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines, mtime=0))
    polars.DataFrame(articles).write_parquet(tmp_path / "a.parquet")
    for name in ("a.jsonl", "a.jsonl.gz", "a.parquet"):
        shard = _only(tmp_path / name)
        found = list(records_of(shard, Bounds()))
        assert [json.loads(one.data) for one in found] == articles
        assert _texts(list(records_of(shard, Bounds(), after=3))) == _texts(found[3:])


def test_a_line_or_file_that_is_too_large_is_only_begun(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"x" * 5_000 + b'"}\n{"text": "short"}\n')
    found = list(records_of(_only(tmp_path / "a.jsonl"), Bounds(document_bytes=1_000)))
    assert [one.too_large for one in found] == [True, False]
    assert len(found[0].data) <= 1_001


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.warc.gz", b"", "is empty; a WARC file was expected"),
        ("a.warc", b"no archive at all", "no record that is read|is damaged"),
        ("a.parquet", b"PAR1 and no more", "cannot be read as Parquet"),
        ("a.jsonl.gz", b"\x1f\x8b\x08\x00broken", "is damaged after line 0"),
    ],
    ids=["empty", "no archive", "no parquet", "no gzip"],
)
def test_what_is_no_shard_is_named(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BrokenShardError, match=words):
        list(records_of(_only(tmp_path / name), Bounds()))


def test_a_file_that_is_gone_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    for name in ("a.html", "b.html", "c.html"):
        (tmp_path / name).write_bytes(telling())
    shard = _only(tmp_path)
    (tmp_path / "b.html").unlink()
    found = list(records_of(shard, Bounds()))
    assert [one.fault for one in found] == [
        None,
        "cannot be opened: No such file or directory",
        None,
    ]


def test_small_files_make_batches_and_hidden_ones_are_left_out(tmp_path: Path) -> None:
    for number in range(BATCH + 1):
        (tmp_path / f"{number:04}.txt").write_text("text", encoding="utf-8")
    (tmp_path / ".hidden").write_text("text", encoding="utf-8")
    shards = find_shards([str(tmp_path), str(tmp_path / "0000.txt")])
    assert [len(shard.addresses) for shard in shards] == [BATCH, 1]
    assert shards[0].id != shards[1].id
