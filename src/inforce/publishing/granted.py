"""What a text takes for granted and rightly so: it is checked, but a reader need not see it."""

from __future__ import annotations

from dataclasses import replace

from inforce.checking.model import Check, Report
from inforce.terms import VerdictKind


def is_granted(check: Check) -> bool:
    """Whether the statement is a presupposition that the record bears out."""
    return check.statement.claim.presupposed and check.verdict is VerdictKind.SUPPORTED


def without_granted(report: Report) -> tuple[Report, int]:
    """The report without presuppositions that hold, and how many of them there were.

    Relations and events keep to the statements that are left.
    """
    every = [check for found in report.documents for check in found.checks]
    hidden = {check.statement.id for check in every if is_granted(check)}
    if not hidden:
        return report, 0
    documents = tuple(
        replace(found, checks=tuple(c for c in found.checks if c.statement.id not in hidden))
        for found in report.documents
    )
    relations = tuple(one for one in report.relations if not {one.left, one.right} & hidden)
    events = tuple(
        replace(event, statements=left)
        for event in report.events
        if (left := tuple(told for told in event.statements if told not in hidden))
    )
    shown = replace(report, documents=documents, relations=relations, events=events)
    return shown, sum(is_granted(check) for check in every)
