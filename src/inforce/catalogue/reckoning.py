"""The simplest reckoning from acts and rules, by which the linter compares facts.

It knows days that are fully known and rules that count instruments; everything else is the law
room's, and is passed over here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from inforce.catalogue.model import ActRow, Delay, DelayKind, RequirementKind, Treaty
from inforce.catalogue.row_files import Row
from inforce.dates import first_day_of_month_after
from inforce.terms import CONSENTS, Act

Acts = Mapping[str, list[Row[ActRow]]]
"""The acts under one treaty, by participant."""


def after(delay: Delay | None, day: date) -> date | None:
    """The day of effect, for the delays that need nothing but the triggering day."""
    if delay is None:
        return None
    if delay.kind is DelayKind.ON_THE_DAY:
        return day
    if delay.period is None:
        return None
    if delay.kind is DelayKind.PERIOD:
        return delay.period.end_after(day, delay.day_rule).day
    if delay.kind is DelayKind.FIRST_OF_MONTH_AFTER and delay.period.months is not None:
        return first_day_of_month_after(day, delay.period.months).day
    if delay.kind is DelayKind.FIRST_OF_MONTH_AFTER_PERIOD:
        return first_day_of_month_after(delay.period.end_after(day, delay.day_rule).day, 1).day
    return None


def days(rows: Iterable[Row[ActRow]], acts: Iterable[Act]) -> list[date]:
    """The fully known days of acts of those kinds, in order, each once."""
    kinds = frozenset(acts)
    found = {
        row.value.date.earliest
        for row in rows
        if row.value.act in kinds and row.value.date is not None and row.value.date.is_day
    }
    return sorted(day for day in found if day is not None)


def bring_into_force(treaty: Treaty, acts: Acts) -> date | None:
    """The day on which the counted instruments bring the treaty into force.

    None where the rule asks for more than a number of instruments, or they are not all there.
    """
    if treaty.rules is None:
        return None
    rule = treaty.rules.entry_into_force
    if len(rule.requirements) != 1:
        return None
    (needed,) = rule.requirements
    if needed.kind is not RequirementKind.INSTRUMENTS or needed.count is None:
        return None
    kinds = needed.acts or tuple(CONSENTS)
    first = sorted(
        found[0]
        for participant, rows in acts.items()
        if participant not in needed.not_counted and (found := days(rows, kinds))
    )
    if len(first) < needed.count:
        return None
    day = after(rule.delay, first[needed.count - 1])
    return max(day, rule.not_before or day) if day is not None else None


def bound_from(treaty: Treaty, rows: Iterable[Row[ActRow]]) -> date | None:
    """The day on which a participant's first consent binds it, successions on their own day."""
    rows = list(rows)
    if treaty.rules is None or treaty.in_force is None:
        return None
    if succeeded := days(rows, (Act.SUCCESSION,)):
        return succeeded[0]
    return next(iter(bound_on(treaty, rows)), None)


def bound_on(treaty: Treaty, rows: Iterable[Row[ActRow]]) -> list[date]:
    """The day on which each of a participant's consents binds it, by the rule."""
    if treaty.rules is None or treaty.in_force is None:
        return []
    delay = treaty.rules.later_participants.delay
    own = [after(delay, day) for day in days(rows, CONSENTS)]
    return [max(day, treaty.in_force) for day in own if day is not None]


def left_by(rows: Iterable[Row[ActRow]], day: date) -> bool:
    """Whether an exit has taken effect by that day, with no consent after it."""
    rows = list(rows)
    effects = [effect for effect in days(rows, (Act.EXIT_EFFECT,)) if effect <= day]
    if not effects:
        return False
    again = any(effects[-1] < consent <= day for consent in days(rows, CONSENTS))
    bound = days(rows, (Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,))
    return not again and not any(effects[-1] <= start <= day for start in bound)


def done_by(rows: Iterable[Row[ActRow]], acts: Iterable[Act], day: date) -> bool:
    """Whether an act of those kinds was done by the day, whichever day of its date it was."""
    kinds = frozenset(acts)
    return any(
        row.value.date is not None
        and row.value.date.latest is not None
        and row.value.date.latest <= day
        for row in rows
        if row.value.act in kinds
    )
