"""How the deadlines of a duty are counted, and the rows that say what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inforce.dates import PartialDate, Period, YearlyWindow
from inforce.dates.civil import MONTH_NAMES
from inforce.terms import Act


class DutyFrom(StrEnum):
    """What the deadline of a duty is counted from."""

    PARTICIPANT = "participant"
    """The treaty's entry into force for the participant."""
    TREATY = "treaty"
    """The treaty's own entry into force, for whoever is bound by then."""
    DEPOSIT = "deposit"
    """The deposit of the participant's instrument."""
    DUTY = "duty"
    """The deadline of another duty of the same treaty."""
    FIXED = "fixed"
    """Nothing: the treaty, or its meeting, names the day."""


class Start(StrEnum):
    """From when a yearly deadline comes round."""

    AT_ONCE = "at_once"
    """The first such day after the day counted from and the period."""
    FULL_YEAR = "full_year"
    """For the first calendar year that lies whole after it, so in the year after that one."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How a deadline comes round; exactly one of the first three is given.

    ``every`` counts from each deadline to the next; ``yearly_by`` is a day of each year;
    ``after_year_end`` counts from 31 December of each year. ``start`` is for the two yearly ones.
    """

    every: Period | None = None
    yearly_by: YearlyWindow | None = None
    after_year_end: Period | None = None
    start: Start = Start.AT_ONCE

    @property
    def words(self) -> str:
        """As an English phrase, such as "by 30 April of each year"."""
        if self.every is not None:
            return f"then every {self.every.words}"
        if self.yearly_by is not None:
            by = self.yearly_by
            return f"by {by.day} {MONTH_NAMES[by.month - 1]} of each year"
        after = self.after_year_end
        return f"within {after.words} of the end of each year" if after else ""


@dataclass(frozen=True, slots=True)
class Extension:
    """More time for a duty: who gives it, and how much at most.

    ``most`` is the longest that one extension may add (None: the treaty names none), ``renewed``
    whether another may follow; ``until`` is the last day that any may reach, counted like the
    deadline.
    """

    by: str
    most: Period | None = None
    renewed: bool = False
    until: Period | None = None

    @property
    def words(self) -> str:
        """How much, as an English phrase, such as "up to ten years more, more than once"."""
        words = f"up to {self.most.words} more" if self.most else "more time"
        words += ", more than once" if self.renewed else ""
        return words + (f", but no more than {self.until.words} in all" if self.until else "")


@dataclass(frozen=True, slots=True)
class DutyRow:
    """What was told of a participant's duty: more time, completion, a report, or its failure."""

    treaty: str
    participant: str
    act: Act
    duty: str
    """The duty's name in the treaty's file."""
    date: PartialDate | None
    until: PartialDate | None
    """For an extension, the day to which it moves the deadline."""
    period: PartialDate | None
    """For a duty that comes round, the deadline met or the calendar year reported on."""
    asserted: PartialDate | None
    source: str
    reference: str
    verified: bool
    note: str = ""
