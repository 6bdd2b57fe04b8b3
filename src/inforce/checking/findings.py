"""Findings that several kinds of claim share."""

from __future__ import annotations

from inforce.checking.model import Finding, Support
from inforce.law import Step
from inforce.terms import Facet, VerdictKind


def unverifiable(
    facet: Facet,
    reason: str,
    *,
    right: str | None = None,
    articles: tuple[str, ...] = (),
    evidence: tuple[Support, ...] = (),
    trace: tuple[Step, ...] = (),
) -> Finding:
    """A finding that nothing here can settle the claim; the reason says why."""
    return Finding(
        facet,
        VerdictKind.UNVERIFIABLE,
        reason,
        right_value=right,
        articles=articles,
        evidence=evidence,
        trace=trace,
    )
