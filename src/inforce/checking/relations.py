"""How statements of different documents stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.events import Telling, Told, as_event, told_events
from inforce.checking.joiners import later_participants
from inforce.checking.model import DocumentReport, Event, Related
from inforce.checking.pairs import pairs_of_values
from inforce.checking.places import MANY
from inforce.checking.plans import plans_apart
from inforce.checking.sources import Voice, families
from inforce.terms import Act, Modality, Relation, VerdictKind


def relate(
    reports: Sequence[DocumentReport], contexts: Sequence[Context]
) -> tuple[tuple[Related, ...], tuple[Event, ...]]:
    """The relations between the documents' statements, and the events that they tell of."""
    if not reports:
        return (), ()
    knowledge = contexts[0].knowledge
    shared = families(reports, knowledge)
    told = told_events(reports, contexts)
    found: dict[tuple[Relation, str, str], Related] = {}
    relations = (
        *(one for event in told for one in _of_event(event, reports)),
        *later_participants(told, reports, contexts),
        *pairs_of_values(reports, knowledge),
        *plans_apart(reports, knowledge),
        *_same_source(reports, shared, told),
    )
    for one in relations:
        found.setdefault((one.relation, one.left, one.right), one)
    return tuple(found.values()), tuple(
        as_event(event, shared, reports, knowledge) for event in told
    )


def _of_event(told: Told, reports: Sequence[DocumentReport]) -> Iterator[Related]:
    """The same event told in several documents, and dates for it that exclude each other."""
    firsts: dict[int, Telling] = {}
    for telling in sorted(told.tellings, key=lambda t: t.statement.claim.date is None):
        firsts.setdefault(telling.document, telling)
    ordered = [firsts[place] for place in sorted(firsts)]
    clashing: set[tuple[int, int]] = set()
    for one, other in _dated_pairs(told.tellings):
        left, right = sorted((one, other), key=lambda telling: telling.document)
        key = (left.document, right.document)
        if left.document != right.document and key not in clashing and _contradict(left, right):
            clashing.add(key)
            yield _conflict(told, left, right, reports)
    for left, right in _pairs(ordered):
        if (left.document, right.document) not in clashing:
            yield _same_event(told, left, right, reports)


_T = TypeVar("_T")


def _pairs(items: Sequence[_T]) -> Iterator[tuple[_T, _T]]:
    """Every pair; of many items, each with the first."""
    if len(items) <= MANY:
        return combinations(items, 2)
    return iter([(items[0], other) for other in items[1:]])


def _dated_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Every pair; of many tellings, each with the first of each date."""
    if len(tellings) <= MANY:
        return combinations(tellings, 2)
    firsts = {telling.statement.claim.date: telling for telling in reversed(tellings)}
    return iter([(first, telling) for first in firsts.values() for telling in tellings])


def _contradict(left: Telling, right: Telling) -> bool:
    a, b = left.statement.claim.date, right.statement.claim.date
    return a is not None and b is not None and a.contradicts(b)


def _conflict(
    told: Told, left: Telling, right: Telling, reports: Sequence[DocumentReport]
) -> Related:
    a, b = _name(left, reports), _name(right, reports)
    days = (words.when(left.statement.claim.date), words.when(right.statement.claim.date))
    backed = [
        name
        for name, telling in ((a, left), (b, right))
        if telling.check.verdict is VerdictKind.SUPPORTED
    ]
    record = f"; the record has {words.when(told.milestone.date)}" if told.milestone else ""
    side = f" and bears out {words.listed(backed)}" if backed and record else ""
    return Related(
        Relation.CONFLICT,
        left.statement.id,
        right.statement.id,
        f"{told.name}: {a} has {days[0]}, {b} has {days[1]}{record}{side}.",
    )


def _same_event(
    told: Told, left: Telling, right: Telling, reports: Sequence[DocumentReport]
) -> Related:
    record = f" ({told.milestone.words})" if told.milestone else ""
    proposed = [t.statement.modality for t in (left, right)]
    only = "; proposed, not done" if set(proposed) <= {Modality.PROPOSED} else ""
    return Related(
        Relation.SAME_EVENT,
        left.statement.id,
        right.statement.id,
        f"{told.name}: {_name(left, reports)} and {_name(right, reports)} tell of the same "
        f"event{record}{only}.",
    )


def _same_source(
    reports: Sequence[DocumentReport],
    shared: Sequence[tuple[tuple[int, ...], Voice]],
    told: Sequence[Told],
) -> Iterator[Related]:
    """Documents that rest on one newsroom, related by a statement of an event both tell of."""
    for places, voice in shared:
        for left, right in _pairs(places):
            pair = _common(left, right, told) or _any(left, right, reports)
            if pair is None:
                continue
            names = words.listed(reports[place].short_name for place in places)
            yield Related(
                Relation.SAME_SOURCE,
                *pair,
                f"{names} rest on one source, {voice.name}: "
                f"{len(places)} of {len(reports)} documents, one independent source.",
            )


_WEIGHT = (Act.BILL_ADOPTED, Act.WITHDRAWAL, Act.DENUNCIATION, Act.EXIT_EFFECT)


def _common(left: int, right: int, told: Sequence[Told]) -> tuple[str, str] | None:
    """A statement of each document on an event that both tell of; votes and notices first."""

    def weight(event: Told) -> int:
        act = event.tellings[0].statement.claim.act
        return _WEIGHT.index(act) if act in _WEIGHT else len(_WEIGHT)

    for event in sorted(told, key=weight):
        ids = {t.document: t.statement.id for t in reversed(event.tellings)}
        if left in ids and right in ids:
            return ids[left], ids[right]
    return None


def _any(left: int, right: int, reports: Sequence[DocumentReport]) -> tuple[str, str] | None:
    firsts = [next((c.statement.id for c in reports[p].checks), None) for p in (left, right)]
    return (firsts[0], firsts[1]) if firsts[0] and firsts[1] else None


def _name(telling: Telling, reports: Sequence[DocumentReport]) -> str:
    return reports[telling.document].short_name
