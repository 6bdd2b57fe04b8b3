"""Rules as a text tells them, against the treaty's own: periods, their start, their article."""

from __future__ import annotations

from collections import Counter

from inforce.catalogue.model import Article, Delay, DelayKind, ExitRule, RuleState, Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import History, Milestone, Track, track
from inforce.checking.model import Finding
from inforce.dates import PartialDate, Period
from inforce.law import Step
from inforce.law.reckon import reckon
from inforce.record.model import Statement
from inforce.record.values import ForceRule, PeriodRule
from inforce.terms import (
    CONSENTS,
    EXIT_NOTICES,
    Act,
    CountedFrom,
    Facet,
    Rung,
    VerdictKind,
)

_STARTS = {
    CountedFrom.NOTIFICATION: "receipt of the notice by the depositary",
    CountedFrom.DECISION: "the decision at home",
    CountedFrom.ANNOUNCEMENT: "the announcement",
    CountedFrom.EFFECTIVE: "the day of effect",
    CountedFrom.UNSPECIFIED: "a start that is not named",
}
_JOINING = CONSENTS | {Act.ENTRY_INTO_FORCE, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT}


def check_rule(statement: Statement, treaty: Treaty, *, context: Context) -> tuple[Finding, ...]:
    """Findings on a rule that the text tells."""
    told, rules = statement.claim.value, treaty.rules
    if rules is None:
        return ()
    if isinstance(told, ForceRule):
        return check_force_rule(told, treaty)
    if not isinstance(told, PeriodRule):
        return ()
    if statement.claim.act in _JOINING:
        return (
            _delay_finding(
                told.period,
                rules.later_participants.delay,
                rules.later_participants.at,
                treaty=treaty,
            ),
        )
    rule = rules.exit
    if rule.at.state is not RuleState.STATED or rule.delay is None:
        return (_no_rule(rule.at, treaty, topic="leaving"),)
    article = _article_finding(told.article, rule, treaty)
    if rule.delay.period is None or not told.period.same_length_as(rule.delay.period):
        return (_wrong_period(told, rule, treaty), *article)
    return (_start(told, rule, treaty, statement=statement, context=context), *article)


def check_force_rule(told: ForceRule, treaty: Treaty) -> tuple[Finding, ...]:
    """Findings on how many instruments, and how long after them, bring a treaty into force."""
    rules = treaty.rules
    if rules is None:
        return ()
    rule, found = rules.entry_into_force, []
    if rule.at.state is not RuleState.STATED:
        return (_no_rule(rule.at, treaty, topic="entry into force"),)
    if told.threshold is not None:
        numbers = [r.count for r in rule.requirements if r.count is not None]
        right = words.listed(str(n) for n in numbers) or "no number"
        agrees = told.threshold in numbers
        found.append(
            Finding(
                Facet.RULE,
                VerdictKind.SUPPORTED if agrees else VerdictKind.CONTRADICTED,
                f"By {words.articles_of(rule.at.article, treaty.short_name)} it takes {right} "
                f"instruments{'' if agrees else f', not {told.threshold}'}.",
                right_value=right,
                articles=(f"{treaty.id} {rule.at.article}",),
                trace=(Step(rule.at.words, rule.at.article),),
            )
        )
    if told.delay is not None:
        found.append(_delay_finding(told.delay, rule.delay, rule.at, treaty=treaty))
    return tuple(found)


def _delay_finding(told: Period, delay: Delay | None, at: Article, *, treaty: Treaty) -> Finding:
    if at.state is not RuleState.STATED or delay is None or delay.period is None:
        return _no_rule(at, treaty, topic="entry into force")
    agrees = told.same_length_as(delay.period)
    first = delay.kind is DelayKind.FIRST_OF_MONTH_AFTER
    exact = f"the first day of the month {delay.period.words} on" if first else delay.period.words
    return Finding(
        Facet.RULE,
        VerdictKind.SUPPORTED if agrees else VerdictKind.CONTRADICTED,
        f"By {words.articles_of(at.article, treaty.short_name)}: {exact}"
        f"{'' if agrees else f', not {told.words}'}.",
        right_value=exact,
        articles=(f"{treaty.id} {at.article}",),
        trace=(Step(at.words, at.article),),
    )


def _no_rule(at: Article, treaty: Treaty, *, topic: str) -> Finding:
    why = (
        "has no rule of its own on this, so the Law of Treaties applies"
        if at.state is RuleState.NONE
        else "has a rule on this that nobody has read for the catalogue yet"
    )
    article = () if at.state is RuleState.UNREAD else (f"{treaty.id} {at.article}",)
    name = words.the_treaty(treaty.short_name)
    return unverifiable(Facet.RULE, f"On {topic}: {name} {why}.", articles=article)


def _article_finding(told: str | None, rule: ExitRule, treaty: Treaty) -> tuple[Finding, ...]:
    if told is None:
        return ()
    number = told.lower().removeprefix("article").strip()
    known = [rule.at.article, *([rule.notice_at.article] if rule.notice_at else [])]
    agrees = any(place == number or place.startswith(f"{number}(") for place in known)
    right = f"article {rule.at.article}"
    return (
        Finding(
            Facet.RULE,
            VerdictKind.SUPPORTED if agrees else VerdictKind.CONTRADICTED,
            f"The period stands in {words.articles_of(rule.at.article, treaty.short_name)}"
            f"{'' if agrees else f', not in article {number}'}.",
            right_value=right,
            articles=(f"{treaty.id} {rule.at.article}",),
        ),
    )


