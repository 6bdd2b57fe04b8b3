"""A report as ClaimReview: the verdicts in the vocabulary of schema.org, as JSON-LD."""

from __future__ import annotations

from typing import Any

from inforce.checking.model import Check, DocumentReport, Report
from inforce.documents import Document
from inforce.publishing.granted import without_granted
from inforce.publishing.inert import is_web_address, one_line
from inforce.publishing.words import MEANING, VERDICT
from inforce.terms import GRAVITY, VerdictKind

BEST = len(VerdictKind)
"""The rating of a supported statement; 1 is that of a contradicted one."""


def claim_reviews(report: Report) -> dict[str, Any]:
    """A JSON-LD graph with a ClaimReview for each statement that got a verdict.

    See https://schema.org/ClaimReview. What is unverifiable has words and no rating value: it is
    no place between right and wrong.
    """
    report, _ = without_granted(report)
    graph = [
        _review(check, found, report)
        for found in report.documents
        for check in found.checks
        if check.verdict is not None
    ]
    return {"@context": "https://schema.org", "@graph": graph}


def _review(check: Check, found: DocumentReport, report: Report) -> dict[str, Any]:
    verdict = check.verdict or VerdictKind.UNVERIFIABLE
    gravest = check.gravest
    body = [gravest.reason] if gravest else []
    if gravest and gravest.right_value and verdict is not VerdictKind.SUPPORTED:
        body.append(f"Right: {gravest.right_value}.")
    review = {
        "@type": "ClaimReview",
        "identifier": check.statement.id,
        "claimReviewed": one_line(check.statement.evidence.quote),
        "reviewBody": one_line(" ".join(body)),
        "reviewRating": _rating(verdict),
        "itemReviewed": _item(check, found.document),
        "author": {"@type": "SoftwareApplication", "name": "inforce"},
    }
    if report.made_on:
        review["datePublished"] = report.made_on.isoformat()
    return review


def _rating(verdict: VerdictKind) -> dict[str, Any]:
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": VERDICT[verdict],
        "ratingExplanation": MEANING[verdict],
    }
    if verdict is VerdictKind.UNVERIFIABLE:
        return rating
    return rating | {"ratingValue": GRAVITY[verdict] + 1, "bestRating": BEST, "worstRating": 1}


def _item(check: Check, document: Document) -> dict[str, Any]:
    work: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": one_line(document.title or document.name),
    }
    if document.address and is_web_address(document.address):
        work["url"] = document.address
    if document.published and document.published.is_day:
        work["datePublished"] = document.published.edtf
    if document.outlet:
        work["publisher"] = {"@type": "Organization", "name": one_line(document.outlet)}
    item: dict[str, Any] = {"@type": "Claim", "appearance": work}
    voices = check.statement.evidence.attributed_to
    if voices:
        item["author"] = {"@type": "Thing", "name": one_line(voices[0])}
    return item
