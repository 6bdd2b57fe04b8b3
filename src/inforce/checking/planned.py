"""Acts that are told as still to come, against what the rule computes and what was decided."""

from __future__ import annotations

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.dated import Fit, best, date_finding, fit
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import History, Milestone, Track, track
from inforce.checking.model import Finding
from inforce.dates import PartialDate, Truth
from inforce.record.model import Statement
from inforce.terms import Facet, VerdictKind


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
    if claim.date is not None and targets:
        return (_dated(claim.date, best(claim.date, targets), who=who),)
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


def _dated(claimed: PartialDate, meant: Milestone, *, who: str) -> Finding:
    """A planned day beside the one that the rule gives."""
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
