"""The lexicon: forms of verbs, entries of several words, and nothing misread by YAML."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from inforce.reading.errors import UnknownLanguageError
from inforce.reading.languages import load_lexicon
from reading.lines import lexicon_text


@pytest.mark.parametrize(
    ("surface", "concept", "form"),
    [
        ("withdrew", "leave", "past"),
        ("withdrawing", "leave", "gerund"),
        ("quits", "leave", "third"),
        ("acceded", "join", "past"),
        ("ratifies", "ratify", "third"),
        ("stopped", "end", "past"),
        ("cancelled", "reverse", "participle"),
        ("canceled", "reverse", "participle"),
    ],
)
def test_a_form_leads_to_its_concept(surface: str, concept: str, form: str) -> None:
    word = load_lexicon("en").single[surface]
    assert word.verb == concept
    assert form in word.forms


def test_the_longest_entry_wins() -> None:
    words = ["pulled", "out", "of", "it"]
    taken, word = load_lexicon("en").longest(words, 0)
    assert taken == 2
    assert word is not None
    assert word.verb == "leave"


def test_a_language_without_a_file_is_named() -> None:
    with pytest.raises(UnknownLanguageError, match=r"no lexicon for the language 'xx'.*en"):
        load_lexicon("xx")


def test_every_word_is_a_word_and_no_yaml_truth_value() -> None:
    wrong: list[object] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            wrong.extend(key for key in node if not isinstance(key, str))
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)
        elif isinstance(node, bool):
            wrong.append(node)

    walk(yaml.safe_load(lexicon_text("en")))
    assert wrong == []
