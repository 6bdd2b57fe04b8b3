"""What is found in a treaty's text: clauses, the rules read from them, and what stayed unread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inforce.catalogue.model import (
    ExitRule,
    ParticipantForceRule,
    ProvisionalRule,
    ReservationRule,
    TreatyForceRule,
)


class Topic(StrEnum):
    """What a final clause is about."""

    SIGNATURE = "signature"
    CONSENT = "consent"
    ENTRY_INTO_FORCE = "entry_into_force"
    LATER_PARTICIPANTS = "later_participants"
    PROVISIONAL = "provisional"
    RESERVATIONS = "reservations"
    AMENDMENT = "amendment"
    TERRITORY = "territory"
    EXIT = "exit"
    DURATION = "duration"
    TERMINATION = "termination"
    DEPOSITARY = "depositary"
    AUTHENTIC_TEXTS = "authentic_texts"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text: ``start`` inclusive and ``end`` exclusive, and the article they are of.

    ``article`` is as lawyers cite it, without the word: ``27(2)``; empty where the text numbers
    nothing.
    """

    text: str
    start: int
    end: int
    article: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A final clause: its topic and its words."""

    topic: Topic
    quote: Quote


Rule = TreatyForceRule | ParticipantForceRule | ExitRule | ProvisionalRule | ReservationRule
"""A rule in the catalogue's own shape."""


class Part(StrEnum):
    """Which rule of a treaty's file is proposed; the file's own keys."""

    ENTRY_INTO_FORCE = "entry_into_force"
    LATER_PARTICIPANTS = "later_participants"
    EXIT = "exit"
    PROVISIONAL = "provisional"
    RESERVATIONS = "reservations"
    DURATION = "duration"
    JOINING = "joining"
    TERRITORY = "territory"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a clause: the rule, the words it rests on, and what they say in ours.

    ``rule`` is None where only the place of the clause is proposed (duration, joining,
    territory). ``quotes`` has at least one.
    """

    part: Part
    rule: Rule | None
    quotes: tuple[Quote, ...]
    words: str

    @property
    def article(self) -> str:
        """The articles of its quotes, each once."""
        names = dict.fromkeys(quote.article for quote in self.quotes if quote.article)
        return ", ".join(names) or "unnumbered"


@dataclass(frozen=True, slots=True)
class Unturned:
    """A clause that could not be put as a rule, with its words and the reason."""

    part: Part
    quote: Quote
    why: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A question on which nothing was found: what the Vienna Convention says then."""

    part: Part
    article: str
    words: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything proposed for one text.

    ``readings`` has for each part the rules proposed for it: one, or several of equal weight.
    ``problem`` is one sentence where nothing was found; there are no readings then.
    """

    name: str
    digest: str
    language: str
    clauses: tuple[Clause, ...] = ()
    readings: tuple[Reading, ...] = ()
    unturned: tuple[Unturned, ...] = ()
    silent: tuple[Silence, ...] = ()
    problem: str = ""

    def of(self, part: Part) -> tuple[Reading, ...]:
        """The readings of one part: none, one, or several of equal weight."""
        return tuple(one for one in self.readings if one.part is part)
