"""Acts of which the record has none, and acts that a text denies."""

from __future__ import annotations

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import History, Milestone, Track, track
from inforce.checking.model import Finding
from inforce.checking.supports import list_support
from inforce.dates import PartialDate, Truth
from inforce.record.model import Statement
from inforce.terms import DOMESTIC_STEPS, Facet, VerdictKind


def absent(
    statement: Statement, history: History, *, told: PartialDate | None, context: Context
) -> Finding:
    """A claim that an act was done, of which the record has none."""
    claim, knowledge = statement.claim, context.knowledge
    act, who = claim.act, knowledge.name(history.participant)
    assert act is not None
    what = words.noun(act)
    if act in DOMESTIC_STEPS:
        return unverifiable(
            Facet.ACT,
            f"The record has no {what} of {who} on this, and no list of domestic steps is "
            "complete.",
        )
    day = claim.date or told
    record = knowledge.record(history.treaty.id)
    until = words.when(record.complete_until) if record else ""
    if not knowledge.covered(history.treaty, day):
        return unverifiable(
            Facet.ACT,
            f"The record has no {what} of {who}; it is complete until {until}, and past that day "
            "the absence of an act proves nothing."
            if until
            else f"The record has no {what} of {who}, and does not say how far it is complete.",
        )
    ladder = track(act, claim.about) or Track.OTHER
    reached = history.reached(ladder, day)
    if ladder is Track.EXIT and reached is not None:
        return Finding(
            Facet.RUNG,
            VerdictKind.PREMATURE,
            f"{who} had come only as far as the {reached.words}; the record, complete until "
            f"{until}, has no {what}.",
            right_value=history.ladder_words(ladder, above=reached.rung),
            evidence=reached.evidence,
        )
    standing = words.listed(m.words for m in history.on(Track.JOIN)) or "no act at all"
    return Finding(
        Facet.ACT,
        VerdictKind.CONTRADICTED,
        f"The record of {knowledge.short(history.treaty.id)}, complete until {until}, has no "
        f"{what} of {who}; it has {standing}.",
        right_value=standing,
        evidence=(
            *(s for m in history.on(Track.JOIN) for s in m.evidence),
            list_support(knowledge, history.treaty),
        ),
    )


def check_denied(
    statement: Statement,
    history: History,
    targets: tuple[Milestone, ...],
    *,
    told: PartialDate | None,
    context: Context,
) -> tuple[Finding, ...]:
    """A claim that an act was not done."""
    claim, knowledge, treaty = statement.claim, context.knowledge, history.treaty
    act, who = claim.act, knowledge.name(history.participant)
    assert act is not None
    day = claim.date or told
    if targets and day is not None and targets[0].by(day) is Truth.YES:
        meant = targets[0]
        return (
            Finding(
                Facet.ACT,
                VerdictKind.CONTRADICTED,
                f"{who} had done so: the record has the {meant.words}.",
                right_value=meant.words,
                articles=meant.articles,
                evidence=meant.evidence,
                trace=meant.trace,
            ),
        )
    nothing_by_then = not targets or (day and all(m.by(day) is Truth.NO for m in targets))
    covered = knowledge.covered(treaty, day) and act not in DOMESTIC_STEPS
    if nothing_by_then and (targets or covered):
        later = f"; it came {words.on(targets[0].date)}" if targets else ""
        return (
            Finding(
                Facet.ACT,
                VerdictKind.SUPPORTED,
                f"The record has no {words.noun(act)} of {who} by {words.when(day)}{later}.",
                evidence=targets[0].evidence if targets else (list_support(knowledge, treaty),),
            ),
        )
    return (
        unverifiable(
            Facet.ACT,
            f"The record does not settle whether there was no {words.noun(act)} of {who} by then.",
            evidence=targets[0].evidence if targets else (),
        ),
    )
