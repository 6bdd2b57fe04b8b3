"""The lexicons of languages read by their forms: known keys, concepts, forms, roles and classes.

What each key means, with examples, is in docs/languages.md. The English lexicon, whose word order
tells who acts, has its own keys and is checked by the reading room's tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import DataFile
from inforce.catalogue.nodes import Node
from inforce.catalogue.sections import Snapshot
from inforce.catalogue.yaml_files import read_yaml

TYPOLOGIES = ("positional", "free")
KEYS = frozenset(
    [
        "language",
        "name",
        "names",
        "typology",
        "elisions",
        "acts",
        "roles",
        "classes",
        "cases",
        "demonyms",
        "treaties",
        "bodies",
        "treaty_titles",
        "treaty_endings",
        "dates",
        "numbers",
    ]
)
FORMS = frozenset(
    [
        "noun",
        "present",
        "past",
        "participle",
        "infinitive",
        "future",
        "would",
        "conditional",
        "passive",
    ]
)
CONCEPTS = frozenset(
    [
        "leave",
        "expel",
        "join",
        "ratify",
        "accept",
        "succeed",
        "sign",
        "suspend",
        "promulgate",
        "notify",
        "receive",
        "docs",
        "effect",
        "complete",
        "end",
        "vote",
        "reject",
        "plan",
        "begin",
        "propose",
        "reverse",
        "law",
        "procedure",
        "member",
        "membership",
        "belong",
        "remain",
        "follow",
        "period",
        "become",
        "move",
        "say",
        "light",
    ]
)
ROLES = frozenset(["parliament", "president", "government", "court", "opposition", "depositary"])
CASES = frozenset({"oblique", "nominative", "agent", "dative", "adjoined", "behind"})
DEMONYMS = frozenset({"small", "endings"})
DATES = frozenset(
    [
        "months",
        "weekdays",
        "small_weekdays",
        "month_first",
        "bare_years",
        "day_marks",
        "year_marks",
        "year_after",
        "early",
        "part_of_year",
        "of",
        "year_before",
        "before_month",
        "weekday_fill",
        "prepositions",
        "cased_months",
        "ordinal_suffixes",
        "relative",
    ]
)
NUMBERS = frozenset(
    [
        "decimal",
        "joins",
        "words",
        "ordinals",
        "one_words",
        "not_counts",
        "ordinal_marks",
        "units",
        "periods",
        "period_nouns",
        "quantifiers",
        "magnitudes",
        "vague",
        "currencies",
    ]
)
RELATIVE = frozenset(
    [
        "today",
        "yesterday",
        "tomorrow",
        "same_day",
        "last_week",
        "this_week",
        "last_month",
        "this_month",
        "next_month",
        "last_year",
        "this_year",
        "next_year",
        "year_before",
        "that_year",
    ]
)
_CLASSES = "reading/classes.yaml"
_CHOICE = re.compile(r"\([^()]*\)")
_INNER = {"cases": CASES, "demonyms": DEMONYMS, "dates": DATES, "numbers": NUMBERS, "roles": ROLES}


def lint_lexicons(snapshot: Snapshot, treaties: frozenset[str], faults: Faults) -> None:
    """Note every fault of every lexicon, by file and line; ``treaties``: the known ids."""
    known = frozenset(
        name
        for file in snapshot.matching(_CLASSES)
        if (node := read_yaml(snapshot.raw(file), shown=file.shown, faults=faults)) is not None
        for name in (node.value if isinstance(node.value, dict) else ())
    )
    for file in snapshot.matching("lexicon/*.yaml"):
        root = read_yaml(snapshot.raw(file), shown=file.shown, faults=faults)
        if root is None:
            continue
        if not isinstance(root.value, dict):
            faults.add(file.shown, root.line, f"found {root.found}, expected a mapping")
            continue
        _lint(file, root.value, (known, treaties), faults=faults)


def _lint(
    file: DataFile,
    keys: dict[str, Node],
    vocabularies: tuple[frozenset[str], frozenset[str]],
    *,
    faults: Faults,
) -> None:
    language, typology = keys.get("language"), keys.get("typology")
    if language is None or language.value != file.stem:
        found = "nothing" if language is None else language.found
        line = 1 if language is None else language.line
        faults.add(file.shown, line, f"language: found {found}, expected {file.stem!r}")
    if typology is None:
        return  # positional: English
    if typology.value not in TYPOLOGIES:
        words = f"typology: found {typology.found}, expected one of {', '.join(TYPOLOGIES)}"
        faults.add(file.shown, typology.line, words)
        return
    if typology.value != "free":
        return
    known, treaties = vocabularies
    _names(file, "", keys, KEYS, faults=faults)
    for key in ("acts", "roles", "classes", "dates", "numbers"):
        if key not in keys:
            faults.add(file.shown, None, f"{key}: found nothing, expected a mapping")
    inner = {**_INNER, "acts": CONCEPTS, "classes": known, "treaties": treaties, "bodies": treaties}
    for key, names in inner.items():
        mapping = _mapping(file, key, keys.get(key), faults=faults)
        _names(file, key, mapping, names, faults=faults)
        if key == "acts":
            for concept, forms in mapping.items():
                below = _mapping(file, f"acts.{concept}", forms, faults=faults)
                _names(file, f"acts.{concept}", below, FORMS, faults=faults)
        if key == "dates" and "relative" in mapping:
            below = _mapping(file, "dates.relative", mapping["relative"], faults=faults)
            _names(file, "dates.relative", below, RELATIVE, faults=faults)
    for path, entry in _entries("", keys):
        _lint_entry(file, path, entry, faults=faults)


def _mapping(file: DataFile, path: str, node: Node | None, *, faults: Faults) -> dict[str, Node]:
    if node is None or node.value is None:
        return {}
    if isinstance(node.value, dict):
        return node.value
    faults.add(file.shown, node.line, f"{path}: found {node.found}, expected a mapping")
    return {}


def _names(
    file: DataFile,
    path: str,
    mapping: dict[str, Node],
    known: frozenset[str],
    *,
    faults: Faults,
) -> None:
    for name, node in mapping.items():
        if name not in known:
            where = f"{path}: " if path else ""
            words = f"{where}found {name!r}, expected one of {', '.join(sorted(known))}"
            faults.add(file.shown, node.line, words)


def _entries(path: str, node: dict[str, Node]) -> Iterator[tuple[str, Node]]:
    """Every entry of every list, with the path of its key."""
    for key, below in node.items():
        inner = f"{path}.{key}" if path else key
        if isinstance(below.value, dict):
            yield from _entries(inner, below.value)
        elif isinstance(below.value, list):
            yield from ((inner, entry) for entry in below.value)


def _lint_entry(file: DataFile, path: str, node: Node, *, faults: Faults) -> None:
    """An entry is a text, its brackets are closed, and a gap has one part on each side."""
    text = node.value
    if not isinstance(text, str):
        faults.add(file.shown, node.line, f"{path}: found {node.found}, expected a word or phrase")
        return
    rest = _CHOICE.sub("", text)
    if "(" in rest or ")" in rest or "|" in rest:
        words = f"{path}: found {text!r}, expected brackets round a choice, as in a(b|c)"
        faults.add(file.shown, node.line, words)
    parts = text.split(" ... ")
    if "..." in text and (len(parts) != 2 or " " in _CHOICE.sub("", parts[0]).strip()):
        words = f"{path}: found {text!r}, expected one word, three dots and the words that follow"
        faults.add(file.shown, node.line, words)
