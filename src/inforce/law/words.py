"""A treaty's rules in plain words, the days they give, and which rule explains two dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inforce.catalogue.model import (
    Article,
    Delay,
    ExitRule,
    LaterFrom,
    ProvisionalRule,
    RequirementKind,
    RuleState,
    Treaty,
    TreatyForceRule,
    TreatyRules,
)
from inforce.dates import Reckoned
from inforce.law import vclt
from inforce.law.answers import Explanation, RuleLine
from inforce.law.duty_words import due_words
from inforce.law.errors import LawError, RuleNotReadError
from inforce.law.reckon import delay_words, reckon
from inforce.law.rules import rules_of, stated

_NO_EXIT_CLAUSE = f"{vclt.words('56(1)')}, and {vclt.words('56(2)')} (VCLT 56)"


def period_end(treaty: Treaty, day: date) -> Reckoned:
    """When an exit notified on ``day`` would take effect, conditions apart.

    Raises NoSuchRuleError where the treaty has no exit clause, RuleNotReadError where nobody
    has read it.
    """
    rule = rules_of(treaty).exit
    stated(treaty, rule.at, topic="leaving", default=_NO_EXIT_CLAUSE)
    return reckon(_read(treaty, rule.delay, "the period of an exit"), day, treaty.in_force)


def force_day_for(treaty: Treaty, deposit_day: date) -> Reckoned:
    """From when the treaty would bind one whose instrument is deposited on ``deposit_day``.

    By the rule for later participants, but never before the treaty's published entry into
    force. Raises NoSuchRuleError and RuleNotReadError as :func:`period_end` does.
    """
    rule = rules_of(treaty).later_participants
    stated(treaty, rule.at, topic="those who consent later", default=vclt.words("24(3)"))
    found = reckon(_read(treaty, rule.delay, "those who consent later"), deposit_day)
    if treaty.in_force is None or found.day >= treaty.in_force:
        return found
    words = f"but not before the treaty itself is in force: {treaty.in_force}"
    return Reckoned(treaty.in_force, (*found.steps, words))


def rule_says(treaty: Treaty) -> tuple[RuleLine, ...]:
    """The treaty's rules in plain words with their articles, in the order of a treaty's life."""
    rules = rules_of(treaty)
    rows = [
        ("joining", "", rules.joining),
        ("entry into force", _force_words(rules.entry_into_force), rules.entry_into_force.at),
        ("later participants", _later_words(rules), rules.later_participants.at),
        ("provisional application", _provisional_words(rules.provisional), rules.provisional.at),
        ("reservations", f"allowed: {rules.reservations.allowed}", rules.reservations.at),
        ("duration", "", rules.duration),
        ("exit", _exit_words(rules.exit), rules.exit.at),
        *((name, "", at) for name, at in _beside_the_exit(rules.exit) if at is not None),
        *(
            (f"condition of an exit: {one.fact.replace('_', ' ')}", "", one.at)
            for one in rules.exit.conditions
        ),
        ("suspension", "", rules.suspension.at),
        *_seldom(rules),
        *((one.name, due_words(one), one.at) for one in rules.obligations),
        *((_scope_topic(one.covered, one.name), "", one.at) for one in rules.scope),
    ]
    return tuple(_line(topic, words, at) for topic, words, at in rows)


def explain_dates(treaty: Treaty, trigger: date, effect: date) -> tuple[Explanation, ...]:
    """Every rule of the treaty tried on a trigger and an effect, the nearest first.

    ``days_off`` is how many days after the rule's day the effect lies; 0 is explained exactly.
    The periods of VCLT 56(2) and 65 are tried too.
    """
    found = []
    for name, article, delay in _delays(rules_of(treaty)):
        try:
            reckoned = reckon(delay, trigger, treaty.in_force)
        except LawError:
            continue
        found.append(Explanation(name, article, reckoned, (effect - reckoned.day).days))
    for name, article, period in (
        ("notice without an exit clause", "VCLT 56(2)", vclt.NOTICE_WITHOUT_CLAUSE),
        ("time to object", "VCLT 65(2)", vclt.OBJECTION_PERIOD),
    ):
        reckoned = period.end_after(trigger)
        found.append(Explanation(name, article, reckoned, (effect - reckoned.day).days))
    return tuple(sorted(found, key=lambda one: abs(one.days_off)))


def _read(treaty: Treaty, delay: Delay | None, topic: str) -> Delay:
    if delay is None:
        raise RuleNotReadError(f"{treaty.id}: nobody has read {topic} yet")
    return delay


def _delays(rules: TreatyRules) -> Iterator[tuple[str, str, Delay]]:
    named = (
        ("exit", rules.exit.at, rules.exit.delay),
        ("later participants", rules.later_participants.at, rules.later_participants.delay),
        ("entry into force", rules.entry_into_force.at, rules.entry_into_force.delay),
    )
    for name, at, delay in named:
        if at.state is RuleState.STATED and delay is not None:
            yield name, at.article, delay


def _line(topic: str, words: str, at: Article) -> RuleLine:
    if at.state is RuleState.UNREAD:
        return RuleLine(topic, "nobody has read this rule yet", at.article, at.state, at.checked)
    if at.state is RuleState.NONE:
        silent = at.words or "the treaty has no such rule"
        return RuleLine(topic, silent, at.article, at.state, at.checked)
    said = " ".join(part for part in (at.words, f"({words})" if words else "") if part)
    return RuleLine(topic, said, at.article, at.state, at.checked)


def _force_words(rule: TreatyForceRule) -> str:
    needed = []
    for one in rule.requirements:
        if one.kind is RequirementKind.SHARE:
            what = (one.figure or one.words).replace("_", " ")
            needed.append(f"{one.percent:g} per cent of {what}")
        elif one.kind is RequirementKind.UNREAD:
            needed.append(one.words)
        elif one.kind is RequirementKind.NAMED:
            needed.append(f"{one.count or 'all'} of {len(one.participants)} named")
        else:
            needed.append(f"{one.count} instruments")
    delay = delay_words(rule.delay) if rule.delay else "delay not read"
    return f"{' and '.join(needed) or 'requirements not read'}; {delay}"


def _later_words(rules: TreatyRules) -> str:
    rule = rules.later_participants
    since = {
        LaterFrom.AFTER_THRESHOLD: "for instruments after those that brought it into force",
        LaterFrom.AFTER_ENTRY_INTO_FORCE: "for instruments after its entry into force",
    }[rule.applies]
    delay = delay_words(rule.delay) if rule.delay else "delay not read"
    return f"{since}: {delay}; never before the treaty itself"


def _exit_words(rule: ExitRule) -> str:
    delay = delay_words(rule.delay) if rule.delay else "period not read"
    parts = [f"{rule.word.value} by notice to {', '.join(rule.notice_to) or 'whom is not read'}"]
    least = "at the least " if rule.later_allowed else ""
    parts.append(f"effect {least}{delay}, counted from the {rule.counted_from.value}")
    if rule.grounds:
        parts.append(f"open on {rule.grounds}")
    if rule.open_to:
        parts.append(f"open to {', '.join(rule.open_to)} alone")
    if rule.window is not None:
        often = f"each time {rule.window.every.words} have run"
        parts.append(f"notice only for {rule.window.length.words} {often}")
    if rule.minimum_membership is not None:
        parts.append(f"not in the first {rule.minimum_membership.words}")
    if rule.sunset is not None:
        parts.append(f"duties go on for {rule.sunset.words} after it")
    if rule.saves and rule.saves_at is None:
        parts.append(rule.saves)
    return "; ".join(parts)


def _beside_the_exit(rule: ExitRule) -> tuple[tuple[str, Article | None], ...]:
    """Rules on an exit that stand in articles of their own."""
    return ("notice of an exit", rule.notice_at), ("duties after an exit", rule.saves_at)


def _provisional_words(rule: ProvisionalRule) -> str:
    parts = []
    if rule.delay is not None:
        parts.append(f"by a notice of not becoming a party it ends {delay_words(rule.delay)}")
    if rule.sunset is not None:
        parts.append(f"duties go on for {rule.sunset.words} after it")
    if rule.saves:
        parts.append(rule.saves.rstrip("."))
    return "; ".join(parts)


def _seldom(rules: TreatyRules) -> Iterator[tuple[str, str, Article]]:
    """Rules that few treaties have."""
    if rules.exclusion is not None:
        one = rules.exclusion
        delay = delay_words(one.delay) if one.delay else "period not read"
        yield "exclusion", f"effect {delay}, counted from the {one.counted_from.value}", one.at
    if rules.family is not None:
        yield "protocols", "", rules.family.at
    if rules.territory is not None:
        yield "territories", "", rules.territory


def _scope_topic(covered: bool, name: str) -> str:
    return f"{'covers' if covered else 'does not cover'}: {name}"
