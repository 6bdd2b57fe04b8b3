"""A statement made by hand and checked against the shipped catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from inforce.checking import (
    Check,
    Context,
    DocumentReport,
    Event,
    Finding,
    Knowledge,
    Related,
    check_statement,
    relate,
)
from inforce.dates import PartialDate
from inforce.documents import Document
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Value
from inforce.terms import Act, ClaimKind, Facet, Modality, Relation, Standing, VerdictKind


@dataclass(slots=True)
class Desk:
    """Makes statements of one invented document, and checks them."""

    knowledge: Knowledge
    published: str | None = None
    name: str = "paper"
    siblings: list[Statement] = field(default_factory=list)

    def say(
        self,
        kind: ClaimKind,
        *,
        who: str | None = None,
        treaty: str | None = "apmbc",
        date: str | None = None,
        act: Act | None = None,
        about: Act | None = None,
        standing: Standing | None = None,
        value: Value | None = None,
        body: str | None = None,
        modality: Modality = Modality.DONE,
        presupposed: bool = False,
        quote: str = "words of the text",
        start: int | None = None,
        by: tuple[str, ...] = (),
    ) -> Statement:
        """A statement of the document, which it joins."""
        told = PartialDate.parse(self.published) if self.published else None
        claim = Claim(
            kind,
            who,
            treaty,
            PartialDate.parse(date) if date else None,
            act,
            standing,
            about,
            body,
            value,
            presupposed,
        )
        end = None if start is None else start + len(quote)
        evidence = Evidence(
            "paper",
            told,
            document="paper",
            digest=self.name,
            quote=quote,
            start=start,
            end=end,
            attributed_to=by,
        )
        statement = Statement(claim, modality, evidence)
        self.siblings.append(statement)
        return statement

    def act(self, act: Act, who: str | None, date: str | None = None, **more: Any) -> Check:
        """The check of a claim of an act."""
        return self.check(self.say(ClaimKind.ACT, who=who, date=date, act=act, **more))

    def check(self, statement: Statement) -> Check:
        """The check of a statement among the document's others."""
        told = PartialDate.parse(self.published) if self.published else None
        return check_statement(statement, Context(self.knowledge, told, tuple(self.siblings)))


MakeDesk = Callable[..., Desk]


def facet(check: Check, wanted: Facet, verdict: VerdictKind | None = None) -> Finding:
    """The one finding on a facet."""
    found = [
        f for f in check.findings if f.facet is wanted and (verdict is None or f.verdict is verdict)
    ]
    assert len(found) == 1, check.findings
    return found[0]


def report(paper: Desk, name: str, *, outlet: str | None = None) -> tuple[DocumentReport, Context]:
    """The invented document's report, and the context it was checked in."""
    told = PartialDate.parse(paper.published) if paper.published else None
    document = Document(name, "text", name, published=told, outlet=outlet)
    context = Context(paper.knowledge, told, tuple(paper.siblings))
    checks = tuple(check_statement(statement, context) for statement in paper.siblings)
    return DocumentReport(document, checks), context


def related(
    *papers: tuple[DocumentReport, Context],
) -> tuple[tuple[Related, ...], tuple[Event, ...]]:
    """The relations between several documents, and their events."""
    return relate([paper for paper, _ in papers], [context for _, context in papers])


def of_kind(found: tuple[Related, ...], relation: Relation) -> list[Related]:
    """The relations of one kind."""
    return [one for one in found if one.relation is relation]
