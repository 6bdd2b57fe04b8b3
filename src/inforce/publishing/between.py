"""What stands between documents, and what the report rests on, arranged for the dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from inforce.checking.model import Report
from inforce.checking.words import one_day, when
from inforce.publishing.inert import one_line, visible, with_links
from inforce.publishing.names import Namer, participant_name, treaty_name
from inforce.publishing.page import (
    Card,
    CountView,
    EventView,
    Part,
    RelationView,
    VerdictView,
)
from inforce.publishing.told import days_told, short_name, verdict_counts
from inforce.publishing.words import MEANING, RELATION, RELATION_ORDER, SYMBOL, VERDICT, count_of
from inforce.terms import VerdictKind

Cards = Mapping[str, Card]


def relation_views(report: Report, cards: Cards) -> list[RelationView]:
    """The relations, conflicts first, each side with its place on the page."""
    ordered = sorted(report.relations, key=lambda one: RELATION_ORDER[one.relation])
    return [
        RelationView(
            one.relation.value,
            RELATION[one.relation],
            visible(one.words),
            tuple(_side(side, cards) for side in (one.left, one.right)),
        )
        for one in ordered
    ]


def _side(statement_id: str, cards: Cards) -> tuple[str, str, str]:
    card = cards.get(statement_id)
    return (card.anchor, card.number, card.quote) if card else ("", statement_id, "")


def event_views(report: Report, cards: Cards, catalogue: Namer | None) -> list[EventView]:
    """The events with all who tell of them."""
    views = []
    for event in report.events:
        who = participant_name(catalogue, event.participant) if event.participant else ""
        about = [
            one for one in (who, treaty_name(catalogue, event.treaty)) if one not in event.name
        ]
        told = [cards[one] for one in event.statements if one in cards]
        views.append(
            EventView(
                one_line(event.name),
                one_line(", ".join(part for part in about if part)),
                visible(event.record or ""),
                tuple(short_name(source) for source in event.sources),
                count_of(event.independent, "independent source"),
                tuple((card.anchor, card.number) for card in told),
            )
        )
    return views


def count_views(report: Report, cards: Cards) -> list[CountView]:
    """The printed counts beside both ways of counting."""
    views = []
    for one in report.reconciled:
        card = cards.get(one.statement)
        rows = tuple((days_told(days), force, given) for days, force, given in one.by_day)
        anchor, number = (card.anchor, card.number) if card else ("", "")
        views.append(CountView(anchor, number, one.printed, visible(one.words), rows))
    return views


def verdict_views(report: Report) -> list[VerdictView]:
    """Every verdict with its meaning and how many statements have it, gravest first."""
    counts = verdict_counts(check for found in report.documents for check in found.checks)
    return [
        VerdictView(kind.value, SYMBOL[kind], VERDICT[kind], MEANING[kind], counts[kind])
        for kind in VerdictKind
    ]


def basis(report: Report, catalogue: Namer | None) -> list[tuple[str, str]]:
    """(label, words) pairs: the day, what was known, the catalogue, each record's extent."""
    pairs = [("Made on", one_day(report.made_on))] if report.made_on else []
    if report.known_on is not None:
        pairs.append(("As known on", when(report.known_on)))
    if report.catalogue:
        pairs.append(("Catalogue", one_line(report.catalogue.removeprefix("catalogue "))))
    for treaty, until, words in report.record_until:
        extent = f"Complete until {one_day(until)}." if until else "Nothing promises completeness."
        name = treaty_name(catalogue, treaty)
        pairs.append((f"Record of {name}", f"{extent} {one_line(words)}".strip()))
    return pairs


def sources(report: Report) -> list[tuple[str, tuple[tuple[tuple[Part, ...], int], ...]]]:
    """The sources of the evidence, each with its references and how often each was used."""
    used: Counter[tuple[str, str]] = Counter()
    for found in report.documents:
        for check in found.checks:
            used.update({(one.source, one.reference) for f in check.findings for one in f.evidence})
    names = sorted({source for source, _ in used})
    return [(one_line(name), tuple(_references(name, used))) for name in names]


def _references(
    name: str, used: Counter[tuple[str, str]]
) -> Iterable[tuple[tuple[Part, ...], int]]:
    for (source, reference), times in sorted(used.items()):
        if source == name:
            yield tuple(with_links(reference)), times
