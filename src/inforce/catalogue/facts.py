"""The sections of facts: treaties, acts, steps, conditions, findings, duties, figures, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from inforce.catalogue.codec import Json, encode
from inforce.catalogue.duties import DutyRow
from inforce.catalogue.faults import Faults
from inforce.catalogue.figures import FigureRow
from inforce.catalogue.lookup import fold
from inforce.catalogue.model import ActRow, ConditionRow, FindingRow, SourceInfo, Treaty
from inforce.catalogue.row_files import (
    ACTS,
    CONDITIONS,
    DUTIES,
    FIGURES,
    FINDINGS,
    STEPS,
    Row,
    read_sources,
)
from inforce.catalogue.sections import Section, Snapshot
from inforce.catalogue.treaty_files import read_treaties

T = TypeVar("T")

TREATY_FILES = ("treaties/*.yaml",)
SOURCE_FILES = ("sources.yaml", "outlets.yaml")


def treaties(snapshot: Snapshot, faults: Faults) -> list[Row[Treaty]]:
    """Every treaty; one of the user's own takes the place of the shipped one with its id."""
    return laid_over(
        snapshot, TREATY_FILES, read_treaties, faults=faults, key=lambda treaty: (treaty.id,)
    )


def acts(snapshot: Snapshot, faults: Faults) -> list[Row[ActRow]]:
    """Every act; a row of the user's own takes the place of the shipped row of the same act."""
    return laid_over(snapshot, ("acts/*.csv",), ACTS.rows, faults=faults, key=act_key)


def steps(snapshot: Snapshot, faults: Faults) -> list[Row[ActRow]]:
    """Every domestic step."""
    return laid_over(snapshot, ("steps.csv",), STEPS.rows, faults=faults, key=act_key)


def conditions(snapshot: Snapshot, faults: Faults) -> list[Row[ConditionRow]]:
    """Every fact of the world that a rule asks for."""
    return laid_over(
        snapshot,
        ("conditions.csv",),
        CONDITIONS.rows,
        faults=faults,
        key=lambda r: (r.participant, r.fact, r.since, r.treaty, r.source, r.reference),
    )


def findings(snapshot: Snapshot, faults: Faults) -> list[Row[FindingRow]]:
    """Every finding of a body or participant on another's act."""
    return laid_over(
        snapshot,
        ("findings.csv",),
        FINDINGS.rows,
        faults=faults,
        key=lambda r: (r.treaty, r.participant, r.act, r.by, r.source, r.reference),
    )


def duties(snapshot: Snapshot, faults: Faults) -> list[Row[DutyRow]]:
    """Everything told of a participant's duty that has a deadline."""
    return laid_over(
        snapshot,
        ("duties.csv",),
        DUTIES.rows,
        faults=faults,
        key=lambda r: (
            *(r.treaty, r.participant, r.act, r.duty, r.date, r.until, r.period),
            *(r.source, r.reference),
        ),
    )


def figures(snapshot: Snapshot, faults: Faults) -> list[Row[FigureRow]]:
    """Every published figure."""
    return laid_over(
        snapshot,
        ("figures.csv", "figures/*.csv"),
        FIGURES.rows,
        faults=faults,
        key=lambda r: (
            *(r.figure, r.scope, r.place, r.body, r.treaty, r.period),
            *(r.source, r.reference),
        ),
    )


def sources(snapshot: Snapshot, faults: Faults) -> list[Row[SourceInfo]]:
    """Every source."""
    return laid_over(snapshot, SOURCE_FILES, read_sources, faults=faults, key=lambda s: (s.id,))


def act_key(row: ActRow) -> tuple[object, ...]:
    """What makes two rows the same row: the act, its date, who says so and where."""
    act = (row.treaty, row.participant, row.act, row.about, row.body, row.date)
    return (*act, row.asserted, row.source, row.reference)


def laid_over(
    snapshot: Snapshot,
    patterns: tuple[str, ...],
    read: Callable[..., list[Row[T]]],
    *,
    faults: Faults,
    key: Callable[[T], tuple[object, ...]],
) -> list[Row[T]]:
    """The rows of all layers: a later layer's replaces an earlier one's of the same key."""
    rows: dict[tuple[object, ...], tuple[int, Row[T]]] = {}
    for file in snapshot.matching(*patterns):
        for row in read(file, snapshot.raw(file), faults):
            identity = key(row.value)
            layer, earlier = rows.get(identity, (-1, row))
            if layer == file.layer:
                where = f"{earlier.file} line {earlier.line}"
                faults.add(row.file, row.line, f"found again what stands at {where}, expected once")
            rows[identity] = file.layer, row
    return [row for _, row in rows.values()]


def _treaty_shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    rows = treaties(snapshot, faults)
    found = [row.value for row in rows]
    shards: dict[str, Json] = {f"treaties/{treaty.id}": encode(treaty) for treaty in found}
    shards["treaties"] = {
        "ids": [treaty.id for treaty in found],
        "names": _names(found),
    }
    return shards


def _names(found: Iterable[Treaty]) -> dict[str, list[str]]:
    """Each folded name of a treaty with the ids of the treaties that bear it."""
    names: dict[str, list[str]] = {}
    for treaty in found:
        for name in treaty_names(treaty):
            ids = names.setdefault(fold(name), [])
            if treaty.id not in ids:
                ids.append(treaty.id)
    return names


def treaty_names(treaty: Treaty) -> Iterable[str]:
    """Everything by which a treaty may be asked for."""
    yield from (treaty.id, treaty.short_name, treaty.title)
    if treaty.number:
        yield treaty.number
    for _, aliases in treaty.aliases:
        yield from aliases


def _act_shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    shards: dict[str, list[Json]] = {}
    for row in acts(snapshot, faults):
        shards.setdefault(f"acts/{row.value.treaty}", []).append(encode(row.value))
    return {**shards, "acts": sorted(name.removeprefix("acts/") for name in shards)}


def _plain(
    name: str, files: tuple[str, ...], read: Callable[[Snapshot, Faults], list[Row[T]]]
) -> Section:
    def build(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
        return {name: [encode(row.value) for row in read(snapshot, faults)]}

    return Section(name, files, build)


SECTIONS = (
    Section("treaties", TREATY_FILES, _treaty_shards),
    Section("acts", ("acts/*.csv",), _act_shards),
    _plain("steps", ("steps.csv",), steps),
    _plain("conditions", ("conditions.csv",), conditions),
    _plain("findings", ("findings.csv",), findings),
    _plain("duties", ("duties.csv",), duties),
    _plain("figures", ("figures.csv", "figures/*.csv"), figures),
    _plain("sources", SOURCE_FILES, sources),
)
