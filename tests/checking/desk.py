"""A statement made by hand and checked against the shipped catalogue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from inforce.checking import Check, Context, Finding, Knowledge, check_statement
from inforce.dates import PartialDate
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Value
from inforce.terms import Act, ClaimKind, Facet, Modality, Standing, VerdictKind


@dataclass(slots=True)
class Desk:
    """Makes statements of one invented document, and checks them."""

    knowledge: Knowledge
    published: str | None = None
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
        evidence = Evidence("paper", told, document="paper", quote=quote, start=start, end=end)
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
