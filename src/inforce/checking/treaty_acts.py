"""Claims about the treaty itself: adopted, opened, in force."""

from __future__ import annotations

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.dated import Fit, date_finding, fit
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import Milestone
from inforce.checking.model import Finding, Support
from inforce.checking.rules import check_force_rule
from inforce.checking.supports import list_support
from inforce.dates import PartialDate, Truth
from inforce.law import treaty_force
from inforce.record.model import Statement
from inforce.record.values import ForceRule
from inforce.terms import Act, AnswerKind, Facet, Modality, VerdictKind


def check_treaty_act(
    statement: Statement, treaty: Treaty, *, context: Context
) -> tuple[Finding, ...]:
    """Findings on an act of the treaty itself."""
    claim, knowledge = statement.claim, context.knowledge
    rule = check_force_rule(claim.value, treaty) if isinstance(claim.value, ForceRule) else ()
    known = _known(claim.act, treaty, context=context)
    if known is None and claim.act is Act.ENTRY_INTO_FORCE and not rule:
        ahead = _not_in_force(statement, treaty, context=context)
        if ahead is not None:
            return (ahead,)
    if known is None or statement.modality is Modality.HYPOTHETICAL:
        reason = f"The record does not tell this of {knowledge.short(treaty.id)}."
        return rule or (unverifiable(Facet.ACT, reason),)
    told = context.told(statement)
    if statement.modality in (Modality.PLANNED, Modality.PROPOSED):
        return (_ahead(claim.date, known, told, name=knowledge.short(treaty.id)), *rule)
    dated = claim.date is not None and statement.modality is Modality.DONE
    early = dated and told is not None and known.by(told) is Truth.NO
    if (
        claim.date is not None
        and dated
        and not (early and fit(claim.date, known.date) is Fit.AGREES)
    ):
        return (date_finding(claim.date, known, who=knowledge.short(treaty.id)), *rule)
    happened = Truth.YES if told is None else known.by(told)
    says_so = statement.modality is Modality.DONE
    if happened is Truth.UNKNOWN:
        return (unverifiable(Facet.ACT, f"{known.words}; whether before is open."), *rule)
    right = (happened is Truth.YES) is says_so
    return (
        Finding(
            Facet.ACT,
            VerdictKind.SUPPORTED if right else VerdictKind.CONTRADICTED,
            f"{words.upper_first(knowledge.short(treaty.id))}: {known.words}.",
            right_value=words.when(known.date),
            articles=known.articles,
            evidence=known.evidence,
            trace=known.trace,
        ),
        *rule,
    )


def _ahead(
    day: PartialDate | None, known: Milestone, told: PartialDate | None, *, name: str
) -> Finding:
    """An act of the treaty told as still to come: its day, and whether it lay ahead."""
    if day is not None:
        return date_finding(day, known, who=name)
    came = known.by(told) if told else Truth.UNKNOWN
    verdict = {
        Truth.NO: VerdictKind.SUPPORTED,
        Truth.YES: VerdictKind.LOOSE,
        Truth.UNKNOWN: VerdictKind.UNVERIFIABLE,
    }[came]
    ahead = {
        Truth.NO: "lay ahead",
        Truth.YES: "lay no longer ahead",
        Truth.UNKNOWN: "may have lain ahead, for the text does not say its own day",
    }[came]
    return Finding(
        Facet.MODALITY,
        verdict,
        f"{words.upper_first(name)}: {known.words}; when this was told it {ahead}.",
        right_value=words.when(known.date),
        articles=known.articles,
        evidence=known.evidence,
        trace=known.trace,
    )


def _known(act: Act | None, treaty: Treaty, *, context: Context) -> Milestone | None:
    if act is Act.ENTRY_INTO_FORCE:
        return _force(treaty, context=context)
    dates = {
        Act.ADOPTION: treaty.adopted,
        Act.OPENING: treaty.opened,
        Act.SIGNATURE: treaty.opened,
    }
    day = dates.get(act) if act else None
    if act is None or day is None:
        return None
    what = Act.OPENING if act is Act.SIGNATURE else act
    evidence = _evidence(treaty, day, words.noun(what), context=context)
    return Milestone(what, day, evidence=evidence)


def _force(treaty: Treaty, *, context: Context) -> Milestone | None:
    record = context.knowledge.record(treaty.id)
    force = treaty_force(treaty, record) if record else None
    if force is None or force.day is None:
        return None
    article = treaty.rules.entry_into_force.at.article if treaty.rules else ""
    return Milestone(
        Act.ENTRY_INTO_FORCE,
        force.day,
        evidence=_evidence(treaty, force.day, "entry into force", context=context),
        trace=force.trace,
        articles=(f"{treaty.id} {article}",) if article else (),
    )


def _not_in_force(statement: Statement, treaty: Treaty, *, context: Context) -> Finding | None:
    """A treaty whose requirements are not met: told as in force, or as not yet."""
    knowledge = context.knowledge
    record = knowledge.record(treaty.id)
    force = treaty_force(treaty, record) if record else None
    done = statement.modality is Modality.DONE
    if force is None or force.answer is not AnswerKind.NO:
        return None
    if not done and statement.modality is not Modality.DENIED:
        return None
    day, until = statement.claim.date or context.told(statement), knowledge.known_until(treaty)
    name = words.upper_first(knowledge.short(treaty.id))
    met = "; ".join(step.words for step in force.trace if step.article)
    article = treaty.rules.entry_into_force.at.article if treaty.rules else ""
    settled = day is None or knowledge.covered(treaty, day)
    verdict = VerdictKind.CONTRADICTED if done else VerdictKind.SUPPORTED
    as_of = f" as of {words.one_day(until)}" if until else ""
    return Finding(
        Facet.ACT,
        verdict if settled else VerdictKind.UNVERIFIABLE,
        f"{name} is not in force{as_of}: it has {met or 'less than its rule asks for'}.",
        right_value="not in force",
        articles=(f"{treaty.id} {article}",) if article else (),
        evidence=(list_support(knowledge, treaty),),
        trace=force.trace,
    )


def _evidence(
    treaty: Treaty, day: PartialDate, what: str, *, context: Context
) -> tuple[Support, ...]:
    source = treaty.sources[0] if treaty.sources else treaty.depositary_source
    told = f"{treaty.short_name}, {what}, {words.when(day)}"
    return (Support(told, context.knowledge.source_name(source), treaty.number, day.edtf),)
