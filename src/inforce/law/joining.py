"""From which day the treaty binds one that consented: original, later, or by succession."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from inforce.catalogue.model import (
    LaterFrom,
    ParticipantForceRule,
    RuleState,
    Treaty,
    TreatyRules,
)
from inforce.law import vclt
from inforce.law.force import force_when, treaty_force
from inforce.law.model import Force, Step
from inforce.law.reckon import reckon, reckon_when
from inforce.law.rules import only
from inforce.law.steps import act_step, cite
from inforce.law.when import NEVER, When, act_when
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import Act, AnswerKind, UnknownBecause


@dataclass(frozen=True, slots=True)
class Setting:
    """What all participants of one treaty share: its rules, record, force and end."""

    treaty: Treaty
    record: TreatyRecord
    force: Force
    in_force: When | None
    """None: the treaty has not entered into force, as far as is known."""
    reached: When | None
    """When the requirements were met; None where the record does not tell."""
    ended: tuple[When, AdjudicatedAct] | None
    successions: dict[str, date]
    dissolved: dict[str, date]
    reach: date | None
    """The last day that the record speaks of; None: no limit is known."""
    ended_on: date | None = None
    """The published first day on which the treaty was no longer in force."""
    parent: Setting | None = None
    """What the participants of the treaty share with which this one ends for each."""


@dataclass(frozen=True, slots=True)
class Binding:
    """When consent begins to bind; ``when`` None: not while the treaty is not in force."""

    when: When | None
    steps: tuple[Step, ...]
    because: UnknownBecause | None = None
    contested: bool = False


def setting(treaty: Treaty, record: TreatyRecord) -> Setting:
    """Work out once what all participants share."""
    force = treaty_force(treaty, record)
    ends = (act for act in record.acts if act.act is Act.TERMINATION and not act.participant)
    end = next(ends, None)
    limits = [record.known_on.latest if record.known_on else None, record.recorded_on]
    known = [day for day in limits if day is not None]
    return Setting(
        treaty,
        record,
        force,
        force_when(force),
        When.of(force.reached) if force.reached else None,
        (act_when(end), end) if end else None,
        dict(record.successions),
        dict(record.dissolved),
        min(known) if known else record.complete_until,
        _published_end(treaty, record),
        setting(*record.parent) if record.parent else None,
    )


def _published_end(treaty: Treaty, record: TreatyRecord) -> date | None:
    """The catalogue's day of the treaty's end, unless it came after the record's ``known_on``."""
    known = record.known_on.latest if record.known_on else None
    return None if known and treaty.ended and known < treaty.ended else treaty.ended


def binding(place: Setting, consent: AdjudicatedAct, published: AdjudicatedAct | None) -> Binding:
    """From which day the instrument binds, compared with a published day if there is one.

    ``published`` is an ENTRY_INTO_FORCE_FOR_PARTICIPANT act of the record.
    """
    when = act_when(consent)
    if consent.act is Act.SUCCESSION:
        found = _succession(place, consent, when, published=published)
        return _floored(place, found)
    found = bound_from(place, when)
    return _compared(place, found, published) if published is not None else found


def bound_from(place: Setting, when: When) -> Binding:
    """From which day an instrument deposited on ``when`` binds, by the treaty's rules alone."""
    return _floored(place, _by_rule(place, when))


def _by_rule(place: Setting, when: When) -> Binding:
    """Original participant or later one: whichever of the two rules takes the instrument."""
    rules = place.treaty.rules
    if place.in_force is None:
        return Binding(None, (Step("the treaty is not in force"),))
    if rules is None:
        words = "nobody has read the rule for those who consent later"
        return Binding(When(when.lo, NEVER), (Step(words),), UnknownBecause.NOT_VERIFIED)
    original, later = _sorted_in(place, rules, when)
    applying: list[tuple[str, Callable[[], Binding]]] = []
    if original:
        at = rules.entry_into_force.at.article
        applying.append((f"article {at}: original participant", lambda: _original(place)))
    if later:
        rule = rules.later_participants
        at = rule.at.article
        applying.append((f"article {at}: later participant", lambda: _later(place, rule, when)))
    if original and later:
        return _either([run() for _, run in applying])
    run = only(applying, f"{place.treaty.id}: from when an instrument binds")
    return run() if run else _later(place, rules.later_participants, when)


def _sorted_in(place: Setting, rules: TreatyRules, when: When) -> tuple[bool, bool]:
    """Whether the instrument may be an original one, and whether it may be a later one.

    Both only where the day is known within bounds that hold the limit. Where the record does not
    tell when the requirements were met, the published day tells: an instrument of that day or an
    earlier one would have brought the treaty into force by it.
    """
    by_force = rules.later_participants.applies is LaterFrom.AFTER_ENTRY_INTO_FORCE
    limit = place.in_force if by_force else place.reached
    if limit is not None:
        return when.lo <= limit.hi, when.hi > limit.lo
    delay = rules.entry_into_force.delay
    if place.in_force is None or delay is None:
        return False, True
    start = place.in_force.first
    would = reckon_when(delay, when, start)
    return would.lo <= place.in_force.hi, would.hi > place.in_force.lo


