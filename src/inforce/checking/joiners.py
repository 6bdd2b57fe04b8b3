"""Joint steps that one document gives to more participants than another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.events import Telling, Told
from inforce.checking.intentions import same_words
from inforce.checking.model import DocumentReport, Related
from inforce.dates import Truth
from inforce.terms import Relation


def later_participants(
    told: Sequence[Told], reports: Sequence[DocumentReport], contexts: Sequence[Context]
) -> Iterator[Related]:
    """One that a document names among the authors of a joint step, though it joined later.

    The record must have the joint step without it, and a first step of its own later on; the
    other document must tell of the joint step without it, or of its joining afterwards.
    """
    joint = [event for event in told if event.key.kind == "intention" and event.milestone]
    for late in joint:
        for telling in late.tellings:
            step = _joint_step(telling, late, joint, contexts=contexts)
            if step is not None:
                yield from _against_others(telling, late, step, reports=reports, contexts=contexts)


def _joint_step(
    telling: Telling, late: Told, joint: Sequence[Told], *, contexts: Sequence[Context]
) -> Told | None:
    """The earlier step that two or more of those named in the same words took together."""
    context = contexts[telling.document]
    peers = {s.claim.participant for s in same_words(telling.statement, context)}
    peers |= {
        member
        for peer in peers
        if (group := context.knowledge.group(peer))
        for member in context.knowledge.members(group, on=None)
    }
    steps: dict[tuple[str, str], list[Told]] = {}
    for event in joint:
        named = event.key.participant in peers and event.key.participant != late.key.participant
        inside = any(t.document == telling.document for t in event.tellings)
        if named and inside and event.key.treaty == late.key.treaty and event.milestone:
            body = event.milestone.body
            steps.setdefault((body, event.key.place), []).append(event)
    for events in steps.values():
        first = events[0].milestone
        if len(events) < 2 or first is None or late.milestone is None:
            continue
        if not first.date or not late.milestone.date or not first.body:
            continue
        if late.milestone.date.after(first.date) is Truth.YES:
            return events[0]
    return None


def _against_others(
    telling: Telling,
    late: Told,
    step: Told,
    *,
    reports: Sequence[DocumentReport],
    contexts: Sequence[Context],
) -> Iterator[Related]:
    name = contexts[0].knowledge.name(late.key.participant)
    own = reports[telling.document].short_name
    assert step.milestone is not None
    assert late.milestone is not None
    for place in step.documents:
        if place == telling.document:
            continue
        other = _their_statement(place, late, step, contexts=contexts)
        if other is None:
            continue
        yield Related(
            Relation.LATER_PARTICIPANT,
            telling.statement.id,
            other.statement.id,
            f"{own} names {name} beside the others; the joint step was taken "
            f"{words.on(step.milestone.date)} without it, and {name} followed "
            f"{words.on(late.milestone.date)}, as {reports[place].short_name} allows.",
        )


def _their_statement(
    place: int, late: Told, step: Told, *, contexts: Sequence[Context]
) -> Telling | None:
    """The other document's word on the late one, or on the joint step without it."""
    for telling in step.tellings:
        if telling.document != place:
            continue
        peers = {s.claim.participant for s in same_words(telling.statement, contexts[place])}
        if late.key.participant in peers:
            return None
        own = [t for t in late.tellings if t.document == place]
        return own[0] if own else telling
    return None
