"""What a treaty's page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inforce import api, over_time
from inforce.catalogue.model import Treaty
from inforce.checking.words import one_day
from inforce.checking.words import when as when_words
from inforce.dates import PartialDate
from inforce.law import Effect, EffectState, History, PartiesAnswer, RuleLine, effects, matrix
from inforce.law.histories import Counted
from inforce.law.when import When
from inforce.publishing.names import participant_name, source_name
from inforce.publishing.plain import range_words
from inforce.record.view import TreatyRecord
from inforce.terms import StatusKind
from inforce.web.asked import Asked, address
from inforce.web.data.chart import Count, StepChart, counts_of, step_chart
from inforce.web.data.common import EffectLine, Shown, effect_line, shown


@dataclass(frozen=True, slots=True)
class Member:
    """A participant's row: its status on the day asked, and the days behind it."""

    id: str
    name: str
    status: Shown
    signed: str
    consented: str
    in_force: str
    ended: str
    href: str


@dataclass(frozen=True, slots=True)
class TreatyPage:
    """A treaty on a day, as known on a day.

    ``answer`` is the library's own; ``chart`` covers ``first`` to ``last``, from the adoption to
    the last known effect. ``pending`` are the exits that run on the day asked, ``changes`` who
    joined and left, the newest first.
    """

    treaty: Treaty
    answer: PartiesAnswer
    in_force: str
    deposited: str
    signatories: int
    counting: str
    statuses: tuple[tuple[Shown, int], ...]
    members: tuple[Member, ...]
    pending: tuple[EffectLine, ...]
    changes: tuple[EffectLine, ...]
    rules: tuple[RuleLine, ...]
    sources: tuple[tuple[str, int], ...]
    complete: str
    past_record: bool
    facts: tuple[tuple[str, str], ...]
    first: date
    last: date
    counts: tuple[Count, ...]
    deposits: tuple[Count, ...]
    chart: StepChart


COUNTING = ("in_force", "deposited")


def treaty_page(
    name: str, asked: Asked, view: api.View, *, counting: str = "in_force"
) -> TreatyPage:
    """The page of a treaty; raises UnknownTreaty, and RuleNotReadError without rules."""
    treaty, rules = api.rules(name, view=view)
    record = view.record(treaty.id)
    answer = api.parties(treaty.id, on=asked.day, view=view)
    held = over_time.history(treaty.id, view=view)
    first, last = extent(treaty, held)
    statuses = matrix([treaty], record.participants, asked.day, {treaty.id: record})
    by_id = {who: status for (who, _), status in statuses.items()}
    counts = counts_of(held.in_force, first=first, last=last)
    deposits = counts_of(held.deposited, first=first, last=last)
    every = effects(held.lines.values())
    return TreatyPage(
        treaty=treaty,
        answer=answer,
        in_force=range_words(answer.in_force_range, answer, view.catalogue),
        deposited=range_words(answer.deposited_range, answer, view.catalogue),
        signatories=answer.n_signatories,
        counting=counting if counting in COUNTING else COUNTING[0],
        statuses=_by_status(by_id),
        members=tuple(_members(held, by_id, view, asked)),
        pending=tuple(effect_line(one, view, asked) for one in pending(every, asked.day)),
        changes=tuple(effect_line(one, view, asked) for one in reversed(every)),
        rules=rules,
        sources=_sources(record, view),
        complete=one_day(answer.complete_until) if answer.complete_until else "",
        past_record=answer.past_record,
        facts=tuple(_facts(treaty)),
        first=first,
        last=last,
        counts=counts,
        deposits=deposits,
        chart=step_chart(counts, deposits, first=first, last=last),
    )


def extent(treaty: Treaty, held: History) -> tuple[date, date]:
    """From the adoption (or the first thing known) to the last known effect."""
    known = [
        day
        for line in held.lines.values()
        for span in line.spans
        for day in (span.days.start, span.days.end)
        if day is not None
    ]
    told = [day.earliest for day in (treaty.adopted, treaty.opened) if day and day.earliest]
    begun = [*told, *([treaty.in_force] if treaty.in_force else [])]
    first = min(begun or known, default=date(1945, 1, 1))
    ends = [*known, *([treaty.complete_until] if treaty.complete_until else [])]
    last = max(ends, default=first)
    return first, max(last, first.replace(year=first.year + 1, day=min(first.day, 28)))


def pending(every: tuple[Effect, ...], day: PartialDate) -> tuple[Effect, ...]:
    """The exits whose notice has been given by the day, and which have not taken effect by it."""
    asked = When.of(day)
    return tuple(
        one
        for one in every
        if one.exit is not None
        and one.state is not EffectState.CANCELLED
        and When.of(one.day).hi > asked.lo
        and (one.cause is None or When.of(one.cause.date).lo <= asked.hi)
    )


def _by_status(statuses: dict[str, StatusKind | None]) -> tuple[tuple[Shown, int], ...]:
    counted = Counter(statuses.values())
    order: list[StatusKind | None] = [*StatusKind, None]
    return tuple((shown(one), counted[one]) for one in order if counted[one])


def _members(
    held: History, statuses: dict[str, StatusKind | None], view: api.View, asked: Asked
) -> Iterator[Member]:
    named = sorted((participant_name(view.catalogue, who), who) for who in held.lines)
    for name, who in named:
        line = held.lines[who]
        one = line.episodes[-1] if line.episodes else None
        signed = [act.date for act in line.events if act.act.value.endswith("signature")]
        yield Member(
            who,
            name,
            shown(statuses.get(who)),
            _day(signed[0] if signed else None),
            _day(one.consent.date if one else None),
            _day(one.force.partial if one and one.force and one.force.first else None),
            _day(one.end.partial if one and one.end and one.end.first else None),
            address(f"/participants/{who}", asked),
        )


def _day(day: PartialDate | None) -> str:
    return when_words(day) if day else ""


def _sources(record: TreatyRecord, view: api.View) -> tuple[tuple[str, int], ...]:
    used = Counter(act.followed.evidence.source for act in record.acts)
    named = [(source_name(view.catalogue, source), n) for source, n in used.items()]
    return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0])))


def _facts(treaty: Treaty) -> Iterator[tuple[str, str]]:
    """(key of the text, words) pairs."""
    yield "treaty.number", treaty.number
    yield "treaty.depositary", treaty.depositary
    yield "treaty.adopted", _day(treaty.adopted)
    yield "treaty.opened", _day(treaty.opened)
    yield "treaty.force", one_day(treaty.in_force) if treaty.in_force else ""


def history_json(name: str, view: api.View) -> dict[str, object]:
    """What the map and the slider need: each participant's statuses by first day, both counts."""
    treaty = view.catalogue.treaty(name)
    held = over_time.history(treaty.id, view=view)
    first, last = extent(treaty, held)
    return {
        "treaty": treaty.id,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "in_force": _rows(held.in_force, first, last),
        "deposited": _rows(held.deposited, first, last),
        "participants": {
            who: {
                "name": participant_name(view.catalogue, who),
                "spans": [
                    [
                        span.days.start.isoformat() if span.days.start else None,
                        span.status.value if span.status and span.is_settled else "open",
                    ]
                    for span in line.spans
                ],
            }
            for who, line in sorted(held.lines.items())
        },
    }


def _rows(counted: Counted, first: date, last: date) -> list[list[object]]:
    counts = counts_of(counted, first=first, last=last)
    return [[one.day.isoformat(), one.low, one.high] for one in counts]
