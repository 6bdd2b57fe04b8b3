"""What the catalogue holds, as frozen values: participants, groups, treaties and their rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inforce.catalogue.duties import DutyFrom, Extension, Recurrence
from inforce.dates import DayRule, PartialDate, Period, YearlyWindow
from inforce.terms import Act, CountedFrom, OutletForm, SourceKind


class RuleState(StrEnum):
    """Whether a rule was read, is absent from the treaty, or was read by nobody yet."""

    STATED = "stated"
    NONE = "none"
    UNREAD = "unread"


UNCONFIRMED = "(unconfirmed)"
"""What the article of a rule that was only proposed ends in."""


@dataclass(frozen=True, slots=True)
class Article:
    """Where a rule stands, and the day on which someone last checked it.

    ``article`` is as lawyers cite it, without the word: ``20(3)``; of a rule that was proposed
    and that nobody has confirmed, it ends in ``UNCONFIRMED``, so that every trace says so.
    ``checked`` is None for a rule that nobody has read yet.
    """

    article: str
    state: RuleState
    checked: date | None
    words: str
    """The rule in our own words."""
    proposed: date | None = None
    """The day on which it was proposed from the treaty's text; None once it is confirmed."""
    checked_by: str = ""
    """Who confirmed it."""
    quotes: tuple[str, ...] = ()
    """The words of the text that it was proposed from."""


class DelayKind(StrEnum):
    """How a day follows from another."""

    ON_THE_DAY = "on_the_day"
    PERIOD = "period"
    FIRST_OF_MONTH_AFTER = "first_of_month_after"
    FIRST_OF_MONTH_AFTER_PERIOD = "first_of_month_after_period"
    YEARLY = "yearly"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Delay:
    """From a triggering day to the day of effect.

    PERIOD uses ``period`` and ``day_rule``; FIRST_OF_MONTH_AFTER uses ``period.n`` months: the
    first day of the n-th month after the month of the trigger. FIRST_OF_MONTH_AFTER_PERIOD: the
    first day of the month after the one in which ``period`` ends. YEARLY: ``effect_on`` in the
    year of the next ``notice_by``, ``years_after`` years later. TERM: the end of the first
    ``term``, counted from the treaty's entry into force (then of each ``renewed``), that is at
    least ``period`` away.
    """

    kind: DelayKind
    period: Period | None = None
    day_rule: DayRule = DayRule.SAME_DAY_NUMBER
    notice_by: YearlyWindow | None = None
    effect_on: YearlyWindow | None = None
    years_after: int = 0
    term: Period | None = None
    renewed: Period | None = None


class RequirementKind(StrEnum):
    """What a treaty's entry into force may ask for."""

    INSTRUMENTS = "instruments"
    NAMED = "named"
    SHARE = "share"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One of the things that must all be met before a treaty enters into force.

    INSTRUMENTS: ``count`` instruments of the kinds ``acts`` (empty: every consent); NAMED:
    instruments of every one of ``participants``, or of ``count`` of them; SHARE: contracting
    participants together hold ``percent`` of the figure ``figure`` of the catalogue (None: the
    catalogue has no such figures); UNREAD: ``words`` say what more is asked for, and nobody has
    read its details yet. ``not_counted`` are participants whose instrument does not count, such as
    an organisation beside its members.
    """

    kind: RequirementKind
    acts: tuple[Act, ...]
    count: int | None = None
    participants: tuple[str, ...] = ()
    percent: float | None = None
    figure: str | None = None
    not_counted: tuple[str, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class TreatyForceRule:
    """When the treaty itself enters into force (VCLT article 24(1))."""

    at: Article
    requirements: tuple[Requirement, ...]
    delay: Delay | None
    not_before: date | None = None
    record_differs: str = ""
    """Why the acts of the catalogue don't give the published day, such as an instrument of a
    former state that they lack; the published day is then followed."""


class LaterFrom(StrEnum):
    """From which instrument on the rule for later participants applies."""

    AFTER_THRESHOLD = "after_threshold"
    AFTER_ENTRY_INTO_FORCE = "after_entry_into_force"


@dataclass(frozen=True, slots=True)
class ParticipantForceRule:
    """When the treaty begins to bind one that consents later (VCLT article 24(3))."""

    at: Article
    delay: Delay | None
    applies: LaterFrom = LaterFrom.AFTER_THRESHOLD
    succession_words: str = ""
    """What is done with successions, in our own words, where the treaty's practice differs."""


class AskedOn(StrEnum):
    """The day of which a condition of an exit is asked."""

    PERIOD_END = "period_end"
    NOTICE = "notice"


