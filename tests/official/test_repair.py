"""Characters cut to their low byte come back only where one reading fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.official.repair import LOST, repair


def cut(text: str) -> bytes:
    """The text as the exporter of 2018 wrote it: every character as its low byte."""
    return bytes(ord(character) & 0xFF for character in text)


@pytest.mark.parametrize(
    "text",
    [
        "the “Historical Information” section",
        "Yugoslavia’s admission",
        "the States’ obligations",
        "a ‘Notification of Accession’ was received",
        "Côte d’Ivoire",
        "… the Government",
        "[…] recalls",
        "and so on …”",
        "articles 4–9 of",
        "(a).–The provisions",
        "acceded on 28\u2002December 1949",
        "the United\u2002Nations",
        "Karadžić and Mladić agreed",
        "Ćuković of Čačak",
    ],
)
def test_what_fits_in_one_way_is_restored(text: str) -> None:
    beyond = [c for c in text if (ord(c) > 0xFF and ord(c) & 0xFF < 0x20) or c in "…"]
    repaired = repair(cut(text))
    for character in beyond:
        assert character in repaired.text
    assert (repaired.restored, repaired.lost) == (len(beyond), 0)


@pytest.mark.parametrize(
    "text",
    [
        "coffee–and tea",  # or the Latvian letter of Rezekne
        "a word endingę here",  # or a closing quotation mark that was never opened
    ],
)
def test_what_fits_in_two_ways_is_marked(text: str) -> None:
    repaired = repair(cut(text))
    assert LOST in repaired.text
    assert repaired.lost == 1
    assert repaired.words == (
        "of 1 characters cut to their low byte 0 were restored and 1 stand as U+FFFD",
    )


def test_a_known_name_settles_what_two_readings_fit() -> None:
    """Between two letters 0x13 may be a dash or the letter U+0113."""
    data = cut("<Entry>Rēzekne</Entry>")
    assert repair(data).lost == 1
    assert repair(data, is_name=lambda name: name == "Rēzekne").text == "<Entry>Rēzekne</Entry>"


def test_a_reference_to_a_control_character_is_one_too() -> None:
    assert repair(b"he said &#28;yes&#x1D; twice").text == "he said “yes” twice"


def test_markup_and_true_ampersands_stay_as_they_are() -> None:
    text = "<a>Salt &amp; pepper &lt;i&gt; &#233;</a>\r\n"
    repaired = repair(text.encode())
    assert (repaired.text, repaired.words) == (text, ())


def test_latin_1_and_utf_8_are_told_apart() -> None:
    assert repair("<x>Côte</x>".encode("latin-1")).text == "<x>Côte</x>"
    assert repair("<x>Côte – Šiauliai</x>".encode()).text == "<x>Côte – Šiauliai</x>"


@given(st.lists(st.text("abcXYZ.,19", min_size=1, max_size=12), min_size=1, max_size=6))
def test_quotation_marks_always_come_back(words: list[str]) -> None:
    """Nothing but a quotation mark is cut to 0x1C or 0x1D in any language of a treaty."""
    text = " ".join(f"“{word}”" for word in words)
    assert repair(cut(text)).text == text


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Zs"))))
def test_what_was_never_cut_is_left_alone(text: str) -> None:
    plain = text.replace("&", "").replace("<", "").replace("\x85", "")
    assert repair(plain.encode()).text == plain
