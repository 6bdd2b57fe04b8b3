"""Claims of order: that one act came after, before or together with others."""

from __future__ import annotations

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.acts import targets_of
from inforce.checking.context import Context
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import Milestone
from inforce.checking.model import Finding
from inforce.dates import PartialDate, Truth
from inforce.record.model import Claim, Statement
from inforce.record.values import Order
from inforce.terms import Act, ClaimKind, Facet, Modality, VerdictKind

_WORDS = {"after": "after", "before": "before", "same_day": "on the same day as"}
_DEFAULTS = (Act.EXIT_EFFECT, Act.WITHDRAWAL, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT)


def check_order(statement: Statement, treaty: Treaty, *, context: Context) -> tuple[Finding, ...]:
    """Findings on an order among participants' acts under one treaty."""
    claim, told = statement.claim, statement.claim.value
    if not isinstance(told, Order) or claim.participant is None:
        return ()
    if statement.modality is Modality.HYPOTHETICAL:
        return ()
    others = [one for name in told.others for one in _each(name, context=context)]
    others = [name for name in others if name != claim.participant]
    for act in _acts(claim):
        own = _dated(claim.participant, act, treaty, context=context)
        rest = [(name, _dated(name, act, treaty, context=context)) for name in others]
        known = [(name, m) for name, m in rest if m is not None]
        if own is not None and known and len(known) == len(rest):
            return (_compared(claim.participant, own, known, told.relation, context=context),)
    names = words.listed(map(context.knowledge.name, [claim.participant, *others]))
    return (unverifiable(Facet.ORDER, f"The record does not have dates of one act for {names}."),)


def _acts(claim: Claim) -> tuple[Act, ...]:
    return (claim.act,) if claim.act is not None else _DEFAULTS


def _each(name: str, *, context: Context) -> tuple[str, ...]:
    group = context.knowledge.group(name)
    return context.knowledge.members(group, on=None) if group else (name,)


def _dated(participant: str, act: Act, treaty: Treaty, *, context: Context) -> Milestone | None:
    history = context.history(treaty, participant)
    claim = Claim(ClaimKind.ACT, participant, treaty.id, act=act)
    dated = [m for m in targets_of(claim, history) if m.date is not None]
    return dated[-1] if dated else None


def _compared(
    participant: str,
    own: Milestone,
    others: list[tuple[str, Milestone]],
    relation: str,
    *,
    context: Context,
) -> Finding:
    name = context.knowledge.name
    held = [_holds(own.date, m.date, relation) for _, m in others]
    what = words.noun(own.act)
    if all(m.date == own.date for _, m in others) and own.date and own.date.is_day:
        everyone = words.listed(map(name, [participant, *(n for n, _ in others)]))
        shown = f"the {what} came on the same day, {words.when(own.date)}, for {everyone}"
    else:
        rest = words.listed(f"{name(n)} {words.on(m.date)}" for n, m in others)
        shown = f"the {what} came {words.on(own.date)} for {name(participant)}; {rest}"
    if Truth.NO in held:
        verdict = VerdictKind.CONTRADICTED
        reason = f"{name(participant)} did not come {_WORDS.get(relation, relation)} them: {shown}."
    elif Truth.UNKNOWN in held:
        verdict, reason = VerdictKind.UNVERIFIABLE, f"The dates do not settle the order: {shown}."
    else:
        verdict, reason = VerdictKind.SUPPORTED, f"{words.upper_first(shown)}."
    return Finding(
        Facet.ORDER,
        verdict,
        reason,
        right_value=shown,
        articles=own.articles,
        evidence=(*own.evidence, *(s for _, m in others for s in m.evidence[:1])),
        trace=(*own.trace, *(step for _, m in others for step in m.trace)),
    )


def _holds(own: PartialDate | None, other: PartialDate | None, relation: str) -> Truth:
    if own is None or other is None:
        return Truth.UNKNOWN
    if relation == "after":
        return own.after(other)
    if relation == "before":
        return own.before(other)
    if own.is_day and other.is_day:
        return Truth.of(own == other)
    return Truth.UNKNOWN if own.could_agree(other) else Truth.NO
