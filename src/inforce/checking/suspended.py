"""A suspension told as an exit, and the contested effect of a suspension."""

from __future__ import annotations

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.dated import Fit, fit
from inforce.checking.intentions import INTENTIONS
from inforce.checking.milestones import History, Milestone, Track, track
from inforce.checking.model import Finding, Support
from inforce.dates import Truth
from inforce.law import Position, Step
from inforce.law.contested import suspension
from inforce.record.model import Statement
from inforce.terms import DOMESTIC_STEPS, Act, Facet, Modality, Rung, VerdictKind


def suspended_instead(
    statement: Statement, history: History, *, context: Context
) -> tuple[Finding, ...]:
    """Contradicted, with the dispute beside it, where the act told as an exit is a suspension.

    That is so where no notice of exit is on record and a step towards a suspension fits what is
    told. Steps that a body did take towards an exit stay what they are.
    """
    claim = statement.claim
    if track(claim.act, claim.about) is not Track.EXIT or claim.act is None:
        return ()
    if statement.modality is Modality.DENIED:
        return ()
    steps = _fitting(statement, history, Track.SUSPENSION, context=context)
    leaving = history.on(Track.EXIT)
    if not steps or any(m.rung >= Rung.NOTIFIED for m in leaving):
        return ()
    own = _fitting(statement, history, Track.EXIT, context=context)
    alike = INTENTIONS if claim.act in INTENTIONS else {claim.act}
    if claim.act in DOMESTIC_STEPS and any(m.act in alike for m in own):
        return ()
    meant = next((m for m in reversed(steps) if m.act is claim.act), steps[-1])
    knowledge, treaty = context.knowledge, history.treaty
    who, what = knowledge.name(history.participant), knowledge.short(treaty.id)
    notices = [m for m in history.on(Track.SUSPENSION) if m.rung is Rung.NOTIFIED]
    settled = claim.date is not None or context.told(statement) is not None
    notice = f" and gave a {notices[0].words}" if notices else ""
    return (
        Finding(
            Facet.ACT,
            VerdictKind.CONTRADICTED if settled else VerdictKind.UNVERIFIABLE,
            f"The act is a suspension, not an exit: {who} took this step: {meant.words}"
            f"{notice if meant not in notices else ''}. A step towards suspending is no lower "
            f"rung of leaving, and {who} is still bound by {what}.",
            right_value=words.listed(m.words for m in history.rungs(Track.SUSPENSION)),
            articles=_articles(history),
            evidence=meant.evidence,
            trace=_ruling(history, context=context)[1],
        ),
        *_disputed(history, context=context),
    )


def suspension_position(
    statement: Statement, history: History, *, context: Context
) -> tuple[Finding, ...]:
    """Beside a claimed suspension: the positions on whether it has effect."""
    claim = statement.claim
    if track(claim.act, claim.about) is not Track.SUSPENSION:
        return ()
    return _disputed(history, context=context)


def _fitting(
    statement: Statement, history: History, ladder: Track, *, context: Context
) -> list[Milestone]:
    """The steps of a ladder that the claim's date and day of telling allow."""
    claim, told = statement.claim, context.told(statement)
    if claim.date is not None:
        return [m for m in history.on(ladder) if fit(claim.date, m.date) is Fit.AGREES]
    return [m for m in history.on(ladder) if told is None or m.by(told) is not Truth.NO]


def _ruling(history: History, *, context: Context) -> tuple[tuple[Position, ...], tuple[Step, ...]]:
    """Each side's position on the latest suspension on record, and the law's reasons."""
    record = context.knowledge.record(history.treaty.id)
    acts = record.of(history.participant) if record else ()
    claimed = [act for act in acts if act.act is Act.SUSPENSION]
    if record is None or not claimed:
        return (), ()
    _, positions, steps = suspension(history.treaty, record, claimed[-1])
    return positions, steps


def _disputed(history: History, *, context: Context) -> tuple[Finding, ...]:
    positions, steps = _ruling(history, context=context)
    if not positions:
        return ()
    name = context.knowledge.name
    by_words: dict[str, list[str]] = {}
    for position in positions:
        by_words.setdefault(position.words, []).append(name(position.by))
    sides = "; ".join(f"{words.listed(who)}: {said}" for said, who in by_words.items())
    decided = next((p for p in positions if p.decides), None)
    settled = f" The word of the {name(decided.by)} is the parties' own." if decided else ""
    return (
        Finding(
            Facet.ACT,
            VerdictKind.DISPUTED,
            f"Whether the suspension by {name(history.participant)} has any effect is disputed: "
            f"{sides}.{settled}",
            right_value=f"{name(decided.by)}: {decided.words}" if decided else sides,
            articles=_articles(history),
            evidence=tuple(_support(p, context=context) for p in positions),
            trace=steps,
        ),
    )


def _articles(history: History) -> tuple[str, ...]:
    rules, treaty = history.treaty.rules, history.treaty.id
    if rules is None:
        return ()
    own = [f"{treaty} {rules.exit.at.article}"]
    at = rules.suspension.at.article
    return (*own, at if at.startswith("VCLT") else f"{treaty} {at}")


def _support(position: Position, *, context: Context) -> Support:
    told = position.statement
    if told is None:
        return Support(position.words, position.by)
    evidence = told.evidence
    return Support(
        f"{context.knowledge.name(position.by)}: {position.words}",
        context.knowledge.source_name(evidence.source),
        evidence.reference,
        told.claim.date.edtf if told.claim.date else None,
    )
