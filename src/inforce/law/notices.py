"""The notifications of a record that concern one territory, in the order in which they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.territories import Territory
from inforce.law.model import Step
from inforce.law.steps import cite
from inforce.record.fact_values import Territorial
from inforce.record.model import Statement
from inforce.record.view import TreatyRecord
from inforce.terms import TERRITORIAL, Act

_WORDS = {
    Act.TERRITORIAL_APPLICATION: "the treaty applies to {0}",
    Act.TERRITORIAL_EXCLUSION: "the treaty doesn't apply to {0}",
    Act.TERRITORIAL_APPLICATION_END: "the treaty's application to {0} ends",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """A notification as it concerns one territory.

    ``start`` is the day from which it holds, ``named`` the territory that it names, which may be
    the one from which this one came. ``act`` is an exclusion too where a list of all the parts that
    are meant leaves the territory out; then ``implied`` is set.
    """

    act: Act
    start: date
    named: str
    statement: Statement
    implied: bool = False

    @property
    def step(self) -> Step:
        """The notification as a step of a trace."""
        day = self.statement.claim.date
        said = f"notified on {day}" if day else "notified on a day that is not told"
        if self.implied:
            words = f"{said}: the parts meant are listed, and {self.named} is not among them"
        else:
            words = f"{said}: {_WORDS[self.act].format(self.named)}"
        if day is None or day.latest != self.start:
            words += f", from {self.start}" if self.start != date.min else ""
        return Step(words, "VCLT 29", day.edtf if day else None, cite(self.statement))


def notices_on(
    record: TreatyRecord, territory: Territory, state: str, day: date
) -> tuple[Notice, ...]:
    """The notifications by the state that hold for the territory by a day; the last one decides.

    What was said of the territory from which it came goes on for it, if it was said before.
    """
    found = [notice for notice in _all(record, territory, state) if notice.start <= day]
    return tuple(sorted(found, key=lambda one: (one.start, not one.implied)))


def _all(record: TreatyRecord, territory: Territory, state: str) -> Iterator[Notice]:
    for statement in record.beside:
        claim, value = statement.claim, statement.claim.value
        if claim.participant != state or claim.act not in TERRITORIAL:
            continue
        if not isinstance(value, Territorial) or claim.act is None:
            continue
        when = value.effect or claim.date
        start = (when.latest if when else None) or date.min
        names = [(territory.id, date.max), *territory.predecessors]
        named = next((n for n, until in names if n in value.territories and start < until), None)
        overseas = territory.id != state
        if named is not None or (value.every and overseas):
            yield Notice(claim.act, start, named or territory.id, statement)
        elif value.only and overseas and claim.act is Act.TERRITORIAL_APPLICATION:
            yield Notice(Act.TERRITORIAL_EXCLUSION, start, territory.id, statement, implied=True)
