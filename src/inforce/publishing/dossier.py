"""A report as one self-contained HTML page: no script, no font and no request from outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from inforce.checking.model import Report
from inforce.law.model import Timeline
from inforce.publishing.between import (
    basis,
    count_views,
    event_views,
    relation_views,
    sources,
    verdict_views,
)
from inforce.publishing.cards import Anchors, document_view, gravest_first
from inforce.publishing.figure import Figure, figure
from inforce.publishing.granted import without_granted
from inforce.publishing.inert import one_line
from inforce.publishing.lane import claims_of
from inforce.publishing.names import Namer, participant_name, treaty_name
from inforce.publishing.page import (
    Card,
    CountView,
    DocumentView,
    EventView,
    Part,
    RelationView,
    VerdictView,
)
from inforce.publishing.rendered import rendered
from inforce.publishing.words import count_of, listed
from inforce.record.model import Statement

QUIET = ("same_event", "compatible")
"""Kinds of relation that a page folds away."""


@dataclass(frozen=True, slots=True)
class DossierView:
    """Everything that a page shows of a report, the texts with their marks included."""

    title: tuple[str, str]
    verdicts: list[VerdictView]
    corrections: list[Card]
    figures: list[Figure]
    documents: list[DocumentView]
    relations: list[RelationView]
    events: list[EventView]
    counts: list[CountView]
    basis: list[tuple[str, str]]
    sources: list[tuple[str, tuple[tuple[tuple[Part, ...], int], ...]]]
    problems: list[tuple[str, str]]
    silent: int
    """How many statements claim nothing that can be checked."""


def dossier(
    report: Report,
    timelines: Sequence[Timeline] = (),
    *,
    catalogue: Namer | None = None,
) -> str:
    """The page, as HTML5 text in which nothing of a document's text is markup.

    ``timelines`` are the law's, of the participants and treaties that the report speaks of;
    they make the pictures. ``catalogue`` gives participants, treaties and sources their names;
    without it their ids stand. What a text takes for granted is shown where it does not hold.
    """
    view = dossier_view(report, timelines, catalogue=catalogue)
    shown = {field.name: getattr(view, field.name) for field in fields(view)}
    return rendered("dossier.html", quiet=QUIET, **shown)


def dossier_view(
    report: Report,
    timelines: Sequence[Timeline] = (),
    *,
    catalogue: Namer | None = None,
) -> DossierView:
    """What the page shows, as values; see :func:`dossier`."""
    report, _ = without_granted(report)
    anchors = Anchors()
    documents = [
        document_view(found, number=number, anchors=anchors, catalogue=catalogue)
        for number, found in enumerate(report.documents, 1)
    ]
    cards = [card for view in documents for card in view.cards]
    verdicts = verdict_views(report)
    return DossierView(
        title=_title(report, verdicts),
        verdicts=verdicts,
        corrections=gravest_first(cards),
        figures=_figures(report, anchors.cards, timelines, catalogue=catalogue),
        documents=documents,
        relations=relation_views(report, anchors.cards),
        events=event_views(report, anchors.cards, catalogue),
        counts=count_views(report, anchors.cards),
        basis=basis(report, catalogue),
        sources=sources(report),
        problems=[(one_line(p.name), one_line(p.message)) for p in report.problems],
        silent=sum(card.kind == "none" for card in cards),
    )


def _title(report: Report, verdicts: Iterable[VerdictView]) -> tuple[str, str]:
    """The heading, and the verdicts in words."""
    statements = sum(len(found.checks) for found in report.documents)
    documents = count_of(len(report.documents), "document")
    told = [f"{one.number} {one.word}" for one in verdicts if one.number]
    return f"{documents}, {count_of(statements, 'statement')}", listed(told) or "nothing to check"


def _figures(
    report: Report,
    cards: dict[str, Card],
    timelines: Sequence[Timeline],
    *,
    catalogue: Namer | None,
) -> list[Figure]:
    """A picture for each treaty of which a dated claim can be set against a timeline."""
    told = [(statement, cards[statement.id]) for statement in _statements(report)]
    drawn = []
    for treaty in dict.fromkeys(line.treaty for line in timelines):
        lines = [
            (participant_name(catalogue, line.participant), line)
            for line in timelines
            if line.treaty == treaty
        ]
        name = treaty_name(catalogue, treaty)
        found = figure(treaty, lines, claims_of(told, treaty), title=name)
        drawn += [found] if found else []
    return drawn


def _statements(report: Report) -> list[Statement]:
    every = (check.statement for found in report.documents for check in found.checks)
    return list({statement.id: statement for statement in every}.values())
