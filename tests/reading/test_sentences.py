"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.reading.sentences import sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, "en")]


def test_a_heading_stands_alone() -> None:
    text = "Latvia leaves treaty\nRiga has left. It was time."
    assert split(text) == ["Latvia leaves treaty", "Riga has left.", "It was time."]
    assert [s.heading for s in sentences(text, "en")] == [True, False, False]


def test_lines_broken_by_a_wire_are_joined() -> None:
    text = (
        "The organisation in the city by the sea will be joined by\n"
        "Angola next month, after which only a few states will be\n"
        "outside it, and the head of the body has said that he was\n"
        "glad. Others may follow."
    )
    assert len(split(text)) == 2


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_an_apostrophe_opens_no_quotation(apostrophe: str) -> None:
    text = f"It was Latvia{apostrophe}s choice. Riga left. Tallinn stayed."
    assert len(split(text)) == 3


def test_abbreviations_end_nothing() -> None:
    assert split("On Jan. 27 the U.S. left. It was cold.") == [
        "On Jan. 27 the U.S. left.",
        "It was cold.",
    ]


@given(st.text(max_size=200))
def test_spans_are_in_order_and_hold_no_outer_blanks(text: str) -> None:
    last = 0
    for sentence in sentences(text, "en"):
        assert last <= sentence.start < sentence.end <= len(text)
        words = text[sentence.start : sentence.end]
        assert words == words.strip()
        last = sentence.end
