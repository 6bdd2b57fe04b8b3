"""A lexicon of forms: choices, stems, parts that stand apart, dates and numbers by its tables."""

from __future__ import annotations

from typing import Any

import pytest

from inforce.reading.dates_in_text import read_date
from inforce.reading.errors import LexiconEntryError
from inforce.reading.free.words import compile_free, spelled
from inforce.reading.numbers import read_number, read_period
from inforce.reading.tokens import tokens_of

DATES: dict[str, Any] = {
    "months": {"birželio": 6, "juin": 6, "juni": 6},
    "weekdays": {"vendredi": 4},
    "small_weekdays": True,
    "day_marks": [".", "d", "er"],
    "year_marks": ["m", "."],
    "year_after": ["metais"],
    "of": ["de"],
}
NUMBERS: dict[str, Any] = {
    "decimal": ",",
    "words": {"sechs": 6},
    "units": {"monat(|e|en)": "months"},
    "periods": {"sechsmonatig(e|en)": "P6M"},
}
ACTS = {"leave": {"past": ["trat ... aus", "выш*"], "noun": ["austritt(|s)"]}}
LEXICON = compile_free(
    {"language": "xx", "acts": ACTS, "dates": DATES, "numbers": NUMBERS, "elisions": ["l", "d"]}
)


@pytest.mark.parametrize(
    ("entry", "spellings"),
    [
        ("konwencj(a|i|ę)", ("konwencja", "konwencji", "konwencję")),
        ("(se |)retirer", ("se retirer", "retirer")),
        ("a(b|c)d(e|f)", ("abde", "abdf", "acde", "acdf")),
        ("plain", ("plain",)),
    ],
)
def test_brackets_stand_for_every_choice(entry: str, spellings: tuple[str, ...]) -> None:
    assert spelled(entry) == spellings


def test_what_yaml_takes_for_no_text_is_refused() -> None:
    with pytest.raises(LexiconEntryError, match="found False, expected a word or phrase"):
        spelled(False)  # type: ignore[arg-type]


def test_a_stem_is_every_word_that_begins_so() -> None:
    word = LEXICON.single["вышедший"]
    assert word.verb == "leave"
    assert "вы" not in LEXICON.single


def test_parts_that_stand_apart_are_kept_for_the_clause() -> None:
    [(last, word)] = LEXICON.data["gaps"]["trat"]
    assert (last, word.verb) == ("aus", "leave")


def test_an_elided_article_stands_apart() -> None:
    text = "l'Ukraine d'Ottawa aujourd'hui"
    words = [token[2] for token in tokens_of(text, (0, len(text)), LEXICON)]
    assert words == ["l'", "ukraine", "d'", "ottawa", "aujourd'hui"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("27. Juni 2025", (2025, 6, 27)),
        ("1er juin 2025", (2025, 6, 1)),
        ("27 de juin de 2025", (2025, 6, 27)),
        ("2025 m. birželio 27 d.", (2025, 6, 27)),
        ("2025 m. birželio", (2025, 6, None)),
        ("vendredi 27 juin", (None, 6, 27)),
        ("2025 metais", (2025, None, None)),
    ],
)
def test_dates_in_the_order_of_the_language(
    text: str, date: tuple[int | None, int | None, int | None]
) -> None:
    tokens = tokens_of(text, (0, len(text)), LEXICON)
    found = read_date(text, tokens, 0, LEXICON.data["dates"])
    assert found is not None
    assert (found[1].year, found[1].month, found[1].day) == date


def test_numbers_by_the_decimal_mark() -> None:
    assert read_number(["1.234"], 0, LEXICON.data["numbers"]) == (1, 1234.0, False)
    assert read_number(["2,5"], 0, LEXICON.data["numbers"]) == (1, 2.5, False)


def test_periods_in_two_words_and_in_one() -> None:
    for words in (["sechs", "monaten"], ["sechsmonatigen"]):
        found = read_period(words, 0, LEXICON.data["numbers"])
        assert found is not None
        assert str(found[1]) == "six months"
