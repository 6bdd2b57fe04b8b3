"""The values of claims that the shipped facts carry: what every question needs."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Tally:
    """Votes; None where the report does not print the number."""

    votes_for: int | None = None
    against: int | None = None
    abstain: int | None = None
    not_voting: int | None = None
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class Threshold:
    """Votes needed."""

    votes: int


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact of the world that a rule asks for, such as an armed conflict."""

    fact: str
    holds: bool
    period: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A body's or participant's word on another's act: accepted as having effect, or not."""

    act: str
    accepts: bool
    by: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """Which of a treaty's duties an act is about, by the name that the catalogue gives it.

    ``until`` is the day to which an extension moves the deadline. ``period`` is, for a duty that
    comes round, the deadline met or the calendar year reported on; None where the source does
    not tell.
    """

    name: str
    until: PartialDate | None = None
    period: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """A claim that the vocabulary has no kind for; ``name`` says which."""

    name: str
    text: str = ""
