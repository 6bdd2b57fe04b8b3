"""The lines of ``inforce check --json``: each statement with its verdict and its working."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inforce.checking.model import Check, Event, Finding, Related, Report, Support
from inforce.documents import Document
from inforce.law import Step


def report_to_json(report: Report) -> Iterator[dict[str, Any]]:
    """One object a statement: its exchange object, verdict, findings, relations and events.

    ``verdict`` is null for a statement that claims nothing checkable; ``reason``,
    ``right_value``, ``articles`` and ``evidence`` are those of the finding that decides it.
    """
    relations: dict[str, list[dict[str, str]]] = {}
    for related in report.relations:
        for own, other in ((related.left, related.right), (related.right, related.left)):
            relations.setdefault(own, []).append(_relation(related, other))
    events: dict[str, list[dict[str, Any]]] = {}
    for event in report.events:
        for own in dict.fromkeys(event.statements):
            events.setdefault(own, []).append(_event(event))
    for document in report.documents:
        for check in document.checks:
            own = check.statement.id
            told = check_to_json(check, relations.get(own, []), events.get(own, []))
            yield told | _page(check, document.document)


def _page(check: Check, document: Document) -> dict[str, int]:
    """The page of a statement's quote, where the document has pages."""
    start, end = check.statement.evidence.start, check.statement.evidence.end
    inside = start is not None and end is not None and 0 <= start <= end <= len(document.text)
    pages = document.pages(start or 0, end or 0) if inside else None
    return {"page": pages[0]} if pages else {}


def check_to_json(
    check: Check, relations: list[dict[str, str]], events: list[dict[str, Any]]
) -> dict[str, Any]:
    """The object of one checked statement."""
    gravest = check.gravest
    return {
        "id": check.statement.id,
        **check.statement.to_json(),
        "verdict": check.verdict.value if check.verdict else None,
        "findings": [_finding(finding) for finding in check.findings],
        "reason": gravest.reason if gravest else None,
        "right_value": gravest.right_value if gravest else None,
        "articles": list(gravest.articles) if gravest else [],
        "evidence": [_support(one) for one in gravest.evidence] if gravest else [],
        "relations": relations,
        "events": events,
    }


def _event(event: Event) -> dict[str, Any]:
    """An event that a statement tells of, and who stands behind all that is told of it."""
    return {
        "event": event.name,
        "record": event.record,
        "statements": len(event.statements),
        "independent": event.independent,
        "sources": list(event.sources),
        "chains": [list(chain) for chain in event.chains],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "facet": finding.facet.value,
        "verdict": finding.verdict.value,
        "reason": finding.reason,
        "right_value": finding.right_value,
        "articles": list(finding.articles),
        "evidence": [_support(one) for one in finding.evidence],
        "trace": [_step(step) for step in finding.trace],
    }


def _support(support: Support) -> dict[str, Any]:
    return {
        "words": support.words,
        "source": support.source,
        "reference": support.reference,
        "day": support.day,
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "words": step.words,
        "article": step.article,
        "day": step.day,
        "source": step.source,
    }


def _relation(related: Related, other: str) -> dict[str, str]:
    return {"relation": related.relation.value, "with": other, "words": related.words}
