"""The words of a trace: acts with their sources, and who told them when."""

from __future__ import annotations

from inforce.law.model import Step
from inforce.record.fact_values import Duty
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import CONSENTS, DUTY_ACTS, EXIT_NOTICES, Act


def cite(statement: Statement) -> str:
    """The statement's source id and its place there."""
    evidence = statement.evidence
    return ", ".join(part for part in (evidence.source, evidence.reference) if part)


def act_words(act: AdjudicatedAct) -> str:
    """What was done and when, such as "instrument of accession deposited on 2002-09-11".

    An act that only an unverified source tells of is marked so.
    """
    day = f"on {act.date.edtf}" if act.date else "on a day that is not known"
    if not act.followed.evidence.verified and not act.rivals:
        day += " (not verified)"
    name = act.act.value.replace("_", " ")
    if act.act is Act.SUCCESSION:
        return f"succession notified {day}"
    if act.act is Act.SIGNATURE:
        return f"signed {day}"
    if act.act is Act.SUSPENSION:
        return f"suspension claimed {day}"
    if act.act in CONSENTS:
        return f"instrument of {name} deposited {day}"
    if act.act in EXIT_NOTICES:
        return f"notice of {name} received by the depositary {day}"
    value = act.followed.claim.value
    if act.act in DUTY_ACTS and isinstance(value, Duty):
        return f"{_OF_DUTY[act.act]} {day}"
    return f"{name} {day}"


_OF_DUTY = {
    Act.EXTENSION: "granted",
    Act.COMPLETION: "declared fulfilled",
    Act.REPORT: "report submitted",
    Act.NON_COMPLIANCE: "found not fulfilled",
}


def act_step(act: AdjudicatedAct, article: str | None = None) -> Step:
    """The step that rests on one act of the record."""
    words = act_words(act)
    if act.contested:
        days = sorted({r.claim.date.edtf for r in act.rivals if r.claim.date})
        words += f"; contested: others say {', '.join(days)}"
    elif act.rivals and act.why:
        words += f" ({act.why})"
    return Step(words, article, act.date.edtf if act.date else None, cite(act.followed))


def told_steps(act: AdjudicatedAct) -> list[Step]:
    """When each source said it, earliest first, where that differs from the act's own day."""
    told: dict[tuple[str, str], Statement] = {}
    for statement in (act.followed, *act.support):
        asserted = statement.evidence.asserted
        if asserted is not None and not statement.evidence.asserted_assumed:
            told.setdefault((asserted.edtf, cite(statement)), statement)
    return [Step(f"said on {day} by {source}", None, day, source) for day, source in sorted(told)]