class MembershipFrom(StrEnum):
    """From which entry into force a minimum membership is counted."""

    PARTICIPANT = "participant"
    TREATY = "treaty"


@dataclass(frozen=True, slots=True)
class ExitCondition:
    """A fact that, on the day asked of, keeps an exit from taking effect until it ends."""

    at: Article
    fact: str
    """A fact of ``conditions.csv``, such as ``armed_conflict``."""
    asked_on: AskedOn = AskedOn.PERIOD_END


@dataclass(frozen=True, slots=True)
class ExitWindow:
    """Times in which alone notice may be given: for ``length``, each time ``every`` has run.

    Counted from the entry into force that ``minimum_from`` of the rule names.
    """

    every: Period
    length: Period


@dataclass(frozen=True, slots=True)
class ExitRule:
    """How a participant leaves (VCLT articles 54 and 56)."""

    at: Article
    word: Act
    """WITHDRAWAL or DENUNCIATION: the treaty's own word."""
    notice_to: tuple[str, ...]
    content: str
    counted_from: CountedFrom
    delay: Delay | None
    conditions: tuple[ExitCondition, ...] = ()
    minimum_membership: Period | None = None
    """How long one must have been bound before it may give notice."""
    sunset: Period | None = None
    saves: str = ""
    """What goes on binding after the exit, in our own words."""
    notice_at: Article | None = None
    """Where the notice is ruled, if apart from ``at``, which then rules the effect."""
    saves_at: Article | None = None
    """Where ``saves`` is ruled."""
    minimum_from: MembershipFrom = MembershipFrom.PARTICIPANT
    later_allowed: bool = False
    """Whether the period is a least one: an effect on a later day is within the rule."""
    open_to: tuple[str, ...] = ()
    """The only participants that may leave by it; empty: every one."""
    window: ExitWindow | None = None
    grounds: str = ""
    """What must have happened for leaving to be open, in our own words."""


@dataclass(frozen=True, slots=True)
class ExclusionRule:
    """How a participant ceases to be one without a notice of its own, and when that takes effect.

    Such as by losing the membership of an organisation that the treaty asks for.
    """

    at: Article
    counted_from: CountedFrom
    delay: Delay | None


@dataclass(frozen=True, slots=True)
class FamilyRule:
    """What ties a protocol to its parent, or a parent to its protocols.

    ``parent`` is the treaty whose end for a participant ends this one for it. Who consents to
    this treaty consents to at least ``least`` of ``protocols``.
    """

    at: Article
    parent: str | None = None
    least: int | None = None
    protocols: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvisionalRule:
    """Provisional application (VCLT article 25).

    It ends ``delay`` after a notice of the intention not to become a party; ``sunset`` is how long
    duties outlive that end.
    """

    at: Article
    delay: Delay | None = None
    sunset: Period | None = None
    saves: str = ""
    """What goes on binding after its end, in our own words."""


@dataclass(frozen=True, slots=True)
class ReservationRule:
    """Whether reservations are admitted (VCLT article 19)."""

    at: Article
    allowed: str
    """``none``, ``all``, or which ones, in our own words."""


@dataclass(frozen=True, slots=True)
class SuspensionRule:
    """Whether operation of the treaty may be suspended by one party (VCLT article 57)."""

    at: Article


@dataclass(frozen=True, slots=True)
class Obligation:
    """A duty, and by when it is to be done.

    The first deadline ends ``deadline`` after the day that ``counted_from`` names (for FIXED it is
    ``first``, for DUTY the deadline of the duty named in ``follows``), later ones come round by
    ``recurrence``. Neither: a duty without a day. ``not_counted_before`` is how long after the
    treaty's own entry into force the counting begins at the earliest.
    """

    at: Article
    name: str
    deadline: Period | None
    extension: Extension | None = None
    counted_from: DutyFrom = DutyFrom.PARTICIPANT
    first: PartialDate | None = None
    follows: str = ""
    not_counted_before: Period | None = None
    recurrence: Recurrence | None = None
    discharged_by: Act = Act.COMPLETION
    """COMPLETION or REPORT: what settles that it was done."""
    applies_where: str = ""
    """On whom alone the duty falls, in our own words, where no list of the catalogue tells."""
    binds: tuple[str, ...] = ()
    """The only participants that it binds; empty: every one."""
    spares: tuple[str, ...] = ()
    """Participants that it does not bind."""

    @property
    def is_dated(self) -> bool:
        """Whether it has a deadline that was read."""
        counted = self.deadline is not None or self.recurrence is not None
        return self.at.state is RuleState.STATED and (counted or self.first is not None)


