"""Tables of our own sentences in each language: what each says, and nothing else checkable."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.documents import load_text
from inforce.reading import read
from reading.lines import lines

TABLES = Path(__file__).parent / "languages"
PUBLISHED = "2025-07-10"


def rows() -> list[tuple[str, str, str]]:
    """Language, sentence and what it says, of every row of every table."""
    found = []
    for table in sorted(TABLES.glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                sentence, said = line.split("\t")
                found.append((table.name.partition("-")[0], sentence, said))
    return found


@pytest.mark.parametrize(
    ("language", "sentence", "said"), rows(), ids=lambda value: str(value)[:60]
)
def test_a_sentence_says_what_its_row_says(
    language: str, sentence: str, said: str, catalogue: Catalogue
) -> None:
    document = load_text(sentence, name="a text", published=PartialDate.parse(PUBLISHED))
    reading = read(replace(document, language=language), catalogue)
    expected = [] if said == "-" else said.split("; ")
    assert lines(reading) == sorted(expected)