def _original(place: Setting) -> Binding:
    rules, force = place.treaty.rules, place.force
    at = rules.entry_into_force.at.article if rules else None
    day = force.day.edtf if force.day else None
    step = Step(f"original participant: bound with the treaty itself, on {day}", at, day)
    return Binding(place.in_force, (step,))


def _later(place: Setting, rule: ParticipantForceRule, when: When) -> Binding:
    at = rule.at.article
    if rule.at.state is RuleState.NONE:
        words = f"no rule of its own: {vclt.words('24(3)')}, {vclt.basis(place.treaty)}"
        return Binding(when, (Step(words, "VCLT 24(3)", when.words),))
    if rule.at.state is RuleState.UNREAD or rule.delay is None:
        words = "nobody has read the rule for those who consent later"
        return Binding(When(when.lo, NEVER), (Step(words, at),), UnknownBecause.NOT_VERIFIED)
    start = place.in_force.first if place.in_force else None
    found = reckon_when(rule.delay, when, start)
    if not when.is_day:
        words = f"deposited {when.words}: bound from a day in {found.words}"
        return Binding(found, (Step(words, at, found.words),))
    reckoned = reckon(rule.delay, when.lo, start)
    steps = tuple(Step(words, at, str(reckoned.day)) for words in reckoned.steps)
    return Binding(found, steps)


def _succession(
    place: Setting, consent: AdjudicatedAct, when: When, *, published: AdjudicatedAct | None
) -> Binding:
    """A successor is bound from the succession, not from its notice.

    Source: Vienna Convention on Succession of States in respect of Treaties, articles 23(1) and
    34(1); the practice of depositaries. The rule for later participants does not apply.
    """
    rule = place.treaty.rules.later_participants if place.treaty.rules else None
    note = rule.succession_words if rule and rule.succession_words else ""
    words = "a succession does not follow the rule for later participants"
    head = Step(f"{words}: {note}" if note else words, rule.at.article if rule else None)
    if published is not None and published.date is not None:
        step = Step(
            f"bound from the day of succession, {published.date.edtf}",
            None,
            published.date.edtf,
            cite(published.followed),
        )
        return Binding(act_when(published), (head, step))
    day = place.successions.get(consent.participant)
    if day is not None:
        step = Step(f"bound from the day of succession, {day}", None, str(day), "catalogue")
        return Binding(When.on(day), (head, step))
    step = Step("the day of succession is not in the record: at the latest its notice")
    start = place.in_force.lo if place.in_force else when.lo
    return Binding(When(min(start, when.lo), when.hi), (head, step), UnknownBecause.OPEN_FACT)


def _floored(place: Setting, found: Binding) -> Binding:
    """Never before the treaty itself is in force."""
    if found.when is None or place.in_force is None:
        return replace(found, when=None)
    later = found.when.not_before(place.in_force)
    contested = found.contested or (
        place.force.answer is AnswerKind.CONTESTED and later.lo < place.in_force.hi
    )
    because = found.because or (place.force.because if later.hi == NEVER else None)
    if later == found.when:
        return replace(found, contested=contested, because=because)
    words = f"but not before the treaty itself is in force: {later.words}"
    steps = (*found.steps, Step(words, None, later.words))
    return Binding(later, steps, because, contested)


def _either(found: list[Binding]) -> Binding:
    """The day of the instrument leaves two rules open: any day that either gives."""
    whens = [one.when for one in found if one.when is not None]
    when = whens[0]
    for other in whens[1:]:
        when = when.hull(other)
    steps = tuple(step for one in found for step in one.steps)
    head = Step("its day leaves open whether it is an original or a later instrument")
    because = next((one.because for one in found if one.because), UnknownBecause.OPEN_FACT)
    return Binding(when, (head, *steps), because)


def _compared(place: Setting, found: Binding, published: AdjudicatedAct) -> Binding:
    """Set a published day of entry into force for the participant beside the rule's."""
    told = act_when(published)
    step = act_step(published)
    if found.when is None:
        return found
    if found.because is UnknownBecause.NOT_VERIFIED:
        as_told = Binding(told, (*found.steps, step))
        # One for which it is told to be in force is bound, though its own day may not be known.
        open_ended = place.in_force is not None and place.in_force.hi == NEVER
        return as_told if open_ended else _floored(place, as_told)
    if found.when.meets(told):
        words = f"the published day agrees: {told.words}"
        steps = (*found.steps, replace(step, words=words))
        return replace(found, when=found.when.narrowed(told), steps=steps)
    words = f"the published day is {told.words}, the rule gives {found.when.words}"
    floor = place.in_force or found.when
    if told.hi < floor.lo:
        words += f"; nobody is bound before the treaty itself, in force from {floor.words}"
    either = found.when.hull(told.not_before(floor))
    steps = (*found.steps, replace(step, words=words))
    return Binding(either, steps, found.because, contested=not either.is_day)
