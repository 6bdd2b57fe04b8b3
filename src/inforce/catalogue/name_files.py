"""Our own names: the YAML files under ``names/``.

A file gives its ``language`` and any of: ``participant``, ``demonym``, ``capital``,
``organisation`` and ``depositary`` (id: names), ``institution`` (role: id: names), ``none``
(phrases that only block shorter names inside them), ``ambiguous`` (name: ids, the usual one
first), ``doubtful`` and ``cased`` (names to be marked so), ``drop`` (names of the libraries that
mislead), and ``endings`` (kind of word end: its inflected ends, for names that the libraries do
not inflect).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.names import NameEntry, NameKind, Role
from inforce.catalogue.row_files import Row
from inforce.catalogue.yaml_files import read_yaml

_PLAIN = (
    NameKind.PARTICIPANT,
    NameKind.DEMONYM,
    NameKind.CAPITAL,
    NameKind.ORGANISATION,
    NameKind.DEPOSITARY,
)


@dataclass(frozen=True, slots=True)
class NameFile:
    """What one file of names says; the marks hold for every name of its language."""

    language: str
    names: tuple[Row[NameEntry], ...]
    ambiguous: tuple[tuple[str, tuple[str, ...]], ...] = ()
    doubtful: frozenset[str] = frozenset()
    cased: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()
    endings: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_name_file(file: DataFile, raw: bytes, faults: Faults) -> NameFile:
    """One file of names; faults name its lines."""
    root = read_yaml(raw, shown=file.shown, faults=faults)
    if root is None:
        return NameFile("", ())
    fields = Fields(root, "", shown=file.shown, faults=faults)
    language = fields.text("language")
    names: list[Row[NameEntry]] = []
    for kind in _PLAIN:
        names += _rows(fields, kind, language, file.shown)
    bodies = fields.mapping("institution", required=False)
    if bodies is not None:
        for role in Role:
            names += _rows(bodies, NameKind.INSTITUTION, language, file.shown, role=role)
        bodies.done()
    line = fields.line_of("none")
    names += [
        Row(NameEntry(phrase, NameKind.NONE, "", language), file.shown, line)
        for phrase in fields.texts("none", required=False)
    ]
    read = NameFile(
        language=language,
        names=tuple(names),
        ambiguous=fields.pairs("ambiguous"),
        doubtful=frozenset(fields.texts("doubtful", required=False)),
        cased=frozenset(fields.texts("cased", required=False)),
        drop=frozenset(fields.texts("drop", required=False)),
        endings=fields.pairs("endings"),
    )
    fields.done()
    return read


def _rows(
    fields: Fields, kind: NameKind, language: str, shown: str, *, role: Role | None = None
) -> list[Row[NameEntry]]:
    key = role.value if role else kind.value
    inner = fields.mapping(key, required=False)
    if inner is None:
        return []
    return [
        Row(NameEntry(surface, kind, owner, language, role=role), shown, inner.line_of(owner))
        for owner, surfaces in fields.pairs(key)
        for surface in surfaces
    ]


def marked(names: Iterable[NameEntry], files: Iterable[NameFile]) -> list[NameEntry]:
    """The names with the files' marks, each surface once a kind and language, in order.

    Dropped names are left out. A surface of several ids keeps the one that ``ambiguous`` puts
    first, with the others beside it; where no file speaks of it, the first.
    """
    files = tuple(files)
    by_language: dict[str, list[NameFile]] = {}
    for file in files:
        by_language.setdefault(file.language, []).append(file)
    found: dict[tuple[str, NameKind, str], NameEntry] = {}
    for name in names:
        said = by_language.get(name.language, [])
        if any(name.surface in file.drop for file in said):
            continue
        key = (name.surface, name.kind, name.language)
        usual = [ids for file in said for ids in _ids(file, name) if name.id in ids]
        if key in found and not usual:
            continue
        ids = usual[-1] if usual else (name.id,)
        found[key] = NameEntry(
            name.surface,
            name.kind,
            ids[0],
            name.language,
            cased=name.cased or _is_cased(name, said),
            doubtful=bool(usual) or any(name.surface in file.doubtful for file in said),
            role=name.role,
            others=tuple(ids[1:]),
        )
    return list(found.values())


def _ids(file: NameFile, name: NameEntry) -> list[tuple[str, ...]]:
    return [ids for surface, ids in file.ambiguous if surface == name.surface]


def _is_cased(name: NameEntry, said: list[NameFile]) -> bool:
    """Short capitals are cased, what a file says, and names outside English.

    Those lists are long, and nobody has gone through them for words that are not names.
    """
    letters = [c for c in name.surface if c.isalpha()]
    initials = len(letters) <= 5 and all(c.isupper() for c in letters)
    listed = any(name.surface in file.cased for file in said)
    foreign = name.language != "en" and name.kind in (NameKind.PARTICIPANT, NameKind.CAPITAL)
    return initials or listed or foreign
