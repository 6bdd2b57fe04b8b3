"""What the law answers beside a status: who is bound, deadlines, rules in words, explanations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.catalogue.model import Obligation, RuleState
from inforce.dates import PartialDate, Reckoned
from inforce.law.model import Exit, Trace
from inforce.record.view import AdjudicatedAct
from inforce.terms import UnknownBecause


@dataclass(frozen=True, slots=True)
class CountRange:
    """A count both ways: ``low`` and ``high`` differ while something is open."""

    low: int
    high: int

    @property
    def is_settled(self) -> bool:
        """Whether there is one number."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class PartiesAnswer:
    """Who is bound, and who has consented, on a day.

    ``in_force`` and ``deposited`` are the participants for which it is settled, sorted by id;
    the two counts are their numbers, the two ranges count both ways. ``signatories`` are all who
    ever signed; ``n_signatories_not_former`` leaves out former parties, as UN pages do.
    ``expected_exits`` are exits that should have taken effect by the day and hang on an open
    condition; ``unknown`` are the participants whose place on the day is open for any reason.
    """

    treaty: str
    on: PartialDate
    in_force: tuple[str, ...]
    deposited: tuple[str, ...]
    n_in_force: int
    n_deposited: int
    in_force_range: CountRange
    deposited_range: CountRange
    signatories: tuple[str, ...]
    n_signatories: int
    n_signatories_not_former: int
    expected_exits: tuple[Exit, ...] = ()
    unknown: tuple[str, ...] = ()
    unknown_deposits: tuple[str, ...] = ()
    complete_until: date | None = None
    known_until: date | None = None
    past_record: bool = False
    trace: Trace = ()


class DeadlineState(StrEnum):
    """Where a deadline stands on a day, as far as the record tells.

    OPEN: it lies ahead; MET: a statement says that the duty was fulfilled; OVERDUE: it has passed
    and a body found the duty not fulfilled, or the list of those who fulfilled it is complete and
    does not name the participant; LAPSED: the participant's exit took effect first; UNKNOWN:
    nothing says which, or no day can be given.
    """

    OPEN = "open"
    MET = "met"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Deadline:
    """An obligation's deadline for one participant.

    ``due`` is the day with the extensions followed, ``original`` the one without; both are None
    where no day can be given. ``number`` counts the deadlines of a duty that comes round.
    ``settled_by`` is the act by which it was met, or found not to be; ``because`` says why a
    state is unknown.
    """

    obligation: Obligation
    participant: str
    due: PartialDate | None
    state: DeadlineState
    trace: Trace = ()
    treaty: str = ""
    number: int = 1
    original: PartialDate | None = None
    extensions: tuple[AdjudicatedAct, ...] = ()
    settled_by: AdjudicatedAct | None = None
    because: UnknownBecause | None = None

    @property
    def met_on(self) -> PartialDate | None:
        """The day on which it was met, as far as it is known."""
        met = self.state is DeadlineState.MET and self.settled_by is not None
        return self.settled_by.date if met and self.settled_by else None


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One of a treaty's rules in plain words."""

    topic: str
    words: str
    article: str
    state: RuleState
    checked: date | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule tried on two dates; ``days_off`` is 0 where it gives the effect exactly."""

    rule: str
    article: str
    reckoned: Reckoned
    days_off: int
