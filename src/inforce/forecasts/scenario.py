"""A scenario: acts and facts that are supposed, and acts that are supposed away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from inforce.dates import PartialDate
from inforce.forecasts.errors import ScenarioError
from inforce.terms import CONSENTS, EXIT_NOTICES, Act

SUPPOSABLE = frozenset({Act.SIGNATURE, Act.REVOCATION, Act.EXPULSION, *CONSENTS, *EXIT_NOTICES})
"""The acts that a scenario may suppose: those from which the law works out a status."""


@dataclass(frozen=True, slots=True)
class SupposedAct:
    """An act that the record does not hold; ``date`` is one day.

    ``about`` is, for a revocation, the act that is taken back.
    """

    treaty: str
    participant: str
    act: Act
    date: PartialDate
    about: Act | None = None

    @property
    def words(self) -> str:
        """The act as messages name it."""
        return f"the {self.act.value} of {self.participant} under {self.treaty} on {self.date}"


@dataclass(frozen=True, slots=True)
class SupposedFact:
    """A fact of the world that a rule asks for, from ``since`` to ``until`` (None: onwards)."""

    participant: str
    fact: str
    holds: bool
    since: PartialDate
    until: PartialDate | None = None

    @property
    def words(self) -> str:
        """The fact as messages name it."""
        what = self.fact.replace("_", " ")
        until = f" until {self.until}" if self.until else ""
        return f"{'' if self.holds else 'no '}{what} of {self.participant} from {self.since}{until}"

    def overlaps(self, other: SupposedFact) -> bool:
        """Whether the two speak of the same fact on a day that they share."""
        same = (self.participant, self.fact) == (other.participant, other.fact)
        mine, theirs = self._ends(), other._ends()
        return same and mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def _ends(self) -> tuple[str, str]:
        return self.since.edtf, self.until.edtf if self.until else "~"


@dataclass(frozen=True, slots=True)
class TakenAway:
    """An act of the record that is supposed never to have been done."""

    treaty: str
    participant: str
    act: Act
    date: PartialDate | None = None
    """Which of several such acts; None where there is only one."""

    @property
    def words(self) -> str:
        """The act as messages name it."""
        day = f" on {self.date}" if self.date else ""
        return f"the {self.act.value} of {self.participant} under {self.treaty}{day}"


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is supposed, as sets: the order in which it is written does not matter.

    ``on`` is the day on which before and after are compared, ``groups`` those whose coverage is.
    """

    name: str
    acts: frozenset[SupposedAct] = frozenset()
    facts: frozenset[SupposedFact] = frozenset()
    without: frozenset[TakenAway] = frozenset()
    on: PartialDate | None = None
    groups: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is supposed."""
        return not (self.acts or self.facts or self.without)


def compose(scenarios: Iterable[Scenario]) -> Scenario:
    """One scenario that supposes what each of these does.

    Raises ScenarioError, naming every pair of suppositions that exclude each other.
    """
    each = tuple(scenarios)
    days = {one.on for one in each if one.on is not None}
    name = " + ".join(dict.fromkeys(one.name for one in each)) or "nothing supposed"
    problems = [
        f"found the days {', '.join(sorted(day.edtf for day in days))} to compare on, expected one"
    ]
    whole = Scenario(
        name,
        frozenset(act for one in each for act in one.acts),
        frozenset(fact for one in each for fact in one.facts),
        frozenset(gone for one in each for gone in one.without),
        next(iter(days), None),
        tuple(sorted({group for one in each for group in one.groups})),
    )
    problems = [*(problems if len(days) > 1 else []), *contradictions(whole)]
    if problems:
        raise ScenarioError(name, problems)
    return whole


def contradictions(scenario: Scenario) -> Iterator[str]:
    """The pairs of suppositions that exclude each other, a sentence each."""
    for one, other in combinations(sorted(scenario.acts, key=lambda act: act.words), 2):
        same_place = (one.treaty, one.participant) == (other.treaty, other.participant)
        if same_place and one.act is other.act and one.date == other.date:
            yield f"{one.words} is supposed to take back two different acts"
        elif same_place and one.date == other.date:
            yield f"{one.words} and {other.words} cannot both be supposed: they are of one day"
    for first, second in combinations(sorted(scenario.facts, key=lambda fact: fact.words), 2):
        if first.overlaps(second) and first.holds is not second.holds:
            yield f"{first.words} and {second.words} exclude each other"
    for gone in sorted(scenario.without, key=lambda gone: gone.words):
        for act in sorted(scenario.acts, key=lambda act: act.words):
            same = (act.treaty, act.participant, act.act) == (
                gone.treaty,
                gone.participant,
                gone.act,
            )
            if same and gone.date == act.date:
                yield f"{act.words} is both supposed and supposed away"
