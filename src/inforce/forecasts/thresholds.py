"""What a treaty still lacks for its entry into force: how many, who, and from which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inforce.catalogue.model import (
    Requirement,
    RequirementKind,
    RuleState,
    Treaty,
    TreatyForceRule,
)
from inforce.dates import PartialDate
from inforce.law.force import deposits_counted, treaty_force
from inforce.law.model import Step, Trace
from inforce.law.reckon import reckon_when
from inforce.law.when import When
from inforce.record.view import TreatyRecord
from inforce.terms import AnswerKind


@dataclass(frozen=True, slots=True)
class Missing:
    """One requirement of a treaty's entry into force, and what it lacks.

    ``have`` and ``needed`` are instruments, or per cent of ``figure``. ``more`` is the least
    number of further instruments that could meet it; None where no number could be worked out.
    ``pivotal`` are those without whom it cannot be met; ``largest`` are, of a share, the
    outsiders with the largest parts, in order, each with its per cent.
    """

    kind: RequirementKind
    have: float
    needed: float
    more: int | None
    pivotal: tuple[str, ...] = ()
    figure: str | None = None
    largest: tuple[tuple[str, float], ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a treaty lacks for its entry into force.

    ``answer`` is YES where it is, or will be, in force from ``day``; NO while requirements are
    unmet; UNKNOWN with the reason in the trace. ``more`` is the least number of further
    instruments; ``earliest`` the first day on which it could then enter into force, were they
    all deposited on ``on``.
    """

    treaty: str
    on: PartialDate
    answer: AnswerKind
    day: PartialDate | None
    missing: tuple[Missing, ...]
    more: int | None
    earliest: PartialDate | None
    trace: Trace = ()

    @property
    def pivotal(self) -> tuple[str, ...]:
        """Those without whom it cannot enter into force, sorted by id."""
        return tuple(sorted({who for one in self.missing for who in one.pivotal}))


def needs(treaty: Treaty, record: TreatyRecord, on: PartialDate) -> Needs:
    """How many more must consent before the treaty enters into force, and who among them.

    ``on`` is the day from which the missing instruments are imagined to come; a partial day
    counts from its first. A treaty in force lacks nothing, and falling below a number later does
    not end it (VCLT 55).
    """
    force = treaty_force(treaty, record)
    rule = treaty.rules.entry_into_force if treaty.rules else None
    if force.answer is not AnswerKind.NO or rule is None or rule.at.state is not RuleState.STATED:
        return Needs(treaty.id, on, force.answer, force.day, (), None, None, force.trace)
    shares = {name: dict(rows) for name, rows in record.shares}
    missing = tuple(_missing(one, record, shares) for one in rule.requirements)
    counts = [one.more for one in missing]
    more = None if any(n is None for n in counts) else _together(rule, missing)
    start = on.earliest
    earliest = None
    steps = list(force.trace)
    if more is not None and rule.delay is not None and start is not None:
        reckoned = reckon_when(rule.delay, When.on(start))
        if rule.not_before is not None:
            reckoned = reckoned.not_before(When.on(rule.not_before))
        earliest = reckoned.partial
        words = f"were all that is missing deposited on {start}"
        steps.append(Step(words, rule.at.article, reckoned.words))
    return Needs(treaty.id, on, force.answer, None, missing, more, earliest, tuple(steps))


def _together(rule: TreatyForceRule, missing: tuple[Missing, ...]) -> int:
    """The least number of instruments that meet all requirements: one may serve several.

    The requirement that lacks most decides; to a number that does not count certain named ones
    their instruments are added.
    """
    named = {who for one in missing if one.kind is RequirementKind.NAMED for who in one.pivotal}
    lacks = [
        (lack.more or 0) + (len(named.intersection(one.not_counted)) if lack.more else 0)
        for one, lack in zip(rule.requirements, missing, strict=True)
    ]
    return max(lacks, default=0)


def _missing(
    one: Requirement, record: TreatyRecord, shares: Mapping[str, Mapping[str, float]]
) -> Missing:
    have = deposits_counted(one, record)
    if one.kind is RequirementKind.NAMED:
        inside = [who for who in one.participants if who in have]
        outside = tuple(who for who in one.participants if who not in have)
        needed = one.count or len(one.participants)
        more = max(needed - len(inside), 0)
        # Of a number of named ones, none is pivotal while there are more than are needed.
        pivotal = outside if more and len(outside) == more else ()
        words = "named participants"
        return Missing(one.kind, len(inside), needed, more, pivotal, words=words)
    if one.kind is RequirementKind.SHARE:
        return _share(one, have, shares.get(one.figure or ""))
    if one.kind is RequirementKind.INSTRUMENTS and one.count:
        more = max(one.count - len(have), 0)
        return Missing(one.kind, len(have), one.count, more, words="instruments")
    return Missing(one.kind, len(have), one.count or 0, None, words=one.words)


def _share(one: Requirement, have: frozenset[str], of: Mapping[str, float] | None) -> Missing:
    figure = (one.figure or "the figure").replace("_", " ")
    needed = one.percent or 0.0
    if of is None or one.percent is None:
        return Missing(one.kind, 0, needed, None, figure=figure, words="no figures are at hand")
    total = sum(of.get(who, 0.0) for who in have)
    outside = sorted(
        ((who, part) for who, part in of.items() if who not in have),
        key=lambda pair: (-pair[1], pair[0]),
    )
    lack = needed - total
    reachable = sum(part for _, part in outside)
    pivotal = tuple(sorted(w for w, part in outside if lack > 0 and reachable - part < lack))
    more: int | None = 0
    rest = lack
    for number, (_, part) in enumerate(outside, start=1):
        if rest <= 0:
            break
        rest -= part
        more = number
    if rest > 0:
        more = None
    largest = tuple(outside[:10]) if lack > 0 else ()
    return Missing(one.kind, total, needed, more, pivotal, figure, largest, f"per cent of {figure}")
