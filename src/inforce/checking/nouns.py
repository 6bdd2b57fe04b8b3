"""The noun of an act of joining: signed, ratified, acceded, and which of them was meant."""

from __future__ import annotations

import re
from dataclasses import replace

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.dated import Fit, fit
from inforce.checking.milestones import History, Milestone
from inforce.checking.model import Finding
from inforce.dates import PartialDate, Truth
from inforce.record.model import Claim, Statement
from inforce.terms import CONSENTS, DEFINITIONS, Act, Facet, VerdictKind

_ACCESSION = re.compile(r"\bacce(?:d|ss)", re.IGNORECASE)


def as_worded(statement: Statement) -> Statement:
    """The statement with an accession that its words don't name as consent in any form.

    "Joined" and "entered" are read as accession; who joins may have ratified as well.
    """
    claim, evidence = statement.claim, statement.evidence
    if claim.act is not Act.ACCESSION or evidence.start is None:
        return statement
    if _ACCESSION.search(evidence.quote):
        return statement
    return replace(statement, claim=replace(claim, act=Act.CONSENT_TO_BE_BOUND))


def consent_noun(claim: Claim, targets: tuple[Milestone, ...], *, who: str) -> tuple[Finding, ...]:
    """A finding where another form of consent was given than the one told."""
    told = claim.act
    if told not in CONSENTS or told is Act.CONSENT_TO_BE_BOUND:
        return ()
    forms = {m.act for m in targets}
    if told in forms or Act.CONSENT_TO_BE_BOUND in forms:
        return ()
    meant = targets[-1]
    source = DEFINITIONS[meant.act].source
    return (
        Finding(
            Facet.NOUN,
            VerdictKind.LOOSE,
            f"{who} consented by {words.noun(meant.act)}, not by {words.noun(told)}: "
            f"{DEFINITIONS[meant.act].words}.",
            right_value=meant.words,
            articles=(source,),
            evidence=meant.evidence,
        ),
    )


def signature_without(
    statement: Statement, history: History, *, told: PartialDate | None, context: Context
) -> tuple[Finding, ...]:
    """A signature told of one that consented without signing: loose, if the day is right."""
    day = statement.claim.date
    if not context.knowledge.lists(history.treaty, Act.SIGNATURE):
        return ()
    for consent in history.of(CONSENTS):
        right_day = fit(day, consent.date) is Fit.AGREES if day else True
        by_then = told is None or day is not None or consent.by(told) is Truth.YES
        if right_day and by_then:
            who = context.knowledge.name(history.participant)
            return (
                Finding(
                    Facet.NOUN,
                    VerdictKind.LOOSE,
                    f"{who} never signed; it joined by {consent.words}.",
                    right_value=consent.words,
                    articles=(DEFINITIONS[consent.act].source,),
                    evidence=consent.evidence,
                ),
            )
    return ()
