"""Proposed rules as the law room takes them, each marked unconfirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from inforce.catalogue.model import (
    UNCONFIRMED,
    Article,
    ExitRule,
    ParticipantForceRule,
    ProvisionalRule,
    ReservationRule,
    RuleState,
    SuspensionRule,
    Treaty,
    TreatyForceRule,
    TreatyRules,
)
from inforce.clauses.model import Part, Proposal
from inforce.terms import Act, CountedFrom

_UNREAD = Article("", RuleState.UNREAD, None, "")


def treaty_of(
    proposal: Proposal, *, name: str, title: str, source: str, in_force: date | None = None
) -> Treaty:
    """A treaty with the rules proposed for it; a rule with several readings stays unread."""
    return Treaty(
        id=name,
        title=title,
        short_name=title,
        number="",
        aliases=(),
        depositary="",
        depositary_source=source,
        adopted=None,
        opened=None,
        in_force=in_force,
        rules=rules_of(proposal),
        complete_until=None,
        complete_words="",
        sources=(source,),
    )


def rules_of(proposal: Proposal) -> TreatyRules:
    """The proposed rules; what nobody proposed is unread."""
    force = TreatyForceRule(_UNREAD, (), None)
    later = ParticipantForceRule(_UNREAD, None)
    leaving = ExitRule(_UNREAD, Act.WITHDRAWAL, (), "", CountedFrom.UNSPECIFIED, None)
    provisional, reservations = ProvisionalRule(_UNREAD), ReservationRule(_UNREAD, "")
    for part in Part:
        found = proposal.of(part)
        rule = found[0].rule if len(found) == 1 else None
        if isinstance(rule, TreatyForceRule):
            force = replace(rule, at=_marked(rule.at))
        elif isinstance(rule, ParticipantForceRule):
            later = replace(rule, at=_marked(rule.at))
        elif isinstance(rule, ExitRule):
            leaving = replace(rule, at=_marked(rule.at))
        elif isinstance(rule, ProvisionalRule):
            provisional = replace(rule, at=_marked(rule.at))
        elif isinstance(rule, ReservationRule):
            reservations = replace(rule, at=_marked(rule.at))
    return TreatyRules(
        entry_into_force=force,
        later_participants=later,
        exit=leaving,
        provisional=provisional,
        reservations=reservations,
        suspension=SuspensionRule(_UNREAD),
        duration=_UNREAD,
        joining=_UNREAD,
        obligations=(),
        scope=(),
    )


def _marked(at: Article) -> Article:
    return replace(at, article=f"{at.article} {UNCONFIRMED}")
