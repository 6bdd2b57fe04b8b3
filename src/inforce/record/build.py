"""A treaty's record from the catalogue and a store."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from inforce.catalogue import Catalogue
from inforce.catalogue.model import RequirementKind, Treaty
from inforce.dates import PartialDate
from inforce.record.adjudicate import adjudicate
from inforce.record.database import Place, place_of
from inforce.record.decisions import Decision
from inforce.record.model import Recorded
from inforce.record.shipped import shipped_statements
from inforce.record.view import TreatyRecord
from inforce.terms import Act, SourceKind

if TYPE_CHECKING:
    from inforce.record.store import Store

STORE_VARIABLE = "INFORCE_STORE"
"""The environment variable that names the store where none is named otherwise."""

# By the catalogue's digest and the treaty's id, which fix what is held: whole shipped records
# without a limit, and the statements behind them.
_SHIPPED: dict[tuple[str, str], TreatyRecord] = {}
_STATEMENTS: dict[tuple[str, str], tuple[Recorded, ...]] = {}


def store_path(named: Place | None = None) -> Place | None:
    """The store's file or address: the one named, else that of INFORCE_STORE; None without one.

    Without a store only the shipped record is read.
    """
    found = named or os.environ.get(STORE_VARIABLE)
    return place_of(found) if found else None


def record_of(
    catalogue: Catalogue,
    treaty_id: str,
    *,
    store: Store | None = None,
    known_on: PartialDate | None = None,
    recorded_on: date | None = None,
    participants: Collection[str] | None = None,
) -> TreatyRecord:
    """The treaty's record as known on a day, from the shipped facts and the store's statements.

    ``participants`` keeps to what concerns these ids, which is faster where few are asked for.
    See :func:`inforce.record.adjudicate.adjudicate` for the rules. Raises UnknownTreaty, and
    StoreError when the store cannot be read.
    """
    treaty = catalogue.treaty(treaty_id)
    plain = store is None and known_on is None and recorded_on is None
    key = (catalogue.digest, treaty.id)
    if plain and key in _SHIPPED:
        return _SHIPPED[key]
    recorded: Iterable[Recorded] = _shipped(catalogue, treaty.id, participants)
    kinds: Mapping[str, SourceKind] = {source.id: source.kind for source in catalogue.sources()}
    decisions: tuple[Decision, ...] = ()
    if store is not None:
        learned = store.statements(treaty=treaty.id, recorded_on=recorded_on, known_on=known_on)
        recorded = chain(recorded, _of(learned, participants))
        kinds = {**store.kinds(), **kinds}
        decisions = store.decisions(treaty.id)
    record = adjudicate(
        treaty.id,
        recorded,
        kinds=kinds,
        decisions=decisions,
        known_on=known_on,
        recorded_on=recorded_on,
    )
    record = replace(
        record,
        successions=_successions(catalogue, record),
        dissolved=_dissolved(catalogue, record),
        shares=_shares(catalogue, treaty),
    )
    if (above := parent_of(treaty)) is not None:
        upper = record_of(
            catalogue,
            above,
            store=store,
            known_on=known_on,
            recorded_on=recorded_on,
            participants=participants,
        )
        record = replace(record, parent=(catalogue.treaty(above), upper))
    if plain and participants is None:
        _SHIPPED[key] = record
    return record


def _shipped(
    catalogue: Catalogue, treaty_id: str, participants: Collection[str] | None
) -> tuple[Recorded, ...]:
    if participants is not None:
        return shipped_statements(catalogue, treaty_id, participants=participants)
    key = (catalogue.digest, treaty_id)
    if key not in _STATEMENTS:
        _STATEMENTS[key] = shipped_statements(catalogue, treaty_id)
    return _STATEMENTS[key]


def _of(recorded: Iterable[Recorded], participants: Collection[str] | None) -> Iterable[Recorded]:
    """What concerns the participants, and what concerns none in particular."""
    if participants is None:
        return recorded
    wanted = {None, *participants}
    return (each for each in recorded if each.statement.claim.participant in wanted)


def parent_of(treaty: Treaty) -> str | None:
    """The id of the treaty with which this one ends for a participant; None without one."""
    family = treaty.rules.family if treaty.rules else None
    return family.parent if family else None


def _dissolved(catalogue: Catalogue, record: TreatyRecord) -> tuple[tuple[str, date], ...]:
    """The states of the record that are no more, each with the first day without it."""
    known = (catalogue.participant(who) for who in record.participants)
    return tuple((one.id, one.existed_until) for one in known if one.existed_until is not None)


def _shares(
    catalogue: Catalogue, treaty: Treaty
) -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
    """The figures of which the treaty's entry into force needs a share, by participant."""
    needs = treaty.rules.entry_into_force.requirements if treaty.rules else ()
    asked = {n.figure for n in needs if n.kind is RequirementKind.SHARE and n.figure is not None}
    if not asked:
        return ()
    rows = [row for row in catalogue.figures() if row.treaty == treaty.id]
    return tuple(
        (name, tuple((row.place, row.value) for row in rows if row.figure == name))
        for name in sorted(asked)
    )


def _successions(catalogue: Catalogue, record: TreatyRecord) -> tuple[tuple[str, date], ...]:
    """The days of succession of those who succeeded to the treaty, as the catalogue has them."""
    heirs = {act.participant for act in record.acts if act.act is Act.SUCCESSION}
    if not heirs:
        return ()
    return tuple(
        (participant.id, day)
        for participant in catalogue.participants()
        if participant.id in heirs
        for day in sorted({day for _, day in participant.predecessors})
    )
