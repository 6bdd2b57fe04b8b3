"""Acts that are told as still to come, against what the rule computes and what was decided."""

from __future__ import annotations

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.dated import Fit, best, date_finding, fit
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import History, Milestone, Track, revoked_effects, track
from inforce.checking.model import Finding
from inforce.dates import PartialDate, Truth
from inforce.record.model import Statement
from inforce.terms import Act, Facet, VerdictKind


def check_planned(
    statement: Statement,
    history: History,
    targets: tuple[Milestone, ...],
    *,
    told: PartialDate | None,
    context: Context,
) -> tuple[Finding, ...]:
    """Findings on an act put as planned or proposed."""
    claim = statement.claim
    who = context.knowledge.name(history.participant)
    assert claim.act is not None
    withdrawn = revoked_effects(context.knowledge, history) if claim.act is Act.EXIT_EFFECT else ()
    if claim.date is not None and (targets or withdrawn):
        meant = best(claim.date, (*targets, *withdrawn))
        return (_dated(claim.date, meant, who=who, told=told),)
    ladder = track(claim.act, claim.about) or Track.OTHER
    if targets and told is not None and all(m.by(told) is Truth.YES for m in targets):
        return (_done_already(targets[-1], told, who=who),)
    reached = history.reached(ladder, told)
    if reached is not None:
        came = f"; it came {words.on(targets[0].date)}" if targets else ""
        return (
            Finding(
                Facet.ACT,
                VerdictKind.SUPPORTED,
                f"{who} had come as far as the {reached.words}, and the "
                f"{words.noun(claim.act)} lay ahead{came}.",
                right_value=history.ladder_words(ladder),
                articles=targets[0].articles if targets else (),
                evidence=reached.evidence,
                trace=targets[0].trace if targets else (),
            ),
        )
    if claim.date is not None:
        return (
            unverifiable(
                Facet.DATE,
                f"The record has no notice or instrument of {who} from which the day could be "
                "reckoned.",
            ),
        )
    return (unverifiable(Facet.ACT, f"The record knows no step of {who} towards this by then."),)


def _dated(
    claimed: PartialDate, meant: Milestone, *, who: str, told: PartialDate | None
) -> Finding:
    """A planned day beside the one that the rule gives, or gave until the notice went."""
    if meant.revoked is not None:
        return _given_up(claimed, meant, meant.revoked, who=who, told=told)
    if meant.settled or fit(claimed, meant.date) is Fit.CONTRADICTS:
        return date_finding(claimed, meant, who=who)
    condition = f" unless {meant.open_condition}" if meant.open_condition else ""
    return Finding(
        Facet.DATE,
        VerdictKind.SUPPORTED,
        f"By the rule this comes {words.on(meant.date)} for {who}{condition}.",
        right_value=words.when(meant.date),
        articles=meant.articles,
        evidence=meant.evidence,
        trace=meant.trace,
    )


def _given_up(
    claimed: PartialDate,
    meant: Milestone,
    revoked: PartialDate,
    *,
    who: str,
    told: PartialDate | None,
) -> Finding:
    """A planned exit whose notice was taken back: right if told before, of the rule's day."""
    by_rule = meant.date is not None and fit(claimed, meant.date) is not Fit.CONTRADICTS
    before = told is not None and revoked.on_or_before(told) is not Truth.YES
    verdict = VerdictKind.SUPPORTED if by_rule and before else VerdictKind.CONTRADICTED
    if by_rule and told is None:
        verdict = VerdictKind.UNVERIFIABLE
    wrong = "" if by_rule else f", not {words.on(claimed)}"
    return Finding(
        Facet.DATE,
        verdict,
        f"By its notice {who} would have left {words.on(meant.date)}{wrong}; it took the notice "
        f"back {words.on(revoked)}.",
        right_value=f"due {words.on(meant.date)}; notice taken back {words.on(revoked)}",
        articles=(*meant.articles, "VCLT 68"),
        evidence=meant.evidence,
        trace=meant.trace,
    )


def _done_already(meant: Milestone, told: PartialDate, *, who: str) -> Finding:
    return Finding(
        Facet.MODALITY,
        VerdictKind.LOOSE,
        f"When this was told, {words.on(told)}, it lay no longer ahead: {who}, {meant.words}.",
        right_value=meant.words,
        articles=meant.articles,
        evidence=meant.evidence,
        trace=meant.trace,
    )
