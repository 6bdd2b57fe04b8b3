"""The ledger of forecasts: each statement of a forecast as something that can be resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from inforce.catalogue.scales import Scale
from inforce.catalogue.subjects import Subject
from inforce.dates import PartialDate
from inforce.forecasts.likelihood import Likelihood, likelihood
from inforce.record.model import Statement
from inforce.record.values import Forecast
from inforce.terms import (
    CONSENTS,
    DOMESTIC_STEPS,
    EXIT_NOTICES,
    Act,
    ClaimKind,
    Rung,
    rung,
)


@dataclass(frozen=True, slots=True)
class Target:
    """The act of a treaty that would settle a forecast, at the rung that was meant."""

    treaty: str
    participant: str
    leads_to: frozenset[Act]
    """The acts towards the other parties in question: notices of leaving, or consents."""
    meant: Rung


@dataclass(frozen=True, slots=True)
class Conduct:
    """What a treaty forbids its parties: no record tells whether it is done, the law bars it."""

    treaty: str
    article: str
    participant: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One forecast for one participant.

    ``said`` is when it was made and ``window`` when it is to come true, as far as the words tell;
    ``window`` is open at the end where they set no horizon. ``target`` and ``conduct`` are None
    where neither an act of a treaty nor a conduct that one forbids is meant; ``why`` says so.
    """

    statement: Statement
    author: str
    said: PartialDate | None
    likelihood: Likelihood
    event: str
    window: PartialDate | None
    horizon: str | None = None
    target: Target | None = None
    conduct: Conduct | None = None
    condition: str | None = None
    why: str = ""

    @property
    def id(self) -> str:
        """The statement's identity: two mentions are two entries."""
        return self.statement.id


def entries(
    statements: Iterable[Statement], scale: Scale, subjects: Iterable[Subject] = ()
) -> tuple[Entry, ...]:
    """The forecasts among the statements, in their order."""
    known = tuple(subjects)
    return tuple(
        _entry(statement, scale, known)
        for statement in statements
        if statement.claim.kind is ClaimKind.FORECAST
        and isinstance(statement.claim.value, Forecast)
    )


def _entry(statement: Statement, scale: Scale, subjects: tuple[Subject, ...]) -> Entry:
    claim, value, said = statement.claim, statement.claim.value, statement.evidence
    assert isinstance(value, Forecast), "an entry is made of a forecast"
    target = _target(statement)
    conduct = None if target else _conduct(statement, value.event, subjects)
    why = ""
    if target is None and conduct is None:
        why = "no act of a treaty is meant that a record could settle"
        if claim.act is not None and claim.participant is None:
            why = "whose act is meant is not said"
    author = said.attributed_to[-1] if said.attributed_to else said.source
    return Entry(
        statement,
        author,
        said.asserted,
        likelihood(value.likelihood, scale),
        value.event,
        _window(claim.date, said.asserted),
        value.horizon,
        target,
        conduct,
        value.condition,
        why,
    )


def _window(date: PartialDate | None, said: PartialDate | None) -> PartialDate | None:
    """The days told, but none before the forecast was made."""
    start = said.earliest if said else None
    if date is None:
        return PartialDate.between(start, None) if start else None
    first = date.earliest
    if start is not None and (first is None or first < start):
        first = start
    return PartialDate.between(first, date.latest)


def _target(statement: Statement) -> Target | None:
    claim = statement.claim
    if claim.act is None or claim.treaty is None or claim.participant is None:
        return None
    about = claim.about or claim.act
    meant = rung(claim.act)
    if claim.act in DOMESTIC_STEPS and claim.about is None:
        return None
    if about in EXIT_NOTICES or about in (Act.EXIT_EFFECT, Act.EXPULSION):
        return Target(claim.treaty, claim.participant, EXIT_NOTICES, meant)
    if about in CONSENTS or about is Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT:
        return Target(claim.treaty, claim.participant, CONSENTS, meant)
    return Target(claim.treaty, claim.participant, frozenset({about}), meant)


def _conduct(statement: Statement, event: str, subjects: tuple[Subject, ...]) -> Conduct | None:
    who = statement.claim.participant
    if who is None:
        return None
    words = {word.lower() for word in re.findall(r"\w[\w-]*", event)}
    text = " ".join(event.lower().split())
    for subject in subjects:
        if not any(re.search(rf"\b{re.escape(thing)}\b", text) for thing in subject.objects):
            continue
        for rule in subject.rules:
            if words.intersection(rule.bars):
                return Conduct(rule.treaty, rule.article, who, rule.words)
    return None
