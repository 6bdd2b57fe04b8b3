"""Statements beside annotated facts: what was found, missed, and said without ground."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from eval.agreement import Fact, Said, agreement, contradicts, family

_CLAIMED = ("treaty", "date", "value", "modality")
_STILL_OPEN = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What a figure is about: a document's language, a kind, and whether it is a distractor."""

    language: str
    kind: str
    distractor: bool


@dataclass(frozen=True, slots=True)
class Miss:
    """A fact that was not found (``missed``), or a statement without ground (``false``)."""

    why: str
    document: str
    what: Mapping[str, Any]


@dataclass(slots=True)
class Counts:
    """Facts annotated, and of them those found, fully found, and found with a wrong date;
    statements counted, and of them the false."""

    facts: int = 0
    core: int = 0
    full: int = 0
    wrong_date: int = 0
    said: int = 0
    false: int = 0

    def __iadd__(self, other: Counts) -> Counts:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    @property
    def precision(self) -> float:
        """The share of the statements that have a ground; 1 without statements."""
        return 1 - self.false / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """The share of the facts that were found; 1 without facts."""
        return self.core / self.facts if self.facts else 1.0

    @property
    def full_recall(self) -> float:
        """The share of the facts found with their dates and values."""
        return self.full / self.facts if self.facts else 1.0

    @property
    def wrong_dates(self) -> float:
        """Of the facts found, the share whose date contradicts the annotated one."""
        return self.wrong_date / self.core if self.core else 0.0


@dataclass(slots=True)
class Score:
    """Counts by place, and every miss in the order of the documents."""

    places: dict[Place, Counts] = field(default_factory=lambda: defaultdict(Counts))
    misses: list[Miss] = field(default_factory=list)

    def pooled(
        self,
        *,
        languages: Iterable[str] | None = None,
        kinds: Iterable[str] | None = None,
        distractors: bool | None = None,
    ) -> Counts:
        """The sum over some languages, kinds, or documents; None is all."""
        total = Counts()
        among = None if languages is None else frozenset(languages)
        wanted = None if kinds is None else frozenset(kinds)
        for place, counts in self.places.items():
            if (
                (among is None or place.language in among)
                and (wanted is None or place.kind in wanted)
                and distractors in (None, place.distractor)
            ):
                total += counts
        return total


def score(documents: Sequence[Mapping[str, Any]], statements: Iterable[Said]) -> Score:
    """Score statements against annotated documents.

    A statement's ``document`` is a path or an id; its stem equals the document's id or the stem
    of its ``file``. A fact annotated twice counts once, and so does a statement made twice.
    """
    said: dict[str, list[Said]] = defaultdict(list)
    for statement in statements:
        said[PurePath(str(statement["document"])).stem].append(statement)
    result = Score()
    for document in documents:
        names = (document["id"], PurePath(document.get("file", document["id"])).stem)
        told = [s for name in dict.fromkeys(names) for s in _distinct(said[name], "participant")]
        facts = [f for f in document["facts"] if f["kind"] != "other"]
        _score_document(document, _distinct(facts, "state", "loose"), told, result)
    return result


def _distinct(things: Iterable[Mapping[str, Any]], *more: str) -> list[Mapping[str, Any]]:
    """The things that differ in what they claim, in order."""
    found: dict[str, Mapping[str, Any]] = {}
    for thing in things:
        claimed = [thing.get(key) for key in ("kind", *_CLAIMED, *more)]
        found.setdefault(json.dumps(claimed, sort_keys=True), thing)
    return list(found.values())


def _score_document(
    document: Mapping[str, Any], facts: list[Fact], told: list[Said], result: Score
) -> None:
    language, distractor = document["lang"], bool(document.get("distractor"))
    found = _matched(facts, told)
    neutral = set(_neutral(facts, told, found))
    for place, fact in enumerate(facts):
        if fact.get("loose"):
            continue
        counts = result.places[Place(language, family(fact["kind"]), distractor)]
        counts.facts += 1
        if place not in found:
            result.misses.append(Miss("missed", document["id"], fact))
            continue
        statement = told[found[place]]
        counts.core += 1
        counts.full += agreement(fact, statement).full
        counts.wrong_date += contradicts(fact.get("date"), statement.get("date"))
    used = set(found.values())
    ruled = {fact.get("treaty") for fact in facts if fact["kind"] == "notice_period"}
    for place, statement in enumerate(told):
        kind = family(statement.get("kind") or "")
        if kind == "other" or place in neutral:
            continue
        if place not in used and _follows_from_period(statement, ruled):
            continue
        counts = result.places[Place(language, kind, distractor)]
        counts.said += 1
        if place not in used:
            counts.false += 1
            result.misses.append(Miss("false", document["id"], statement))


def _matched(facts: list[Fact], told: list[Said]) -> dict[int, int]:
    """For each fact found the statement that tells it; the full agreements first."""
    found: dict[int, int] = {}
    used: set[int] = set()
    for level in ("full", "core"):
        for place, fact in enumerate(facts):
            if place in found or fact.get("loose"):
                continue
            for other, statement in enumerate(told):
                if other not in used and getattr(agreement(fact, statement), level):
                    found[place] = other
                    used.add(other)
                    break
    return found


def _neutral(facts: list[Fact], told: list[Said], found: dict[int, int]) -> Iterator[int]:
    """Statements neither right nor false: of a loose fact, or a fact already found once more."""
    used = set(found.values())
    for place, fact in enumerate(facts):
        for other, statement in enumerate(told):
            if other in used or not (fact.get("loose") or place in found):
                continue
            fits = fact.get("loose") or not contradicts(fact.get("date"), statement.get("date"))
            if fits and agreement(fact, statement).core:
                yield other


def _follows_from_period(statement: Said, ruled: set[str | None]) -> bool:
    """Whether a statement only works out the effect of a period that the document states."""
    return (
        statement.get("kind") == "withdrawal_effective"
        and statement.get("modality") in _STILL_OPEN
        and statement.get("treaty") in ruled
    )


def kinds_of(score_: Score) -> list[str]:
    """The kinds that occur, by name."""
    return sorted(Counter(place.kind for place in score_.places))


def languages_of(score_: Score) -> list[str]:
    """The languages that occur, English first."""
    return sorted({place.language for place in score_.places}, key=lambda one: (one != "en", one))
