"""Where a deadline stands on a day: met, open, overdue, lapsed, or unknown for want of word."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.catalogue.model import Obligation
from inforce.law.answers import DeadlineState
from inforce.law.duty_acts import Told, complete_until, found_failing, fulfilled
from inforce.law.duty_days import Due
from inforce.law.model import Episode, Step, Trace
from inforce.law.steps import act_step
from inforce.law.when import NEVER, When
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import UnknownBecause


@dataclass(frozen=True, slots=True)
class Standing:
    """A deadline's state, the act that settled it, and the reason."""

    state: DeadlineState
    steps: Trace = ()
    settled_by: AdjudicatedAct | None = None
    because: UnknownBecause | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One deadline of one membership, with its extensions followed, on a day."""

    duty: Obligation
    one: Episode
    due: Due
    when: When | None
    """The deadline; None where the treaty gives no day."""
    told: tuple[Told, ...]
    asked: When | None


def standing(record: TreatyRecord, it: Question) -> Standing:
    """Where it stands; what was not fulfilled is overdue only where something says so."""
    met = fulfilled(it.duty, it.due, it.told)
    if met is not None:
        return _met(it, met)
    if it.when is None:
        return Standing(DeadlineState.UNKNOWN, because=it.due.because)
    end, asked = it.one.end, it.asked
    if end is not None and end.hi <= it.when.lo and not (asked and asked.hi < end.lo):
        left = Step(f"the exit took effect first, on {end.words}", "VCLT 70", end.words)
        return Standing(DeadlineState.LAPSED, (left,))
    if asked is not None and asked.hi <= it.when.lo:
        return Standing(DeadlineState.OPEN, _leaving(it.when, end))
    if asked is not None and it.when.hi < asked.lo:
        return _passed(record, it, it.when, asked)
    return _unsaid("the day asked may lie before or after it" if asked else None)


def _met(it: Question, met: Told) -> Standing:
    step = act_step(met.act, it.duty.at.article)
    late = it.when is not None and it.when.hi < met.when.lo
    steps = (step, Step("that was after the deadline")) if late else (step,)
    return Standing(DeadlineState.MET, steps, met.act)


def _leaving(when: When, end: When | None) -> Trace:
    """An exit that is to take effect before an open deadline."""
    if end is None or when.hi < end.lo:
        return ()
    known = end.hi != NEVER
    words = f"it ends with the exit, {'on' if known else 'expected on'} "
    day = end.words if known else str(end.lo)
    return (Step(words + day, "VCLT 70", day),)


def _passed(record: TreatyRecord, it: Question, when: When, asked: When) -> Standing:
    """A deadline that has passed without word that the duty was fulfilled."""
    failing = found_failing(it.duty, it.due, when, it.told)
    if failing is not None:
        step = act_step(failing.act, it.duty.at.article)
        last = Step("the record has no later word of it")
        return Standing(DeadlineState.OVERDUE, (step, last), failing.act)
    promise = complete_until(record, it.duty)
    if promise is None or promise[0] < when.hi:
        return _unsaid(None)
    until, step = promise
    missing = Step("and it does not name the participant for this deadline")
    if asked.hi <= until:
        return Standing(DeadlineState.OVERDUE, (step, missing))
    later = Step(f"what was done after {until} is not known")
    return Standing(
        DeadlineState.UNKNOWN, (step, missing, later), because=UnknownBecause.RECORD_ENDS
    )


def _unsaid(why: str | None) -> Standing:
    steps = (Step(why),) if why else ()
    unsaid = Step("whether it was met is not stated in the record")
    return Standing(DeadlineState.UNKNOWN, (*steps, unsaid), because=UnknownBecause.OPEN_FACT)
