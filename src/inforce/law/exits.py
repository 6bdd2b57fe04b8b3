"""An exit from notice to effect: its clock, its conditions, its revocation, what settled it."""

from __future__ import annotations

from dataclasses import replace

from inforce.catalogue.model import AskedOn, ExitRule, RuleState
from inforce.dates import Reckoned, Truth
from inforce.law.conditions import end_of, evaluate
from inforce.law.contested import findings_on
from inforce.law.exit_run import ExitRun, Following, blank, is_told, revoked
from inforce.law.exit_times import too_early
from inforce.law.joining import Setting
from inforce.law.model import ConditionState, ExitState, Step
from inforce.law.reckon import reckon, reckon_when
from inforce.law.rules import only
from inforce.law.silence import unread, without_clause
from inforce.law.steps import act_step, cite, told_steps
from inforce.law.when import NEVER, When, act_when
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import UnknownBecause


def run_exit(
    place: Setting, notice: AdjudicatedAct, after: Following, *, bound: When | None
) -> ExitRun:
    """Follow a notice through the treaty's rule on exits; ``bound`` is when membership began."""
    rules = place.treaty.rules
    rule = rules.exit if rules else None
    if rule is None or rule.at.state is RuleState.UNREAD:
        return unread(place, notice, after)
    elsewhere = rule.open_to and notice.participant not in rule.open_to
    if rule.at.state is RuleState.NONE or elsewhere:
        return without_clause(place, notice, after)
    if rule.delay is None:
        return unread(place, notice, after)
    return _by_rule(place, rule, notice, after=after, bound=bound)


def run_exclusion(place: Setting, excluded: AdjudicatedAct, after: Following) -> ExitRun | None:
    """Follow an exclusion through the treaty's rule on it; None where it has none that was read."""
    rule = place.treaty.rules.exclusion if place.treaty.rules else None
    if rule is None or rule.at.state is not RuleState.STATED or rule.delay is None:
        return None
    leaving = ExitRule(rule.at, excluded.act, (), "", rule.counted_from, rule.delay)
    return _by_rule(place, leaving, excluded, after=after, bound=None)


def _by_rule(
    place: Setting,
    rule: ExitRule,
    notice: AdjudicatedAct,
    *,
    after: Following,
    bound: When | None,
) -> ExitRun:
    article = rule.at.article
    received = act_when(notice)
    steps = [act_step(notice, article), *told_steps(notice)]
    early = too_early(place, rule, received, bound=bound)
    if early is not None:
        void = blank(place, notice, ExitState.WITHOUT_EFFECT, steps=(*steps, early))
        return ExitRun(void, None, None)
    expected, reckoned, counting = _reckoned(place, rule, received)
    steps += counting
    conditions = _conditions(place, rule, notice.participant, expected=expected, received=received)
    found = replace(
        blank(place, notice, ExitState.RUNNING),
        expected=expected.partial,
        conditions=conditions,
        reckoned=reckoned,
    )
    base = ExitRun(found, received, None)
    if after.effect is not None and _settles(place, base, after.effect):
        run = _settled(base, after.effect, expected, rule=rule, steps=steps)
    else:
        if after.effect is not None:
            steps.append(replace(act_step(after.effect), day=None))
        run = _by_conditions(place, base, expected, steps=steps)
    if after.revocation is None:
        run = _refused(place, run, notice)
    return revoked(_outlived(run, rule), after, expected)


def _refused(place: Setting, run: ExitRun, notice: AdjudicatedAct) -> ExitRun:
    """An exit that others do not accept, and that no body of the parties decided on."""
    against = [
        (said, value)
        for said, value in findings_on(place.record, notice)
        if not value.accepts and value.by != notice.participant
    ]
    if run.end is None or not against:
        return run
    steps = [
        Step(f"{value.by} does not accept it: {value.words}", "VCLT 65", None, cite(said))
        for said, value in against
    ]
    found = replace(run.exit, state=ExitState.CONTESTED, trace=(*run.exit.trace, *steps))
    return replace(run, exit=found, end=When(run.end.lo, NEVER), contested=True)


def _outlived(run: ExitRun, rule: ExitRule) -> ExitRun:
    """What goes on binding after the exit: saved duties, and a sunset (VCLT 70)."""
    end = run.end
    if end is None or not (rule.saves or rule.sunset):
        return run
    place = rule.saves_at or rule.at
    steps = [Step(rule.saves, place.article)] if rule.saves else []
    until: When | None = None
    if rule.sunset is not None:
        sunset = rule.sunset
        until = end.moved(lambda day: sunset.end_after(day).day)
        words = f"duties outlive the exit for {sunset.words}, until {until.words}"
        steps.append(Step(words, place.article, until.words))
    found = replace(run.exit, sunset_until=until.partial if until else None)
    if found.effect is not None:
        found = replace(found, trace=(*found.trace, *steps))
    return replace(run, exit=found)


def _reckoned(
    place: Setting, rule: ExitRule, received: When
) -> tuple[When, Reckoned | None, list[Step]]:
    """When the period ends, the reckoning if the notice has one day, and the steps."""
    if rule.delay is None:
        return received, None, []
    start = place.in_force.first if place.in_force else None
    expected = reckon_when(rule.delay, received, start)
    if not received.is_day:
        words = f"received {received.words}: the period ends {expected.words}"
        return expected, None, [Step(words, rule.at.article, expected.words)]
    reckoned = reckon(rule.delay, received.lo, start)
    article, day = rule.at.article, str(reckoned.day)
    return expected, reckoned, [Step(words, article, day) for words in reckoned.steps]


