"""The ``rules`` of a treaty's file to rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from inforce.catalogue.duty_files import read_obligation
from inforce.catalogue.fields import Fields
from inforce.catalogue.model import (
    UNCONFIRMED,
    Article,
    AskedOn,
    Delay,
    DelayKind,
    ExclusionRule,
    ExitCondition,
    ExitRule,
    ExitWindow,
    FamilyRule,
    LaterFrom,
    MembershipFrom,
    ParticipantForceRule,
    ProvisionalRule,
    Requirement,
    RequirementKind,
    ReservationRule,
    RuleState,
    ScopeItem,
    SuspensionRule,
    TreatyForceRule,
    TreatyRules,
)
from inforce.dates import DayRule
from inforce.terms import EXIT_NOTICES, Act, CountedFrom

T = TypeVar("T")

UNREAD = Article("", RuleState.UNREAD, None, "")


def read_rules(fields: Fields) -> TreatyRules:
    """Every rule; one that the file does not state says ``state: none`` or ``state: unread``."""
    rules = TreatyRules(
        entry_into_force=_rule(fields, "entry_into_force", _treaty_force),
        later_participants=_rule(fields, "later_participants", _participant_force),
        exit=_rule(fields, "exit", _exit),
        provisional=_rule(fields, "provisional", _provisional),
        reservations=_rule(fields, "reservations", _reservations),
        suspension=_rule(fields, "suspension", _suspension),
        duration=_rule(fields, "duration", _only_article),
        joining=_rule(fields, "joining", _only_article),
        obligations=_list(fields, "obligations", read_obligation),
        scope=_list(fields, "scope", _scope),
        exclusion=_optional(fields, "exclusion", _exclusion),
        family=_optional(fields, "family", _family),
        territory=_optional(fields, "territory", _only_article),
    )
    fields.done()
    return rules


def _rule(fields: Fields, key: str, read: Callable[[Fields, Article], T]) -> T:
    inner = fields.mapping(key)
    if inner is None:
        # Its absence is a fault already; the unread rule lets the reading go on.
        return read(fields.empty(), UNREAD)
    rule = read(inner, _article(inner))
    for other in inner.mappings("readings"):
        # Two ways to read a clause: a person chooses; until then the rule counts as unread.
        read(other, _article(other))
        other.done()
    inner.done()
    return rule


def _list(fields: Fields, key: str, read: Callable[[Fields, Article], T]) -> tuple[T, ...]:
    found = []
    for inner in fields.mappings(key):
        found.append(read(inner, _article(inner)))
        inner.done()
    return tuple(found)


def _article(fields: Fields) -> Article:
    """Where a rule stands: an article and a day of checking, unless it is none or unread.

    A rule that was proposed from the text and not yet confirmed says ``proposed`` instead.
    """
    state = fields.member("state", RuleState, default=RuleState.STATED) or RuleState.STATED
    article = fields.text("article", required=state is RuleState.STATED)
    proposed = fields.day("proposed", required=False)
    needed = state is not RuleState.UNREAD and proposed is None
    checked = fields.day("checked", required=needed)
    if checked is not None and proposed is not None:
        words = "found a day of proposal beside a day of checking, expected one of them"
        fields.fault(fields.line_of("proposed"), words, key="proposed")
    if proposed is not None:
        article = f"{article} {UNCONFIRMED}"
    return Article(
        article=article,
        state=state,
        checked=checked,
        words=fields.text("words", required=state is not RuleState.UNREAD),
        proposed=proposed,
        checked_by=fields.text("checked_by", required=False),
        quotes=tuple(map(_quote, fields.mappings("quotes"))),
    )


def _quote(fields: Fields) -> str:
    """The words of a quote; its place is for whoever looks it up in the text."""
    fields.text("article")
    fields.whole("start")
    fields.whole("end")
    text = fields.text("text")
    fields.done()
    return text


def _optional(fields: Fields, key: str, read: Callable[[Fields, Article], T]) -> T | None:
    """A rule that few treaties have, and that a file may leave out."""
    return _rule(fields, key, read) if fields.mapping(key, required=False) else None


def _is_stated(at: Article) -> bool:
    return at.state is RuleState.STATED


_NEEDS_MONTHS = {DelayKind.FIRST_OF_MONTH_AFTER}
_NEEDS_PERIOD = {
    DelayKind.PERIOD,
    DelayKind.FIRST_OF_MONTH_AFTER,
    DelayKind.FIRST_OF_MONTH_AFTER_PERIOD,
    DelayKind.TERM,
}


def _delay(fields: Fields, *, required: bool) -> Delay | None:
    inner = fields.mapping("delay", required=required)
    if inner is None:
        return None
    kind = inner.member("kind", DelayKind) or DelayKind.ON_THE_DAY
    yearly, term = kind is DelayKind.YEARLY, kind is DelayKind.TERM
    delay = Delay(
        kind=kind,
        period=inner.period("period", required=kind in _NEEDS_PERIOD),
        day_rule=inner.member("day_rule", DayRule, default=DayRule.SAME_DAY_NUMBER)
        or DayRule.SAME_DAY_NUMBER,
        notice_by=inner.day_of_year("notice_by", required=yearly),
        effect_on=inner.day_of_year("effect_on", required=yearly),
        years_after=inner.whole("years_after", required=False) or 0,
        term=inner.period("term", required=term),
        renewed=inner.period("renewed", required=False),
    )
    if kind in _NEEDS_MONTHS and delay.period is not None and delay.period.months is None:
        words = f"found {delay.period.words}, expected months"
        inner.fault(inner.line_of("period"), words, key="period")
    inner.done()
    return delay


def _treaty_force(fields: Fields, at: Article) -> TreatyForceRule:
    requirements = []
    for inner in fields.mappings("requirements", required=_is_stated(at)):
        requirements.append(_requirement(inner))
        inner.done()
    return TreatyForceRule(
        at=at,
        requirements=tuple(requirements),
        delay=_delay(fields, required=_is_stated(at)),
        not_before=fields.day("not_before", required=False),
        record_differs=fields.text("record_differs", required=False),
    )


def _requirement(fields: Fields) -> Requirement:
    kind = fields.member("kind", RequirementKind) or RequirementKind.INSTRUMENTS
    return Requirement(
        kind=kind,
        acts=fields.members("acts", Act, required=False),
        count=fields.whole("count", required=kind is RequirementKind.INSTRUMENTS),
        participants=fields.texts("participants", required=kind is RequirementKind.NAMED),
        percent=fields.number("percent", required=kind is RequirementKind.SHARE),
        figure=fields.text("figure", required=False) or None,
        not_counted=fields.texts("not_counted", required=False),
        words=fields.text("words", required=kind is RequirementKind.UNREAD),
    )


def _participant_force(fields: Fields, at: Article) -> ParticipantForceRule:
    applies = fields.member("applies", LaterFrom, default=LaterFrom.AFTER_THRESHOLD)
    return ParticipantForceRule(
        at=at,
        delay=_delay(fields, required=_is_stated(at)),
        applies=applies or LaterFrom.AFTER_THRESHOLD,
        succession_words=fields.text("successions", required=False),
    )


def _exit(fields: Fields, at: Article) -> ExitRule:
    stated = _is_stated(at)
    word = fields.member("word", Act, default=None if stated else Act.WITHDRAWAL)
    if word is not None and word not in EXIT_NOTICES:
        line = fields.line_of("word")
        fields.fault(line, f"found {word!r}, expected withdrawal or denunciation", key="word")
    counted = fields.member(
        "counted_from", CountedFrom, default=None if stated else CountedFrom.UNSPECIFIED
    )
    conditions = []
    for inner in fields.mappings("conditions"):
        conditions.append(_exit_condition(inner))
        inner.done()
    return ExitRule(
        at=at,
        word=word or Act.WITHDRAWAL,
        notice_to=fields.texts("notice_to", required=stated),
        content=fields.text("content", required=stated),
        counted_from=counted or CountedFrom.UNSPECIFIED,
        delay=_delay(fields, required=stated),
        conditions=tuple(conditions),
        minimum_membership=fields.period("minimum_membership", required=False),
        sunset=fields.period("sunset", required=False),
        saves=fields.text("saves", required=False),
        notice_at=_optional(fields, "notice_at", _only_article),
        saves_at=_optional(fields, "saves_at", _only_article),
        minimum_from=fields.member(
            "minimum_from", MembershipFrom, default=MembershipFrom.PARTICIPANT
        )
        or MembershipFrom.PARTICIPANT,
        later_allowed=fields.yes("later_allowed") if fields.has("later_allowed") else False,
        open_to=fields.texts("open_to", required=False),
        window=_exit_window(fields),
        grounds=fields.text("grounds", required=False),
    )


def _exit_condition(fields: Fields) -> ExitCondition:
    asked = fields.member("asked_on", AskedOn, default=AskedOn.PERIOD_END)
    return ExitCondition(_article(fields), fields.text("fact"), asked or AskedOn.PERIOD_END)


def _exit_window(fields: Fields) -> ExitWindow | None:
    inner = fields.mapping("window", required=False)
    if inner is None:
        return None
    every, length = inner.period("every"), inner.period("length")
    inner.done()
    return ExitWindow(every, length) if every and length else None


def _exclusion(fields: Fields, at: Article) -> ExclusionRule:
    counted = fields.member("counted_from", CountedFrom) or CountedFrom.UNSPECIFIED
    return ExclusionRule(at, counted, _delay(fields, required=_is_stated(at)))


def _family(fields: Fields, at: Article) -> FamilyRule:
    return FamilyRule(
        at=at,
        parent=fields.text("parent", required=False) or None,
        least=fields.whole("least", required=False),
        protocols=fields.texts("protocols", required=fields.has("least")),
    )


def _provisional(fields: Fields, at: Article) -> ProvisionalRule:
    return ProvisionalRule(
        at=at,
        delay=_delay(fields, required=False),
        sunset=fields.period("sunset", required=False),
        saves=fields.text("saves", required=False),
    )


def _suspension(_fields: Fields, at: Article) -> SuspensionRule:
    return SuspensionRule(at)


def _only_article(_fields: Fields, at: Article) -> Article:
    return at


def _reservations(fields: Fields, at: Article) -> ReservationRule:
    return ReservationRule(at, fields.text("allowed", required=_is_stated(at)))


def _scope(fields: Fields, at: Article) -> ScopeItem:
    return ScopeItem(
        at=at, name=fields.text("name"), covered=fields.yes("covered"), terms=fields.texts("terms")
    )
