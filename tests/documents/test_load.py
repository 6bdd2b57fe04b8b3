"""Loading files, bytes and strings: what comes out, and one sentence for what cannot be read."""

from __future__ import annotations

import gzip
import os
import pickle
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.dates import PartialDate
from inforce.documents import (
    Document,
    DocumentError,
    Format,
    Limits,
    PublishedFrom,
    load,
    load_all,
    load_many,
    load_text,
)
from inforce.documents.unpack import READS

REPORT = """Ruritania hands in its notice

STRELSAU, March 5 (Bulletin) - Ruritania has left nobody in doubt: on Wednesday its envoy handed
the depositary a note of withdrawal, and half a year later it will be out of the convention.

The opposition called the step rash.
"""


def test_a_text_file_becomes_a_document(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    document = load(path)
    assert document.name == str(path)
    assert document.format is Format.PLAIN
    assert document.title == "Ruritania hands in its notice"
    assert document.language == "en"
    assert str(document.published) == "XXXX-03-05"
    assert document.published_from is PublishedFrom.DATELINE
    assert document.notes == ()


def test_the_digest_is_the_sha256_of_the_text() -> None:
    # FIPS 180-2, appendix B.1, gives the digest of "abc".
    assert load_text("abc").digest == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )


def test_a_given_day_beats_the_page_and_its_dateline() -> None:
    given_day = PartialDate.parse("2031-03-06")
    document = load_text(REPORT, published=given_day)
    assert document.published == given_day
    assert document.published_from is PublishedFrom.GIVEN


def test_what_is_odd_about_a_dateline_does_not_matter_when_the_day_is_given() -> None:
    text = "Headline of some four words\nPublished: 31 February 2031\n\n" + REPORT
    assert any("31" in note for note in load_text(text).notes)
    assert load_text(text, published=PartialDate.parse("2031-03-06")).notes == ()


def test_a_document_survives_pickling_with_its_way_back() -> None:
    document = pickle.loads(pickle.dumps(load(b"One\r\ntwo\r\nthree.")))
    assert document.text == "One\ntwo\nthree."
    assert document.to_original(8, 13) == (10, 15)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty; a text or an HTML page was expected"),
        (b" \r\n\t ", "is empty; a text or an HTML page was expected"),
        (b"\xef\xbb\xbf", "is empty; a text or an HTML page was expected"),
        ("\u200b\u200b".encode(), "holds nothing but white space; a text was expected"),
        (b"%PDF-1.7\n%\xe2\xe3", "is a broken PDF; a whole one was expected"),
        (b"PK\x03\x04\x14\x00", "is a broken zip archive; a whole one was expected"),
        (
            gzip.compress(b"text", mtime=0)[:-3],
            "is a gzip file that breaks off; a whole one was expected",
        ),
        (b"\x89PNG\r\n\x1a\n\x00", f"is a PNG image; {READS}"),
        (b"\xff\xd8\xff\xe0\x00", f"is a JPEG image; {READS}"),
        (b"\x00\x01\x02\x03" * 9, "is a binary file; a text or an HTML page was expected"),
        (bytes(range(256)) * 4, "is a binary file; a text or an HTML page was expected"),
        (b"text\x00with a nul", "is a binary file; a text or an HTML page was expected"),
        (
            b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
            "is a feed without entries; one at least was expected",
        ),
        (b'<?xml version="1.0"?>\n<invoice/>', f"is an XML file; {READS}"),
        (
            b"From: <saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n  ",
            "is an e-mail without text; a text or an HTML part was expected",
        ),
        (
            b"<html><body><script>f()</script></body></html>",
            "is an HTML page without text; an article was expected",
        ),
    ],
)
def test_what_cannot_be_read_is_named_in_one_sentence(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        load(data, name="thing.bin")
    assert str(caught.value) == f"thing.bin: {problem}"
    assert caught.value.problem == problem
    assert pickle.loads(pickle.dumps(caught.value)).name == "thing.bin"


def test_a_directory_a_missing_file_and_an_impossible_path(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"is a directory; name the files in it, as in .*\*"):
        load(tmp_path)
    with pytest.raises(DocumentError, match=r"none\.txt: does not exist; the path of a file was"):
        load(tmp_path / "none.txt")
    with pytest.raises(DocumentError, match="cannot be opened: embedded null byte"):
        load("a\x00b")
    with pytest.raises(DocumentError, match="cannot be opened: File name too long"):
        load("n" * 5_000)


def test_a_file_without_permission_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("closed")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(DocumentError, match=r"locked\.txt: cannot be opened: permission to read"):
        load(path)


def test_a_file_of_200_megabytes_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 200_000_000)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it was opened")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(DocumentError) as caught:
        load(path)
    assert str(caught.value) == (
        f"{path}: holds 200 MB, more than the 20 MB that are read; split it up"
    )


