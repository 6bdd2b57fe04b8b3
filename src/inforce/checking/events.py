"""Which statements tell of one event, and what the record says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inforce.checking import words
from inforce.checking.acts import targets_of
from inforce.checking.context import Context
from inforce.checking.dated import best
from inforce.checking.intentions import INTENTIONS, meant_step
from inforce.checking.knowledge import Knowledge
from inforce.checking.milestones import History, Milestone
from inforce.checking.model import Check, DocumentReport, Event
from inforce.checking.sources import Voice, chain, independent
from inforce.dates import Truth
from inforce.record.model import Statement
from inforce.terms import (
    CONSENTS,
    EXIT_NOTICES,
    Act,
    ClaimKind,
    Modality,
)


@dataclass(frozen=True, slots=True, order=True)
class EventKey:
    """What makes statements tell of one event."""

    treaty: str
    participant: str
    kind: str
    place: str
    """The record's day of it, where a participant may do such a thing more than once."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement that tells of an event, and in which document."""

    document: int
    check: Check

    @property
    def statement(self) -> Statement:
        """The statement."""
        return self.check.statement


@dataclass(frozen=True, slots=True)
class Told:
    """An event with all its tellings, and the milestone of the record that it is."""

    key: EventKey
    name: str
    milestone: Milestone | None
    tellings: tuple[Telling, ...]

    @property
    def documents(self) -> tuple[int, ...]:
        """The documents that tell of it, in order."""
        return tuple(sorted({telling.document for telling in self.tellings}))


def told_events(reports: Sequence[DocumentReport], contexts: Sequence[Context]) -> tuple[Told, ...]:
    """Every event that some document tells of, with its tellings in order of place."""
    found: dict[EventKey, list[Telling]] = {}
    known: dict[EventKey, Milestone | None] = {}
    for place, (report, context) in enumerate(zip(reports, contexts, strict=True)):
        for check in report.checks:
            for key, milestone in _keys(check.statement, context):
                found.setdefault(key, []).append(Telling(place, check))
                known.setdefault(key, milestone)
    return tuple(
        Told(key, _name(key, known[key], contexts[0]), known[key], tuple(tellings))
        for key, tellings in sorted(found.items())
    )


def as_event(
    told: Told,
    shared: Sequence[tuple[tuple[int, ...], Voice]],
    reports: Sequence[DocumentReport],
    knowledge: Knowledge,
) -> Event:
    """The event as a report shows it, with its independent sources."""
    firsts: dict[int, Statement] = {}
    for telling in sorted(told.tellings, key=lambda t: not t.statement.evidence.attributed_to):
        firsts.setdefault(telling.document, telling.statement)
    names, count = independent(told.documents, shared)
    return Event(
        treaty=told.key.treaty,
        participant=told.key.participant or None,
        name=told.name,
        statements=tuple(telling.statement.id for telling in told.tellings),
        sources=names,
        independent=count,
        record=told.milestone.words if told.milestone else None,
        chains=tuple(chain(place, firsts[place], reports, knowledge) for place in told.documents),
    )


def _keys(statement: Statement, context: Context) -> list[tuple[EventKey, Milestone | None]]:
    claim = statement.claim
    treaty = context.treaty(statement)
    if claim.kind is not ClaimKind.ACT or treaty is None or claim.act is None:
        return []
    if statement.modality in (Modality.DENIED, Modality.HYPOTHETICAL) or not claim.participant:
        return []
    group = context.knowledge.group(claim.participant)
    day = claim.date or context.told(statement)
    members = context.knowledge.members(group, on=day) if group else (claim.participant,)
    found = []
    for member in members:
        if not context.knowledge.is_participant(member):
            continue
        history = context.history(treaty, member)
        milestone = _milestone(statement, history, context=context)
        place = milestone.date.edtf if milestone and milestone.date else ""
        if milestone is None and claim.act in INTENTIONS:
            place = claim.date.edtf if claim.date else ""
        found.append((EventKey(treaty.id, member, _kind(statement), place), milestone))
    return found


def _kind(statement: Statement) -> str:
    act = statement.claim.act
    if act in EXIT_NOTICES:
        return "notice of exit"
    if act in CONSENTS:
        return "consent"
    if act in INTENTIONS:
        return "intention"
    return act.value if act else ""


def _milestone(statement: Statement, history: History, *, context: Context) -> Milestone | None:
    """The milestone of the record that a statement most likely means."""
    claim, told = statement.claim, context.told(statement)
    if claim.act in INTENTIONS:
        return meant_step(statement, history, told=told, context=context)
    targets = targets_of(claim, history)
    if claim.act is Act.BILL_ADOPTED and not targets:
        targets = history.of((Act.BILL_ADOPTED,))
    if not targets:
        return None
    if claim.date is not None:
        return best(claim.date, targets)
    before = [m for m in targets if told is None or m.by(told) is not Truth.NO]
    return (before or list(targets))[-1]


def _name(key: EventKey, milestone: Milestone | None, context: Context) -> str:
    what = words.noun(milestone.act) if milestone else key.kind.replace("_", " ")
    who = context.knowledge.name(key.participant)
    return f"{who}: {what}, {context.knowledge.short(key.treaty)}"
