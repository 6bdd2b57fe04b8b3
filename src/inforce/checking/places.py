"""Checked values with the documents they stand in, ready to be held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from inforce.checking.content import content, sentence_around
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import Check, DocumentReport

MANY = 12
"""From how many documents on only the first to say a thing is held against the others."""


@dataclass(frozen=True, slots=True)
class Place:
    """A checked value, the document it stands in, and what is known of the world."""

    check: Check
    report: DocumentReport
    knowledge: Knowledge

    @property
    def document(self) -> str:
        """The document's name."""
        return self.report.short_name

    @property
    def words(self) -> frozenset[str]:
        """The content words of the sentence around the value."""
        evidence, text = self.check.statement.evidence, self.report.document.text
        if evidence.start is None or evidence.end is None:
            return content(evidence.quote)
        return content(sentence_around(text, evidence.start, evidence.end) or evidence.quote)


def places_of(
    reports: Sequence[DocumentReport], knowledge: Knowledge, kinds: tuple[type, ...]
) -> list[Place]:
    """The values of these types; of many documents only the first to say a thing."""
    told = [
        Place(check, report, knowledge)
        for report in reports
        for check in report.checks
        if isinstance(check.statement.claim.value, kinds)
    ]
    if len(reports) <= MANY:
        return told
    firsts = {one.check.statement.claim.id: one for one in reversed(told)}
    return list(firsts.values())[::-1]


def pairs_of(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Every pair from two documents."""
    return (pair for pair in combinations(places, 2) if pair[0].report is not pair[1].report)
