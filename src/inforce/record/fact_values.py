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
class Territorial:
    """The territories of an act on the extent of a treaty (VCLT article 29).

    ``territories`` are ids of the catalogue; the author's own id stands for its metropolitan part,
    and the id of a participant for what was then a territory of the author. ``named`` are names
    that the catalogue lacks. ``only`` marks a list of all the parts that are meant, ``every`` that
    all territories are. ``effect`` is the day from which it holds, where that is not the act's.
    """

    territories: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    only: bool = False
    every: bool = False
    effect: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class UnilateralStatement:
    """What a reservation, declaration, objection or withdrawal of one is about.

    ``articles`` are the treaty's articles that its words name, ``about`` the participants to whose
    act it objects. ``precludes`` is whether an objection keeps the treaty from entering into force
    between the two (VCLT articles 20(4)(b) and 21(3)); None where its words leave that open.
    ``partial`` marks a withdrawal of a part. ``mark`` tells apart two texts of one day by their
    letters.
    """

    articles: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    precludes: bool | None = None
    partial: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Other:
    """A claim that the vocabulary has no kind for; ``name`` says which."""

    name: str
    text: str = ""
