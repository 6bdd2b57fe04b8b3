"""PDFs: reading order, paragraphs, pages, and one sentence for those that cannot be read."""

from __future__ import annotations

import time

import pytest

from documents.made import locked_pdf, pdf
from inforce.documents import BlockKind, DocumentError, Format, Limits, load

FIRST = [
    "The depositary circulated the notification on the third day of July and the states were",
    "told of it in a note that the envoy of Ruritania had handed over two days before, with-",
    "drawal taking effect after half a year. That is what the article on leaving the anti-",
    "personnel mine ban asks for.",
]


def test_the_lines_of_a_paragraph_become_one_and_broken_words_whole() -> None:
    document = load(pdf([["A NOTE ON LEAVING", "", *FIRST, "", "A second paragraph."]]))
    assert document.format is Format.PDF
    assert [text for _, text in document.blocks_of()] == [
        "A NOTE ON LEAVING",
        "The depositary circulated the notification on the third day of July and the states were "
        "told of it in a note that the envoy of Ruritania had handed over two days before, "
        "withdrawal taking effect after half a year. That is what the article on leaving the "
        "anti-personnel mine ban asks for.",
        "A second paragraph.",
    ]
    assert document.blocks[0].kind is BlockKind.TITLE


def test_a_quote_leads_back_to_its_page() -> None:
    document = load(pdf([["Page one ends here."], ["Page two holds a quote."], ["Three."]]))
    start = document.text.index("a quote")
    assert document.place(start, start + 7) == "page 2"
    assert document.pages(start, start + 7) == (2, 2)
    assert document.place(0, len(document.text)) == "pages 1 to 3"
    with pytest.raises(IndexError):
        document.pages(0, len(document.text) + 1)


def test_a_paragraph_that_goes_on_over_the_page_stays_whole() -> None:
    lines = [
        *FIRST,
        "",
        "And a further one goes on for so long that the page comes to its end before",
    ]
    document = load(pdf([[*lines, "1"], ["the sentence does.", "", "The next.", "2"]]))
    assert document.text.endswith("its end before the sentence does.\n\nThe next.")
    start = document.text.index("And a further one")
    assert document.place(start, document.text.index("does.")) == "pages 1 to 2"


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [
        ["Bulletin 7/2031", "", f"Text number {n} stands here.", "", f"{n} of 3"] for n in "123"
    ]
    shown = load(pdf(pages)).text
    assert "Bulletin" not in shown
    assert "of 3" not in shown
    assert shown.split("\n\n") == [f"Text number {n} stands here." for n in "123"]


def test_the_day_on_which_the_file_was_made_is_not_taken_for_that_of_publication() -> None:
    document = load(pdf([["A text without a date."]], created="D:20310305101500Z"))
    assert document.published is None
    assert document.notes == (
        "the file was made on 2031-03-05, which may not be its day of publication",
    )


def test_a_page_without_text_among_others_is_told() -> None:
    document = load(pdf([["One."], [], ["Three."]]))
    assert document.notes == ("page 2 has no text layer",)
    assert document.place(document.text.index("Three"), len(document.text)) == "page 3"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (locked_pdf(), "is a PDF protected by a password; one saved without it was expected"),
        (
            pdf([[], []]),
            "is a PDF without a text layer, such as a scan; one with text recognition (OCR) done "
            "on it was expected",
        ),
        (b"%PDF-1.7 something", "is a broken PDF; a whole one was expected"),
        (pdf([["cut"]])[:300], "is a broken PDF; a whole one was expected"),
        (pdf([["7"]]), "is a PDF of nothing but page numbers; a text was expected"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError) as caught:
        load(data, name="note.pdf")
    assert str(caught.value) == f"note.pdf: {problem}"


def test_pages_and_time_are_bounded() -> None:
    many = pdf([["One line."]] * 30)
    with pytest.raises(DocumentError, match="has 30 pages, more than the 20 that are read; split"):
        load(many, limits=Limits(max_pages=20))
    with pytest.raises(DocumentError, match="takes longer than 0 s to read; split it up"):
        load(many, limits=Limits(max_seconds=0))


def test_a_hundred_full_pages_take_seconds_at_most() -> None:
    data = pdf([[FIRST[0]] * 48] * 100)
    start = time.perf_counter()
    assert len(load(data).page_starts) == 100
    assert time.perf_counter() - start < 10