def _conditions(
    place: Setting, rule: ExitRule, participant: str, *, expected: When, received: When
) -> tuple[ConditionState, ...]:
    """Each condition, asked on the day that its rule names."""
    asked = {AskedOn.PERIOD_END: expected, AskedOn.NOTICE: received}
    for fact in {one.fact for one in rule.conditions}:
        places = [(f"article {c.at.article}", c) for c in rule.conditions if c.fact == fact]
        only(places, f"{place.treaty.id}: which rule on {fact} keeps an exit from effect")
    return tuple(
        evaluate(
            place.record,
            participant,
            fact=one.fact,
            article=one.at.article,
            on=asked[one.asked_on],
        )
        for one in rule.conditions
    )


def _settles(place: Setting, base: ExitRun, effect: AdjudicatedAct) -> bool:
    """Whether the word that the exit took effect settles it.

    While a condition is open, only the depositary's does.
    """
    if not is_told(effect):
        return False
    if base.exit.open_condition is None:
        return True
    said = {one.evidence.source for one in (effect.followed, *effect.support)}
    return place.treaty.depositary_source in said


def _settled(
    base: ExitRun, effect: AdjudicatedAct, expected: When, *, rule: ExitRule, steps: list[Step]
) -> ExitRun:
    """The record says that the exit took effect; the rule's day stands beside it."""
    told = act_when(effect)
    step = act_step(effect)
    settled_by = effect.followed
    conditions = tuple(_met_by(one, settled_by) for one in base.exit.conditions)
    steps += _condition_steps(conditions)
    found = replace(base.exit, conditions=conditions, state=ExitState.EFFECTIVE)
    held = any(c.holds is Truth.YES for c in base.exit.conditions)
    deferred = held and told.lo > expected.hi
    if (told.meets(expected) and not held) or deferred:
        day = told if deferred else expected.narrowed(told)
        words = f"it took effect on {day.words}"
        trace = (*steps, replace(step, words=words, day=day.words))
        return replace(base, exit=replace(found, effect=day.partial, trace=trace), end=day)
    if rule.later_allowed and not held and told.lo > expected.hi:
        words = (
            f"it took effect on {told.words}: the period is a least one, which ended "
            f"{expected.words}"
        )
        trace = (*steps, replace(step, words=words, article=rule.at.article, day=told.words))
        return replace(base, exit=replace(found, effect=told.partial, trace=trace), end=told)
    ruled = "no effect while the condition holds" if held else expected.words
    words = f"the effect is told for {told.words}, the rule gives {ruled}"
    trace = (*steps, replace(step, words=words))
    found = replace(found, effect=told.partial, state=ExitState.CONTESTED, trace=trace)
    end = When(told.lo, NEVER) if held else told.hull(expected)
    return replace(base, exit=found, end=end, contested=True)


def _condition_steps(conditions: tuple[ConditionState, ...]) -> list[Step]:
    return [
        Step(c.words, c.article, c.on.edtf, cite(c.settled_by) if c.settled_by else None)
        for c in conditions
    ]


def _met_by(one: ConditionState, statement: Statement) -> ConditionState:
    """An open condition is settled by the statement that the exit took effect."""
    if one.holds is not Truth.UNKNOWN:
        return one
    words = f"settled: {cite(statement)} says that the exit took effect"
    return replace(one, holds=Truth.NO, settled_by=statement, words=words)


def _by_conditions(place: Setting, base: ExitRun, expected: When, *, steps: list[Step]) -> ExitRun:
    """No one says yet that the exit took effect: the conditions decide, or leave it open."""
    conditions = base.exit.conditions
    steps += _condition_steps(conditions)
    held = [c for c in conditions if c.holds is Truth.YES]
    if held:
        return _deferred(place, base, held, expected, steps=steps)
    open_one = base.exit.open_condition
    if open_one is not None:
        fact = open_one.fact.replace("_", " ")
        words = (
            f"expected to take effect on {expected.words}, unless it is then in {fact}: "
            f"if so it stays bound until the {fact} ends"
        )
        steps.append(Step(words, open_one.article, expected.words))
        found = replace(base.exit, trace=tuple(steps))
        because = UnknownBecause.OPEN_FACT
        return replace(base, exit=found, end=expected, expected=True, because=because)
    words = f"takes effect on {expected.words}"
    steps.append(Step(words, None, expected.words))
    found = replace(base.exit, trace=tuple(steps))
    beyond = place.reach is not None and expected.hi > place.reach
    if conditions or not beyond:
        found = replace(found, state=ExitState.EFFECTIVE, effect=expected.partial)
    return replace(base, exit=found, end=expected)


def _deferred(
    place: Setting,
    base: ExitRun,
    held: list[ConditionState],
    expected: When,
    *,
    steps: list[Step],
) -> ExitRun:
    """A condition held when the period ended: bound until it holds no longer."""
    who = base.exit.participant
    ends = [end_of(place.record, who, fact=c.fact, on=When.of(c.on)) for c in held]
    end = expected
    for one in ends:
        end = end.not_before(one)
    fact, article = held[0].fact.replace("_", " "), held[0].article
    if end.lo == NEVER:
        steps.append(Step(f"no effect while the {fact} lasts; its end is not known", article))
        found = replace(base.exit, state=ExitState.DEFERRED, trace=tuple(steps))
        return replace(base, exit=found)
    steps.append(Step(f"no effect before the {fact} ended: {end.words}", article, end.words))
    state = ExitState.EFFECTIVE if end.is_day else ExitState.DEFERRED
    effect = end.partial if end.is_day else None
    found = replace(base.exit, state=state, effect=effect, trace=tuple(steps))
    return replace(base, exit=found, end=end, because=UnknownBecause.OPEN_FACT)
