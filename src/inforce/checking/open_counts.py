"""Numbers for days that are not told, lie ahead, or lie past the record's end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from inforce.catalogue.model import Group, Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.counting import SIGNING, Series, in_force, of_noun, signed
from inforce.checking.findings import unverifiable
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import Finding
from inforce.checking.presupposed import days_of
from inforce.checking.supports import list_support
from inforce.dates import DayInterval, DaySet, PartialDate
from inforce.dates.civil import day_after
from inforce.law import Step
from inforce.record.values import Count
from inforce.terms import Facet, VerdictKind

Holds = Callable[[int], bool]


def planned_number(
    treaty: Treaty,
    told: Count,
    day: PartialDate,
    holds: Holds,
    *,
    group: Group | None,
    context: Context,
) -> Finding:
    """A number that is still to come: reckoned from the acts known, at a later change."""
    knowledge, asked = context.knowledge, days_of(day)
    series = of_noun(knowledge, treaty, told.of, among=group)
    fits = DaySet.of(*(i for one in series for i in one.days_when(holds)))
    ahead = fits.intersection(DaySet.of(DayInterval(_next_change(series[0], asked), None)))
    shown = "; ".join(one.words_on(asked) for one in series)
    evidence = (list_support(knowledge, treaty),)
    trace = count_trace(treaty, asked, context=context)
    if ahead.is_empty:
        reason = f"By the acts known no change makes the number {told.n}; now: {shown}."
        return unverifiable(Facet.COUNT, reason, right=shown, evidence=evidence, trace=trace)
    when = words.interval(ahead.intervals[0])
    return Finding(
        Facet.COUNT,
        VerdictKind.SUPPORTED,
        f"By the acts known the number is {told.n} {when}.",
        right_value=when,
        evidence=evidence,
        trace=trace,
    )


def undated_number(
    treaty: Treaty, told: Count, holds: Holds, *, group: Group | None, context: Context
) -> tuple[Finding, ...]:
    """A number of a text whose day is not known: on which days it is right, by either noun."""
    knowledge = context.knowledge
    known = DaySet.of(DayInterval(None, day_after_or_none(knowledge.known_until(treaty))))
    parts = []
    series = of_noun(knowledge, treaty, told.of, among=group)
    for one in (*series, other_noun(knowledge, treaty, told, group=group)):
        days = one.days_when(holds).intersection(known)
        if not days.is_empty:
            parts.append(f"{one.name} {words.days(days)}")
    right = "; ".join(parts) or "on no day that the record covers"
    reason = f"The text does not say its own day; {told.n} is right: {right}."
    evidence = (list_support(knowledge, treaty),)
    return (unverifiable(Facet.COUNT, reason, right=right, evidence=evidence),)


def number_beyond(
    treaty: Treaty, told: Count, day: PartialDate, *, group: Group | None, context: Context
) -> Finding:
    """A number for a day past the record's end."""
    knowledge = context.knowledge
    until = knowledge.known_until(treaty)
    asked = days_of(day)
    shown = "; ".join(
        one.words_on(asked) for one in of_noun(knowledge, treaty, told.of, among=group)
    )
    listed = f"as last known: {shown}"
    if until is None:
        reason = (
            f"The record does not say that its list is complete, so it proves no count; {listed}."
        )
    else:
        reason = f"The record is complete until {words.one_day(until)}; {listed}."
    return unverifiable(
        Facet.COUNT,
        reason,
        right=shown if until else None,
        evidence=(list_support(context.knowledge, treaty),),
        trace=count_trace(treaty, asked, context=context),
    )


def other_noun(knowledge: Knowledge, treaty: Treaty, told: Count, *, group: Group | None) -> Series:
    """The series that the noun is most often taken for."""
    make = in_force if told.of in SIGNING else signed
    return make(knowledge, treaty, among=group)


def day_after_or_none(day: date | None) -> date | None:
    """The next day, for the open end of an interval; None stays None."""
    return day_after(day) if day else None


def count_trace(treaty: Treaty, asked: DayInterval, *, context: Context) -> tuple[Step, ...]:
    """The law's reasons for the count on the last of the days asked about."""
    day = asked.last_day or asked.start
    if day is None:
        return ()
    return context.knowledge.parties(treaty, on=PartialDate.from_day(day)).trace


def _next_change(series: Series, asked: DayInterval) -> date | None:
    """The first day after the ones asked about on which the count changes."""
    later = [days.start for days, _ in series.stretches if days.start and asked.end]
    return next((day for day in later if asked.end and day >= asked.end), date.max)
