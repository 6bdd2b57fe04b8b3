"""The sections of names: participants, groups, and the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inforce.catalogue.codec import Json, encode
from inforce.catalogue.facts import laid_over
from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.groups import (
    MEMBERS,
    GroupFile,
    MemberRow,
    build_groups,
    group_names,
    read_group_file,
)
from inforce.catalogue.layers import DataFile
from inforce.catalogue.model import Group, Participant
from inforce.catalogue.name_files import NameFile, marked, read_name_file
from inforce.catalogue.names import NameEntry, NameKind, names_to_rows
from inforce.catalogue.participants import PARTICIPANTS, participant_names
from inforce.catalogue.places import TERRITORY_FILES, name_guards, territories
from inforce.catalogue.row_files import Row, Table
from inforce.catalogue.sections import Section, Snapshot

PARTICIPANT_FILES = ("participants.csv",)
GROUP_FILES = ("groups.csv", "groups.yaml")
NAME_FILES = ("names/*.yaml",)
COMPILED = "names/compiled.csv"


def participants(snapshot: Snapshot, faults: Faults) -> list[Row[Participant]]:
    """Every participant; one of the user's own takes the place of the shipped one with its id."""
    return laid_over(
        snapshot, PARTICIPANT_FILES, PARTICIPANTS.rows, faults=faults, key=lambda p: (p.id,)
    )


def group_files(snapshot: Snapshot, faults: Faults) -> tuple[GroupFile, ...]:
    """What every groups.yaml says, the shipped one first."""
    return tuple(
        read_group_file(file, snapshot.raw(file), faults)
        for file in snapshot.matching("groups.yaml")
    )


def group_rows(snapshot: Snapshot, faults: Faults) -> list[Row[MemberRow]]:
    """Every membership."""
    return laid_over(
        snapshot,
        ("groups.csv",),
        MEMBERS.rows,
        faults=faults,
        key=lambda r: (r.group, r.membership.participant, r.membership.since),
    )


def groups(snapshot: Snapshot, faults: Faults) -> tuple[Group, ...]:
    """Every group with its members."""
    return build_groups(group_files(snapshot, faults), group_rows(snapshot, faults), faults)


def own_names(snapshot: Snapshot, faults: Faults) -> tuple[NameFile, ...]:
    """What our own files of names say, and the user's."""
    return tuple(
        read_name_file(file, snapshot.raw(file), faults) for file in snapshot.matching(*NAME_FILES)
    )


def library_names(snapshot: Snapshot, faults: Faults) -> list[NameEntry]:
    """The names compiled ahead of time from the libraries."""
    return [
        name
        for file in snapshot.matching(COMPILED)
        for row in LIBRARY.rows(file, snapshot.raw(file), faults)
        for name in row.value
    ]


def all_names(snapshot: Snapshot, faults: Faults) -> list[NameEntry]:
    """The whole gazetteer: our own names before the libraries', each surface marked."""
    files = own_names(snapshot, faults)
    own = [row.value for file in files for row in file.names]
    infos = [row.value for file in group_files(snapshot, faults) for row in file.groups]
    spoken = [
        NameEntry(surface, NameKind.GROUP, info.id, language, cased=surface[:1].isupper())
        for info in infos
        for language, surfaces in info.names
        for surface in surfaces
    ]
    # A territory that is a participant of its own, such as a member of a group, is named as one.
    ids = {row.value.id for row in participants(snapshot, Faults())}
    places = (row.value for row in territories(snapshot, faults))
    guards = name_guards(place for place in places if place.id not in ids)
    return marked((*own, *guards, *spoken, *library_names(snapshot, faults)), files)


def _library_row(fields: Fields, _file: DataFile) -> tuple[NameEntry, ...]:
    kind = fields.member("kind", NameKind) or NameKind.NONE
    owner, language = fields.text("id"), fields.text("language")
    return tuple(
        NameEntry(surface, kind, owner, language) for surface in fields.text("surfaces").split("|")
    )


LIBRARY: Table[tuple[NameEntry, ...]] = Table(("kind", "id", "language", "surfaces"), _library_row)
"""compiled.csv: the surfaces of an id in a language, parted by ``|``; marks come later."""


def _participant_shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    return {"participants": [encode(row.value) for row in participants(snapshot, faults)]}


def _group_shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    infos = [row.value for file in group_files(snapshot, faults) for row in file.groups]
    return {"groups": encode(groups(snapshot, faults)), "group_names": group_names(infos)}


def _name_shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    names = all_names(snapshot, faults)
    known: Iterable[Participant] = [row.value for row in participants(snapshot, faults)]
    return {"names": names_to_rows(names), "participant_names": participant_names(known, names)}


SECTIONS = (
    Section("participants", PARTICIPANT_FILES, _participant_shards),
    Section("groups", GROUP_FILES, _group_shards),
    Section(
        "names",
        (*NAME_FILES, COMPILED, *GROUP_FILES, *PARTICIPANT_FILES, *TERRITORY_FILES),
        _name_shards,
    ),
)
