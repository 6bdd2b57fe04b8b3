"""Claims of acts: what a participant did, plans or did not do, against its milestones."""

from __future__ import annotations

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.absent import absent, check_denied, gone_and_back
from inforce.checking.context import Context
from inforce.checking.dated import Fit, best, date_finding, fit
from inforce.checking.findings import unverifiable
from inforce.checking.intentions import INTENTIONS, check_intention
from inforce.checking.milestones import History, Milestone, Track, track
from inforce.checking.model import Finding
from inforce.checking.nouns import as_worded, consent_noun, signature_without
from inforce.checking.planned import check_planned
from inforce.checking.presupposed import leaving_without_membership
from inforce.checking.suspended import suspended_instead, suspension_position
from inforce.dates import PartialDate, Truth
from inforce.record.model import Claim, Statement
from inforce.terms import (
    CONSENTS,
    DOMESTIC_STEPS,
    EXIT_NOTICES,
    Act,
    Facet,
    Modality,
    VerdictKind,
)


def check_act(
    statement: Statement, treaty: Treaty, participant: str, *, context: Context
) -> tuple[Finding, ...]:
    """Findings on a claim of an act by one participant under a treaty of the catalogue."""
    statement = as_worded(statement)
    claim = statement.claim
    if claim.act is None or statement.modality is Modality.HYPOTHETICAL:
        return ()
    history = context.history(treaty, participant)
    told = context.told(statement)
    presupposition = leaving_without_membership(statement, history, context=context)
    swapped = suspended_instead(statement, history, context=context)
    if swapped:
        return (*presupposition, *swapped)
    if presupposition and claim.act not in INTENTIONS:
        return presupposition
    found = _judged(statement, history, told=told, context=context)
    return (*presupposition, *found, *suspension_position(statement, history, context=context))


def _judged(
    statement: Statement, history: History, *, told: PartialDate | None, context: Context
) -> tuple[Finding, ...]:
    act = statement.claim.act
    if act in INTENTIONS:
        return check_intention(statement, history, told=told, context=context)
    targets = targets_of(statement.claim, history)
    if statement.modality is Modality.DENIED:
        return check_denied(statement, history, targets, told=told, context=context)
    if statement.modality in (Modality.PLANNED, Modality.PROPOSED):
        return check_planned(statement, history, targets, told=told, context=context)
    if act is Act.SIGNATURE and not targets:
        loose = signature_without(statement, history, told=told, context=context)
        if loose:
            return loose
    if not targets:
        return (absent(statement, history, told=told, context=context),)
    return (
        _done(statement, history, targets, told=told, context=context),
        *consent_noun(statement.claim, targets, who=context.knowledge.name(history.participant)),
    )


def targets_of(claim: Claim, history: History) -> tuple[Milestone, ...]:
    """The milestones that a claim may mean: the same kind of act, on the same ladder."""
    act = claim.act
    if act in EXIT_NOTICES:
        return history.of(EXIT_NOTICES)
    if act in (Act.EXIT_EFFECT, Act.EXPULSION):
        # Being expelled is not yet to cease to be a party, where that comes later.
        return history.of((act,)) or history.of((Act.EXIT_EFFECT, Act.EXPULSION))
    if act in CONSENTS:
        return history.of(CONSENTS)
    if act is None:
        return ()
    found = history.of((act,), track(act, claim.about))
    body = (claim.body or "").casefold()
    named = tuple(m for m in found if body and body in m.body.casefold())
    return named or found


def _done(
    statement: Statement,
    history: History,
    targets: tuple[Milestone, ...],
    *,
    told: PartialDate | None,
    context: Context,
) -> Finding:
    """A claim that an act was done, which the record has as well."""
    claim, who = statement.claim, context.knowledge.name(history.participant)
    if claim.date is None:
        return _undated(statement, history, targets, told=told, context=context)
    meant = best(claim.date, targets)
    result = fit(claim.date, meant.date)
    if result is Fit.AGREES and told is not None and meant.by(told) is Truth.NO:
        return not_yet(history, meant, told=told, context=context)
    if result is Fit.AGREES and not meant.settled:
        return _expected(meant, who=who)
    bound = _bound_on(claim, history, told=told) if result is Fit.CONTRADICTS else None
    if bound is not None:
        return _joined_on(bound, meant, who=who)
    if result is not Fit.AGREES and claim.act is Act.SUSPENSION and _later(claim.date, meant):
        return _suspended_from(meant, who=who)
    if result is Fit.CONTRADICTS and not meant.rivals:
        lower = _lower_rung(claim, history, meant)
        if lower is not None:
            return _taken_for(lower, meant, who=who, history=history)
    return date_finding(claim.date, meant, who=who, others=history.milestones)


def _undated(
    statement: Statement,
    history: History,
    targets: tuple[Milestone, ...],
    *,
    told: PartialDate | None,
    context: Context,
) -> Finding:
    """A claim without a day of an act that the record has as well."""
    who = context.knowledge.name(history.participant)
    if told is None:
        return _happened(targets[0], None, who=who)
    before = [m for m in targets if m.by(told) is Truth.YES]
    perhaps = [m for m in targets if m.by(told) is Truth.UNKNOWN]
    again = _running_again(before, history, told=told)
    if again is not None:
        return not_yet(history, again, told=told, context=context)
    back = gone_and_back(statement, history, before, told=told, context=context)
    if back is not None:
        return back
    if before or perhaps:
        return _happened((before or perhaps)[-1], told, who=who)
    return not_yet(history, targets[0], told=told, context=context)


