"""Statements: one claim, one modality, one evidence, and the identities of each."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from inforce.dates import PartialDate
from inforce.terms import (
    Act,
    ClaimKind,
    ExchangeKind,
    Modality,
    Standing,
    exchange_kind,
)

if TYPE_CHECKING:
    from inforce.record.values import Value


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed, without who says it.

    ``participant`` is a catalogue id (ISO3 or own code) or a group id; None at treaty level.
    ``treaty`` is a catalogue id, or a name in the same style for a treaty outside it.
    ``date`` is when the claim holds (valid time). ``about`` is, for a domestic step or an
    announced intention, the international act that it leads to. ``body`` names who acted.
    ``presupposed`` marks what a sentence takes for granted rather than says.
    """

    kind: ClaimKind
    participant: str | None = None
    treaty: str | None = None
    date: PartialDate | None = None
    act: Act | None = None
    standing: Standing | None = None
    about: Act | None = None
    body: str | None = None
    value: Value | None = None
    presupposed: bool = False

    @property
    def exchange(self) -> ExchangeKind:
        """The kind under which the claim is exchanged."""
        return exchange_kind(self.kind, self.act, self.standing)

    @property
    def id(self) -> str:
        """Hash of the claim alone: the same claim from two mouths has one id."""
        return _digest(canonical(self))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who said it, when, in which words, and where.

    ``source`` is a catalogue source id, or an outlet's name as found. ``asserted`` is when it
    was said; ``asserted_assumed`` marks an act known only from a later list, which counts as
    said on its own day. ``start`` and ``end`` are character offsets of ``quote`` in the
    document's text. ``attributed_to`` is the chain, nearest voice first ("BNS", as reported by
    "UNN").
    """

    source: str
    asserted: PartialDate | None = None
    asserted_assumed: bool = False
    document: str | None = None
    digest: str | None = None
    quote: str = ""
    start: int | None = None
    end: int | None = None
    attributed_to: tuple[str, ...] = ()
    reference: str = ""
    verified: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim, one modality, one evidence. Frozen: a correction is a new statement.

    ``supersedes`` and ``retracts`` hold the id of an earlier statement.
    """

    claim: Claim
    modality: Modality
    evidence: Evidence
    supersedes: str | None = None
    retracts: str | None = None

    @property
    def id(self) -> str:
        """Hash of claim, modality, source and place, so that two mentions stay two."""
        e = self.evidence
        asserted = e.asserted.edtf if e.asserted else None
        place = [e.source, asserted, e.document, e.digest, e.start, e.end, e.reference]
        links = [self.supersedes, self.retracts]
        return _digest([canonical(self.claim), self.modality.value, place, links])

    def to_json(self) -> dict[str, Any]:
        """The exchange object of ``inforce read --json``."""
        c, e = self.claim, self.evidence
        return {
            "document": e.document,
            "kind": c.exchange.value,
            "participant": c.participant,
            "treaty": c.treaty,
            "date": c.date.edtf if c.date else None,
            "value": self._exchanged_value(),
            "modality": self.modality.value,
            "quote": e.quote,
            "start": e.start,
            "end": e.end,
            "attributed_to": list(e.attributed_to),
        }

    def _exchanged_value(self) -> dict[str, Any] | None:
        """The value; a claim for which the exchange has no kind goes by its own name."""
        from inforce.record.exchange import value_to_json

        claim, value = self.claim, value_to_json(self.claim.value)
        if claim.exchange is not ExchangeKind.OTHER or (value and "name" in value):
            return value
        return {"name": (claim.act or claim.standing or claim.kind).value, **(value or {})}


@dataclass(frozen=True, slots=True)
class Recorded:
    """A statement as the store holds it: when it was learned, and who put it there and why."""

    statement: Statement
    recorded_at: datetime
    """When this store learned it (UTC)."""
    by: str
    why: str = ""

    @property
    def recorded_on(self) -> date:
        """The UTC day of ``recorded_at``."""
        return self.recorded_at.date()


def canonical(thing: object) -> Any:
    """A JSON-ready form in which equal values are equal texts."""
    if thing is None or isinstance(thing, (bool, int, float)):
        return thing
    if isinstance(thing, Enum):
        return thing.value
    if isinstance(thing, str):
        return thing
    if isinstance(thing, PartialDate):
        return thing.edtf
    if isinstance(thing, (tuple, list)):
        return [canonical(part) for part in thing]
    named = [(f.name, canonical(getattr(thing, f.name))) for f in fields(thing)]  # type: ignore[arg-type]
    return [type(thing).__name__, *((name, part) for name, part in named if part not in (None, []))]


def _digest(thing: object) -> str:
    import hashlib

    text = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:24]
