"""An exit with the changes of status that follow from it, and what may cut it short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from inforce.law import vclt
from inforce.law.joining import Setting
from inforce.law.model import Exit, ExitState, Step
from inforce.law.steps import act_step
from inforce.law.when import NEVER, When, act_when
from inforce.record.view import AdjudicatedAct
from inforce.terms import Modality, UnknownBecause


@dataclass(frozen=True, slots=True)
class Following:
    """What the record holds after a notice: its effect told, its revocation."""

    effect: AdjudicatedAct | None = None
    revocation: AdjudicatedAct | None = None


@dataclass(frozen=True, slots=True)
class ExitRun:
    """An exit and the changes of status that follow from it.

    ``end`` is when membership ends (None: it does not); ``expected`` marks an end that hangs on
    an open condition; ``resumed`` is when a revocation ends the running of the notice.
    """

    exit: Exit
    notice: When | None
    end: When | None
    resumed: When | None = None
    expected: bool = False
    contested: bool = False
    because: UnknownBecause | None = None
    told: AdjudicatedAct | None = None
    """The act that tells the end, where there is no notice."""


def blank(
    place: Setting, notice: AdjudicatedAct, state: ExitState, *, steps: Sequence[Step] = ()
) -> Exit:
    """An exit that begins with this notice."""
    return Exit(place.treaty.id, notice.participant, notice, None, None, state, trace=tuple(steps))


def is_told(effect: AdjudicatedAct | None) -> bool:
    """Whether an effect is told as having come, not announced before its day."""
    if effect is None or effect.followed.modality is not Modality.DONE:
        return False
    said = effect.followed.evidence.asserted
    if said is None or said.latest is None or effect.date is None:
        return True
    return effect.date.earliest is None or said.latest >= effect.date.earliest


def revoked(run: ExitRun, after: Following, expected: When) -> ExitRun:
    """A notice may be taken back until it takes effect (VCLT 68)."""
    if after.revocation is None:
        return run
    when = act_when(after.revocation)
    step = replace(act_step(after.revocation), article="VCLT 68")
    late, words = _too_late(run, when, expected)
    if late:
        trace = (*run.exit.trace, replace(step, words=f"{step.words}: {words}"))
        return replace(run, exit=replace(run.exit, trace=trace))
    if is_told(after.effect):
        words = "yet the exit is told to have taken effect after it"
        trace = (*run.exit.trace, replace(step, words=f"{step.words}: {words}"))
        found = replace(run.exit, state=ExitState.CONTESTED, trace=trace)
        end = When(run.end.lo, NEVER) if run.end else None
        return replace(run, exit=found, end=end, contested=True)
    trace = (*run.exit.trace, replace(step, words=f"{step.words}: {vclt.words('68')}"))
    found = replace(
        run.exit,
        state=ExitState.REVOKED,
        effect=None,
        revoked_by=after.revocation,
        trace=trace,
    )
    # Had it come after the exit's day, it would have been too late.
    resumed = When(when.lo, max(when.lo, min(when.hi, expected.hi)))
    return ExitRun(found, run.notice, None, resumed=resumed)


def _too_late(run: ExitRun, when: When, expected: When) -> tuple[bool, str]:
    if run.expected and when.lo >= expected.hi:
        return True, "of effect only if the exit had not taken effect before it"
    if run.end is not None and not run.expected and when.lo >= run.end.hi:
        return True, "too late, the exit had taken effect"
    return False, ""