def _running_again(
    before: list[Milestone], history: History, *, told: PartialDate
) -> Milestone | None:
    """The coming end of a second exit, where the first was followed by joining again.

    One that left, joined again and is leaving once more is not gone when that is told.
    """
    if not before or before[-1].act is not Act.EXIT_EFFECT:
        return None
    left = before[-1].date
    notices = [m for m in history.of(EXIT_NOTICES) if m.by(told) is Truth.YES]
    coming = [m for m in history.of((Act.EXIT_EFFECT,)) if m.by(told) is Truth.NO]
    if not notices or not coming or left is None or notices[-1].date is None:
        return None
    return coming[0] if notices[-1].date.after(left) is Truth.YES else None


def _bound_on(claim: Claim, history: History, *, told: PartialDate | None) -> Milestone | None:
    """The entry into force that "joined" may mean as well as the consent, if its day was told."""
    if claim.act is not Act.CONSENT_TO_BE_BOUND or claim.date is None:
        return None
    for force in history.of((Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,)):
        done = told is None or force.by(told) is not Truth.NO
        if done and fit(claim.date, force.date) is Fit.AGREES:
            return force
    return None


def _joined_on(bound: Milestone, meant: Milestone, *, who: str) -> Finding:
    return Finding(
        Facet.DATE,
        VerdictKind.SUPPORTED,
        f"{words.upper_first(words.happened(bound.act, who))} {words.on(bound.date)}; "
        f"{words.happened(meant.act, who)} {words.on(meant.date)}.",
        right_value=f"{meant.words}; {bound.words}",
        articles=bound.articles,
        evidence=(*meant.evidence, *bound.evidence),
        trace=bound.trace,
    )


def _later(told: PartialDate, meant: Milestone) -> bool:
    return meant.date is not None and told.after(meant.date) is Truth.YES


def _suspended_from(meant: Milestone, *, who: str) -> Finding:
    """A day after the notice of a suspension: from when it was meant to run is not on record."""
    return unverifiable(
        Facet.DATE,
        f"{words.upper_first(words.happened(meant.act, who))} {words.on(meant.date)}; from which "
        "day it was to run is not on record.",
        right=meant.words,
        evidence=meant.evidence,
        trace=meant.trace,
    )


def _expected(meant: Milestone, *, who: str) -> Finding:
    """Told as done, while the record as known only expects it."""
    condition = f", unless {meant.open_condition}" if meant.open_condition else ""
    return unverifiable(
        Facet.ACT,
        f"As known, {meant.clause(who)}{condition}; nothing on record says yet that it did.",
        right=words.when(meant.date),
        articles=meant.articles,
        evidence=meant.evidence,
        trace=meant.trace,
    )


def _happened(meant: Milestone, told: PartialDate | None, *, who: str) -> Finding:
    if not meant.settled:
        return _expected(meant, who=who)
    since = ""
    if told is None:
        since = "; the text does not say its own day, and earlier this was not so"
    elif meant.by(told) is not Truth.YES:
        since = f"; the text is of {words.when(told)}, which allows that"
    return Finding(
        Facet.ACT,
        VerdictKind.SUPPORTED,
        f"{words.upper_first(words.happened(meant.act, who))} {words.on(meant.date)}{since}.",
        right_value=words.when(meant.date),
        articles=meant.articles,
        evidence=meant.evidence,
        trace=meant.trace,
    )


def not_yet(
    history: History,
    meant: Milestone,
    *,
    told: PartialDate,
    context: Context,
) -> Finding:
    """Told as done before it was done: premature on a lower rung, contradicted without one."""
    who = context.knowledge.name(history.participant)
    ladder = meant.track or Track.OTHER
    reached = history.reached(ladder, told, towards=meant)
    ladder_words = history.ladder_words(ladder, until=meant) or meant.words
    lower = reached is not None and reached.rung < meant.rung
    how_far = (
        f"come only as far as the {reached.words}" if reached and lower else "taken no such step"
    )
    return Finding(
        Facet.RUNG,
        VerdictKind.PREMATURE if lower else VerdictKind.CONTRADICTED,
        f"When this was told, {words.on(told)}, {who} had {how_far}; {meant.clause(who)}.",
        right_value=ladder_words,
        articles=meant.articles,
        evidence=(*(reached.evidence if reached else ()), *meant.evidence),
        trace=meant.trace,
    )


def _lower_rung(claim: Claim, history: History, meant: Milestone) -> Milestone | None:
    """A lower rung of the same ladder whose day the claim gives.

    On the way in only a step at home counts: signature and consent are acts of their own.
    """
    ladder = meant.track
    if claim.date is None or ladder not in (Track.EXIT, Track.JOIN):
        return None
    there = [m for m in history.on(ladder) if m.rung < meant.rung]
    if ladder is Track.JOIN:
        there = [m for m in there if m.act in DOMESTIC_STEPS]
    return next((m for m in reversed(there) if fit(claim.date, m.date) is Fit.AGREES), None)


def _taken_for(lower: Milestone, meant: Milestone, *, who: str, history: History) -> Finding:
    return Finding(
        Facet.RUNG,
        VerdictKind.PREMATURE,
        f"The day told is that of the {lower.words}; {meant.clause(who)}.",
        right_value=history.ladder_words(meant.track or Track.OTHER, until=meant),
        articles=meant.articles,
        evidence=(*lower.evidence, *meant.evidence),
        trace=meant.trace,
    )
