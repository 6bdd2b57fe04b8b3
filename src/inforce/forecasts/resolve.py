"""What became of a forecast, by the record as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.catalogue.model import Treaty
from inforce.dates import DayInterval, PartialDate
from inforce.forecasts.ledger import Conduct, Entry, Target
from inforce.law import timeline
from inforce.law.model import Step, Timeline
from inforce.law.status import party_of
from inforce.law.steps import act_step
from inforce.law.when import NEVER, When, act_when
from inforce.record.view import TreatyRecord
from inforce.terms import CONSENTS, DOMESTIC_STEPS, EXIT_NOTICES, AnswerKind, Rung, rung

Held = Callable[[str], tuple[Treaty, TreatyRecord]]
"""Gives a treaty and its record, as known on the day of resolving, by the treaty's id."""


class Outcome(StrEnum):
    """What became of a forecast."""

    CAME_TRUE = "came_true"
    DID_NOT = "did_not"
    LOWER_RUNG = "lower_rung"
    OPEN = "open"
    VOIDED = "voided"
    UNRESOLVABLE = "unresolvable"


@dataclass(frozen=True, slots=True)
class Happened:
    """One event on the way of a target: its rung, the days it may have come on, the reason."""

    rung: Rung
    when: When
    step: Step


@dataclass(frozen=True, slots=True)
class Resolution:
    """An entry with its outcome as known on ``on``.

    ``reached`` is the highest rung reached within the window; ``barred`` are the days of the
    window on which the law forbids what was forecast. ``trace`` holds the evidence.
    """

    entry: Entry
    on: PartialDate
    outcome: Outcome
    reached: Rung | None = None
    barred: tuple[DayInterval, ...] = ()
    trace: tuple[Step, ...] = ()


def resolve(ledger: Iterable[Entry], held: Held, *, on: PartialDate) -> tuple[Resolution, ...]:
    """The outcome of every entry as known on ``on``, in order; each is asked of the record once.

    A window that has not ended by then is open unless the event came already. One that has ended
    without it did not come true, if the record is complete so long; else it stays open. A lower
    rung reached in the window is told apart. What had happened before it was forecast voids it.
    """
    last = on.latest or NEVER
    lines: dict[tuple[str, str], tuple[Timeline, TreatyRecord]] = {}
    paths: dict[Target, tuple[Happened, ...]] = {}

    def line(treaty: str, participant: str) -> tuple[Timeline, TreatyRecord]:
        key = treaty, participant
        if key not in lines:
            found, record = held(treaty)
            lines[key] = timeline(found, participant, record), record
        return lines[key]

    resolved = []
    for entry in ledger:
        if entry.target is not None:
            known, record = line(entry.target.treaty, entry.target.participant)
            if entry.target not in paths:
                paths[entry.target] = tuple(_path(entry.target, known))
            path = paths[entry.target]
            resolved.append(_settled(entry, path, record.complete_until, on=on, last=last))
        elif entry.conduct is not None:
            known, _ = line(entry.conduct.treaty, entry.conduct.participant)
            resolved.append(_barred(entry, entry.conduct, known, on=on, last=last))
        else:
            step = Step(entry.why)
            resolved.append(Resolution(entry, on, Outcome.UNRESOLVABLE, trace=(step,)))
    return tuple(resolved)


def _path(target: Target, line: Timeline) -> Iterable[Happened]:
    """Everything that happened on the way, domestic steps and effects included."""
    for act in line.events:
        meant = act.about if act.act in DOMESTIC_STEPS else act.act
        if meant in target.leads_to:
            yield Happened(rung(act.act), act_when(act), act_step(act))
    if target.leads_to == EXIT_NOTICES:
        for found in line.exits:
            if found.effect is not None:
                when = When.of(found.effect)
                step = Step(f"the exit took effect on {found.effect}", None, found.effect.edtf)
                yield Happened(Rung.EFFECTIVE, when, step)
    if target.leads_to == CONSENTS:
        for episode in line.episodes:
            if episode.force is not None:
                step = Step(f"in force from {episode.force.words}", None, episode.force.words)
                yield Happened(Rung.EFFECTIVE, episode.force, step)


def _settled(
    entry: Entry,
    path: tuple[Happened, ...],
    complete_until: date | None,
    *,
    on: PartialDate,
    last: date,
) -> Resolution:
    assert entry.target is not None, "only entries with a target are settled"
    meant = entry.target.meant
    window = entry.window
    if window is None or window.earliest is None:
        step = Step("it is not known when it was said, nor for when")
        return Resolution(entry, on, Outcome.UNRESOLVABLE, trace=(step,))
    first, end = window.earliest, window.latest or NEVER
    before = [one for one in path if one.rung >= meant and one.when.hi < first]
    if before and not any(one.when.hi >= first and one.rung >= meant for one in path):
        steps = (*(one.step for one in before), Step("it had happened before it was forecast"))
        return Resolution(entry, on, Outcome.VOIDED, trace=steps)
    known = [one for one in path if one.when.lo <= min(end, last) and one.when.hi >= first]
    sure = [one for one in known if one.when.lo >= first and one.when.hi <= min(end, last)]
    reached = max((one.rung for one in sure), default=None)
    steps = tuple(one.step for one in sorted(sure, key=lambda one: one.when))
    if reached is not None and reached >= meant:
        return Resolution(entry, on, Outcome.CAME_TRUE, reached, trace=steps)
    if any(one.rung >= meant for one in known):
        step = Step("whether its day lies in the window is not known")
        return Resolution(entry, on, Outcome.OPEN, reached, trace=(*steps, step))
    if last <= end:
        step = Step(f"the window runs until {window.latest or 'no stated day'}")
        return Resolution(entry, on, Outcome.OPEN, reached, trace=(*steps, step))
    later = tuple(one.step for one in path if one.rung >= meant and end < one.when.lo <= last)
    if not later and (complete_until is None or complete_until < end):
        until = complete_until or "no stated day"
        step = Step(f"the record is complete until {until}, the window ran until {end}")
        return Resolution(entry, on, Outcome.OPEN, reached, trace=(*steps, step))
    outcome = Outcome.LOWER_RUNG if reached is not None else Outcome.DID_NOT
    ended = Step(f"the window ended on {end}; {meant.word} was meant", None, str(end))
    return Resolution(entry, on, outcome, reached, trace=(*steps, ended, *later))


def _barred(
    entry: Entry, conduct: Conduct, line: Timeline, *, on: PartialDate, last: date
) -> Resolution:
    """What a treaty forbids: the days of the window on which its party may not."""
    window = entry.window
    days = window.possible if window is not None else DayInterval()
    barred = tuple(
        part
        for span in line.spans
        if party_of(span) is AnswerKind.YES and (part := span.days.intersection(days)) is not None
    )
    if not barred:
        step = Step(f"no record tells it, and {conduct.treaty} does not bind it in the window")
        return Resolution(entry, on, Outcome.UNRESOLVABLE, trace=(step,))
    article = f"{conduct.treaty} {conduct.article}"
    steps = [Step(f"a party may not: {conduct.words}", article)]
    steps += [Step(f"{conduct.participant} is a party {_days(part)}") for part in barred]
    steps.append(Step("no record tells whether it was done"))
    running = days.last_day is None or last <= days.last_day
    outcome = Outcome.OPEN if running else Outcome.UNRESOLVABLE
    return Resolution(entry, on, outcome, barred=barred, trace=tuple(steps))


def _days(part: DayInterval) -> str:
    start = f"from {part.start} " if part.start else ""
    return f"{start}until {part.last_day}" if part.last_day else f"{start}on".strip()
