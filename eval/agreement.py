"""When a statement that was read agrees with a fact that was annotated."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Fact = Mapping[str, Any]
"""An annotated fact: kind, state, treaty, date, value, modality, and loose where it is so."""
Said = Mapping[str, Any]
"""A statement as ``inforce read --json`` prints it."""

_DOUBT = str.maketrans("", "", "~?%")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the annotation, from ``vocabulary.toml``, which explains each."""

    checkable: frozenset[str]
    consent: frozenset[str]
    impersonal: frozenset[str]
    codes: frozenset[str]
    common_words: frozenset[str]
    treaties: frozenset[str]
    groups: dict[str, frozenset[str]]
    same: dict[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    path = Path(__file__).with_name("vocabulary.toml")
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    groups = {name: frozenset(members) for name, members in told.pop("groups").items()}
    same = told.pop("same")
    return Vocabulary(groups=groups, same=same, **{k: frozenset(v) for k, v in told.items()})


@dataclass(frozen=True, slots=True)
class Agreement:
    """``core``: kind, participant, treaty and modality agree; ``full``: date and value too.

    For counts, tallies, periods and attributions the value stands in the core, and the modality
    in the full agreement.
    """

    core: bool
    full: bool


NEITHER = Agreement(core=False, full=False)


def agreement(fact: Fact, said: Said) -> Agreement:
    """How far a statement agrees with a fact."""
    kind = family(fact["kind"])
    if kind != family(said.get("kind") or ""):
        return NEITHER
    impersonal = kind in vocabulary().impersonal
    if not (_same_participant(fact, said, impersonal) and _same_treaty(fact, said, impersonal)):
        return NEITHER
    figures = _figures(fact.get("value")) <= _figures(said.get("value"))
    modality = fact.get("modality") == said.get("modality")
    if kind == "attribution":
        core = not _voices(fact).isdisjoint(_voices(said))
    else:
        core = figures if impersonal else modality
    dated = dates_agree(fact.get("date"), said.get("date"))
    return Agreement(core, core and dated and figures and modality)


def family(kind: str) -> str:
    """The kind under which a kind is counted."""
    return "consent" if kind in vocabulary().consent else kind


def dates_agree(annotated: str | None, said: str | None) -> bool:
    """Whether two EDTF dates can be one day and the said one is not the vaguer; X is any digit.

    Of intervals and open ends only the same agree. No annotated date agrees with any.
    """
    if annotated is None or said is None:
        return annotated is None
    one, other = annotated.translate(_DOUBT), said.translate(_DOUBT)
    if any(mark in date for mark in ("/", "..") for date in (annotated, said)):
        return one == other
    parts, others = one.split("-"), other.split("-")
    if len(others) < len(parts):
        return False
    return all(
        a in (b, "X")
        for part, told in zip(parts, others, strict=False)
        for a, b in zip(part, told, strict=False)
    )


def contradicts(annotated: str | None, said: str | None) -> bool:
    """Whether both dates are told and neither can be the other."""
    if not annotated or not said:
        return False
    return not dates_agree(annotated, said) and not dates_agree(said, annotated)


def _same_participant(fact: Fact, said: Said, impersonal: bool) -> bool:
    words = vocabulary()
    named = (str(thing.get(key) or "") for thing, key in ((fact, "state"), (said, "participant")))
    meant, told = (words.same.get(name, name) for name in named)
    if meant in ("", told):
        return True
    return told in words.groups.get(meant, ()) or (impersonal and not told)


def _same_treaty(fact: Fact, said: Said, impersonal: bool) -> bool:
    known = vocabulary().treaties
    meant, told = fact.get("treaty"), (said.get("treaty") or "").lower() or None
    if not meant or meant == told or (meant not in known and told not in known):
        return True
    return impersonal and told is None


def _figures(value: Any) -> set[tuple[str, float | str]]:
    return set(_walk("", value))


def _walk(key: str, value: Any) -> Iterator[tuple[str, float | str]]:
    if isinstance(value, Mapping):
        for inner, part in value.items():
            yield from _walk(inner, part)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield key, float(value)
    elif isinstance(value, str) and key in vocabulary().codes:
        yield key, value.lower()


def _voices(thing: Mapping[str, Any]) -> set[str]:
    """The telling words in the names of a source and of the one that passed it on."""
    value = thing.get("value") or {}
    names = " ".join(str(value.get(part) or "") for part in ("source", "via"))
    return set(re.findall(r"\w{2,}", names.lower())) - vocabulary().common_words
