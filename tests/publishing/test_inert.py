"""Strangers' text made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.publishing.inert import is_web_address, one_line, shortened, visible, with_links


def test_direction_marks_and_escape_codes_are_spelt_out() -> None:
    assert visible("a\u202eb") == "a[U+202E]b"
    assert visible("\x1b[31mred") == "[U+001B][31mred"
    assert visible("line\r\nnext\tcell") == "line\nnext cell"


@given(st.text())
def test_nothing_that_steers_a_terminal_or_turns_text_survives(text: str) -> None:
    left = set(one_line(text))
    assert not left & {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))}
    assert not left & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@given(st.text(), st.integers(min_value=2, max_value=80))
def test_a_shortened_text_is_never_longer_than_asked(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_a_shortened_text_ends_after_a_word() -> None:
    assert shortened("The bill passed with 81 votes", 20) == "The bill passed…"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JAVASCRIPT://%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org/x",
        "https://",
        "http:///path",
        "https://a b",
        'https://a.org/"onclick=x',
        "https://[bad",
        "//example.org",
        "https://exa\u202emple.org",
    ],
)
def test_only_web_addresses_that_name_a_host_are_links(text: str) -> None:
    assert not is_web_address(text)
    assert all(href is None or is_web_address(href) for _, href in with_links(text))


def test_an_address_inside_a_reference_is_the_link_and_the_rest_is_text() -> None:
    assert with_links("CN.1, https://a.org/x?b=1&c=2.") == [
        ("CN.1, ", None),
        ("https://a.org/x?b=1&c=2", "https://a.org/x?b=1&c=2"),
        (".", None),
    ]


@given(st.text())
def test_linking_loses_no_word(text: str) -> None:
    assert "".join(part for part, _ in with_links(text)) == visible(text)
