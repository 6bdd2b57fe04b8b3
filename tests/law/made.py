"""Treaties and records in few words, made by hand for the tests of the law room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from inforce.catalogue.model import (
    Article,
    Delay,
    DelayKind,
    ExitCondition,
    ExitRule,
    LaterFrom,
    Obligation,
    ParticipantForceRule,
    ProvisionalRule,
    Requirement,
    RequirementKind,
    ReservationRule,
    RuleState,
    SuspensionRule,
    Treaty,
    TreatyForceRule,
    TreatyRules,
)
from inforce.dates import DayRule, PartialDate, Period
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Condition, Duty, Finding
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import Act, ClaimKind, CountedFrom, Modality

CHECKED = date(2026, 11, 22)
SIX_MONTHS = Delay(DelayKind.PERIOD, Period(6, "months"))
FIRST_OF_SIXTH = Delay(DelayKind.FIRST_OF_MONTH_AFTER, Period(6, "months"))
CONFLICT = "armed_conflict"


def at(article: str, state: RuleState = RuleState.STATED) -> Article:
    return Article(article, state, None if state is RuleState.UNREAD else CHECKED, "")


def on(text: str) -> PartialDate:
    return PartialDate.parse(text)


def days(text: str) -> Delay:
    """A delay such as "P90D"."""
    return Delay(DelayKind.PERIOD, Period.parse(text))


def day_after(text: str) -> Delay:
    """A delay whose depositary prints the day after."""
    return Delay(DelayKind.PERIOD, Period.parse(text), DayRule.DAY_AFTER)


def instruments(n: int, *acts: Act) -> Requirement:
    return Requirement(RequirementKind.INSTRUMENTS, acts, count=n)


def exit_rule(
    delay: Delay | None = SIX_MONTHS,
    *,
    state: RuleState = RuleState.STATED,
    conflict: bool = True,
    minimum: Period | None = None,
) -> ExitRule:
    return ExitRule(
        at("20(3)", state),
        Act.WITHDRAWAL,
        ("the depositary",),
        "reasons",
        CountedFrom.NOTIFICATION,
        delay,
        (ExitCondition(at("20(3)"), CONFLICT),) if conflict else (),
        minimum,
    )


def treaty(
    *,
    needs: tuple[Requirement, ...] = (instruments(2),),
    force: Delay | None = FIRST_OF_SIXTH,
    later: Delay | None = FIRST_OF_SIXTH,
    applies: LaterFrom = LaterFrom.AFTER_THRESHOLD,
    leaving: ExitRule | None = None,
    in_force: str | None = None,
    not_before: str | None = None,
    force_state: RuleState = RuleState.STATED,
    later_state: RuleState = RuleState.STATED,
    suspension: RuleState = RuleState.NONE,
    obligations: tuple[Obligation, ...] = (),
    opened: str = "1997-12-03",
) -> Treaty:
    """A treaty of the Ottawa Convention's shape; each part can be given another form."""
    rules = TreatyRules(
        TreatyForceRule(
            at("17(1)", force_state),
            needs,
            force,
            date.fromisoformat(not_before) if not_before else None,
        ),
        ParticipantForceRule(at("17(2)", later_state), later, applies),
        leaving or exit_rule(),
        ProvisionalRule(at("18")),
        ReservationRule(at("19"), "none"),
        SuspensionRule(at("", suspension)),
        at("20(1)"),
        at("15, 16"),
        obligations,
        (),
    )
    return Treaty(
        "t",
        "A Treaty",
        "Treaty",
        "",
        (),
        "UN Secretary-General",
        "unsg",
        None,
        on(opened),
        date.fromisoformat(in_force) if in_force else None,
        rules,
        None,
        "",
    )


def done(
    who: str,
    act: Act,
    when: str | None,
    *,
    asserted: str | None = None,
    source: str = "unsg",
    reference: str = "",
    rivals: Iterable[str] = (),
    support: tuple[Statement, ...] = (),
    about: Act | None = None,
    modality: Modality = Modality.DONE,
) -> AdjudicatedAct:
    """One act; ``rivals`` are other days told with equal authority, which make it contested."""
    told = statement(who, act, when, asserted=asserted, source=source, reference=reference)
    others = tuple(statement(who, act, day, source="other") for day in rivals)
    followed = Statement(told.claim, modality, told.evidence)
    return AdjudicatedAct(
        "t",
        who,
        act,
        on(when) if when else None,
        followed,
        support,
        others,
        "",
        bool(others),
        about,
    )


def told(
    who: str,
    act: Act,
    when: str | None,
    duty: str,
    *,
    until: str | None = None,
    period: str | None = None,
) -> AdjudicatedAct:
    """What was told of a duty: more time, completion, a report, or its failure."""
    made = done(who, act, when)
    value = Duty(duty, on(until) if until else None, on(period) if period else None)
    followed = replace(made.followed, claim=replace(made.followed.claim, value=value))
    return replace(made, followed=followed)


def all_told(duty: str, until: str) -> Statement:
    """A promise that the list of those who fulfilled a duty is complete until a day."""
    claim = Claim(ClaimKind.COMPLETENESS, treaty="t", date=on(until), value=Duty(duty))
    return Statement(claim, Modality.DONE, Evidence("unsg", on(until)))


def statement(
    who: str,
    act: Act,
    when: str | None,
    *,
    asserted: str | None = None,
    source: str = "unsg",
    reference: str = "",
) -> Statement:
    claim = Claim(ClaimKind.ACT, who, "t", on(when) if when else None, act)
    said = asserted or when
    evidence = Evidence(
        source,
        on(said) if said else None,
        asserted_assumed=asserted is None,
        reference=reference,
    )
    return Statement(claim, Modality.DONE, evidence)


def fact(
    who: str, period: str, *, holds: bool, name: str = CONFLICT, asserted: str | None = None
) -> Statement:
    """A statement that a condition held, or did not, over a period."""
    claim = Claim(
        ClaimKind.CONDITION, who, None, on(period), value=Condition(name, holds, on(period))
    )
    said = on(asserted) if asserted else on(period)
    return Statement(claim, Modality.DONE, Evidence("rulac", said, reference=period))


def finding(who: str, act: Act, *, by: str, accepts: bool, words: str = "") -> Statement:
    claim = Claim(
        ClaimKind.FINDING, who, "t", on("2025-12-05"), value=Finding(act, accepts, by, words)
    )
    return Statement(claim, Modality.DONE, Evidence("msp", on("2025-12-05")))


def record(
    *acts: AdjudicatedAct,
    conditions: tuple[Statement, ...] = (),
    findings: tuple[Statement, ...] = (),
    complete: str | None = "2030-01-01",
    known_on: str | None = None,
    successions: tuple[tuple[str, date], ...] = (),
    dissolved: tuple[tuple[str, date], ...] = (),
    promises: tuple[Statement, ...] = (),
) -> TreatyRecord:
    return TreatyRecord(
        "t",
        acts,
        conditions,
        findings,
        date.fromisoformat(complete) if complete else None,
        "",
        on(known_on) if known_on else None,
        successions=successions,
        dissolved=dissolved,
        promises=promises,
    )
