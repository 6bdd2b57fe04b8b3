"""What takes effect when: entries into force for participants, and exits, past and to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.dates import PartialDate
from inforce.law.model import Exit, ExitState, Timeline, Trace
from inforce.law.when import ALWAYS, When
from inforce.record.view import AdjudicatedAct
from inforce.terms import Act


class EffectState(StrEnum):
    """How firm an effect is, in the words of RFC 5545 (3.8.1.11)."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect under one treaty.

    ``act`` is ENTRY_INTO_FORCE_FOR_PARTICIPANT or EXIT_EFFECT, ``day`` the day it is known or
    expected to come on, ``cause`` the instrument or notice behind it. TENTATIVE: a condition is
    open, or the day is not exact; CANCELLED: the notice was taken back, or has no effect.
    ``changes`` counts what has happened to it since it was first expected. ``exit`` is the exit
    of an EXIT_EFFECT.
    """

    treaty: str
    participant: str
    act: Act
    day: PartialDate
    state: EffectState
    cause: AdjudicatedAct | None
    changes: int = 0
    exit: Exit | None = None
    trace: Trace = ()

    @property
    def changed_on(self) -> PartialDate | None:
        """When what is said of it last changed, as far as the record tells."""
        if self.exit is not None and self.exit.revoked_by is not None:
            return self.exit.revoked_by.date
        return self.cause.date if self.cause else None


_STATES = {
    ExitState.RUNNING: EffectState.CONFIRMED,
    ExitState.EFFECTIVE: EffectState.CONFIRMED,
    ExitState.DEFERRED: EffectState.TENTATIVE,
    ExitState.CONTESTED: EffectState.TENTATIVE,
    ExitState.REVOKED: EffectState.CANCELLED,
    ExitState.WITHOUT_EFFECT: EffectState.CANCELLED,
}


def effects(
    lines: Iterable[Timeline], *, first: date | None = None, last: date | None = None
) -> tuple[Effect, ...]:
    """The effects of the timelines that may come from ``first`` to ``last``, in order of day."""
    found = [one for line in lines for one in (*_entries(line), *_exits(line))]
    asked = [one for one in found if _within(one, first, last)]
    return tuple(sorted(asked, key=lambda e: (When.of(e.day), e.treaty, e.participant, e.act)))


def _within(effect: Effect, first: date | None, last: date | None) -> bool:
    when = When.of(effect.day)
    return (first is None or when.hi >= first) and (last is None or when.lo <= last)


def _entries(line: Timeline) -> Iterator[Effect]:
    for one in line.episodes:
        if one.force is None or one.force.lo == ALWAYS:
            continue
        state = EffectState.CONFIRMED if one.force.is_day else EffectState.TENTATIVE
        yield Effect(
            line.treaty,
            line.participant,
            Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
            one.force.partial,
            state,
            one.consent,
        )


def _exits(line: Timeline) -> Iterator[Effect]:
    for one in line.exits:
        day = one.effect or one.expected
        if day is None:
            continue
        state = _STATES[one.state]
        unsure = one.open_condition is not None or not day.is_day
        if state is EffectState.CONFIRMED and unsure:
            state = EffectState.TENTATIVE
        settled = bool(one.conditions) and one.effect is not None
        yield Effect(
            line.treaty,
            line.participant,
            Act.EXIT_EFFECT,
            day,
            state,
            one.notice,
            int(one.revoked_by is not None) + int(settled),
            one,
            one.trace,
        )
