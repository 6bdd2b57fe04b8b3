"""A sentence against the other sentences of its own text."""

from __future__ import annotations

from collections.abc import Callable

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.intentions import INTENTIONS
from inforce.checking.milestones import Track, track
from inforce.checking.model import Finding
from inforce.checking.supports import quoted
from inforce.dates import PartialDate, Truth
from inforce.record.model import Claim, Statement
from inforce.record.values import Count, PeriodRule, Tally
from inforce.terms import (
    CONSENTS,
    EXIT_NOTICES,
    Act,
    ClaimKind,
    CountedFrom,
    Facet,
    Modality,
    VerdictKind,
)

_ONCE = (
    CONSENTS
    | EXIT_NOTICES
    | {
        Act.EXIT_EFFECT,
        Act.ENTRY_INTO_FORCE,
        Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    }
)
"""Acts that a text tells of once: two dates for one of them exclude each other."""


def within_text(
    statement: Statement, found: tuple[Finding, ...], *, context: Context
) -> tuple[Finding, ...]:
    """Findings where the text's own other sentences exclude this one.

    A sentence that the record bears out is not blamed for its neighbours.
    """
    if all(f.verdict is VerdictKind.SUPPORTED for f in found):
        return ()
    others = [s for s in context.others(statement) if s.modality is not Modality.HYPOTHETICAL]
    checks: tuple[Callable[[Statement, list[Statement]], Finding | None], ...] = (
        lambda s, rest: _announced_after(s, rest, context=context),
        lambda s, rest: _two_dates(s, rest, found=found),
        _before_its_notice,
        _period_does_not_fit,
        _two_tallies,
        lambda s, rest: _two_counts(s, rest, context=context),
    )
    results = (check(statement, others) for check in checks)
    return tuple(finding for finding in results if finding is not None)


def _inconsistent(facet: Facet, reason: str, other: Statement, right: str | None) -> Finding:
    return Finding(
        facet,
        VerdictKind.INCONSISTENT,
        reason,
        right_value=right,
        evidence=(quoted(other),),
    )


def _same_pair(a: Claim, b: Claim) -> bool:
    return (a.participant, a.treaty) == (b.participant, b.treaty)


def _announced_after(
    statement: Statement, others: list[Statement], *, context: Context
) -> Finding | None:
    """An announcement of leaving that comes after the vote or the notice the text tells of."""
    claim = statement.claim
    if claim.act not in INTENTIONS or track(claim.act, claim.about) not in (Track.EXIT, None):
        return None
    if claim.date is None:
        return None
    further = EXIT_NOTICES | {Act.BILL_ADOPTED, Act.LAW_SIGNED, Act.EXIT_EFFECT}
    for other in sorted(others, key=lambda s: s.claim.act not in EXIT_NOTICES):
        peer = other.claim
        if peer.act not in further or not _same_pair(claim, peer) or peer.date is None:
            continue
        if other.modality is Modality.DONE and peer.date.before(claim.date) is Truth.YES:
            who = context.knowledge.name(claim.participant)
            return _inconsistent(
                Facet.DATE,
                f"The text itself tells of a further step of {who} before that: its "
                f"{words.noun(peer.act)} {words.on(peer.date)}; an announcement "
                f"{words.on(claim.date)} cannot have led to it.",
                other,
                f"{words.noun(peer.act)} {words.on(peer.date)}",
            )
    return None


def _two_dates(
    statement: Statement, others: list[Statement], *, found: tuple[Finding, ...]
) -> Finding | None:
    """Another date for the same act; none where the record says which step the day is of.

    What would be right is the record's to say: the other date may be as wrong.
    """
    claim = statement.claim
    if any(f.verdict is VerdictKind.PREMATURE for f in found):
        return None
    right = next((f.right_value for f in found if f.facet is Facet.DATE and f.right_value), None)
    if claim.kind is not ClaimKind.ACT or claim.act not in _ONCE or claim.date is None:
        return None
    for other in others:
        peer = other.claim
        same = peer.act is claim.act and _same_pair(claim, peer) and peer.date is not None
        told_alike = other.modality is statement.modality
        if same and told_alike and peer.date and claim.date.contradicts(peer.date):
            return _inconsistent(
                Facet.DATE,
                f"The text gives another date for the same act: {words.when(peer.date)}.",
                other,
                right,
            )
    return None


def _before_its_notice(statement: Statement, others: list[Statement]) -> Finding | None:
    """An exit that takes effect before the text's own date of the notice."""
    claim = statement.claim
    if claim.act is not Act.EXIT_EFFECT or claim.date is None:
        return None
    for other in others:
        peer = other.claim
        if peer.act not in EXIT_NOTICES or not _same_pair(claim, peer) or peer.date is None:
            continue
        if claim.date.before(peer.date) is Truth.YES:
            reason = f"The text has the notice itself only {words.on(peer.date)}."
            return _inconsistent(Facet.DATE, reason, other, None)
    return None


def _period_does_not_fit(statement: Statement, others: list[Statement]) -> Finding | None:
    """Notice, period and effect that the text gives do not add up."""
    claim = statement.claim
    if claim.act is not Act.EXIT_EFFECT or claim.date is None:
        return None
    periods = [s for s in others if isinstance(s.claim.value, PeriodRule)]
    notices = [s for s in others if s.claim.act in EXIT_NOTICES and _same_pair(claim, s.claim)]
    for period in periods:
        rule = period.claim.value
        assert isinstance(rule, PeriodRule)
        if rule.counted_from is not CountedFrom.NOTIFICATION:
            continue
        if period.claim.treaty not in (None, claim.treaty):
            continue
        for notice in notices:
            day: PartialDate | None = notice.claim.date
            if day is None or day.latest is None:
                continue
            end = rule.period.end_after_partial(day)
            if end.contradicts(claim.date):
                return _inconsistent(
                    Facet.ARITHMETIC,
                    f"By the text's own dates {rule.period.words} from the notice "
                    f"({words.when(day)}) end {words.on(end)}.",
                    notice,
                    words.when(end),
                )
    return None


def _two_tallies(statement: Statement, others: list[Statement]) -> Finding | None:
    """Another tally of the same vote."""
    told = statement.claim.value
    if not isinstance(told, Tally):
        return None
    for other in others:
        peer = other.claim.value
        if not isinstance(peer, Tally) or not _same_pair(statement.claim, other.claim):
            continue
        days = (statement.claim.date, other.claim.date)
        if days[0] and days[1] and days[0].contradicts(days[1]):
            continue
        pairs = (
            (told.votes_for, peer.votes_for),
            (told.against, peer.against),
            (told.abstain, peer.abstain),
        )
        if any(a is not None and b is not None and a != b for a, b in pairs):
            reason = "The text gives other numbers for the same vote."
            return _inconsistent(Facet.COUNT, reason, other, None)
    return None


def _two_counts(
    statement: Statement, others: list[Statement], *, context: Context
) -> Finding | None:
    """Another number for the same count on the same day, where that day is known."""
    told = statement.claim.value
    if statement.claim.date is None and context.told(statement) is None:
        return None
    if not isinstance(told, Count) or told.n is None or told.cmp != "=" or told.role:
        return None
    for other in others:
        peer = other.claim.value
        if not isinstance(peer, Count) or peer.n is None or peer.cmp != "=" or peer.role:
            continue
        same = _same_pair(statement.claim, other.claim) and peer.of is told.of
        if same and peer.n != told.n and statement.claim.date == other.claim.date:
            reason = f"The text also gives {peer.n} for the same count."
            return _inconsistent(Facet.COUNT, reason, other, None)
    return None
