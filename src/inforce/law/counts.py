"""Who is bound and who has consented on a day, counted both ways while something is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from inforce.catalogue.model import Group, Treaty
from inforce.dates import DayInterval, DaySet, PartialDate
from inforce.law.answers import CountRange, PartiesAnswer
from inforce.law.joining import Setting, setting
from inforce.law.model import Exit, Span, Step, Timeline
from inforce.law.status import known_until, party_of, past_record
from inforce.law.timeline import timeline_in
from inforce.law.when import ALWAYS, NEVER, When, act_when
from inforce.record.view import TreatyRecord
from inforce.terms import Act, AnswerKind, StatusKind

_SIGNATURES = frozenset({Act.SIGNATURE, Act.DEFINITIVE_SIGNATURE})


class Way(StrEnum):
    """The two ways of counting, which explain most differing numbers in the press."""

    IN_FORCE = "in_force"
    DEPOSITED = "deposited"


@dataclass(frozen=True, slots=True)
class Stretches:
    """The days on which something surely holds, and those on which it may."""

    sure: DaySet
    possible: DaySet


@dataclass(frozen=True, slots=True)
class Row:
    """A participant's timeline, and when it is counted in each of the two ways.

    ``signed`` is the day by which it has surely signed; None: it has not.
    """

    line: Timeline
    in_force: Stretches
    deposited: Stretches
    signed: date | None


Members = Group | Collection[str] | None
"""A group with its dated membership, a fixed set of participants, or no limit."""


def parties(
    treaty: Treaty,
    on: PartialDate,
    record: TreatyRecord,
    *,
    among: Collection[str] | None = None,
) -> PartiesAnswer:
    """Who is bound by the treaty and who has consented to it on ``on``.

    Of a partial day, those are named for whom it holds on every day of it. ``among`` limits
    the answer to these participants.
    """
    place = setting(treaty, record)
    return parties_in(place, rows_of(place, _who(record, among)), on)


def rows_of(place: Setting, participants: Iterable[str]) -> list[Row]:
    """The rows of these participants, which hold for every day."""
    lines = (timeline_in(place, who) for who in participants)
    return [
        Row(line, _stretches(line, Way.IN_FORCE), _stretches(line, Way.DEPOSITED), _signed(line))
        for line in lines
    ]


def parties_in(place: Setting, rows: Sequence[Row], on: PartialDate) -> PartiesAnswer:
    """As :func:`parties`, from rows worked out before."""
    treaty, record = place.treaty, place.record
    lines = [row.line for row in rows]
    asked = on.possible
    bound = _sorted_out(((row.line, row.in_force) for row in rows), asked)
    given = _sorted_out(((row.line, row.deposited) for row in rows), asked)
    start = asked.start
    signed = [
        row.line
        for row in rows
        if start is not None and row.signed is not None and row.signed <= start
    ]
    former = [line for line in signed if _former(line, asked)]
    exits = tuple(x for line in lines for x in _expected_exits(line, asked))
    known = known_until(record)
    past = past_record(record, on)
    return PartiesAnswer(
        treaty.id,
        on,
        bound.sure,
        given.sure,
        len(bound.sure),
        len(given.sure),
        CountRange(len(bound.sure), len(bound.sure) + len(bound.open)),
        CountRange(len(given.sure), len(given.sure) + len(given.open)),
        tuple(line.participant for line in signed),
        len(signed),
        len(signed) - len(former),
        exits,
        bound.open,
        given.open,
        record.complete_until,
        known,
        past,
        _reasons(place, on, bound, given, exits=exits, past=past),
    )


def counted_days(
    treaty: Treaty, record: TreatyRecord, way: Way, *, among: Members = None
) -> tuple[tuple[DayInterval, CountRange], ...]:
    """The count over all days, as stretches in order; ``low`` and ``high`` count both ways."""
    holds = _holding(treaty, record, way, among=among)
    return counted(holds.values())


def counted(holds: Iterable[Stretches]) -> tuple[tuple[DayInterval, CountRange], ...]:
    """How many hold over all days, as stretches in order."""
    rows = ((one.sure, one.possible) for one in holds)
    return tuple((days, CountRange(low, high)) for days, (low, high) in sweep(rows, 2))


def days_when(
    treaty: Treaty,
    record: TreatyRecord,
    predicate: Callable[[int], bool],
    *,
    way: Way = Way.IN_FORCE,
    among: Members = None,
) -> DaySet:
    """The days on which the predicate holds of the count, whichever way open cases go."""
    return DaySet.of(
        *(
            days
            for days, count in counted_days(treaty, record, way, among=among)
            if all(predicate(n) for n in range(count.low, count.high + 1))
        )
    )


def count_days(
    treaty: Treaty, record: TreatyRecord, n: int, *, way: Way = Way.IN_FORCE, among: Members = None
) -> DaySet:
    """The days on which the count is surely ``n``."""
    return days_when(treaty, record, lambda count: count == n, way=way, among=among)


def member_stretches(group: Group | Collection[str]) -> dict[str, Stretches]:
    """When each participant surely is, and may be, a member."""
    always = DaySet.of(DayInterval())
    if not isinstance(group, Group):
        return {who: Stretches(always, always) for who in group}
    found: dict[str, Stretches] = {}
    for one in group.members:
        since = When.of(one.since) if one.since else When(ALWAYS, ALWAYS)
        until = When.of(one.until) if one.until else When(NEVER, NEVER)
        sure = DaySet.of(*_interval(since.hi, until.lo))
        possible = DaySet.of(*_interval(since.lo, until.hi))
        before = found.get(one.participant, Stretches(DaySet(), DaySet()))
        found[one.participant] = Stretches(before.sure.union(sure), before.possible.union(possible))
    return found


def bound_stretches(
    treaty: Treaty, record: TreatyRecord, way: Way = Way.IN_FORCE
) -> dict[str, Stretches]:
    """When each participant of the record is surely, and possibly, counted that way."""
    place = setting(treaty, record)
    return {who: _stretches(timeline_in(place, who), way) for who in record.participants}


def _holding(
    treaty: Treaty, record: TreatyRecord, way: Way, *, among: Members
) -> dict[str, Stretches]:
    bound = bound_stretches(treaty, record, way)
    if among is None:
        return bound
    members = member_stretches(among)
    return {
        who: Stretches(
            bound[who].sure.intersection(members[who].sure),
            bound[who].possible.intersection(members[who].possible),
        )
        for who in bound
        if who in members
    }


def sweep(
    rows: Iterable[tuple[DaySet, ...]], width: int
) -> Iterator[tuple[DayInterval, tuple[int, ...]]]:
    """Add up rows of ``width`` day sets, column by column, over all days in order."""
    steps: dict[date, list[int]] = {ALWAYS: [0] * width}
    for row in rows:
        for place, interval in ((n, i) for n, column in enumerate(row) for i in column):
            steps.setdefault(interval.start or ALWAYS, [0] * width)[place] += 1
            if interval.end is not None:
                steps.setdefault(interval.end, [0] * width)[place] -= 1
    totals = [0] * width
    for start, end in pairwise([*sorted(steps), NEVER]):
        totals = [n + step for n, step in zip(totals, steps[start], strict=True)]
        days = DayInterval(None if start == ALWAYS else start, None if end == NEVER else end)
        yield days, tuple(totals)


@dataclass(frozen=True, slots=True)
class _Sorted:
    sure: tuple[str, ...]
    open: tuple[str, ...]


def _who(record: TreatyRecord, among: Collection[str] | None) -> list[str]:
    return [who for who in record.participants if among is None or who in among]


def _sorted_out(rows: Iterable[tuple[Timeline, Stretches]], asked: DayInterval) -> _Sorted:
    sure: list[str] = []
    left_open: list[str] = []
    for line, found in rows:
        for days in found.sure:
            if _covers(days, asked):
                sure.append(line.participant)
                break
        else:
            if any(_meets(days, asked) for days in found.possible):
                left_open.append(line.participant)
    return _Sorted(tuple(sure), tuple(left_open))


def _meets(days: DayInterval, asked: DayInterval) -> bool:
    """Whether any day asked about is among the days; two non-empty intervals are given."""
    after = days.end is not None and asked.start is not None and days.end <= asked.start
    before = asked.end is not None and days.start is not None and asked.end <= days.start
    return not (after or before)


def _covers(days: DayInterval, asked: DayInterval) -> bool:
    """Whether every day asked about is among the days."""
    begins, ends = days.start, days.end
    from_start = begins is None or (asked.start is not None and begins <= asked.start)
    return from_start and (ends is None or (asked.end is not None and asked.end <= ends))


def _stretches(line: Timeline, way: Way) -> Stretches:
    if way is Way.DEPOSITED:
        return _deposited(line)
    sure = [span.days for span in line.spans if party_of(span) is AnswerKind.YES]
    possible = [span.days for span in line.spans if party_of(span) is not AnswerKind.NO]
    return Stretches(DaySet.of(*sure), DaySet.of(*possible))


def _deposited(line: Timeline) -> Stretches:
    """From each instrument's deposit to the end of the membership that it began."""
    sure: list[DayInterval] = []
    possible: list[DayInterval] = []
    for one in line.episodes:
        end = one.end or When(NEVER, NEVER)
        sure += _interval(one.deposited.hi, end.lo)
        possible += _interval(one.deposited.lo, end.hi)
    return Stretches(DaySet.of(*sure), DaySet.of(*possible))


