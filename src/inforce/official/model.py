"""What a reader of official data yields: statements, the lists they make, and what was printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from inforce.clauses.model import Proposal
from inforce.dates import PartialDate
from inforce.record.model import Statement
from inforce.terms import Act, SourceKind


class RemarkKind(StrEnum):
    """What a participant's own words beside a table are."""

    DECLARATION = "declaration"
    RESERVATION = "reservation"
    OBJECTION = "objection"
    DECLARATION_UNDER_ARTICLE = "declaration_under_article"
    NOTIFICATION = "notification"


@dataclass(frozen=True, slots=True)
class Notification:
    """A depositary notification: its number, its day if cited, and where it is cited."""

    number: str
    date: PartialDate | None
    place: str


@dataclass(frozen=True, slots=True)
class Note:
    """An end note; ``about`` are the names of the rows that refer to it."""

    index: str
    text: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """A participant whose entry stands in brackets, since its participation has ended.

    ``notice`` and ``effect`` are the days that its end note gives; ``again`` marks one that has
    an entry without brackets too.
    """

    name: str
    participant: str | None
    notice: PartialDate | None = None
    effect: PartialDate | None = None
    note: str | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """A declaration, reservation, objection or notification, in its author's words.

    ``about`` are the participants against whose act an objection is directed. ``upon`` is the act
    upon which it was made, where a heading says so: ``signature`` or ``consent``.
    """

    kind: RemarkKind
    author: str
    participant: str | None
    date: PartialDate | None
    text: str
    about: tuple[str, ...] = ()
    upon: str = ""


@dataclass(frozen=True, slots=True)
class Territory:
    """An extension to territories, as the table of territorial application prints it."""

    author: str
    participant: str | None
    date: PartialDate | None
    territories: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An act of somebody whom the catalogue does not know; it is shown, and not imported."""

    name: str
    act: Act
    date: PartialDate | None
    bracketed: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """One official file, read.

    ``treaty`` is the catalogue's id, None where the catalogue lacks the treaty; ``called`` is the
    name under which the statements speak of it. ``parties`` and ``signatories`` are the ids in
    the table; ``counted_parties`` and ``counted_signatories`` count unknown names too, and are
    None for a file without a list of participants. ``promise`` is the statement that the list is
    complete until its day, made where everything agrees. ``beside`` are the reservations,
    declarations, objections and territorial acts; ``extent_promise`` says that the territorial
    ones are complete, ``unread`` are the places of notes on territories that were not understood.
    ``differences`` names everything in which the file does not agree with itself, or could not be
    read. ``by`` is who adds the statements, where the file says so, and ``kinds`` are the kinds of
    sources new with it. ``clause`` are the rules of the clause that the file quotes,
    None where it quotes none.
    """

    file: str
    format: str
    treaty: str | None
    called: str
    number: str
    title: str
    source: str
    as_at: PartialDate | None = None
    printed_parties: int | None = None
    printed_signatories: int | None = None
    counted_parties: int | None = None
    counted_signatories: int | None = None
    acts: tuple[Statement, ...] = ()
    promise: Statement | None = None
    unplaced: tuple[Unplaced, ...] = ()
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()
    notes: tuple[Note, ...] = ()
    notifications: tuple[Notification, ...] = ()
    remarks: tuple[Remark, ...] = ()
    territories: tuple[Territory, ...] = ()
    beside: tuple[Statement, ...] = ()
    extent_promise: Statement | None = None
    unread: tuple[str, ...] = ()
    unknown_names: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    by: str = ""
    kinds: tuple[tuple[str, SourceKind], ...] = ()
    clause: Proposal | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Everything that the file says for the record: its acts, what stands beside, promises."""
        promises = (self.promise, self.extent_promise)
        return (*self.acts, *self.beside, *(p for p in promises if p is not None))

    @property
    def listed(self) -> tuple[Statement, ...]:
        """The acts, with the promise that they are complete."""
        return (*self.acts, self.promise) if self.promise else self.acts

    @property
    def has_list(self) -> bool:
        """Whether the file has a list of participants."""
        return self.counted_parties is not None

    @property
    def agrees(self) -> bool | None:
        """Whether table and printed number of parties agree; None where one of them is missing."""
        if self.printed_parties is None or self.counted_parties is None:
            return None
        return self.printed_parties == self.counted_parties