def _wrong_period(told: PeriodRule, rule: ExitRule, treaty: Treaty) -> Finding:
    right = rule.delay.period.words if rule.delay and rule.delay.period else rule.at.words
    return Finding(
        Facet.RULE,
        VerdictKind.CONTRADICTED,
        f"By {words.articles_of(rule.at.article, treaty.short_name)} it is {right}, "
        f"not {told.period.words}.",
        right_value=f"{right} from {_start_words(rule)}",
        articles=(f"{treaty.id} {rule.at.article}",),
        trace=(Step(rule.at.words, rule.at.article),),
    )


def _start_words(rule: ExitRule) -> str:
    """What the period runs from; notice goes to the depositary only where the treaty says so."""
    to_depositary = any("depositar" in to for to in rule.notice_to)
    if rule.counted_from is CountedFrom.NOTIFICATION and not to_depositary:
        whom = words.listed(rule.notice_to)
        if len(rule.notice_to) == 1:
            return f"receipt of the notice by {whom}"
        return f"the notice to {whom}" if whom else "the notice"
    return _STARTS[rule.counted_from]


def _start(
    told: PeriodRule,
    rule: ExitRule,
    treaty: Treaty,
    *,
    statement: Statement,
    context: Context,
) -> Finding:
    """What the period is counted from, with the dates that follow for whoever is leaving."""
    assert rule.delay is not None
    assert rule.delay.period is not None
    agrees = told.counted_from in (rule.counted_from, CountedFrom.UNSPECIFIED)
    start, period = _start_words(rule), rule.delay.period.words
    length = rule.delay.period.n
    run = f"the {period} run" if length > 1 else f"{period} runs"
    exits = [
        _dates(h, rule, told.counted_from, context=context)
        for h in _leaving(statement, treaty, context=context)
    ]
    dates = "; ".join(text for text, _, _ in exits if text)
    not_from = "" if agrees else f", not from {_STARTS[told.counted_from]}"
    return Finding(
        Facet.RULE,
        VerdictKind.SUPPORTED if agrees else VerdictKind.CONTRADICTED,
        f"Under article {rule.at.article} {run} from {start}{not_from}."
        f"{f' {dates}.' if dates else ''}",
        right_value=f"{period} from {start}{f': {dates}' if dates else ''}",
        articles=(f"{treaty.id} {rule.at.article}",),
        evidence=tuple(s for _, m, _ in exits for s in (m.evidence if m else ())),
        trace=(Step(rule.at.words, rule.at.article), *(t for _, _, ts in exits for t in ts)),
    )


def _leaving(statement: Statement, treaty: Treaty, *, context: Context) -> list[History]:
    """The histories of those whose exit the text speaks of."""
    named = [statement.claim.participant] if statement.claim.participant else []
    if not named:
        claims = [s.claim for s in context.siblings if s.claim.treaty == treaty.id]
        on_exit = [c for c in claims if track(c.act, c.about) is Track.EXIT and c.participant]
        gone = [c for c in on_exit if c.act in EXIT_NOTICES | {Act.EXIT_EFFECT}]
        named = _most_told([c.participant for c in gone or on_exit if c.participant])
    known = [p for p in dict.fromkeys(named) if context.knowledge.is_participant(p)]
    return [context.history(treaty, p) for p in known[:3]]


def _most_told(names: list[str]) -> list[str]:
    """Those of whom a text tells most; one told of less than half as often is left out."""
    counts = Counter(names)
    most = max(counts.values(), default=0)
    return [name for name, n in counts.most_common() if 2 * n >= most]


def _dates(
    history: History, rule: ExitRule, counted_from: CountedFrom, *, context: Context
) -> tuple[str, Milestone | None, tuple[Step, ...]]:
    """Notice and effect in words, and the day that the wrong start would give."""
    notices = history.of(EXIT_NOTICES)
    effects = history.of((Act.EXIT_EFFECT,))
    if not notices or not effects:
        return "", None, ()
    notice, effect = notices[-1], effects[-1]
    text = (
        f"{context.knowledge.name(history.participant)} notified {words.on(notice.date)}, "
        f"which gives {words.when(effect.date)}"
    )
    if counted_from is CountedFrom.DECISION:
        votes = [m for m in history.on(Track.EXIT) if m.rung is Rung.VOTED and m.date]
        other = _counted(votes[-1].date, rule) if votes else None
        if other is not None:
            text += f" (from the vote {words.on(votes[-1].date)} it would be {words.when(other)})"
    return text, effect, effect.trace


def _counted(day: PartialDate | None, rule: ExitRule) -> PartialDate | None:
    if day is None or not day.is_day or rule.delay is None:
        return None
    if rule.delay.kind not in (DelayKind.PERIOD, DelayKind.FIRST_OF_MONTH_AFTER):
        return None
    return PartialDate.from_day(reckon(rule.delay, day.the_day()).day)
