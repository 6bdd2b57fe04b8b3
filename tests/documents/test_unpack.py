"""Archives: their files by name, and one sentence for bombs, locks and damage."""

from __future__ import annotations

import gzip
import time
import tracemalloc
from io import BytesIO
from zipfile import ZipFile

import pytest

from documents.made import REPORT, pdf, rss, word, word_paragraph, zipped
from inforce.documents import Document, DocumentError, Format, Limits, load, load_all

PAGE = b"<html><body><p>The envoy handed over the note.</p></body></html>"


def problems(data: bytes, name: str = "b.zip", *, limits: Limits | None = None) -> list[str]:
    found = load_all(data, name=name, limits=limits or Limits())
    return [str(one) for one in found if isinstance(one, DocumentError)]


def test_every_format_in_a_zip_in_its_order() -> None:
    bundle = zipped(
        {
            "a/page.html": PAGE,
            "note.pdf": pdf([["A note of one line."]]),
            "note.docx": word(word_paragraph("A note in Word.")),
            "feed.xml": rss("<title>One title</title>", "<title>Two title</title>"),
            "articles.jsonl.gz": gzip.compress(b'{"text": "In a line."}'),
            "inner.zip": zipped({"read.md": b"# Heading\n\nText."}),
        }
    )
    found = [one for one in load_all(bundle, name="b.zip") if isinstance(one, Document)]
    assert [(one.name, one.format) for one in found] == [
        ("b.zip/a/page.html", Format.HTML),
        ("b.zip/note.pdf", Format.PDF),
        ("b.zip/note.docx", Format.WORD),
        ("b.zip/feed.xml#entry-1", Format.FEED),
        ("b.zip/feed.xml#entry-2", Format.FEED),
        ("b.zip/articles.jsonl.gz#1", Format.JSON_LINES),
        ("b.zip/inner.zip/read.md", Format.MARKDOWN),
    ]


def test_gzip_is_read_through_and_may_have_several_members() -> None:
    data = gzip.compress(b"One text. ") + gzip.compress(b"Another.")
    assert load(data, name="a.txt.gz").text == "One text. Another."


def test_what_a_page_is_saved_with_is_passed_over() -> None:
    files = {"page.html": PAGE, "page_files/a.css": b"p {}", "page_files/b.png": b"\x89PNG"}
    (document,) = load_all(zipped({**files, "__MACOSX/._page.html": b"\x00"}), name="b.zip")
    assert document.name == "b.zip/page.html"


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    data = zipped({"x.bin": bytes(range(256)), "empty.txt": b"", "page.html": PAGE})
    found = list(load_all(data, name="b.zip"))
    assert [isinstance(one, Document) for one in found] == [False, False, True]
    assert problems(data)[0].startswith("b.zip/x.bin: is a binary file")


def test_a_zip_bomb_gets_one_sentence_in_little_time_and_memory() -> None:
    zeros = b"\x00" * 100_000_000
    bomb = zipped({"bomb.txt": zeros, "page.html": PAGE})
    packed = gzip.compress(zeros)
    del zeros
    tracemalloc.start()
    start = time.perf_counter()
    told = "unpacks to more than 200 times its size, as a zip bomb does; an archive of documents"
    found = list(load_all(bomb, name="b.zip"))
    assert told in str(found[0])
    assert isinstance(found[1], Document)
    (only,) = problems(packed, "b.gz")
    assert told in only
    assert time.perf_counter() - start < 5
    assert tracemalloc.get_traced_memory()[1] < 60_000_000
    tracemalloc.stop()


def test_archives_in_archives_end_somewhere() -> None:
    data = PAGE
    for _ in range(10):
        data = zipped({"a.zip": data})
    assert problems(data) == [
        "b.zip/a.zip/a.zip/a.zip: is an archive in 3 others; at most 3 are opened"
    ]


def test_what_is_unpacked_in_all_is_bounded() -> None:
    data = zipped({f"{n}.txt": (REPORT * 30).encode() for n in range(9)})
    (only,) = problems(data, limits=Limits(max_unpacked=20_000))
    assert only.endswith(
        "is past the 20 kB that are unpacked of one archive; it and what follows are not read"
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (zipped({}), "b.zip: is an archive with no text in it; documents were expected"),
        (zipped({"a.png": b"x"}), "b.zip: is an archive with no text in it; documents were"),
        (zipped({"a.txt": b"x" * 900})[:-30], "b.zip: is a broken zip archive; a whole one was"),
        (
            zipped({f"{n}.txt": b"x" for n in range(1_001)}),
            "b.zip: is an archive of more than 1000 files; fewer were expected",
        ),
    ],
    # Archives hold the time, so their bytes would name the tests anew each second.
    ids=["nothing in it", "no text in it", "cut short", "too many files"],
)
def test_what_cannot_be_unpacked_is_said_in_one_sentence(data: bytes, problem: str) -> None:
    (only,) = problems(data)
    assert only.startswith(problem)


def test_a_member_with_a_password() -> None:
    data = bytearray(zipped({"a.txt": b"closed text", "page.html": PAGE}))
    with ZipFile(BytesIO(bytes(data))) as archive:
        local = archive.infolist()[0].header_offset
    # The first bit of the flags, in the local and the central header (APPNOTE.TXT, 4.4.4).
    data[local + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    first, second = load_all(bytes(data), name="b.zip")
    assert str(first) == (
        "b.zip/a.txt: is protected by a password; a file without one was expected"
    )
    assert isinstance(second, Document)


def test_a_member_that_lies_about_its_size() -> None:
    data = bytearray(zipped({"a.txt": b"x" * 5_000}))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    (only,) = problems(bytes(data))
    assert only == "b.zip/a.txt: cannot be unpacked; a whole archive was expected"


def test_a_name_that_would_write_to_the_terminal_is_made_plain() -> None:
    (found,) = load_all(zipped({"\x1b[31mred\u202e.html": PAGE}), name="b.zip")
    assert found.name == "b.zip/?[31mred?.html"
