"""Facts of the world that a rule asks for: did one hold on a day, and when did it end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inforce.dates import PartialDate, Truth
from inforce.dates.stated import Stated
from inforce.law.model import ConditionState
from inforce.law.steps import cite
from inforce.law.when import ALWAYS, NEVER, When, day_after
from inforce.record.fact_values import Condition
from inforce.record.model import Statement
from inforce.record.view import TreatyRecord
from inforce.terms import ClaimKind, Modality


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time for which a statement says that a fact holds, or does not.

    ``begins`` bounds its first day, ``ends`` the first day after it.
    """

    holds: bool
    begins: When
    ends: When
    statement: Statement

    def covers(self, when: When) -> bool:
        """Whether it holds every day that may be meant, whatever its own bounds."""
        return self.begins.hi <= when.lo and when.hi < self.ends.lo


def evaluate(
    record: TreatyRecord, participant: str, *, fact: str, article: str, on: When
) -> ConditionState:
    """Whether the fact held on the day, and which statement settles it.

    UNKNOWN where no statement covers the day, or where statements differ on it. What has no
    stated end goes on, but as known on an earlier day nobody knows that it still will.
    """
    limit = record.known_on.latest if record.known_on else None
    ahead = limit is not None and on.hi > limit
    covering = [
        s
        for s in stretches(record, participant, fact)
        if s.covers(on) and not (ahead and s.ends.hi == NEVER)
    ]
    name = fact.replace("_", " ")
    sides = {s.holds for s in covering}
    if len(sides) == 1:
        holds = sides == {True}
        by = covering[0].statement
        words = f"{'in' if holds else 'no'} {name} on {on.words} ({cite(by)})"
        return ConditionState(fact, article, on.partial, Truth.of(holds), by, words)
    if covering:
        words = f"the sources differ on {name} on {on.words}"
    else:
        words = f"nothing settles whether it was in {name} on {on.words}"
    return ConditionState(fact, article, on.partial, Truth.UNKNOWN, None, words)


def end_of(record: TreatyRecord, participant: str, *, fact: str, on: When) -> When:
    """The first day on which the fact, true on ``on``, holds no longer.

    Stretches that follow one another without a gap are one. Without a stated end the day is
    bounded by the next time for which the fact is denied, or never comes.
    """
    known = list(stretches(record, participant, fact))
    running = [s for s in known if s.holds and s.covers(on)]
    end = max((s.ends for s in running), default=When(NEVER, NEVER))
    for later in sorted((s for s in known if s.holds), key=lambda s: s.begins):
        if later.begins.lo <= end.hi and later.ends > end:
            end = later.ends
    if end.lo != NEVER:
        return end
    denied = [s.begins for s in known if not s.holds and s.begins.lo > on.hi]
    return When(day_after(on.hi), min(denied).hi) if denied else When(NEVER, NEVER)


def stretches(record: TreatyRecord, participant: str, fact: str) -> Iterator[Stretch]:
    """What the record's statements say of a fact about a participant."""
    for statement in record.conditions:
        claim = statement.claim
        if claim.kind is not ClaimKind.CONDITION or claim.participant != participant:
            continue
        value = claim.value
        if not isinstance(value, Condition) or value.fact != fact:
            continue
        if claim.treaty not in (None, record.treaty) or statement.modality is not Modality.DONE:
            continue
        begins, ends = _bounds(value.period or claim.date)
        said = statement.evidence.asserted
        if not value.holds and ends.hi == NEVER and said is not None and said.latest is not None:
            # "Not so far" says nothing of the days after it was said.
            ends = When(day_after(said.latest), NEVER)
        yield Stretch(value.holds, begins, ends, statement)


def _bounds(period: PartialDate | None) -> tuple[When, When]:
    """The bounds of the first day and of the first day after a stated time."""
    if period is None:
        return When(ALWAYS, NEVER), When(ALWAYS, NEVER)
    span = period.spans[0]
    begins, ends = _end_bounds(span.first), _end_bounds(span.last)
    return begins or When(ALWAYS, ALWAYS), ends.moved(day_after) if ends else When(NEVER, NEVER)


def _end_bounds(end: Stated | str) -> When | None:
    """The days that an end may mean; None for an open or unknown end."""
    if isinstance(end, str):
        return None
    first, last = end.possible
    return When(first or ALWAYS, last or NEVER)
