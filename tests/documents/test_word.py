"""Word documents: headings, tables, tracked changes, properties, faults."""

from __future__ import annotations

import pytest

from documents.made import word, word_paragraph, zipped
from inforce.documents import BlockKind, DocumentError, Format, Limits, load

LONG = "The envoy handed over the note on the third of July, and the depositary told the others."


def test_headings_paragraphs_and_tables_in_order() -> None:
    cells = "".join(f"<w:tc>{word_paragraph(text)}</w:tc>" for text in ("Ruritania", "5 March"))
    body = (
        word_paragraph("Ruritania hands in its notice", style="Heading1")
        + word_paragraph(LONG)
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + word_paragraph("A closing word.")
    )
    document = load(word(body))
    assert document.format is Format.WORD
    assert document.title == "Ruritania hands in its notice"
    assert [" ".join(text.split()) for _, text in document.blocks_of()] == [
        "Ruritania hands in its notice",
        LONG,
        "Ruritania 5 March",
        "A closing word.",
    ]
    assert document.blocks[0].kind is BlockKind.TITLE


def test_what_was_inserted_counts_and_what_was_deleted_does_not() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('It left in ')}<w:ins>{run.format('2032')}</w:ins>"
        "<w:del><w:r><w:delText>2031</w:delText></w:r></w:del></w:p>"
    )
    assert load(word(body)).text == "It left in 2032"


def test_properties_give_the_title_and_the_day_on_which_it_was_made() -> None:
    document = load(word(word_paragraph(LONG), title="A note & more", created="2031-03-05"))
    assert document.title == "A note & more"
    assert document.published is None
    assert any("made on 2031-03-05" in note for note in document.notes)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (word(""), "is a Word document without text; a text was expected"),
        (word("<w:p>"), r"is a broken Word document \(ExpatError\); a whole one was expected"),
        (
            zipped({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "is a broken Word document .*; a whole one was expected",
        ),
        (
            zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
            "is an Excel workbook; what is read is plain text, HTML, Markdown, PDF, Word",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=f"^note.docx: {problem}"):
        load(data, name="note.docx")


def test_the_markup_is_bounded() -> None:
    data = word(word_paragraph(LONG) * 1_000)
    with pytest.raises(DocumentError, match=r"is a Word document with .* of markup, more than the"):
        load(data, limits=Limits(max_word_xml=10_000))


def test_tables_in_tables_without_end_are_refused() -> None:
    body = "<w:tbl><w:tr><w:tc>" * 3_000 + word_paragraph("x") + "</w:tc></w:tr></w:tbl>" * 3_000
    with pytest.raises(DocumentError, match=r"is a broken Word document \(RecursionError\)"):
        load(word(body))
