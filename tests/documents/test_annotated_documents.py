"""Language and day of publication on the annotated documents beside a founder's checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from inforce.dates import PartialDate, Truth
from inforce.documents import Document, load


@pytest.fixture(scope="module")
def annotated(shared: Path) -> list[tuple[dict[str, Any], Document]]:
    folder = shared / "documents"
    rows = map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    return [(row, load(folder / f"{row['id']}.txt")) for row in rows]


def test_every_language_is_told(annotated: list[tuple[dict[str, Any], Document]]) -> None:
    wrong = [(g["id"], g["lang"], d.language) for g, d in annotated if d.language != g["lang"]]
    assert wrong == []


def test_no_day_is_wrong_and_most_are_found(
    annotated: list[tuple[dict[str, Any], Document]],
) -> None:
    dated = [(g, d) for g, d in annotated if g["published"]]
    wrong = [
        (g["id"], str(d.published))
        for g, d in dated
        if d.published and d.published.contradicts(PartialDate.parse(g["published"]))
    ]
    assert wrong == []
    right = sum(
        d.published is not None
        and d.published.agrees_with(PartialDate.parse(g["published"])) is not Truth.NO
        for g, d in dated
    )
    # The other days stand in no line of the text but in prose, or in two ways to read one.
    assert right >= 0.75 * len(dated)


def test_offsets_of_the_files_hold(annotated: list[tuple[dict[str, Any], Document]]) -> None:
    for _, document in annotated:
        assert document.to_original(3, 9) == (3, 9)


def test_no_day_is_invented(annotated: list[tuple[dict[str, Any], Document]]) -> None:
    invented = [
        (g["id"], str(d.published))
        for g, d in annotated
        if not g["published"] and d.published is not None and d.published.year is not None
    ]
    assert invented == []
