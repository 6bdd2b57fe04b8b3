"""What a reader cannot see is the same in every text, and every character leads back."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.documents import load_text
from inforce.documents.normalise import normalise, repairs, trace

_ODD = st.text(
    st.sampled_from(
        "a e Z \r \n \t \u00a0 \u200b \u00ad \u0301 \u0327 \ufeff \x1b \x0c \ud800 é ї "
    )
    | st.characters(),
    max_size=40,
)


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("Ottawa\u00a0Convention", "Ottawa Convention"),
        ("5\u202f000\u2009men", "5 000 men"),
        ("Lithu\u200bania", "Lithuania"),
        ("conven\u00adtion", "convention"),
        ("\u202eabc\u202c", "abc"),
        ("e\u0301tat", "état"),
        ("Ele\u0307", "Elė"),
        ("\x1b[31mred", " [31mred"),
        ("a\x0cb\u2028c", "a\nb\nc"),
        ("a\ud800b", "a\ufffdb"),
        ("plain", "plain"),
    ],
)
def test_unseen_differences_go(raw: str, seen: str) -> None:
    assert normalise(raw) == seen


@given(_ODD)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(_ODD)
def test_every_character_leads_back_to_what_it_stands_for(text: str) -> None:
    seen = normalise(text)
    places = trace(text, seen)
    assert len(places.starts) == len(places.ends) == len(seen)
    for index, character in enumerate(seen):
        start, end = places.locate(index, index + 1)
        assert normalise(text[start:end]) in (character, normalise(character)) or (
            character in normalize("NFC", text[start:end])
        )
    assert list(places.starts) == sorted(places.starts)


def test_what_was_left_out_or_replaced_is_counted() -> None:
    assert repairs("a\x07b\x08c\u200bd") == [
        "2 control characters replaced by spaces",
        "1 unseen character left out",
    ]
    assert load_text("Lithu\u200bania left.").notes == ("1 unseen character left out",)
    assert repairs("soft\u00adhyphen\r\n") == []


def test_offsets_lead_past_what_was_left_out() -> None:
    document = load_text("\ufeffLithu\u200bania\r\nhas left.")
    assert document.text == "Lithuania\nhas left."
    assert document.to_original(0, 9) == (1, 11)
    assert document.to_original(10, 13) == (13, 16)
    assert document.to_original(4, 4) == (5, 5)
    with pytest.raises(IndexError, match="the text given: 3 to 99 is outside 0 to 19"):
        document.to_original(3, 99)
