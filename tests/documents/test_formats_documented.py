"""docs/formats.md is true: every ending, key and limit stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.documents import DEFAULT_LIMITS, Format
from inforce.documents.json_lines import (
    ADDRESS_KEYS,
    DATE_KEYS,
    ID_KEYS,
    OUTLET_KEYS,
    TEXT_KEYS,
    TITLE_KEYS,
)
from inforce.documents.kinds import ENDINGS
from inforce.documents.limits import in_words

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
KEYS = (*TEXT_KEYS, *TITLE_KEYS, *DATE_KEYS, *OUTLET_KEYS, *ADDRESS_KEYS, *ID_KEYS)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_json_lines(key: str) -> None:
    assert f"`{key}`" in PAGE.split("## Keys")[1].split("\n## ")[0]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending(ending: str) -> None:
    assert f"`{ending}`" in PAGE


@pytest.mark.parametrize("format_", Format)
def test_every_format(format_: Format) -> None:
    names = {Format.MAIL: "mail", Format.FEED: "RSS and Atom"}
    assert f"| {names.get(format_, format_.value)}".lower() in PAGE.lower()


@pytest.mark.parametrize(
    "value",
    [
        in_words(DEFAULT_LIMITS.max_bytes),
        in_words(DEFAULT_LIMITS.max_unpacked),
        in_words(DEFAULT_LIMITS.max_word_xml),
        f"{DEFAULT_LIMITS.max_pages:,}, and {DEFAULT_LIMITS.max_seconds:.0f} s",
        f"{DEFAULT_LIMITS.max_markdown:,} characters",
        f"{DEFAULT_LIMITS.max_seconds:.0f} s, and {DEFAULT_LIMITS.max_redirects} redirects",
        f"{DEFAULT_LIMITS.max_ratio}",
        f"{DEFAULT_LIMITS.max_members:,}",
        f"{DEFAULT_LIMITS.max_attributes:,}",
        f"{DEFAULT_LIMITS.max_depth}",
    ],
)
def test_every_limit(value: str) -> None:
    assert f"| {value} |" in PAGE.split("## Limits")[1]
