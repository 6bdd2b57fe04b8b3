"""What an audit of published dates is made of: rows, fits, faults and shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.catalogue.model import Delay


@dataclass(frozen=True, slots=True)
class Row:
    """One participant under one treaty, as a published table has it; None where it has no day.

    ``line`` is the line of the file, ``treaty_force`` the treaty's own entry into force as the
    row has it, ``flagged`` whether the table itself marks the row as doubtful.
    """

    line: int
    treaty: str
    participant: str
    consent: date | None = None
    force: date | None = None
    consent_kind: str = ""
    signature: date | None = None
    exit_notice: date | None = None
    exit_effect: date | None = None
    treaty_force: date | None = None
    treaty_end: date | None = None
    flagged: bool = False
    impossible: tuple[tuple[str, str], ...] = ()
    """(column, text) of days that are in no calendar, such as 1976-06-31."""


class Part(StrEnum):
    """Which rule a row's day of force is asked of."""

    ORIGINAL = "original"
    LATER = "later"
    UNDATED = "undated"


class FaultKind(StrEnum):
    """What has likely gone wrong with a recorded day; in order of telling where several fit."""

    IMPOSSIBLE_DAY = "impossible_day"
    SENTINEL_YEAR = "sentinel_year"
    TREATY_DATE_WRONG = "treaty_date_wrong"
    DAY_MONTH_SWAPPED = "day_month_swapped"
    SUCCESSOR_DATE = "successor_date"
    CONSENT_FILLED = "consent_filled"
    YEAR_MISTYPED = "year_mistyped"
    MONTH_MISTYPED = "month_mistyped"
    PERIOD_CONFUSED = "period_confused"
    ONE_DAY_LATER = "one_day_later"
    ONE_DAY_EARLIER = "one_day_earlier"
    NEIGHBOUR_FILLED = "neighbour_filled"
    SIGNATURE_FILLED = "signature_filled"
    TREATY_DAY_FILLED = "treaty_day_filled"
    BEFORE_THE_TREATY = "before_the_treaty"
    FORCE_BEFORE_CONSENT = "force_before_consent"
    END_FILLED_DOWN = "end_filled_down"
    EXIT_UNEXPLAINED = "exit_unexplained"
    UNEXPLAINED = "unexplained"


