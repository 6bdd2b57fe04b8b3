"""One statement checked against the record and the law."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.acts import check_act
from inforce.checking.comparisons import check_comparison
from inforce.checking.context import Context
from inforce.checking.counts import check_number
from inforce.checking.figures import check_casualties
from inforce.checking.findings import unverifiable
from inforce.checking.model import Check, Finding
from inforce.checking.orders import check_order
from inforce.checking.ordinals import check_place
from inforce.checking.quantifiers import check_quantifier
from inforce.checking.rules import check_force_rule, check_rule
from inforce.checking.scopes import check_scope
from inforce.checking.standings import check_standing
from inforce.checking.treaty_acts import check_treaty_act
from inforce.checking.votes import check_tally, check_threshold
from inforce.checking.within import within_text
from inforce.record.model import Statement
from inforce.record.values import Comparison, Count, ForceRule, Forecast, Other
from inforce.terms import GRAVITY, ClaimKind, Facet, Modality, VerdictKind

_OF_A_TREATY = frozenset(
    {
        ClaimKind.ACT,
        ClaimKind.STANDING,
        ClaimKind.COUNT,
        ClaimKind.RULE,
        ClaimKind.ORDER,
        ClaimKind.SCOPE,
    }
)


def check_statement(statement: Statement, context: Context) -> Check:
    """The statement with its findings; pure. One that claims nothing checkable has none."""
    found = _findings(statement, context)
    if found:
        found = (*found, *within_text(statement, found, context=context))
    return Check(statement, tuple(map(_worded, found)))


def _worded(finding: Finding) -> Finding:
    """The finding as a sentence: with a capital at its start, and its days in words."""
    right = finding.right_value
    return replace(
        finding,
        reason=words.upper_first(words.spelt(finding.reason)),
        right_value=words.spelt(right) if right else right,
    )


def _findings(statement: Statement, context: Context) -> tuple[Finding, ...]:
    claim = statement.claim
    if claim.kind in _OF_A_TREATY:
        treaty = context.treaty(statement)
        if treaty is None:
            return _no_treaty(statement, context)
        return _of_treaty(statement, treaty, context)
    match claim.kind:
        case ClaimKind.TALLY:
            return check_tally(statement, context=context)
        case ClaimKind.THRESHOLD:
            return check_threshold(statement, context=context)
        case ClaimKind.CASUALTIES:
            return check_casualties(statement, context=context)
        case ClaimKind.COMPARISON:
            return check_comparison(claim.value) if isinstance(claim.value, Comparison) else ()
        case ClaimKind.ATTRIBUTION | ClaimKind.COMPLETENESS:
            return ()
        case _:
            return _not_checkable_here(statement)


def _of_treaty(statement: Statement, treaty: Treaty, context: Context) -> tuple[Finding, ...]:
    claim = statement.claim
    match claim.kind:
        case ClaimKind.ACT:
            if not claim.participant:
                return check_treaty_act(statement, treaty, context=context)
            return _for_each(statement, treaty, check_act, context=context)
        case ClaimKind.STANDING:
            return _for_each(statement, treaty, check_standing, context=context)
        case ClaimKind.COUNT:
            return _count(statement, treaty, context)
        case ClaimKind.RULE:
            return check_rule(statement, treaty, context=context)
        case ClaimKind.ORDER:
            return check_order(statement, treaty, context=context)
        case _:
            return check_scope(statement, treaty)


def _count(statement: Statement, treaty: Treaty, context: Context) -> tuple[Finding, ...]:
    told = statement.claim.value
    if not isinstance(told, Count) or statement.modality is Modality.HYPOTHETICAL:
        return ()
    if told.role == "threshold":
        return check_force_rule(ForceRule(threshold=told.n), treaty)
    if context.knowledge.is_participant(statement.claim.participant or ""):
        return (check_place(statement, treaty, told, context=context),)
    if told.n is None:
        return check_quantifier(statement, treaty, told, context=context)
    return check_number(statement, treaty, told, context=context)


MOST_TOLD = 2
"""Of how many members of a group the reason is spelt out."""

_CheckOne = Callable[..., tuple[Finding, ...]]


def _for_each(
    statement: Statement, treaty: Treaty, check: _CheckOne, *, context: Context
) -> tuple[Finding, ...]:
    """The findings for the participant, or for each member of a group, gathered by verdict."""
    participant = statement.claim.participant or ""
    group = context.knowledge.group(participant)
    if group is None:
        if not context.knowledge.is_participant(participant):
            reason = f"The catalogue knows no participant {participant!r}."
            return (unverifiable(Facet.ACT, reason),)
        former = _former(statement, treaty, participant, check, context=context)
        return former or check(statement, treaty, participant, context=context)
    day = statement.claim.date or context.told(statement)
    members = context.knowledge.members(group, on=day)
    found: dict[tuple[Facet, VerdictKind], list[tuple[str, Finding]]] = {}
    for member in members:
        for finding in check(statement, treaty, member, context=context):
            found.setdefault((finding.facet, finding.verdict), []).append((member, finding))
    ordered = sorted(found.items(), key=lambda item: GRAVITY[item[0][1]])
    return tuple(_merged(pairs, context=context) for _, pairs in ordered)


def _former(
    statement: Statement, treaty: Treaty, participant: str, check: _CheckOne, *, context: Context
) -> tuple[Finding, ...]:
    """What a list of today's states tells of a former one: what the one that continues it did.

    Nothing for a state that exists, or that has acts of its own on record.
    """
    knowledge = context.knowledge
    ended = knowledge.ended(participant)
    record = knowledge.record(treaty.id)
    if ended is None or record is None or record.of(participant):
        return ()
    day = statement.claim.date or context.told(statement)
    after = knowledge.successors(participant)
    heirs = [
        heir
        for heir in after
        if any(act.date and act.date.latest and act.date.latest < ended for act in record.of(heir))
    ]
    # Where several states came of it, the one with older acts continues it; where it became part
    # of another, that one's acts are its own.
    if len(after) > 1 and len(heirs) == 1 and day and day.latest and day.latest < ended:
        return check(statement, treaty, heirs[0], context=context)
    who = knowledge.name(participant)
    reason = f"The list of parties is one of today's states, and {who} is no more: "
    reason += "what it had done is not on record under its name."
    return (unverifiable(Facet.ACT, reason),)


def _merged(pairs: list[tuple[str, Finding]], *, context: Context) -> Finding:
    """One finding for all members with the same verdict on the same facet."""
    first = pairs[0][1]
    if len(pairs) == 1:
        return first
    names = words.listed(context.knowledge.name(member) for member, _ in pairs)
    rights: dict[str, list[str]] = {}
    for member, finding in pairs:
        if finding.right_value:
            rights.setdefault(finding.right_value, []).append(context.knowledge.name(member))
    return Finding(
        first.facet,
        first.verdict,
        f"{names}: {' '.join(dict.fromkeys(f.reason for _, f in pairs[:MOST_TOLD]))}",
        right_value=_of_each(rights),
        articles=tuple(dict.fromkeys(a for _, f in pairs for a in f.articles)),
        evidence=tuple(dict.fromkeys(s for _, f in pairs for s in f.evidence)),
        trace=tuple(dict.fromkeys(t for _, f in pairs for t in f.trace)),
    )


def _of_each(rights: dict[str, list[str]]) -> str | None:
    """What is right for each member, by name where it differs."""
    if len(rights) < 2:
        return next(iter(rights), None)
    return "; ".join(f"{words.listed(who)}: {right}" for right, who in rights.items())


def _no_treaty(statement: Statement, context: Context) -> tuple[Finding, ...]:
    """Why nothing can be checked: no treaty named, not in the catalogue, or only named there."""
    claim = statement.claim
    facet = Facet.COUNT if claim.kind is ClaimKind.COUNT else Facet.ACT
    if claim.treaty is None:
        return (unverifiable(facet, "Which treaty is meant could not be told from the text."),)
    treaty = context.knowledge.treaty(claim.treaty)
    if treaty is None:
        return (unverifiable(facet, "The treaty is not in the catalogue."),)
    return (
        unverifiable(
            facet,
            f"The catalogue names {treaty.short_name}, but holds neither its rules nor its record.",
        ),
    )


def _not_checkable_here(statement: Statement) -> tuple[Finding, ...]:
    """Claims that no fact here covers: sums of money, forecasts, and what has no kind."""
    match statement.claim.value:
        case Forecast():
            reason = "A forecast: only its horizon will tell."
            return (unverifiable(Facet.MODALITY, reason),)
        case Other():
            return (unverifiable(Facet.ACT, "No record here covers this."),)
        case _:
            facet = Facet.COUNT if statement.claim.kind is ClaimKind.AMOUNT else Facet.ACT
            return (unverifiable(facet, "No record here covers this."),)
