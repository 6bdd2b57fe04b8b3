"""What a treaty's page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from inforce import api, over_time
from inforce.catalogue.model import Treaty
from inforce.checking.words import one_day
from inforce.checking.words import when as when_words
from inforce.dates import PartialDate
from inforce.law import Effect, EffectState, History, PartiesAnswer, RuleLine, effects
from inforce.law.histories import Counted
from inforce.law.when import When
from inforce.publishing.names import participant_name, source_name
from inforce.publishing.plain import range_words
from inforce.record.view import TreatyRecord
from inforce.terms import StatusKind
from inforce.web.asked import Asked
from inforce.web.data.chart import Count, StepChart, counts_of, step_chart
from inforce.web.data.common import EffectLine, Shown, asked_again, effect_line, shown
from inforce.web.site import once


@dataclass(frozen=True, slots=True)
class TreatyPage:
    """A treaty on a day, as known on a day.

    ``answer`` is the library's own; ``chart`` covers ``first`` to ``last``, from the adoption to
    the last known effect. ``pending`` are the exits that run on the day asked, ``changes`` who
    joined and left last, the newest first, of ``n_changes``.
    """

    treaty: Treaty
    answer: PartiesAnswer
    in_force: str
    deposited: str
    signatories: int
    counting: str
    statuses: tuple[tuple[Shown, int], ...]
    n_members: int
    pending: tuple[EffectLine, ...]
    changes: tuple[EffectLine, ...]
    n_changes: int
    rules: tuple[RuleLine, ...]
    sources: tuple[tuple[str, int], ...]
    complete: str
    past_record: bool
    facts: tuple[tuple[str, str], ...]
    first: date
    last: date
    chart: StepChart


COUNTING = ("in_force", "deposited")
_CHANGES = 12
"""How many changes a treaty's page shows; all stand on a page of their own."""


def treaty_page(
    name: str, asked: Asked, view: api.View, *, counting: str = "in_force"
) -> TreatyPage:
    """The page of a treaty; raises UnknownTreaty, and RuleNotReadError without rules."""
    treaty, rules = api.rules(name, view=view)
    shape = shape_of(treaty, view)
    answer = api.parties(treaty.id, on=asked.day, view=view)
    statuses = view.ground(treaty.id).statuses(asked.day)
    newest = list(islice(reversed(shape.effects), _CHANGES))
    return TreatyPage(
        treaty=treaty,
        answer=answer,
        in_force=range_words(answer.in_force_range, answer, view.catalogue),
        deposited=range_words(answer.deposited_range, answer, view.catalogue),
        signatories=answer.n_signatories,
        counting=counting if counting in COUNTING else COUNTING[0],
        statuses=_by_status(statuses),
        n_members=len(statuses),
        pending=_told(pending(shape.exits, asked.day), shape, view, asked),
        changes=_told(newest, shape, view, asked),
        n_changes=len(shape.effects),
        rules=rules,
        sources=shape.sources,
        complete=one_day(answer.complete_until) if answer.complete_until else "",
        past_record=answer.past_record,
        facts=tuple(_facts(treaty)),
        first=shape.first,
        last=shape.last,
        chart=shape.chart,
    )


@dataclass(frozen=True, slots=True)
class Shape:
    """What a treaty's pages show whatever the day: effects in order, exits, counts, sources.

    ``lines`` has the line of each effect by its ``id``, as no day in particular sees it.
    """

    first: date
    last: date
    effects: tuple[Effect, ...]
    exits: tuple[Effect, ...]
    lines: dict[int, EffectLine]
    counts: tuple[Count, ...]
    deposits: tuple[Count, ...]
    chart: StepChart
    sources: tuple[tuple[str, int], ...]


def shape_of(treaty: Treaty, view: api.View) -> Shape:
    """The shape, made once for each state of the treaty's record."""

    def made() -> Shape:
        held = over_time.history(treaty.id, view=view)
        first, last = extent(treaty, held)
        counts = counts_of(held.in_force, first=first, last=last)
        deposits = counts_of(held.deposited, first=first, last=last)
        every = effects(held.lines.values())
        return Shape(
            first,
            last,
            every,
            tuple(one for one in every if one.exit is not None),
            {id(one): effect_line(one, view, Asked()) for one in every},
            counts,
            deposits,
            step_chart(counts, deposits, first=first, last=last),
            _sources(view.record(treaty.id), view),
        )

    return once(view, "shape", made, treaty=treaty.id)


def _told(
    found: Iterable[Effect], shape: Shape, view: api.View, asked: Asked
) -> tuple[EffectLine, ...]:
    return tuple(asked_again(shape.lines[id(one)], one, view, asked) for one in found)


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


def pending(exits: tuple[Effect, ...], day: PartialDate) -> tuple[Effect, ...]:
    """Those of the exits that run on the day: notice given by then, and not yet in effect."""
    asked = When.of(day)
    return tuple(
        one
        for one in exits
        if one.state is not EffectState.CANCELLED
        and When.of(one.day).hi > asked.lo
        and (one.cause is None or When.of(one.cause.date).lo <= asked.hi)
    )


def _by_status(statuses: dict[str, StatusKind | None]) -> tuple[tuple[Shown, int], ...]:
    counted = Counter(statuses.values())
    order: list[StatusKind | None] = [*StatusKind, None]
    return tuple((shown(one), counted[one]) for one in order if counted[one])


def _sources(record: TreatyRecord, view: api.View) -> tuple[tuple[str, int], ...]:
    used = Counter(act.followed.evidence.source for act in record.acts)
    named = [(source_name(view.catalogue, source), n) for source, n in used.items()]
    return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0])))


def _facts(treaty: Treaty) -> Iterator[tuple[str, str]]:
    """(key of the text, words) pairs."""
    yield "treaty.number", treaty.number
    yield "treaty.depositary", treaty.depositary
    yield "treaty.adopted", when_words(treaty.adopted) if treaty.adopted else ""
    yield "treaty.opened", when_words(treaty.opened) if treaty.opened else ""
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
