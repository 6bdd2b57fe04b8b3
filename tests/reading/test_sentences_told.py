"""Tables of our own sentences: what each says, and nothing else of a checkable kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reading.conftest import Reader
from reading.lines import lines

TABLES = Path(__file__).parent / "cases"


def rows() -> list[Any]:
    found = []
    for table in sorted(TABLES.glob("*.yaml")):
        found += yaml.safe_load(table.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:70])
def test_a_sentence_says_what_its_row_says(row: dict[str, Any], read_text: Reader) -> None:
    assert lines(read_text(row["text"], row.get("published"))) == sorted(row["says"])


def test_there_are_enough_sentences_to_speak_of() -> None:
    assert len(rows()) >= 200