def test_the_limit_is_the_callers_to_set() -> None:
    with pytest.raises(DocumentError, match=r"holds 12 bytes, more than the 10 bytes that are"):
        load(b"twelve bytes", limits=Limits(max_bytes=10))
    assert load(b"ten bytes.", limits=Limits(max_bytes=10)).text == "ten bytes."


def test_many_files_are_read_although_some_cannot_be(tmp_path: Path) -> None:
    good, bad, last = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.html"
    good.write_text("One report.")
    last.write_text("<p>Another report.</p>")
    results = list(load_many([good, bad, tmp_path, last]))
    assert [type(result) for result in results] == [
        Document,
        DocumentError,
        DocumentError,
        Document,
    ]
    assert [r.text for r in results if isinstance(r, Document)] == [
        "One report.",
        "Another report.",
    ]


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_a_document_error(data: bytes) -> None:
    _load_and_check(data)


_MARKUP = st.lists(
    st.sampled_from(
        (
            *("<p>", "</p>", "<div", "<!--", "-->", "<script>", "</script>", "<ul><li>", "<h1>"),
            *("<table>", "<td>", "<br/>", "<pre>", "&lt;", "&#0;", "&#x202e;", "&nbsp;", "<body>"),
            *("<svg><a>", "]]>", "<meta content=2031-02-31 name=date>", "\x1b\x00", "\r\n", "'"),
            *(
                '"',
                "<title>",
                "=\u0301",
                "date: 2031-02-03",
                "é",
                "<time datetime=2031-02-03>",
                ">",
            ),
        )
    )
    | st.text(max_size=5),
    max_size=30,
)
_WORDS = ("a", "b.", "\n", "\n\n", "\r\n", "-", "By", "5", "May", "2031", "|", "•", "date")


@settings(max_examples=400, deadline=None)
@given(_MARKUP)
def test_no_markup_raises_anything_but_a_document_error(pieces: list[str]) -> None:
    _load_and_check(("<html>" + " ".join(pieces)).encode("utf-8", "surrogatepass"))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_WORDS) | st.text()))
def test_no_string_raises_anything_but_a_document_error(pieces: list[str]) -> None:
    with suppress(DocumentError):
        _check(load_text(" ".join(pieces)))


def _load_and_check(data: bytes) -> None:
    for found in load_all(data):
        if isinstance(found, Document):
            _check(found)


def _check(document: Document) -> None:
    """The blocks are in order, apart, not empty, and lead back into the original."""
    original = len(document.origin.original if document.origin else document.text)
    done = 0
    for block in document.blocks:
        assert done <= block.start < block.end <= len(document.text)
        assert document.text[done : block.start].strip() == ""
        start, end = document.to_original(block.start, block.end)
        assert 0 <= start <= end <= original
        done = block.end
    assert document.text[done:].strip() == ""


def test_an_error_does_not_keep_the_file_in_memory() -> None:
    (found,) = load_all(b"<html><body><script>f()</script></body></html>")
    assert isinstance(found, DocumentError)
    assert found.__traceback__ is None
    assert found.__context__ is None


def test_the_day_of_publication_may_be_given_as_edtf() -> None:
    assert load(b"A text of one line.", name="a.txt", published="2025-05").published == (
        PartialDate.parse("2025-05")
    )
