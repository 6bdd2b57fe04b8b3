"""Territories: parts of participants that can't join a treaty themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.dates import PartialDate
from inforce.terms import Act


class Practice(StrEnum):
    """What a state's consent means for a territory when nothing is said (VCLT article 29).

    WITH_STATE: consent covers it, unless it is excluded (Denmark, France, the United States).
    BY_NOTICE: it needs a notification or a name in the instrument (the United Kingdom, the parts
    of the Netherlands, the Special Administrative Regions of China). OPEN: the practice has been
    both, so without a word nothing is known (Tokelau).
    """

    WITH_STATE = "with_state"
    BY_NOTICE = "by_notice"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Responsible:
    """The state that answers for a territory's international relations, over half-open days."""

    state: str
    since: date | None
    until: date | None
    practice: Practice

    def on(self, day: date) -> bool:
        """Whether it is responsible on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day < self.until
        )


@dataclass(frozen=True, slots=True)
class Territory:
    """A part of a participant that is no participant itself, and is never counted as one.

    ``predecessors`` are (id, day) pairs: what applied to that territory on the day goes on here.
    """

    id: str
    name: str
    alpha2: str | None
    names: tuple[str, ...]
    responsible: tuple[Responsible, ...]
    predecessors: tuple[tuple[str, date], ...] = ()

    def of(self, state: str) -> bool:
        """Whether it is or was a part of that state."""
        return any(one.state == state for one in self.responsible)

    def responsible_on(self, day: date) -> Responsible | None:
        """Who is responsible for it on a day; None where nobody of the catalogue is."""
        return next((one for one in self.responsible if one.on(day)), None)


@dataclass(frozen=True, slots=True)
class ExtentRow:
    """A notification on the territories to which a treaty applies, as its source gives it.

    ``effect`` is the day from which it holds, where that is not ``date``; ``only`` marks one that
    lists all the parts that are meant.
    """

    treaty: str
    participant: str
    act: Act
    date: PartialDate | None
    territories: tuple[str, ...]
    effect: PartialDate | None
    only: bool
    asserted: PartialDate | None
    source: str
    reference: str
    verified: bool
    note: str
