"""JSON Lines: a document a line, its keys, its faults."""

from __future__ import annotations

import json

import pytest

from inforce.dates import PartialDate
from inforce.documents import Document, DocumentError, Format, PublishedFrom, load_all
from inforce.documents.json_lines import (
    ADDRESS_KEYS,
    DATE_KEYS,
    OUTLET_KEYS,
    TEXT_KEYS,
    TITLE_KEYS,
)


def lines(*articles: object) -> bytes:
    return "\n".join(json.dumps(article) for article in articles).encode()


def read(data: bytes, published: str | None = None) -> list[Document | DocumentError]:
    day = PartialDate.parse(published) if published else None
    return list(load_all(data, name="a.jsonl", published=day))


@pytest.mark.parametrize("text", TEXT_KEYS)
@pytest.mark.parametrize("title", TITLE_KEYS)
@pytest.mark.parametrize("date", DATE_KEYS)
@pytest.mark.parametrize("outlet", OUTLET_KEYS)
def test_the_keys_of_an_article(text: str, title: str, date: str, outlet: str) -> None:
    article = {
        text: "The envoy handed over the note.",
        title: "Ruritania goes",
        date: "2031-03-05T23:00:00-05:00",
        outlet: "The Bulletin",
        ADDRESS_KEYS[0]: "https://b.example/7",
    }
    (document,) = read(lines(article))
    assert isinstance(document, Document)
    assert document.format is Format.JSON_LINES
    assert document.text == "Ruritania goes\n\nThe envoy handed over the note."
    assert document.title == "Ruritania goes"
    assert str(document.published) == "2031-03-05"
    assert document.published_from is PublishedFrom.RECORD
    assert (document.outlet, document.address) == ("The Bulletin", "https://b.example/7")


def test_each_line_is_a_document_named_by_its_number_or_its_id() -> None:
    data = lines({"text": "One."}, {"text": "Two.", "id": "x7"}) + b"\n\n" + lines({"text": "4."})
    assert [found.name for found in read(data)] == ["a.jsonl#1", "a.jsonl#x7", "a.jsonl#4"]


def test_a_line_that_is_no_article_is_told_and_the_others_are_read() -> None:
    found = read(b'{"text": "One."}\nnot JSON\n[1]\n{"title": "No text"}\n{"body": "Five."}')
    assert [str(one) for one in found if isinstance(one, DocumentError)] == [
        "a.jsonl#2: is no JSON object; an article was expected",
        "a.jsonl#3: is no JSON object; an article was expected",
        "a.jsonl#4: has no text under any of the keys text, body, content; one was expected",
    ]
    assert [one.text for one in found if isinstance(one, Document)] == ["One.", "Five."]


def test_a_day_given_stands_for_the_lines_without_one() -> None:
    found = read(lines({"text": "One.", "date": "2031-03"}, {"text": "Two."}), "2032-01-01")
    assert [str(one.published) for one in found if isinstance(one, Document)] == [
        "2031-03",
        "2032-01-01",
    ]


def test_a_date_in_another_form_is_noted() -> None:
    (found,) = read(lines({"text": "One.", "date": "5/3/31"}))
    assert isinstance(found, Document)
    assert found.published is None
    assert found.notes == ("the date '5/3/31' is not used; an EDTF date was expected",)


def test_html_in_an_article_is_read_as_html() -> None:
    (found,) = read(lines({"content": "<p>One <b>word</b>.</p>", "title": "A < B"}))
    assert isinstance(found, Document)
    assert found.text == "A < B\n\nOne word."


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            json.dumps([{"text": "One."}], indent=1).encode(),
            "is JSON over several lines; an article a line (JSON Lines) was expected",
        ),
        (b"\n\n", "is empty; a JSON object a line was expected"),
        (b"[" * 100_000, "is no JSON object; an article was expected"),
        (b'{"text": 1e999}', "has no text under any of the keys"),
    ],
)
def test_what_is_no_json_lines_is_said_in_one_sentence(data: bytes, problem: str) -> None:
    (found,) = read(data)
    assert isinstance(found, DocumentError)
    assert problem in str(found)


def test_lone_surrogates_become_the_replacement_character() -> None:
    (found,) = read(b'{"text": "One \\ud800 two.", "id": "\\udfff"}')
    assert isinstance(found, Document)
    assert found.text == "One \ufffd two."
    assert found.name == "a.jsonl#\ufffd"
