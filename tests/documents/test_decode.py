"""Encodings: what is known, what is guessed, and what is said of it."""

from __future__ import annotations

import codecs

import pytest

from inforce.documents import load
from inforce.documents.decode import decode

LITHUANIAN = (
    "Ruritanija pasitraukė iš konvencijos, pranešė Užsienio reikalų ministerija; "
    "rūmai už tai balsavo gegužę."
)
POLISH = "Rurytania wystąpiła z konwencji, ogłosił rząd w piątek; izba głosowała już wcześniej."
GERMAN = "Ruritanien hat das Übereinkommen gekündigt, erklärte das Außenministerium am Freitag."
FRENCH = "La Ruritanie a dénoncé le traité à la fin de l’année, a déclaré son ministère."
RUSSIAN = "Руритания вышла из конвенции, сообщило в пятницу министерство иностранных дел."
UKRAINIAN = "Руританія вийшла з конвенції, повідомило в п’ятницю її міністерство закордонних справ."


@pytest.mark.parametrize("text", [GERMAN, RUSSIAN, LITHUANIAN])
@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ("decoded as UTF-16",)),
        ("utf-16-le", ("decoded as UTF-16",)),
        ("utf-16-be", ("decoded as UTF-16",)),
        ("utf-32", ("decoded as UTF-32",)),
        ("utf-32-le", ("decoded as UTF-32",)),
        ("utf-32-be", ("decoded as UTF-32",)),
    ],
)
def test_unicode_with_or_without_a_byte_order_mark(
    text: str, encoding: str, note: tuple[str, ...]
) -> None:
    document = load(text.encode(encoding))
    assert document.text == text
    assert document.notes == note


def test_big_endian_utf16_with_its_mark() -> None:
    assert load(codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be")).text == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (GERMAN, "latin-1", "Windows-1252 (Latin-1)"),
        (FRENCH, "cp1252", "Windows-1252 (Latin-1)"),
        (POLISH, "cp1250", "Windows-1250"),
        (POLISH, "iso8859-2", "ISO 8859-2"),
        (RUSSIAN, "cp1251", "Windows-1251"),
        (UKRAINIAN, "cp1251", "Windows-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (RUSSIAN, "iso8859-5", "ISO 8859-5"),
        (LITHUANIAN, "cp1257", "Windows-1257"),
        (LITHUANIAN, "iso8859-13", "Windows-1257"),
    ],
)
def test_older_code_pages_are_detected_and_named(text: str, encoding: str, label: str) -> None:
    document = load(text.encode(encoding))
    assert document.text == text
    assert document.notes == (f"decoded as {label}",)


def test_utf8_with_a_broken_byte_keeps_its_other_characters() -> None:
    data = LITHUANIAN.encode().replace("š".encode(), b"\xc5", 1)
    document = load(data)
    assert document.text == LITHUANIAN.replace("š", "\ufffd", 1)
    assert document.notes == ("1 place that could not be decoded stands as U+FFFD",)


def test_a_text_cut_in_the_middle_of_a_character() -> None:
    data = RUSSIAN.encode()
    document = load(data[: data.rindex("л".encode()) + 1])
    assert document.text.endswith("де\ufffd")
    assert document.language == "ru"


def test_replacement_characters_of_the_author_are_not_counted() -> None:
    assert load("Already \ufffd lost: ąžuolas.".encode()).notes == ()


def test_a_page_may_declare_its_encoding_and_may_lie() -> None:
    page = '<html><head><meta charset="{}"></head><body><p>' + POLISH + "</p></body></html>"
    honest = load(page.format("iso-8859-2").encode("iso8859-2"))
    assert honest.text == POLISH
    assert honest.notes == ("decoded as iso-8859-2, as the page declares",)
    assert load(page.format("iso-8859-2").encode()).text == POLISH
    assert load(page.format("no-such-thing").encode("cp1250")).text == POLISH
    assert load(page.format("rot13").encode("cp1250")).text == POLISH
    assert load(page.format("punycode").encode("cp1250")).text == POLISH


def test_a_latin_1_declaration_means_windows_1252() -> None:
    # WHATWG Encoding Standard, section 4.2: the label iso-8859-1 is windows-1252.
    page = (
        b"<html><meta charset=iso-8859-1><p>\x93Rash\x94, said the opposition \x96 in S\xfcd.</p>"
    )
    assert load(page).text == "“Rash”, said the opposition – in Süd."


def test_the_characters_come_back_with_the_byte_order_mark() -> None:
    assert decode(b"\xef\xbb\xbfabc", "x").text == "\ufeffabc"
    assert load(b"\xef\xbb\xbfabc").to_original(0, 3) == (1, 4)
