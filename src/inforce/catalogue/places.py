"""The sections of territories, and of the notifications on them that come with the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inforce.catalogue.codec import Json, encode
from inforce.catalogue.facts import laid_over
from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.lookup import fold
from inforce.catalogue.names import NameEntry, NameKind, unaccented
from inforce.catalogue.row_files import Row
from inforce.catalogue.sections import Section, Snapshot
from inforce.catalogue.territories import ExtentRow, Territory
from inforce.catalogue.territory_files import EXTENTS, TERRITORIES
from inforce.terms import TERRITORIAL

TERRITORY_FILES = ("territories.csv",)
EXTENT_FILES = ("extents.csv",)


def territories(snapshot: Snapshot, faults: Faults) -> list[Row[Territory]]:
    """Every territory; one of the user's own takes the place of the shipped one with its id."""
    return laid_over(
        snapshot, TERRITORY_FILES, TERRITORIES.rows, faults=faults, key=lambda t: (t.id,)
    )


def extents(snapshot: Snapshot, faults: Faults) -> list[Row[ExtentRow]]:
    """Every notification on territories."""
    return laid_over(
        snapshot,
        EXTENT_FILES,
        EXTENTS.rows,
        faults=faults,
        key=lambda r: (r.treaty, r.participant, r.act, r.date, r.territories, r.source),
    )


def territory_names(known: Iterable[Territory]) -> dict[str, str]:
    """Every folded name, id and code of a territory, with its id."""
    found: dict[str, str] = {}
    for place in known:
        for name in filter(None, (place.id, place.alpha2, place.name, *place.names)):
            found.setdefault(fold(name), place.id)
            found.setdefault(fold(unaccented(name)), place.id)
    return found


def name_guards(known: Iterable[Territory]) -> list[NameEntry]:
    """Names of territories as the longer names that hide a state's own inside them.

    "Netherlands Antilles" and "South Georgia" tell of no act of the Netherlands or of Georgia.
    """
    surfaces = {name for place in known for name in (place.name, *place.names)}
    return [NameEntry(name, NameKind.NONE, "", "en") for name in sorted(surfaces)]


def lint_places(snapshot: Snapshot, held: Held, faults: Faults) -> None:
    """Note every fault between territories, participants, treaties and sources."""
    known = territories(snapshot, faults)
    ids = {row.value.id for row in known}
    for row in known:
        place = row.value
        for one in place.responsible:
            held.lint_participant(row, one.state, faults)
            if one.since and one.until and one.until <= one.since:
                row.fault(faults, f"responsible: found {one.until}, expected a day after its first")
        for before, _ in place.predecessors:
            if before not in ids:
                words = f"predecessors: found {before!r}, expected the id of a territory"
                row.fault(faults, words)
    for told in extents(snapshot, faults):
        held.lint_participant(told, told.value.participant, faults)
        held.lint_treaty(told, told.value.treaty, faults)
        _lint_extent(told, ids | held.participants, held, faults=faults)


def _lint_extent(
    row: Row[ExtentRow], places: frozenset[str] | set[str], held: Held, *, faults: Faults
) -> None:
    it = row.value
    for place in it.territories:
        if place not in places:
            row.fault(faults, f"territories: found {place!r}, expected the id of a territory")
    if it.act not in TERRITORIAL:
        row.fault(faults, f"act: found {it.act.value!r}, expected an act on territories")
    if it.source not in held.source_ids:
        row.fault(faults, f"source: found {it.source!r}, expected the id of a source")
    if not it.verified and not it.note:
        row.fault(faults, "note: found nothing, expected why the row is not verified")


def _territory_shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    known = [row.value for row in territories(snapshot, faults)]
    return {"territories": encode(known), "territory_names": territory_names(known)}


def _extent_shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    return {"extents": [encode(row.value) for row in extents(snapshot, faults)]}


SECTIONS = (
    Section("territories", TERRITORY_FILES, _territory_shards),
    Section("extents", EXTENT_FILES, _extent_shards),
)
