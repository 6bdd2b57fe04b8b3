"""Acts whose effect is in dispute: each side's word, and what a body of the parties found."""

from __future__ import annotations

from collections.abc import Iterator

from inforce.catalogue.model import RuleState, Treaty
from inforce.law import vclt
from inforce.law.model import Position, Step
from inforce.law.steps import act_words, cite
from inforce.record.fact_values import Finding
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import EXIT_NOTICES, AnswerKind, ClaimKind


def findings_on(record: TreatyRecord, act: AdjudicatedAct) -> Iterator[tuple[Statement, Finding]]:
    """What bodies and other participants said of the act."""
    for statement in record.findings:
        claim, value = statement.claim, statement.claim.value
        if claim.kind is not ClaimKind.FINDING or not isinstance(value, Finding):
            continue
        if claim.participant == act.participant and _names(value.act, act):
            yield statement, value


def positions_on(record: TreatyRecord, act: AdjudicatedAct) -> tuple[Position, ...]:
    """The actor's own position, then every finding; ``decides`` marks a body's finding.

    A finding by one that has acts in the record is a participant's; any other is a body's.
    """
    members = set(record.participants)
    said = [
        Position(value.by, value.words, said, value.accepts, decides=value.by not in members)
        for said, value in findings_on(record, act)
    ]
    own = [p for p in said if p.by == act.participant]
    if not own:
        own = [Position(act.participant, act_words(act), act.followed, accepts=True)]
    others = [p for p in said if p.by != act.participant]
    return (*own, *sorted(others, key=lambda p: (not p.decides, p.by)))


def dates_in_dispute(act: AdjudicatedAct) -> tuple[Position, ...]:
    """The dates that sources of equal authority give for one act."""
    told = [act.followed, *act.rivals] if act.contested else []
    return tuple(
        Position(
            one.evidence.source,
            f"{act.act.value.replace('_', ' ')} on "
            f"{one.claim.date.edtf if one.claim.date else 'no stated day'}",
            one,
        )
        for one in told
    )


def suspension(
    treaty: Treaty, record: TreatyRecord, claimed: AdjudicatedAct
) -> tuple[AnswerKind, tuple[Position, ...], tuple[Step, ...]]:
    """Whether a claimed suspension suspends, each side's position, and the reasons.

    A suspension, even a valid one, leaves its author a party (VCLT 72).
    """
    positions = positions_on(record, claimed)
    steps = [Step(act_words(claimed), None, _day(claimed), cite(claimed.followed))]
    steps += _rule_steps(treaty)
    decided = [p for p in positions if p.decides and p.accepts is not None]
    for one in decided:
        source = cite(one.statement) if one.statement else None
        steps.append(Step(f"{one.by}: {one.words}", None, None, source))
    against = [p.by for p in positions if p.accepts is False and not p.decides]
    if against:
        steps.append(Step(f"{len(against)} of the positions object to it", "VCLT 65"))
    answers = {p.accepts for p in decided}
    if answers == {False}:
        return AnswerKind.NO, positions, tuple(steps)
    if answers == {True}:
        return AnswerKind.YES, positions, tuple(steps)
    return AnswerKind.CONTESTED, positions, tuple(steps)


def _rule_steps(treaty: Treaty) -> list[Step]:
    """What the treaty's rules make of a suspension by one party."""
    at = treaty.rules.suspension.at if treaty.rules else None
    if at is None or at.state is RuleState.UNREAD:
        return [Step("nobody has read whether the treaty lets a party suspend it")]
    if at.state is RuleState.STATED:
        return [Step(at.words, at.article)]
    steps = [Step(f"the treaty has no clause on suspension; {vclt.words('57')}", "VCLT 57")]
    steps += [Step(vclt.words(number), f"VCLT {number}") for number in ("62", "65", "72")]
    conditions = treaty.rules.exit.conditions if treaty.rules else ()
    steps += [
        Step(f"even an exit has no effect while the {c.fact.replace('_', ' ')} lasts", c.at.article)
        for c in conditions
    ]
    return steps


def _names(named: str, act: AdjudicatedAct) -> bool:
    """Whether a finding's word names the act; the two words for an exit are one."""
    if act.act in EXIT_NOTICES:
        return named in {one.value for one in EXIT_NOTICES}
    return named == act.act.value


def _day(act: AdjudicatedAct) -> str | None:
    return act.date.edtf if act.date else None
