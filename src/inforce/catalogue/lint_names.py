"""What must hold between participants, groups and names, beyond what each file says by itself."""

from __future__ import annotations

from collections.abc import Iterable

from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import DataFile
from inforce.catalogue.model import Participant
from inforce.catalogue.name_files import NameFile
from inforce.catalogue.names import NameEntry, NameKind
from inforce.catalogue.people import (
    all_names,
    group_rows,
    groups,
    own_names,
    participants,
)
from inforce.catalogue.row_files import Row
from inforce.catalogue.sections import Snapshot
from inforce.dates import Truth

STATES = (NameKind.PARTICIPANT, NameKind.DEMONYM, NameKind.CAPITAL, NameKind.INSTITUTION)
"""Kinds of name whose id is a participant."""


def lint_names(snapshot: Snapshot, faults: Faults) -> None:
    """Note every fault in participants, groups and names.

    Files that cannot be read note their own faults on the way.
    """
    known = participants(snapshot, faults)
    ids = frozenset(row.value.id for row in known)
    _lint_participants(known, ids, faults)
    _lint_members(snapshot, ids, faults)
    files = snapshot.matching("names/*.yaml")
    read = list(zip(files, own_names(snapshot, faults), strict=True))
    for file, said in read:
        _lint_ids(said.names, ids, faults)
        _lint_ambiguous(file, said, ids, faults=faults)
    _lint_clashes([said for _, said in read], faults)
    _lint_marks(read, all_names(snapshot, Faults()), faults)


def _lint_participants(
    rows: Iterable[Row[Participant]], ids: frozenset[str], faults: Faults
) -> None:
    codes: dict[str, str] = {}
    for row in rows:
        it = row.value
        for predecessor, _ in it.predecessors:
            if predecessor not in ids:
                words = f"predecessors: found {predecessor!r}, expected the id of a participant"
                faults.add(row.file, row.line, words)
        if it.existed_from and it.existed_until and it.existed_until <= it.existed_from:
            words = f"existed_until: found {it.existed_until}, expected a day after existed_from"
            faults.add(row.file, row.line, words)
        if it.alpha2 is not None and codes.setdefault(it.alpha2, it.id) != it.id:
            words = f"alpha2: found {it.alpha2!r} of {codes[it.alpha2]} again, expected it once"
            faults.add(row.file, row.line, words)


def _lint_members(snapshot: Snapshot, ids: frozenset[str], faults: Faults) -> None:
    groups(snapshot, faults)
    for row in group_rows(snapshot, Faults()):
        it = row.value.membership
        if it.participant not in ids:
            words = f"participant: found {it.participant!r}, expected the id of a participant"
            faults.add(row.file, row.line, words)
        if it.since and it.until and it.until.before(it.since) is Truth.YES:
            words = f"until: found {it.until}, expected a day after {it.since}"
            faults.add(row.file, row.line, words)


def _lint_ids(names: Iterable[Row[NameEntry]], ids: frozenset[str], faults: Faults) -> None:
    for row in names:
        it = row.value
        if it.kind in STATES and it.id not in ids:
            words = f"{it.surface!r}: found {it.id!r}, expected the id of a participant"
            faults.add(row.file, row.line, words)


def _lint_ambiguous(file: DataFile, said: NameFile, ids: frozenset[str], *, faults: Faults) -> None:
    for surface, owners in said.ambiguous:
        for owner in owners:
            if owner not in ids:
                words = f"ambiguous.{surface}: found {owner!r}, expected the id of a participant"
                faults.add(file.shown, None, words)


def _lint_clashes(files: Iterable[NameFile], faults: Faults) -> None:
    """One surface of a kind and language stands for one id, unless it is listed as ambiguous."""
    files = tuple(files)
    listed = {(file.language, surface) for file in files for surface, _ in file.ambiguous}
    first: dict[tuple[str, NameKind, str], Row[NameEntry]] = {}
    for file in files:
        for row in file.names:
            it = row.value
            earlier = first.setdefault((it.surface, it.kind, it.language), row)
            if earlier.value.id != it.id and (it.language, it.surface) not in listed:
                faults.add(
                    row.file,
                    row.line,
                    f"{it.surface!r}: found {it.id} as well as {earlier.value.id} "
                    f"({earlier.file} line {earlier.line}), expected one, or an ambiguous entry",
                )


def _lint_marks(
    files: Iterable[tuple[DataFile, NameFile]], names: Iterable[NameEntry], faults: Faults
) -> None:
    """What a file marks must be there; what blocks a name must not be one."""
    borne: dict[tuple[str, str], set[NameKind]] = {}
    for name in names:
        borne.setdefault((name.language, name.surface), set()).add(name.kind)
    for file, said in files:
        marks = {
            "ambiguous": [surface for surface, _ in said.ambiguous],
            "doubtful": sorted(said.doubtful),
            "cased": sorted(said.cased),
        }
        for key, surfaces in marks.items():
            for surface in surfaces:
                if (said.language, surface) not in borne:
                    words = f"{key}: found {surface!r}, expected a name of this language"
                    faults.add(file.shown, None, words)
        for row in said.names:
            kinds = borne.get((said.language, row.value.surface), set())
            if row.value.kind is NameKind.NONE and len(kinds) > 1:
                words = f"none: found {row.value.surface!r}, expected a phrase that is no name"
                faults.add(row.file, row.line, words)
