"""Stretches of provisional application, and what ends them (VCLT 25)."""

from __future__ import annotations

from collections.abc import Sequence

from inforce.dates import DayInterval
from inforce.law.joining import Setting
from inforce.law.model import Span, Step
from inforce.law.reckon import reckon_when
from inforce.law.steps import act_step
from inforce.law.when import NEVER, When, act_when
from inforce.record.view import AdjudicatedAct
from inforce.terms import Act, UnknownBecause


def provisional_spans(
    place: Setting,
    acts: Sequence[AdjudicatedAct],
    bound: Sequence[When | None],
    spans: Sequence[Span],
) -> tuple[Span, ...]:
    """Each stretch: until it is told to end, the rule ends it after a notice, or the treaty binds.

    ``bound`` are the days from which the treaty binds the participant, ``spans`` its statuses.
    """
    found: list[Span] = []
    for position, act in enumerate(acts):
        if act.act is not Act.PROVISIONAL_APPLICATION:
            continue
        begun = act_when(act)
        end, steps, contested = _end(place, acts[position + 1 :])
        for when in (w for w in bound if w is not None and w.hi > begun.lo):
            if when < end:
                end, steps, contested = when, (), False
        status = next((s.status for s in spans if s.days.contains(begun.lo)), None)
        trace = (act_step(act, "VCLT 25"), *steps)
        for low, high, settled in (
            (begun.lo, begun.hi, False),
            (begun.hi, end.lo, True),
            (end.lo, end.hi, False),
        ):
            if low < high:
                days = DayInterval(low, None if high == NEVER else high)
                because = None if settled else UnknownBecause.OPEN_FACT
                of_status = status if settled else None
                disputed = contested and not settled
                found.append(Span(of_status, days, act, trace, because=because, contested=disputed))
    return tuple(found)


def _end(place: Setting, later: Sequence[AdjudicatedAct]) -> tuple[When, tuple[Step, ...], bool]:
    """When it ends: the told day, the rule's day after a notice, or both where they differ."""
    told = next((a for a in later if a.act is Act.PROVISIONAL_APPLICATION_END), None)
    notice = next((a for a in later if a.act is Act.INTENTION_NOT_TO_JOIN), None)
    steps = [act_step(a) for a in (notice, told) if a is not None]
    rule = place.treaty.rules.provisional if place.treaty.rules else None
    ruled: When | None = None
    if notice is not None and rule is not None and rule.delay is not None:
        ruled = reckon_when(rule.delay, act_when(notice))
        words = f"provisional application ends {ruled.words} by the rule"
        steps.append(Step(words, rule.at.article, ruled.words))
    if told is None:
        return ruled or When(NEVER, NEVER), tuple(steps), False
    when = act_when(told)
    if ruled is None or ruled.meets(when):
        return when if ruled is None else ruled.narrowed(when), tuple(steps), False
    steps.append(Step(f"the told day differs from the rule's: {when.words} and {ruled.words}"))
    return ruled.hull(when), tuple(steps), True
