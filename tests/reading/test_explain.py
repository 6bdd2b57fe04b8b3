"""How a statement came about: which words gave which part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.documents import load, load_text
from inforce.reading import Explanation, explain, read
from inforce.terms import ExchangeKind

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("0*.txt"))


def explained(
    text: str, catalogue: Catalogue, published: str | None = None
) -> dict[ExchangeKind, Explanation]:
    """The explanation of each kind's first statement."""
    day = PartialDate.parse(published) if published else None
    document = load_text(text, name="a text", published=day)
    reading = read(document, catalogue)
    found: dict[ExchangeKind, Explanation] = {}
    pairs = zip(reading.statements, explain(document, reading, catalogue), strict=True)
    for statement, explanation in pairs:
        assert explanation.statement == statement.id
        found.setdefault(statement.claim.exchange, explanation)
    return found


def test_the_words_of_every_part_are_shown(catalogue: Catalogue) -> None:
    text = "Lithuania will leave the Ottawa Convention on 27 December 2025."
    found = explained(text, catalogue)[ExchangeKind.WITHDRAWAL_EFFECTIVE]
    told = {part: found.of(part)[0].words for part in ("act", "participant", "treaty", "date")}
    assert told == {
        "act": "leave",
        "participant": "Lithuania",
        "treaty": "Ottawa Convention",
        "date": "27 December 2025",
    }
    assert (found.of("modality")[0].words, found.of("modality")[0].meaning) == ("will", "planned")
    words = [reason.words for reason in found.of("word")]
    assert words == ["Lithuania", "will", "leave", "Ottawa Convention", "27 December 2025"]


def test_what_an_earlier_sentence_named_is_said_to_come_from_there(catalogue: Catalogue) -> None:
    text = "Estonia may leave the Ottawa Convention. The country notified the depositary in June."
    found = explained(text, catalogue, "2025-07-01")[ExchangeKind.WITHDRAWAL_NOTIFIED]
    who, treaty, date = (found.of(part)[0] for part in ("participant", "treaty", "date"))
    assert (who.words, who.start) == ("Estonia", 0)
    assert who.meaning == "EST, carried on from where it was named"
    assert treaty.words == "Ottawa Convention"
    assert date.words == "June"
    assert date.meaning == "2025-06, reckoned from the day of publication, 2025-07-01"


def test_a_denial_shows_its_negation(catalogue: Catalogue) -> None:
    text = "Lithuania has not left the Ottawa Convention."
    found = explained(text, catalogue)[ExchangeKind.WITHDRAWAL_EFFECTIVE]
    assert found.of("modality")[0].words == "not"


def test_the_rule_is_named(catalogue: Catalogue) -> None:
    text = "There are 164 states parties to the Ottawa Convention."
    rule = explained(text, catalogue)[ExchangeKind.MEMBERSHIP_COUNT].of("rule")[0]
    assert rule.meaning == "a number or quantifier with the noun that it counts"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_word_shown_stands_in_the_text(path: Path, catalogue: Catalogue) -> None:
    document = load(str(path))
    reading = read(document, catalogue)
    explanations = explain(document, reading, catalogue)
    assert reading == read(document, catalogue)
    for statement, explanation in zip(reading.statements, explanations, strict=True):
        assert len(explanation.of("rule")) == len(explanation.of("modality")) == 1
        for reason in explanation.reasons:
            if reason.start is not None and reason.part != "modality":
                assert document.text[reason.start : reason.end] == reason.words
        for word in explanation.of("word"):
            assert word.words in statement.evidence.quote


def test_every_language_that_is_read_is_explained(catalogue: Catalogue) -> None:
    explained_in: set[str | None] = set()
    for path in sorted((ROOT / "eval" / "corpus").glob("*.txt")):
        document = load(str(path))
        reading = read(document, catalogue)
        found = explain(document, reading, catalogue)
        assert [one.statement for one in found] == [s.id for s in reading.statements]
        explained_in.update({document.language} if found else ())
    assert explained_in >= {"en", "de", "fr", "es"}


def test_a_language_that_is_not_read_explains_nothing(catalogue: Catalogue) -> None:
    document = replace(load_text("Leedus.", name="a text"), language="xx")
    assert explain(document, read(document, catalogue), catalogue) == ()
