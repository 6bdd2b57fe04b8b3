"""Articles of our own, annotated as the corpus is: most of what they say is read, and little else.

They were written in the style of a wire, a broadsheet and an official site, and annotated, before
the reader had seen them; docs/measurements.md has what it scored then.
"""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from eval.agreement import vocabulary
from eval.scoring import Score, score
from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.documents import load_text
from inforce.reading import read

ARTICLES = Path(__file__).parent / "articles"
LANGUAGES = ("et", "it", "lt", "no", "pl", "ru", "uk")


def annotated() -> list[dict[str, Any]]:
    """The articles' annotations, one a text."""
    lines = (ARTICLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def scored(catalogue: Catalogue) -> Score:
    """The score of all articles."""
    said: list[dict[str, Any]] = []
    for document in annotated():
        text = (ARTICLES / f"{document['id']}.txt").read_text(encoding="utf-8")
        day = PartialDate.parse(document["published"])
        loaded = replace(load_text(text, name=document["id"], published=day))
        said += [statement.to_json() for statement in read(loaded, catalogue).statements]
    return score(annotated(), said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_article_is_read_with_few_wrong_statements(language: str, scored: Score) -> None:
    counts = scored.pooled(languages=[language], kinds=vocabulary().checkable)
    assert counts.precision >= 0.90
    assert counts.recall >= 0.70
    assert counts.wrong_dates <= 0.03


def test_the_texts_are_those_that_were_annotated() -> None:
    for document in annotated():
        text = (ARTICLES / f"{document['id']}.txt").read_bytes()
        assert sha256(text).hexdigest() == document["sha256"]