FAULT_WORDS = {
    FaultKind.IMPOSSIBLE_DAY: "a day that is in no calendar",
    FaultKind.SENTINEL_YEAR: "a year that stands for something else, such as not yet or unknown",
    FaultKind.DAY_MONTH_SWAPPED: "day and month swapped",
    FaultKind.YEAR_MISTYPED: "the year of one date mistyped",
    FaultKind.MONTH_MISTYPED: "the month of one date mistyped",
    FaultKind.PERIOD_CONFUSED: "months counted for days, or the like",
    FaultKind.ONE_DAY_LATER: "one day later than the rule, as some depositaries print",
    FaultKind.ONE_DAY_EARLIER: "one day earlier than the rule",
    FaultKind.SUCCESSOR_DATE: "the day of a succession or of independence",
    FaultKind.NEIGHBOUR_FILLED: "filled in from the row above or below",
    FaultKind.SIGNATURE_FILLED: "the day of signature stands as that of consent",
    FaultKind.CONSENT_FILLED: "the day of consent stands as that of force",
    FaultKind.TREATY_DAY_FILLED: "the treaty's own day stands for one that joined later",
    FaultKind.TREATY_DATE_WRONG: "the treaty's own day is wrong",
    FaultKind.BEFORE_THE_TREATY: "bound before the treaty was in force",
    FaultKind.FORCE_BEFORE_CONSENT: "in force before consent",
    FaultKind.END_FILLED_DOWN: "one end date filled down",
    FaultKind.EXIT_UNEXPLAINED: "the day of exit is not the rule's",
    FaultKind.UNEXPLAINED: "no likely reason found",
}
"""Each fault in words."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A likely fault of one cell: what was found and what the rule would have there."""

    kind: FaultKind
    column: str
    found: date | None
    expected: date | None
    words: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some rows are explained to the day, and how many within one day."""

    rows: int = 0
    exact: int = 0
    near: int = 0

    @property
    def percent(self) -> float | None:
        """Explained to the day, in per cent; None of no rows."""
        return 100 * self.exact / self.rows if self.rows else None

    @property
    def near_percent(self) -> float | None:
        """Explained within one day, in per cent; None of no rows."""
        return 100 * self.near / self.rows if self.rows else None

    @classmethod
    def of(cls, shares: Iterable[Share]) -> Share:
        """The shares of several treaties added up."""
        rows = exact = near = 0
        for one in shares:
            rows, exact, near = rows + one.rows, exact + one.exact, near + one.near
        return cls(rows, exact, near)


@dataclass(frozen=True, slots=True)
class Fit:
    """A rule and how well it fits later participants; ``delay`` None: none was found, and why.

    ``share`` is of the rule's own days: ``near`` counts those at most a day away. ``loose`` is
    the rule that explains most rows within one day and ``loose_near`` how many; it may be another
    rule. ``ties`` are further rules that explain as many rows; the simplest was taken. ``given``
    marks a rule that was not sought. ``shuffled`` is the share explained when the days of force
    are dealt out anew among the rows, the rule sought afresh.
    """

    delay: Delay | None
    words: str
    share: Share
    loose: Delay | None
    loose_near: int
    ties: tuple[str, ...]
    given: bool
    shuffled: Share


@dataclass(frozen=True, slots=True)
class RowAudit:
    """A row beside its rule: ``expected`` is the rule's day, ``off`` the days after it.

    ``exit_expected`` and ``exit_off`` are the same for its exit. ``faults`` stand in order of
    likelihood; empty for what is explained and for what there is nothing to ask of.
    """

    row: Row
    part: Part
    expected: date | None = None
    off: int | None = None
    exit_expected: date | None = None
    exit_off: int | None = None
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class TreatyAudit:
    """One treaty of the table.

    ``day`` is its own entry into force, ``day_found`` whether that was worked out from the rows
    because the table has none. ``original`` are the rows of those that consented by that day.
    ``exits`` is the fit of the rule of leaving, None where fewer rows than needed have both days.
    """

    treaty: str
    day: date | None
    day_found: bool
    later: Fit
    original: Share
    exits: Fit | None
    rows: tuple[RowAudit, ...]
    faults: tuple[Fault, ...] = ()
    """Faults of the treaty as a whole."""


@dataclass(frozen=True, slots=True)
class Audit:
    """All treaties of a table; ``tried`` is how many rules were tried on each.

    ``least`` is the number of later rows from which on a treaty counts in ``later``.
    """

    treaties: tuple[TreatyAudit, ...]
    tried: int
    least: int

    @property
    def measured(self) -> tuple[TreatyAudit, ...]:
        """The treaties with enough later rows to seek a rule in, or with a rule that was given.

        Where the table states the own day of some treaties, those of which it was worked out are
        not among them: who is a later participant is not sure there.
        """
        fits = [(t, t.later) for t in self.treaties]
        enough = [t for t, fit in fits if fit.share.rows >= (1 if fit.given else self.least)]
        stated = [t for t in enough if not t.day_found]
        return tuple(stated or enough)

    @property
    def later(self) -> Share:
        """Later participants: to the day by the best rule, within one day by the best for that."""
        return Share.of(
            Share(t.later.share.rows, t.later.share.exact, t.later.loose_near)
            for t in self.measured
        )

    @property
    def original(self) -> Share:
        """Original participants of all treaties."""
        return Share.of(t.original for t in self.treaties)

    @property
    def shuffled(self) -> Share:
        """Later participants with the days of force shuffled within each treaty."""
        return Share.of(t.later.shuffled for t in self.measured)

    @property
    def faults(self) -> Counter[FaultKind]:
        """How often each fault is the likeliest of its row, and of the treaties as a whole."""
        found = Counter(r.faults[0].kind for t in self.treaties for r in t.rows if r.faults)
        found.update(fault.kind for t in self.treaties for fault in t.faults)
        return found
