"""Which statements tell of one event, and what the record says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from inforce.checking import words
from inforce.checking.acts import targets_of
from inforce.checking.context import Context
from inforce.checking.dated import Fit, best, fit
from inforce.checking.intentions import INTENTIONS
from inforce.checking.milestones import History, Milestone, Track, track
from inforce.checking.model import Check, DocumentReport, Event
from inforce.checking.sources import Voice, independent
from inforce.dates import Truth
from inforce.record.model import Statement
from inforce.terms import (
    CONSENTS,
    EXIT_NOTICES,
    Act,
    ClaimKind,
    Modality,
    Rung,
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


def as_event(told: Told, shared: Sequence[tuple[tuple[int, ...], Voice]]) -> Event:
    """The event as a report shows it, with its independent sources."""
    names, count = independent(told.documents, shared)
    return Event(
        treaty=told.key.treaty,
        participant=told.key.participant or None,
        name=told.name,
        statements=tuple(telling.statement.id for telling in told.tellings),
        sources=names,
        independent=count,
        record=told.milestone.words if told.milestone else None,
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
        return _step(statement, history, context=context)
    targets = targets_of(claim, history)
    if claim.act is Act.BILL_ADOPTED and not targets:
        targets = history.of((Act.BILL_ADOPTED,))
    if not targets:
        return None
    if claim.date is not None:
        return best(claim.date, targets)
    before = [m for m in targets if told is None or m.by(told) is not Truth.NO]
    return (before or list(targets))[-1]


def _step(statement: Statement, history: History, *, context: Context) -> Milestone | None:
    """The announcement that is meant; one shared with the sentence's others comes first."""
    claim, told = statement.claim, context.told(statement)
    ladder = track(claim.act, claim.about) or Track.EXIT
    steps = [m for m in history.on(ladder) if m.rung <= Rung.PROPOSED]
    if claim.date is not None:
        steps = [m for m in steps if fit(claim.date, m.date) is Fit.AGREES]
    elif told is not None:
        steps = [m for m in steps if m.by(told) is Truth.YES]
    shared = _shared_steps(statement, history, ladder, context=context)

    def order(milestone: Milestone) -> tuple[int, bool]:
        return -shared.get((milestone.body, milestone.date), 0), milestone.act is not claim.act

    return min(steps, key=order, default=None)


def _shared_steps(
    statement: Statement, history: History, ladder: Track, *, context: Context
) -> dict[tuple[str, object], int]:
    """How many of those named in the same words took each joint step."""
    counts: dict[tuple[str, object], int] = {}
    for other in same_words(statement, context):
        name = other.claim.participant
        group = context.knowledge.group(name)
        members = context.knowledge.members(group, on=None) if group else (name or "",)
        for member in members:
            if member == history.participant or not context.knowledge.is_participant(member):
                continue
            for m in context.history(history.treaty, member).on(ladder):
                counts[(m.body, m.date)] = counts.get((m.body, m.date), 0) + 1
    return counts


def same_words(statement: Statement, context: Context) -> list[Statement]:
    """The document's statements of the same act, treaty and date that were read in one place."""
    claim, place = statement.claim, statement.evidence
    return [
        other
        for other in context.siblings
        if (other.claim.act, other.claim.treaty) == (claim.act, claim.treaty)
        and (other.evidence.start, other.evidence.end) == (place.start, place.end)
        and other.evidence.quote == place.quote
    ]


def _name(key: EventKey, milestone: Milestone | None, context: Context) -> str:
    what = words.noun(milestone.act) if milestone else key.kind.replace("_", " ")
    who = context.knowledge.name(key.participant)
    return f"{who}: {what}, {context.knowledge.short(key.treaty)}"
