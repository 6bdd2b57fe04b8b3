"""Every row of a published table beside the rule of its treaty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Delay, RuleState, Treaty
from inforce.checking.audit.family import Days, days_of, family
from inforce.checking.audit.faults import Neighbours, Rule, Successions, faults_of, in_order
from inforce.checking.audit.fit import LEAST, Pair, fit
from inforce.checking.audit.model import (
    Audit,
    Fault,
    FaultKind,
    Fit,
    Part,
    Row,
    RowAudit,
    Share,
    TreatyAudit,
)
from inforce.checking.audit.sentinels import is_sentinel, sentinel_faults
from inforce.checking.audit.whole import end_filled_down, shared_day, treaty_date_wrong


@dataclass(frozen=True, slots=True)
class _Rules:
    """What is known beforehand: the rules of joining and leaving, and the treaty's own day."""

    later: Delay | None = None
    leaving: Delay | None = None
    day: date | None = None


def audit(
    rows: Iterable[Row],
    *,
    rule: Delay | None = None,
    treaty: Treaty | None = None,
    successions: Successions | None = None,
) -> Audit:
    """The rows beside a rule: which days it explains, and the likely fault of each other.

    ``rule`` is the rule for later participants; ``treaty`` gives it, the rule of leaving and the
    treaty's own day from the catalogue, and then all rows are of that treaty. Without them the
    rule is sought for each treaty among those of :func:`family`. ``successions`` names days on
    which a successor may be bound. Original participants are asked for the treaty's own day
    (VCLT 24(1)), later ones for the day of the rule (VCLT 24(3)).
    """
    known = _known(rule, treaty)
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(treaty.id if treaty else row.treaty, []).append(row)
    found = (_treaty(name, held, known, successions) for name, held in groups.items())
    return Audit(tuple(found), 1 if known.later else len(family()), LEAST)


def _known(rule: Delay | None, treaty: Treaty | None) -> _Rules:
    rules = treaty.rules if treaty else None
    if treaty is None or rules is None:
        return _Rules(rule, day=treaty.in_force if treaty else None)
    later, leaving = rules.later_participants, rules.exit
    return _Rules(
        rule or (later.delay if later.at.state is RuleState.STATED else None),
        leaving.delay if leaving.at.state is RuleState.STATED else None,
        treaty.in_force,
    )


def _treaty(
    name: str, rows: Sequence[Row], known: _Rules, successions: Successions | None
) -> TreatyAudit:
    day, found = _own_day(rows, known.day)
    parts = [_part(row, day, known) for row in rows]
    later, leaving = _joining(rows, parts), _leaving(rows)
    joined = fit(later, name=name, given=known.later, start=day)
    left = fit(leaving, name=name, given=known.leaving, start=day) if leaving else None
    rule, exit_rule = _rule(joined, day), _rule(left, day)
    audited = [
        _row(row, part, rule, exit_rule, day=_day_for(row, day, known))
        for row, part in zip(rows, parts, strict=True)
    ]
    shared = shared_day(audited)
    ends = end_filled_down(rows)
    told = [
        _with_faults(
            one,
            rule,
            exit_rule,
            day=_day_for(one.row, day, known),
            around=Neighbours.of(audited, place),
            successions=successions,
            more=(*treaty_date_wrong(one, shared, day), *ends.get(one.row.line, ())),
        )
        for place, one in enumerate(audited)
    ]
    return TreatyAudit(
        name,
        day,
        found,
        joined,
        _original(told),
        left,
        in_order(told),
        _of_the_whole(rows, day, shared, known),
    )


def _joining(rows: Sequence[Row], parts: Sequence[Part]) -> list[Pair]:
    return [
        Pair(row.consent, row.force)
        for row, part in zip(rows, parts, strict=True)
        if part is Part.LATER and row.consent and row.force
    ]


def _leaving(rows: Sequence[Row]) -> list[Pair]:
    days = ((row.exit_notice, row.exit_effect) for row in rows)
    return [Pair(a, b) for a, b in days if a and b and _is_day(a) and _is_day(b)]


