"""Announcements, proposals and decisions of a government: steps that may come again and again."""

from __future__ import annotations

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.dated import Fit, fit
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import History, Milestone, Track, track
from inforce.checking.model import Finding
from inforce.dates import PartialDate, Truth
from inforce.record.model import Statement
from inforce.terms import Act, Facet, Modality, Rung, VerdictKind

INTENTIONS = frozenset({Act.INTENTION_ANNOUNCED, Act.PROPOSED, Act.GOVERNMENT_APPROVED})
"""Steps by which a state says, proposes or settles that it means to act."""


def check_intention(
    statement: Statement, history: History, *, told: PartialDate | None, context: Context
) -> tuple[Finding, ...]:
    """Findings on a declared intention: the steps known by then, or that none is known."""
    claim, who = statement.claim, context.knowledge.name(history.participant)
    ladder = track(claim.act, claim.about) or Track.EXIT
    steps = history.on(ladder)
    if statement.modality is Modality.DENIED:
        return _denied(steps, told, who=who)
    meant = meant_step(statement, history, told=told, context=context)
    if meant is not None:
        return (_known(meant, who=who),)
    if claim.date is None:
        return (_unknown(steps, None, who=who),)
    joint = _left_out_of_joint_step(statement, history, context=context)
    return joint or (_unknown(steps, claim.date, who=who),)


def meant_step(
    statement: Statement, history: History, *, told: PartialDate | None, context: Context
) -> Milestone | None:
    """The step that an intention most likely is; a decision goes for an intention too.

    A step shared with others named in the same words comes first, then an announcement before a
    proposal before a vote, then the earliest.
    """
    claim = statement.claim
    ladder = track(claim.act, claim.about) or Track.EXIT
    steps = [m for m in history.on(ladder) if m.rung <= Rung.NOTIFIED]
    if claim.date is not None:
        steps = [m for m in steps if fit(claim.date, m.date) is Fit.AGREES]
    elif told is not None:
        steps = [m for m in steps if m.by(told) is Truth.YES]
    shared = _shared_steps(statement, history, ladder, context=context)

    def order(milestone: Milestone) -> tuple[int, int]:
        return -shared.get((milestone.body, milestone.date), 0), milestone.rung

    return min(steps, key=order, default=None)


def _shared_steps(
    statement: Statement, history: History, ladder: Track, *, context: Context
) -> dict[tuple[str, PartialDate | None], int]:
    """How many of those named in the same words took each joint step."""
    counts: dict[tuple[str, PartialDate | None], int] = {}
    for other in same_words(statement, context):
        for member in _each(other.claim.participant or "", context=context):
            if member == history.participant or not context.knowledge.is_participant(member):
                continue
            for m in context.history(history.treaty, member).on(ladder):
                counts[m.body, m.date] = counts.get((m.body, m.date), 0) + 1
    return counts


def same_words(statement: Statement, context: Context) -> list[Statement]:
    """The document's statements of the same act and treaty that were read in one place."""
    claim, place = statement.claim, statement.evidence
    return [
        other
        for other in context.siblings
        if (other.claim.act, other.claim.treaty) == (claim.act, claim.treaty)
        and (other.evidence.start, other.evidence.end) == (place.start, place.end)
        and other.evidence.quote == place.quote
    ]


def _known(meant: Milestone, *, who: str) -> Finding:
    return Finding(
        Facet.ACT,
        VerdictKind.SUPPORTED,
        f"The record has this step of {who}: {meant.words}.",
        right_value=meant.words,
        evidence=meant.evidence,
    )


def _unknown(steps: tuple[Milestone, ...], day: PartialDate | None, *, who: str) -> Finding:
    near = [m for m in steps if m.rung <= Rung.PROPOSED]
    known = words.listed(m.words for m in near[:3])
    when = f" {words.on(day)}" if day else " by then"
    others = f"; it has {known}" if known else ""
    return unverifiable(
        Facet.ACT,
        f"The record has no announcement or proposal of {who}{when}{others}. No list of such "
        "steps is complete.",
        right=known or None,
        evidence=tuple(s for m in near[:3] for s in m.evidence[:1]),
    )


def _denied(
    steps: tuple[Milestone, ...], told: PartialDate | None, *, who: str
) -> tuple[Finding, ...]:
    binding = [m for m in steps if told and m.by(told) is Truth.YES and m.rung >= Rung.VOTED]
    if not binding:
        return (unverifiable(Facet.ACT, f"The record does not tell what {who} did not intend."),)
    return (
        Finding(
            Facet.ACT,
            VerdictKind.CONTRADICTED,
            f"{who} had already gone further: {binding[-1].words}.",
            right_value=binding[-1].words,
            evidence=binding[-1].evidence,
        ),
    )


def _left_out_of_joint_step(
    statement: Statement, history: History, *, context: Context
) -> tuple[Finding, ...]:
    """Contradicted where the sentence's others took one joint step in which this one had no part.

    Two neighbours or more in the same sentence must share a step of one body on one day; the
    participant must have taken its own first step later than the sentence says.
    """
    claim = statement.claim
    if claim.date is None:
        return ()
    ladder = track(claim.act, claim.about) or Track.EXIT
    shared: dict[tuple[str, str], list[tuple[str, Milestone]]] = {}
    for other in context.others(statement):
        peer = other.claim
        same = (peer.kind, peer.act, peer.treaty, peer.date) == (
            claim.kind,
            claim.act,
            claim.treaty,
            claim.date,
        )
        if not same or peer.participant is None or not _one_sentence(statement, other):
            continue
        for name in _each(peer.participant, context=context):
            for m in context.history(history.treaty, name).on(ladder):
                if m.rung <= Rung.PROPOSED and m.body and fit(claim.date, m.date) is Fit.AGREES:
                    key = (m.body, m.date.edtf if m.date else "")
                    shared.setdefault(key, []).append((name, m))
    for (_, _), found in shared.items():
        if len({name for name, _ in found}) >= 2:
            return _no_part(found, history, claim.date, ladder=ladder, context=context)
    return ()


def _no_part(
    found: list[tuple[str, Milestone]],
    history: History,
    claimed: PartialDate,
    *,
    ladder: Track,
    context: Context,
) -> tuple[Finding, ...]:
    own = [m for m in history.on(ladder) if m.rung <= Rung.PROPOSED and m.date]
    if not own or own[0].date is None or own[0].date.after(claimed) is not Truth.YES:
        return ()
    name = context.knowledge.name
    joint, first = found[0][1], own[0]
    authors = words.listed(sorted({name(participant) for participant, _ in found}))
    return (
        Finding(
            Facet.ACT,
            VerdictKind.CONTRADICTED,
            f"The joint step {words.on(joint.date)} was taken by {authors}; "
            f"{name(history.participant)} followed with its {first.words}.",
            right_value=first.words,
            evidence=(*joint.evidence, *first.evidence),
        ),
    )


def _each(participant: str, *, context: Context) -> tuple[str, ...]:
    group = context.knowledge.group(participant)
    return context.knowledge.members(group, on=None) if group else (participant,)


def _one_sentence(a: Statement, b: Statement) -> bool:
    """Whether two statements were read in the same words."""
    if a.evidence.start is None or b.evidence.start is None:
        return a.evidence.quote == b.evidence.quote
    ends = (a.evidence.end or a.evidence.start, b.evidence.end or b.evidence.start)
    return max(a.evidence.start, b.evidence.start) < min(ends)
