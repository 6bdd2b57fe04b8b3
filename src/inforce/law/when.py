"""A change whose day may be known only within bounds, and how it is reckoned on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from inforce.dates import PartialDate
from inforce.record.view import AdjudicatedAct
from inforce.terms import Modality

NEVER = date.max
"""As a last day: the change may never come."""
ALWAYS = date.min
"""As a first day: no bound is known."""
_ONE_DAY = timedelta(days=1)
_DAY_LENGTH = len("2025-05-08")
"""A longer text carries a qualifier, whose margin has to be asked for."""


@dataclass(frozen=True, slots=True, order=True)
class When:
    """The first and the last day on which a change may come, both inclusive."""

    lo: date
    hi: date

    @classmethod
    def on(cls, day: date) -> When:
        """Exactly that day."""
        return cls(day, day)

    @classmethod
    def of(cls, partial: PartialDate | None) -> When:
        """The days that a partial date may mean; without a date, any day."""
        if partial is None:
            return cls(ALWAYS, NEVER)
        day = partial.earliest
        if day is not None and day == partial.latest and len(partial.edtf) == _DAY_LENGTH:
            return cls(day, day)
        days = partial.possible
        return cls(days.start or ALWAYS, days.last_day or NEVER)

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.lo == self.hi

    @property
    def first(self) -> date | None:
        """The first day; None without a bound."""
        return None if self.lo == ALWAYS else self.lo

    @property
    def last(self) -> date | None:
        """The last day; None when it may never come."""
        return None if self.hi == NEVER else self.hi

    def moved(self, by: Callable[[date], date]) -> When:
        """Both bounds moved by a function that keeps their order."""
        return When(
            ALWAYS if self.lo == ALWAYS else by(self.lo),
            NEVER if self.hi == NEVER else by(self.hi),
        )

    def not_before(self, other: When) -> When:
        """The later of the two."""
        return When(max(self.lo, other.lo), max(self.hi, other.hi))

    def hull(self, other: When) -> When:
        """One or the other."""
        return When(min(self.lo, other.lo), max(self.hi, other.hi))

    def meets(self, other: When) -> bool:
        """Whether both may be the same day."""
        return self.lo <= other.hi and other.lo <= self.hi

    def narrowed(self, other: When) -> When:
        """The days that both allow; itself if there is none."""
        if not self.meets(other):
            return self
        return When(max(self.lo, other.lo), min(self.hi, other.hi))

    @property
    def partial(self) -> PartialDate:
        """As a partial date."""
        return PartialDate.spanning(self.first, self.last)

    @property
    def words(self) -> str:
        """The day, or the bounds, for a sentence."""
        return self.partial.edtf


def act_when(act: AdjudicatedAct) -> When:
    """The days on which an act may have been done.

    Where rivals of equal authority leave the date contested, any of their days. An act told as
    done had been done when it was told.
    """
    when = When.of(act.date)
    if act.contested:
        for rival in act.rivals:
            when = when.hull(When.of(rival.claim.date))
    if when.is_day:
        return when
    told = act.followed.evidence
    if told.asserted is not None and not told.asserted_assumed:
        latest = told.asserted.latest
        if act.followed.modality is Modality.DONE and latest and when.lo <= latest < when.hi:
            return When(when.lo, latest)
    return when


def day_after(day: date) -> date:
    """The next day; the last day of the calendar stays."""
    return day if day == NEVER else day + _ONE_DAY
