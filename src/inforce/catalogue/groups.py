"""Groups with dated membership: reading groups.csv and groups.yaml, and who belongs on a day.

Columns of ``groups.csv``: ``group``, ``participant``, ``since`` and ``until`` (EDTF; ``../X``
means on some day up to X; until is the first day no longer a member), ``verification``
(``verified`` where a page seen prints it), ``source`` (a key of ``sources`` in ``groups.yaml``)
and ``note``. A member that left and came back has two rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.lookup import fold
from inforce.catalogue.model import Group, Membership
from inforce.catalogue.row_files import Row, Table
from inforce.catalogue.yaml_files import read_yaml
from inforce.dates import PartialDate, Truth


@dataclass(frozen=True, slots=True)
class GroupInfo:
    """What groups.yaml says of a group; ``names`` are (language, names) pairs."""

    id: str
    name: str
    ids: tuple[str, ...]
    """Other ids in use, such as EU-members for EU."""
    names: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class GroupFile:
    """One groups.yaml: its groups, and its sources as (key, texts) pairs."""

    groups: tuple[Row[GroupInfo], ...]
    sources: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A row of groups.csv; the source is still a key."""

    group: str
    membership: Membership


def _member(fields: Fields, _file: DataFile) -> MemberRow:
    fields.parsed("verification", _verification, required=True, expected="verified or unverified")
    fields.node("note", required=False)
    membership = Membership(
        participant=fields.text("participant"),
        since=fields.partial("since", required=False),
        until=fields.partial("until", required=False),
        source=fields.text("source"),
    )
    return MemberRow(fields.text("group"), membership)


def _verification(text: str) -> str:
    if text not in ("verified", "unverified"):
        raise ValueError(text)
    return text


MEMBERS: Table[MemberRow] = Table(
    ("group", "participant", "since", "until", "verification", "source", "note"), _member
)


def read_group_file(file: DataFile, raw: bytes, faults: Faults) -> GroupFile:
    """The groups and sources of one groups.yaml."""
    root = read_yaml(raw, shown=file.shown, faults=faults)
    if root is None:
        return GroupFile((), ())
    fields = Fields(root, "", shown=file.shown, faults=faults)
    groups = []
    for inner in fields.mappings("groups", required=True):
        info = GroupInfo(
            id=inner.text("id"),
            name=inner.text("name"),
            ids=inner.texts("ids", required=False),
            names=inner.pairs("names"),
        )
        inner.done()
        groups.append(Row(info, file.shown, inner.line))
    sources = fields.pairs("sources")
    fields.done()
    return GroupFile(tuple(groups), sources)


def build_groups(
    files: Iterable[GroupFile], rows: Iterable[Row[MemberRow]], faults: Faults
) -> tuple[Group, ...]:
    """The groups with their members, in the order of groups.yaml.

    A member row of a group or with a source that no groups.yaml has is a fault. A later file's
    group of the same id replaces the name of an earlier one.
    """
    files = tuple(files)
    infos = {row.value.id: row.value for file in files for row in file.groups}
    sources = {key: "; ".join(texts) for file in files for key, texts in file.sources}
    members: dict[str, list[Membership]] = {group: [] for group in infos}
    for row in rows:
        group, plain = row.value.group, row.value.membership
        if group not in infos:
            known = ", ".join(infos)
            faults.add(row.file, row.line, f"group: found {group!r}, expected one of {known}")
            continue
        if plain.source not in sources:
            words = f"source: found {plain.source!r}, expected a key of sources in groups.yaml"
            faults.add(row.file, row.line, words)
        whole = Membership(
            plain.participant, plain.since, plain.until, sources.get(plain.source, plain.source)
        )
        members[group].append(whole)
    return tuple(Group(i.id, i.name, tuple(members[i.id])) for i in infos.values())


def members_on(group: Group, on: date | PartialDate) -> tuple[frozenset[str], frozenset[str]]:
    """Who belongs to the group on that day: (certainly, perhaps), as participant ids.

    Perhaps: the day falls where a beginning or an end is known only by its month or year, or `on`
    leaves days open on which the answer differs. A membership without a beginning has always
    been, one without an end goes on.
    """
    certain: set[str] = set()
    perhaps: set[str] = set()
    asked = on if isinstance(on, PartialDate) else PartialDate.from_day(on)
    for membership in group.members:
        since, until = membership.since, membership.until
        begun = Truth.YES if since is None else since.on_or_before(asked)
        going_on = Truth.YES if until is None else until.after(asked)
        match begun.and_(going_on):
            case Truth.YES:
                certain.add(membership.participant)
            case Truth.UNKNOWN:
                perhaps.add(membership.participant)
            case Truth.NO:
                pass
    return frozenset(certain), frozenset(perhaps - certain)


def group_names(groups: Iterable[GroupInfo]) -> dict[str, str]:
    """Every folded id and name by which a group may be asked for, with the group's id."""
    found: dict[str, str] = {}
    for info in groups:
        spoken = (name for _, names in info.names for name in names)
        for word in (info.id, info.name, *info.ids, *spoken):
            found.setdefault(fold(word), info.id)
    return found
