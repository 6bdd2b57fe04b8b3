"""Markdown: the text without its markup, and the way back to it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.documents import BlockKind, Document, DocumentError, Format, Limits, load, load_all

PAGE = """---
title: Another title
date: 2031-03-05
source: The Bulletin
url: https://bulletin.example/7
---
# Ruritania **hands in** its notice

On *Wednesday* its [envoy](https://x.example/a_b "t") handed &amp; gave\r
the \\*note\\*.

- one **item** of a list
- two

| state | day |
|---|---|
| Ruritania | 5 `March` |

<div>Set in HTML.</div>

    Indented code.
"""


def test_the_markup_is_left_out_and_leads_back() -> None:
    document = load(PAGE.encode(), name="page.md")
    assert document.format is Format.MARKDOWN
    found = [
        (block.kind, text, PAGE[slice(*document.to_original(block.start, block.end))])
        for block, text in document.blocks_of()
    ]
    item = BlockKind.LIST_ITEM
    assert found[:4] == [
        (
            BlockKind.TITLE,
            "Ruritania hands in its notice",
            "Ruritania **hands in** its notice",
        ),
        (
            BlockKind.PARAGRAPH,
            "On Wednesday its envoy handed & gave the *note*.",
            'On *Wednesday* its [envoy](https://x.example/a_b "t") handed &amp; gave\r\n'
            "the \\*note\\*.",
        ),
        (item, "one item of a list", "one **item** of a list"),
        (item, "two", "two"),
    ]
    assert [text for _, text, _ in found[4:]] == [
        "state\tday",
        "Ruritania\t5 March",
        "Set in HTML.",
        "Indented code.",
    ]


def test_the_front_matter_gives_day_title_outlet_and_address() -> None:
    document = load(PAGE.encode(), name="page.md")
    assert str(document.published) == "2031-03-05"
    assert document.published_from is not None
    assert document.published_from.value == "front matter"
    assert document.outlet == "The Bulletin"
    assert document.address == "https://bulletin.example/7"


@pytest.mark.parametrize(
    ("front", "note"),
    [
        ("date: 5 March", "the front matter's date '5 March' is not used; an EDTF date was"),
        ("a: [", "the front matter is no YAML and is not used"),
    ],
)
def test_front_matter_that_cannot_be_used_is_noted(front: str, note: str) -> None:
    document = load(f"---\n{front}\n---\nText stands here.\n".encode(), name="page.md")
    assert document.text == "Text stands here."
    assert document.published is None
    assert any(note in found for found in document.notes)


@pytest.mark.parametrize("day", ["2031-03", "2031-03-05T10:00:00Z", "'2031-03-05 10:00'"])
def test_other_forms_of_the_day(day: str) -> None:
    document = load(f"---\ndate: {day}\n---\nText.".encode(), name="page.md")
    assert str(document.published) in ("2031-03", "2031-03-05")


def test_without_text_and_beyond_the_limits() -> None:
    with pytest.raises(
        DocumentError, match=r"a\.md: is Markdown without text; a text was expected"
    ):
        load(b"---\ndate: 2031\n---\n", name="a.md")
    with pytest.raises(DocumentError, match="is Markdown of 50 characters, more than the 20 that"):
        load(b"x" * 50, name="a.md", limits=Limits(max_markdown=20))


_BITS = (
    "a",
    "b c",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](",
    ")",
    "\n",
    "\n\n",
    "# ",
    "- ",
    "> ",
    "|",
    "&amp;",
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_BITS) | st.text(max_size=3), max_size=40))
def test_every_character_leads_back_in_order(pieces: list[str]) -> None:
    data = "".join(pieces).encode("utf-8", "replace")
    for document in load_all(data, name="a.md"):
        if isinstance(document, Document):
            places = [document.to_original(i, i + 1) for i in range(len(document.text))]
            assert places == sorted(places)
            assert document.origin is not None
            assert all(0 <= s <= e <= len(document.origin.original) for s, e in places)