@dataclass(frozen=True, slots=True)
class ScopeItem:
    """Something that the treaty covers, or does not, with words by which reports name it."""

    at: Article
    name: str
    covered: bool
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TreatyRules:
    """Every rule of one treaty that the law room reads; None where the treaty is only named."""

    entry_into_force: TreatyForceRule
    later_participants: ParticipantForceRule
    exit: ExitRule
    provisional: ProvisionalRule
    reservations: ReservationRule
    suspension: SuspensionRule
    duration: Article
    joining: Article
    obligations: tuple[Obligation, ...]
    scope: tuple[ScopeItem, ...]
    exclusion: ExclusionRule | None = None
    family: FamilyRule | None = None
    territory: Article | None = None
    """To which territories it applies (VCLT article 29)."""


@dataclass(frozen=True, slots=True)
class Treaty:
    """A treaty's identity, dates, aliases by language, and its rules if the catalogue has them."""

    id: str
    title: str
    short_name: str
    number: str
    """Official number, such as ``MTDSG XXVI-5``; empty where it has none."""
    aliases: tuple[tuple[str, tuple[str, ...]], ...]
    """(language, aliases) pairs, in the words and case forms in which texts name the treaty.

    Under a language followed by ``-x-member``, such as ``en-x-member``, stand the names of a body,
    which mean the treaty only where joining, leaving or belonging is spoken of ("left the ICC").
    """
    depositary: str
    depositary_source: str
    """Id of the source that stands for the depositary's record."""
    adopted: PartialDate | None
    opened: PartialDate | None
    in_force: date | None
    """The published day of entry into force, used to check the rule's result."""
    rules: TreatyRules | None
    complete_until: date | None
    """The record of parties is complete until this day; None where nothing is promised."""
    complete_words: str
    words: str = ""
    sources: tuple[str, ...] = ()
    ended: date | None = None
    """The published first day on which it was no longer in force; None: none is known."""


@dataclass(frozen=True, slots=True)
class Participant:
    """A state or other entity that can join a treaty.

    ``id`` is ISO 3166-1 alpha-3, or an own code (EUU, COK is ISO, former states SUN, YUG ...).
    ``predecessors`` are (id, day of succession) pairs.
    """

    id: str
    name: str
    kind: str
    """``un_member``, ``observer``, ``other``, ``organisation`` or ``former``."""
    alpha2: str | None
    existed_from: date | None
    existed_until: date | None
    names: tuple[tuple[str, PartialDate | None], ...]
    """(earlier name, until when) pairs."""
    predecessors: tuple[tuple[str, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """One participant's time in a group; half-open in the EDTF days given."""

    participant: str
    since: PartialDate | None
    until: PartialDate | None
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of participants with dated membership."""

    id: str
    name: str
    members: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class ActRow:
    """One recorded act of the shipped record, as its source gives it."""

    treaty: str
    participant: str
    act: Act
    date: PartialDate | None
    asserted: PartialDate | None
    """When the source said it; None: known only from a later list, so its own day is assumed."""
    source: str
    """Id of a catalogue source."""
    reference: str
    """Where in the source: page, notification number, address."""
    verified: bool
    note: str = ""
    about: Act | None = None
    """For a domestic step, the international act that it leads to; for a revocation, the consent
    that it takes back, None where it takes back a notice."""
    body: str = ""
    """For a domestic step, who acted."""
    tally: tuple[tuple[str, int], ...] = ()
    """For a vote: (for|against|abstain|not_voting|threshold|seats, number) pairs as printed."""


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """A fact of the world that a rule asks for.

    ``until`` is the last day on which it holds, inclusive; None while no end is known.
    ``treaty`` is set where the source speaks of the fact under that treaty's rule.
    """

    participant: str
    fact: str
    holds: bool
    since: PartialDate | None
    until: PartialDate | None
    treaty: str | None
    asserted: PartialDate | None
    source: str
    reference: str
    verified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """What a body or a participant said of another's act, such as an objection."""

    treaty: str
    participant: str
    act: Act
    """The act that the finding is about."""
    by: str
    """Participant id, or the body's name."""
    accepts: bool
    date: PartialDate | None
    words: str
    source: str
    reference: str
    asserted: PartialDate | None = None
    """When the source said it; None: on its own day."""
    verified: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """A source that the catalogue knows: who speaks and what kind of voice it is."""

    id: str
    name: str
    kind: SourceKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    """For an outlet: the one source whose copy it is."""
    form: OutletForm | None = None
    """For an outlet: what kind of newsroom it is."""
    domains: tuple[str, ...] = ()
    """The hosts of an outlet's pages, and of all below them."""
    carries: tuple[str, ...] = ()
    """The agencies whose dispatches an outlet is known to run under its own head."""
