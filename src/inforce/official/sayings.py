"""Statements of official sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inforce.dates import PartialDate
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.shipped import COMPLETE_UNTIL
from inforce.record.values import Other, Value
from inforce.terms import Act, ClaimKind, Modality


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a file, of which treaty, and where: a page, an export, a register's row.

    ``source`` is a catalogue source; ``treaty`` the name under which the treaty is spoken of;
    ``reference`` says where. ``as_at`` is the day of the list, where it is known.
    """

    source: str
    treaty: str
    reference: str
    as_at: PartialDate | None = None

    def at(self, place: str) -> Voice:
        """The same voice in a place of the same file."""
        return replace(self, reference=f"{self.reference}, {place}")

    def done(
        self,
        act: Act,
        participant: str | None,
        date: PartialDate | None,
        *,
        asserted: PartialDate | None = None,
        note: str = "",
        value: Value | None = None,
        quote: str = "",
    ) -> Statement:
        """The statement that an act was done.

        Known from a list alone, it counts as said on its own day, and is marked so.
        """
        told = self._says(Modality.DONE, act, participant, date, asserted=asserted, note=note)
        if value is None and not quote:
            return told
        return replace(
            told,
            claim=replace(told.claim, value=value),
            evidence=replace(told.evidence, quote=quote),
        )

    def ahead(
        self,
        act: Act,
        participant: str | None,
        date: PartialDate,
        *,
        asserted: PartialDate | None,
        note: str = "",
    ) -> Statement:
        """The statement that an act or effect is still to come."""
        return self._says(Modality.PLANNED, act, participant, date, asserted=asserted, note=note)

    def complete(self, words: str, *, of: str = COMPLETE_UNTIL) -> Statement | None:
        """The promise that the list is complete until its day; None for a list without one."""
        if self.as_at is None:
            return None
        value = Other(of, words)
        claim = Claim(ClaimKind.COMPLETENESS, treaty=self.treaty, date=self.as_at, value=value)
        return Statement(
            claim, Modality.DONE, Evidence(self.source, self.as_at, reference=self.reference)
        )

    def _says(
        self,
        modality: Modality,
        act: Act,
        participant: str | None,
        date: PartialDate | None,
        *,
        asserted: PartialDate | None,
        note: str,
    ) -> Statement:
        claim = Claim(
            ClaimKind.ACT, participant=participant, treaty=self.treaty, date=date, act=act
        )
        evidence = Evidence(
            self.source,
            asserted or date,
            asserted_assumed=asserted is None,
            reference=self.reference,
            note=note,
        )
        return Statement(claim, modality, evidence)


def once(acts: Iterable[Statement]) -> tuple[Statement, ...]:
    """Each claim once: what a table and its notes both say is said by whichever comes first.

    A statement with a day of saying of its own stays beside one that has none.
    """
    kept: dict[tuple[str, ...], Statement] = {}
    for statement in acts:
        kept.setdefault(saying(statement), statement)
    return tuple(kept.values())


def saying(statement: Statement) -> tuple[str, ...]:
    """What tells two sayings apart wherever in a source they stand: claim, source, day of saying.

    Two lists of one source that repeat an act, each on a day not its own, say the same.
    """
    said = statement.evidence
    day = said.asserted.edtf if said.asserted and not said.asserted_assumed else ""
    return statement.claim.id, statement.modality.value, said.source, day
