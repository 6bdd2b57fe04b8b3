"""A lexicon of inflected forms made into the reader's tables; docs/languages.md has its keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

from inforce.dates import Period
from inforce.reading.errors import LexiconEntryError
from inforce.reading.lexicon import Lexicon, Word, compile_tables
from inforce.reading.tokens import pattern_of

FORMS = (
    "noun",
    "present",
    "past",
    "participle",
    "infinitive",
    "future",
    "would",
    "conditional",
    "passive",
)
"""The forms under which a concept's words are listed."""
GAP = " ... "
_CHOICE = re.compile(r"\(([^()]*)\)")
_DATE_LISTS = (
    "cased_months",
    "early",
    "part_of_year",
    "ordinal_suffixes",
    "of",
    "year_before",
    "year_after",
    "before_month",
    "weekday_fill",
    "prepositions",
    "day_marks",
    "year_marks",
)
_NUMBER_LISTS = ("joins", "one_words", "ordinal_marks", "period_nouns", "not_counts", "vague")
_NUMBER_MAPS = ("words", "ordinals", "units", "quantifiers", "magnitudes", "currencies")


def spelled(entry: str) -> tuple[str, ...]:
    """All the spellings of an entry: "konwencj(a|i|ę)" stands for three, "(se |)" for two.

    Raises LexiconEntryError for what YAML takes for no text, such as a bare "no" or "on".
    """
    if not isinstance(entry, str):
        raise LexiconEntryError(entry)
    parts = _CHOICE.split(entry)
    options = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return tuple("".join(choice) for choice in product(*options))


def compile_free(data: Mapping[str, Any]) -> Lexicon:
    """The tables of one language from its inflected forms."""
    classes = data.get("classes", {})
    filled = {
        **data,
        "dates": _dates(data.get("dates", {})),
        "numbers": _numbers(data.get("numbers", {})),
        "sets": {"body_nouns": _all(classes.get("body_nouns", ())), "other_bearer": []},
        "treaty_titles": {
            "heads": ["\N{NULL}"],
            "links": [],
            "small": [],
            "inside": [],
            "not_before": [],
            "not_names": [],
            **data.get("treaty_titles", {}),
        },
        "gaps": _gaps(data),
    }
    pattern = pattern_of(filled)

    def split(surface: str) -> list[str]:
        return [match.group() for match in pattern.finditer(surface.lower())]

    return compile_tables(filled, _entries(data), split)


def _all(entries: Any) -> list[str]:
    return [surface for entry in entries for surface in spelled(entry)]


def _entries(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    """Every surface without a gap, with its reading."""
    for surface, word in _readings(data):
        if GAP not in surface:
            yield surface, word


def _readings(data: Mapping[str, Any]) -> Iterator[tuple[str, Word]]:
    for concept, forms in data.get("acts", {}).items():
        for form, entries in forms.items():
            word = (
                Word(noun=concept, nouns=frozenset({concept}))
                if form == "noun"
                else Word(verb=concept, forms=frozenset({form}))
            )
            for surface in _all(entries):
                yield surface.lower(), word
    for role, entries in data.get("roles", {}).items():
        for surface in _all(entries):
            yield surface.lower(), Word(role=role)
    for name, entries in data.get("classes", {}).items():
        for surface in _all(entries):
            yield surface.lower(), Word(classes=frozenset({name}))


def _gaps(data: Mapping[str, Any]) -> dict[str, list[tuple[str, Word]]]:
    """First part -> (last part, reading) of the entries whose parts stand apart."""
    found: dict[str, list[tuple[str, Word]]] = {}
    for surface, word in _readings(data):
        if GAP in surface:
            first, last = surface.split(GAP)
            found.setdefault(first, []).append((last, word))
    return found


def _dates(tables: Mapping[str, Any]) -> dict[str, Any]:
    named = {
        key: {form: value for word, value in tables.get(key, {}).items() for form in spelled(word)}
        for key in ("months", "weekdays")
    }
    lists = {key: _all(tables.get(key, ())) for key in _DATE_LISTS}
    relative = {name: _all(words) for name, words in tables.get("relative", {}).items()}
    order = {"month_first": tables.get("month_first", False)}
    return {**tables, **named, **lists, **order, "relative": relative}


def _numbers(tables: Mapping[str, Any]) -> dict[str, Any]:
    maps = {
        key: {form: value for word, value in tables.get(key, {}).items() for form in spelled(word)}
        for key in _NUMBER_MAPS
    }
    periods = {
        form: Period.parse(str(value))
        for word, value in tables.get("periods", {}).items()
        for form in spelled(word)
    }
    lists = {key: _all(tables.get(key, ())) for key in _NUMBER_LISTS}
    return {**tables, **maps, **lists, "periods": periods}
