"""The blocks of a plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.documents import BlockKind, load_text
from inforce.documents.normalise import normalise
from inforce.documents.plain import lay_out

BODY = "The envoy handed over the note on Wednesday, and the depositary took it. " * 4


def _kinds(text: str) -> list[tuple[str, str]]:
    document = load_text(text)
    return [(block.kind.value, part) for block, part in document.blocks_of()]


def test_headline_byline_body_list_and_furniture_are_told_apart() -> None:
    text = (
        "Ruritania hands in its notice\n"
        "Flavia Elphberg | 5 March 2031\n"
        "Advertisement\n"
        f"{BODY}\n\n"
        "Background\n\n"
        "- It joined in 2004, the last of its neighbours.\n"
        "Graustark votes on leaving04.03.31, 12:57 • 312 views\n"
        "Read more on the Courier: The king and his treaties\n"
    )
    assert _kinds(text) == [
        ("title", "Ruritania hands in its notice"),
        ("byline", "Flavia Elphberg | 5 March 2031"),
        ("boilerplate", "Advertisement"),
        ("paragraph", BODY.strip()),
        ("heading", "Background"),
        ("list_item", "- It joined in 2004, the last of its neighbours."),
        ("teaser", "Graustark votes on leaving04.03.31, 12:57 • 312 views"),
        ("boilerplate", "Read more on the Courier: The king and his treaties"),
    ]


def test_an_archives_date_before_the_text_is_a_block_of_its_own() -> None:
    assert _kinds(f" date 2031-03-05 {BODY}")[0] == ("byline", "date 2031-03-05")
    assert _kinds(f" date 2031-03-05 {BODY}")[1] == ("paragraph", BODY.strip())


def test_hard_wrapped_lines_are_one_paragraph_and_keep_their_places() -> None:
    text = (
        "Ruritania will be the 192nd country to sign up to the\n"
        "convention, under which toxic agents may not be made,\n"
        "stored or used, an official of the organisation said.\n\n"
        "Four countries are still outside it."
    )
    document = load_text(text)
    assert [part for _, part in document.blocks_of()] == [
        "Ruritania will be the 192nd country to sign up to the convention, under which toxic agents"
        " may not be made, stored or used, an official of the organisation said.",
        "Four countries are still outside it.",
    ]
    assert len(document.text) == len(text)
    assert document.to_original(54, 64) == (54, 64)


def test_short_lines_that_are_not_wrapped_stay_apart() -> None:
    text = "Ruritania\n8 March 2031: the chamber votes.\n9 June 2031: the note is handed over."
    assert len(load_text(text).blocks) == 3


@pytest.mark.parametrize("headline", ["What is left of the treaty?", "Who is leaving next"])
def test_a_first_line_of_four_words_without_a_full_stop_is_the_headline(headline: str) -> None:
    assert load_text(f"News\n{headline}\n\n{BODY}").title == headline


@pytest.mark.parametrize(
    "text",
    [f"{BODY}\nRuritania hands in its notice", "Ruritania leaves the treaty", f"News\n{BODY}"],
)
def test_a_text_may_have_no_headline(text: str) -> None:
    assert load_text(text).title is None


@given(st.text(st.sampled_from("ab \n\t.-1"), max_size=300))
def test_blocks_leave_out_only_white_space_and_no_character_moves(text: str) -> None:
    page = lay_out(normalise(text))
    assert len(page.text) == len(text)
    assert page.text.split() == text.split()
    covered = "".join(page.text[block.start : block.end] for block in page.blocks)
    assert "".join(covered.split()) == "".join(text.split())


def test_the_block_at_an_offset() -> None:
    document = load_text("First line here.\n\nSecond one.")
    first = document.block_at(3)
    assert first is not None
    assert (first.start, first.end, first.kind) == (0, 16, BlockKind.PARAGRAPH)
    assert document.block_at(17) is None
    assert document.block_at(18) == document.blocks[1]
    assert document.block_at(28) == document.blocks[1]
    assert document.block_at(29) is None
    assert list(document.blocks_of(BlockKind.TITLE)) == []
