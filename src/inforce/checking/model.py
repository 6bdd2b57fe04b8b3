"""What a check yields: findings, checks of statements, relations, events and the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from inforce.dates import PartialDate
from inforce.documents.model import Document
from inforce.law import Step
from inforce.record.model import Statement
from inforce.terms import GRAVITY, Facet, Relation, VerdictKind


@dataclass(frozen=True, slots=True)
class Support:
    """A piece of the record, or another sentence, that a finding rests on."""

    words: str
    source: str
    reference: str = ""
    day: str | None = None
    """EDTF day of the act or of the publication."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found on one facet of a statement.

    ``reason`` is one sentence for a reader; ``right_value`` what would be right, in words;
    ``articles`` such as ``apmbc 20(3)`` or ``VCLT 68``; ``trace`` the working.
    """

    facet: Facet
    verdict: VerdictKind
    reason: str
    right_value: str | None = None
    articles: tuple[str, ...] = ()
    evidence: tuple[Support, ...] = ()
    trace: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A statement with its findings; a statement that claims nothing checkable has none."""

    statement: Statement
    findings: tuple[Finding, ...] = ()

    @property
    def gravest(self) -> Finding | None:
        """The finding that decides the verdict: the gravest, the first among equals."""
        return min(self.findings, key=lambda f: GRAVITY[f.verdict], default=None)

    @property
    def verdict(self) -> VerdictKind | None:
        """The statement's verdict: that of its gravest finding, None without findings."""
        gravest = self.gravest
        return gravest.verdict if gravest else None


@dataclass(frozen=True, slots=True)
class Related:
    """Two statements and how they stand to each other, with the reason in words."""

    relation: Relation
    left: str
    right: str
    """Statement ids."""
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event that statements tell of, and how many independent sources stand behind them."""

    treaty: str
    participant: str | None
    name: str
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    independent: int
    record: str | None = None
    """What the record says of it, in words."""
    chains: tuple[tuple[str, ...], ...] = ()
    """For each document that tells of it, the newsrooms from its own to the first source."""


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A count that a document prints, beside the days on which each way of counting gives it."""

    statement: str
    printed: int
    words: str
    by_day: tuple[tuple[str, int, int], ...]
    """(interval in EDTF, in force, deposited) rows around the document's day."""


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document, what was read in it, and the check of each statement."""

    document: Document
    checks: tuple[Check, ...]
    passed_over: tuple[tuple[int, int, str], ...] = ()
    """(start, end, reason) of sentences in which nothing was read."""
    reason: str | None = None
    """Why nothing was found, where nothing was."""
    notes: tuple[str, ...] = ()

    @property
    def short_name(self) -> str:
        """The document's name without the folders before it."""
        return PurePath(self.document.name).name or self.document.name


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be used; the others are still read."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """The answer of ``inforce check``: documents, relations, events, and what it rests on."""

    documents: tuple[DocumentReport, ...]
    relations: tuple[Related, ...] = ()
    events: tuple[Event, ...] = ()
    reconciled: tuple[Reconciled, ...] = ()
    problems: tuple[Problem, ...] = ()
    catalogue: str = ""
    """Which catalogue was used: its digest and the day it was compiled."""
    record_until: tuple[tuple[str, date | None, str], ...] = ()
    """(treaty, complete until, words) for each treaty that was asked."""
    known_on: PartialDate | None = None
    made_on: date | None = None

    def statement(self, statement_id: str) -> Statement | None:
        """The statement with this id, if a document of the report holds it."""
        for report in self.documents:
            for check in report.checks:
                if check.statement.id == statement_id:
                    return check.statement
        return None
