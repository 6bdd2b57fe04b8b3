"""What the law makes of a participant: steps of reasoning, force, spans, exits and status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.dates import DayInterval, PartialDate, Reckoned, Truth
from inforce.law.when import When
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import AnswerKind, StatusKind, UnknownBecause


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reason, recorded while it was taken.

    ``article`` is the article relied on (of the treaty, or ``VCLT 68``), ``day`` the day that
    the step yields (EDTF), ``source`` the source id and reference of the statement followed.
    """

    words: str
    article: str | None = None
    day: str | None = None
    source: str | None = None


Trace = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Force:
    """A treaty's own entry into force.

    ``answer`` is YES with ``day``; NO while the requirements are not met; UNKNOWN with
    ``because``; CONTESTED when the day from the instruments and the published day differ, and
    then ``day`` is the published one; ``computed`` is what the instruments give. ``counted``
    are the instruments counted towards the requirements, in order of deposit, up to
    ``threshold``, the one that completed them. ``reached`` is the day on which the requirements
    were met.
    """

    treaty: str
    day: PartialDate | None
    answer: AnswerKind
    because: UnknownBecause | None = None
    computed: PartialDate | None = None
    counted: tuple[AdjudicatedAct, ...] = ()
    threshold: AdjudicatedAct | None = None
    reached: PartialDate | None = None
    trace: Trace = ()


@dataclass(frozen=True, slots=True)
class ConditionState:
    """A fact on which an exit depends, asked on one day.

    ``holds`` is whether the fact obtained on ``on``; UNKNOWN while nothing settles it.
    ``settled_by`` is the statement that settled it.
    """

    fact: str
    article: str
    on: PartialDate
    holds: Truth
    settled_by: Statement | None = None
    words: str = ""


class ExitState(StrEnum):
    """How far an exit has come, as the record knows it."""

    RUNNING = "running"
    EFFECTIVE = "effective"
    DEFERRED = "deferred"
    REVOKED = "revoked"
    WITHOUT_EFFECT = "without_effect"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class Exit:
    """One exit from notice to effect; notice and effect are two dates.

    ``notice`` is the exclusion where that began it, and None where the record has only the effect,
    or an exclusion for which no rule was read. ``expected`` is
    the day that the treaty's rule gives (None without a rule that was read), ``effect`` the day
    on which it took effect (None until that is settled). ``reckoned`` holds the reckoning when
    the notice has an exact day. ``sunset_until`` is the day until which duties outlive the exit.
    """

    treaty: str
    participant: str
    notice: AdjudicatedAct | None
    expected: PartialDate | None
    effect: PartialDate | None
    state: ExitState
    conditions: tuple[ConditionState, ...] = ()
    reckoned: Reckoned | None = None
    revoked_by: AdjudicatedAct | None = None
    sunset_until: PartialDate | None = None
    trace: Trace = ()

    @property
    def open_condition(self) -> ConditionState | None:
        """The condition that nothing has settled yet."""
        return next((c for c in self.conditions if c.holds is Truth.UNKNOWN), None)


@dataclass(frozen=True, slots=True)
class Span:
    """A status over a half-open stretch of days.

    ``status`` is None where it is not known which of ``possible`` holds, ``because`` says why
    and ``contested`` that the sources or the rule differ. ``expected`` marks the stretch after
    an exit's reckoned day while ``open_condition`` is not settled: then ``status`` is what is
    expected and ``possible`` holds both outcomes. ``since`` is the act that began the span.
    """

    status: StatusKind | None
    days: DayInterval
    since: AdjudicatedAct | None = None
    trace: Trace = ()
    open_condition: ConditionState | None = None
    expected: bool = False
    possible: tuple[StatusKind, ...] = ()
    because: UnknownBecause | None = None
    contested: bool = False

    @property
    def is_settled(self) -> bool:
        """Whether exactly one status is known to hold."""
        return self.status is not None and not self.expected


@dataclass(frozen=True, slots=True)
class Episode:
    """One time of membership: when consent was given, when it began to bind, when it ended.

    ``force`` and ``end`` are None where that does not come, as far as the record knows.
    """

    consent: AdjudicatedAct
    deposited: When
    force: When | None
    end: When | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything between one participant and one treaty.

    ``spans`` partition all days, in order. ``provisional`` are stretches of provisional
    application; their ``status`` is the one at their start. ``events`` are all acts of the
    record, domestic steps included, in order of date.
    """

    participant: str
    treaty: str
    spans: tuple[Span, ...]
    provisional: tuple[Span, ...] = ()
    exits: tuple[Exit, ...] = ()
    episodes: tuple[Episode, ...] = ()
    events: tuple[AdjudicatedAct, ...] = ()
    trace: Trace = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a contested act; ``decides`` marks the word of a body of the parties."""

    by: str
    words: str
    statement: Statement | None = None
    accepts: bool | None = None
    decides: bool = False


@dataclass(frozen=True, slots=True)
class StatusPart:
    """The status on a part of the days asked about."""

    days: DayInterval
    status: StatusKind | None
    party: AnswerKind


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """A participant's status on a day.

    ``party`` answers whether the treaty is in force for it; ``from_day`` is the first later day
    on which it is, where the answer is no. ``expected`` is the status that follows unless the
    open condition holds. ``intervals`` is filled when a partial day does not have one answer.
    ``suspended`` is whether operation is suspended. ``known_until`` is the last day until which
    the record is complete; past it (``past_record``) the last known status is given.
    """

    participant: str
    treaty: str
    on: PartialDate
    status: StatusKind | None
    party: AnswerKind
    from_day: PartialDate | None = None
    because: UnknownBecause | None = None
    expected: StatusKind | None = None
    intervals: tuple[StatusPart, ...] = ()
    provisional: AnswerKind = AnswerKind.NO
    suspended: AnswerKind = AnswerKind.NO
    positions: tuple[Position, ...] = ()
    exits: tuple[Exit, ...] = ()
    known_until: date | None = None
    past_record: bool = False
    trace: Trace = ()
