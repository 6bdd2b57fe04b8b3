"""Exits for which no rule speaks: unread, absent from the treaty, or told without a notice."""

from __future__ import annotations

from dataclasses import replace

from inforce.law import vclt
from inforce.law.contested import findings_on
from inforce.law.exit_run import ExitRun, Following, blank, is_told, revoked
from inforce.law.joining import Setting
from inforce.law.model import Exit, ExitState, Step
from inforce.law.steps import act_step, cite, told_steps
from inforce.law.when import NEVER, When, act_when
from inforce.record.view import AdjudicatedAct
from inforce.terms import UnknownBecause


def told_effect(place: Setting, effect: AdjudicatedAct) -> ExitRun:
    """An end of membership of which the record has no notice: an expulsion, a bare effect."""
    when = act_when(effect)
    found = Exit(
        place.treaty.id,
        effect.participant,
        None,
        None,
        when.partial,
        ExitState.EFFECTIVE,
        trace=(act_step(effect),),
    )
    return ExitRun(found, None, when, contested=effect.contested, told=effect)


def unread(place: Setting, notice: AdjudicatedAct, after: Following) -> ExitRun:
    """Nobody has read the rule: only a told effect says when membership ended."""
    received = act_when(notice)
    steps = [act_step(notice), *told_steps(notice)]
    steps.append(Step("nobody has read the treaty's rule on exits yet"))
    if after.effect is not None and is_told(after.effect):
        return _told(place, notice, after.effect, steps=steps)
    found = blank(place, notice, ExitState.RUNNING, steps=steps)
    run = ExitRun(found, received, None, because=UnknownBecause.NOT_VERIFIED)
    if after.revocation is not None:
        return revoked(run, after, When(NEVER, NEVER))
    return replace(run, end=When(received.lo, NEVER))


def without_clause(place: Setting, notice: AdjudicatedAct, after: Following) -> ExitRun:
    """No exit clause: VCLT 56, so without effect unless it is told to have taken effect."""
    steps = [act_step(notice), *told_steps(notice)]
    words = f"no exit clause: {vclt.words('56(1)')}, {vclt.basis(place.treaty)}"
    rule = place.treaty.rules.exit if place.treaty.rules else None
    # A silence that was only proposed says so in its article.
    article = rule.at.article if rule is not None and rule.at.proposed else "VCLT 56(1)"
    steps.append(Step(words, article))
    for said, value in findings_on(place.record, notice):
        side = "accepts" if value.accepts else "does not accept"
        words = f"{value.by} {side} it: {value.words}".rstrip(": ")
        steps.append(Step(words, None, None, cite(said)))
    if after.effect is None or not is_told(after.effect):
        return ExitRun(blank(place, notice, ExitState.WITHOUT_EFFECT, steps=steps), None, None)
    least = act_when(notice).moved(lambda day: vclt.NOTICE_WITHOUT_CLAUSE.end_after(day).day)
    if act_when(after.effect).hi < least.lo:
        steps.append(Step(vclt.words("56(2)"), "VCLT 56(2)", least.words))
    return _told(place, notice, after.effect, steps=steps)


def _told(
    place: Setting, notice: AdjudicatedAct, effect: AdjudicatedAct, *, steps: list[Step]
) -> ExitRun:
    when = act_when(effect)
    found = blank(place, notice, ExitState.EFFECTIVE, steps=(*steps, act_step(effect)))
    return ExitRun(
        replace(found, effect=when.partial), act_when(notice), when, contested=effect.contested
    )