def _interval(start: date, end: date) -> list[DayInterval]:
    if end <= start:
        return []
    return [DayInterval(None if start == ALWAYS else start, None if end == NEVER else end)]


def _signed(line: Timeline) -> date | None:
    days = (act_when(act).hi for act in line.events if act.act in _SIGNATURES)
    return min(days, default=None)


def _former(line: Timeline, asked: DayInterval) -> bool:
    return any(
        span.is_settled
        and span.status is StatusKind.FORMER_PARTY
        and asked.start is not None
        and span.days.contains(asked.start)
        for span in line.spans
    )


def _expected_exits(line: Timeline, asked: DayInterval) -> Iterator[Exit]:
    """Exits whose day is reached on the days asked, and hang on an open condition."""
    hanging: list[Span] = [s for s in line.spans if s.expected and s.days.overlaps(asked)]
    for span in hanging:
        yield from (x for x in line.exits if x.open_condition == span.open_condition)


def _reasons(
    place: Setting,
    on: PartialDate,
    bound: _Sorted,
    given: _Sorted,
    *,
    exits: tuple[Exit, ...],
    past: bool,
) -> tuple[Step, ...]:
    day = on.edtf
    steps = [
        Step(f"bound on {day}: {len(bound.sure)}; consent deposited: {len(given.sure)}", None, day)
    ]
    for one in exits:
        open_one = one.open_condition
        words = (
            f"exit of {one.participant} expected on {one.expected}, counted both ways: "
            f"{open_one.words if open_one else 'its condition is open'}"
        )
        steps.append(Step(words, open_one.article if open_one else None, str(one.expected)))
    others = sorted(set(bound.open) - {one.participant for one in exits})
    if others:
        steps.append(Step(f"open for other reasons: {', '.join(others)}"))
    late = sorted(set(given.open) - set(bound.open))
    if late:
        steps.append(Step(f"open whether deposited by then: {', '.join(late)}"))
    if past:
        until = place.record.complete_until
        steps.append(Step(f"the record is complete until {until or 'no stated day'}"))
    return tuple(steps)