def _own_day(rows: Sequence[Row], known: date | None) -> tuple[date | None, bool]:
    """The treaty's own day: the catalogue's, the table's, or the first on which two were bound."""
    if known is not None:
        return known, False
    stated = Counter(row.treaty_force for row in rows if _is_day(row.treaty_force))
    if stated:
        return stated.most_common(1)[0][0], False
    bound = Counter(row.force for row in rows if row.force and _is_day(row.force))
    together = [day for day, number in bound.items() if number > 1]
    return min(together, default=None), bool(together)


def _day_for(row: Row, day: date | None, known: _Rules) -> date | None:
    """The treaty's own day as the row has it; the catalogue's goes before."""
    if known.day is not None or not _is_day(row.treaty_force):
        return day
    return row.treaty_force


def _part(row: Row, day: date | None, known: _Rules) -> Part:
    if row.consent is None or row.force is None:
        return Part.UNDATED
    if is_sentinel(row.consent) or is_sentinel(row.force):
        return Part.UNDATED
    own = _day_for(row, day, known)
    return Part.LATER if own is None or row.consent > own else Part.ORIGINAL


def _is_day(day: date | None) -> bool:
    return day is not None and not is_sentinel(day)


def _rule(found: Fit | None, start: date | None) -> Rule | None:
    if found is None or found.delay is None:
        return None
    days = Days(found.delay, start) if found.given else days_of(found.delay)
    return Rule(found.delay, days)


def _row(
    row: Row, part: Part, rule: Rule | None, exit_rule: Rule | None, *, day: date | None
) -> RowAudit:
    """The row with the days that the rules give for it."""
    expected: date | None = None
    if part is Part.LATER and rule and row.consent:
        expected = rule.day(row.consent, day)
    elif part is Part.ORIGINAL:
        expected = _for_original(row, rule, day)
    leaves = exit_rule.day(row.exit_notice) if exit_rule and _is_day(row.exit_notice) else None
    ended = row.exit_effect if _is_day(row.exit_effect) else None
    return RowAudit(row, part, expected, _off(expected, row.force), leaves, _off(leaves, ended))


def _for_original(row: Row, rule: Rule | None, day: date | None) -> date | None:
    """The treaty's own day, or the rule's for an instrument given shortly before it.

    Which applies depends on the instrument that brought the treaty into force, which a table does
    not tell: the nearer to the recorded day is taken.
    """
    between = rule.day(row.consent, day) if rule and row.consent else None
    if between is None or day is None or row.force is None:
        return day
    force = row.force
    return min((day, between), key=lambda one: abs((force - one).days))


def _off(expected: date | None, found: date | None) -> int | None:
    return None if expected is None or found is None else (found - expected).days


def _with_faults(
    one: RowAudit,
    rule: Rule | None,
    exit_rule: Rule | None,
    *,
    day: date | None,
    around: Neighbours,
    successions: Successions | None,
    more: tuple[Fault, ...],
) -> RowAudit:
    found = sentinel_faults(one.row)
    found += faults_of(one, rule, exit_rule, day=day, around=around, successions=successions)
    return RowAudit(
        one.row,
        one.part,
        one.expected,
        one.off,
        one.exit_expected,
        one.exit_off,
        (*found, *more),
    )


def _original(rows: Sequence[RowAudit]) -> Share:
    offs = [one.off for one in rows if one.part is Part.ORIGINAL and one.off is not None]
    return Share(len(offs), offs.count(0), sum(abs(off) <= 1 for off in offs))


def _of_the_whole(
    rows: Sequence[Row], day: date | None, shared: date | None, known: _Rules
) -> tuple[Fault, ...]:
    """Faults of the treaty's own day: another in the catalogue, or in the rows themselves."""
    kind, found = FaultKind.TREATY_DATE_WRONG, []
    stated = {row.treaty_force for row in rows if row.treaty_force and _is_day(row.treaty_force)}
    for other in sorted(stated - {day}):
        words = f"the table has {other} as the treaty's own day, expected {day}"
        found.append(Fault(kind, "treaty_force", other, day, words))
    if shared is not None and not (known.day or found):
        words = f"the table has {day} as the treaty's own day, but many are bound from {shared}"
        found.append(Fault(kind, "treaty_force", day, shared, words))
    return tuple(found)
