"""The gazetteer: names that stand for participants, groups and bodies, by language.

A reader finds all overlapping surfaces, keeps those at word boundaries, and of these the longest;
a surface of kind NONE is there to be the longest where the shorter name inside it means something
else ("South China Sea"). Surfaces stand without the article.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a surface names."""

    PARTICIPANT = "participant"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    INSTITUTION = "institution"
    GROUP = "group"
    DEPOSITARY = "depositary"
    ORGANISATION = "organisation"
    NONE = "none"


class Role(StrEnum):
    """Which body of a state an institution is."""

    PARLIAMENT = "parliament"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    PRESIDENT = "president"
    COURT = "court"


@dataclass(frozen=True, slots=True, order=True)
class NameEntry:
    """One surface and what it stands for.

    ``id`` is a participant for PARTICIPANT, DEMONYM, CAPITAL and INSTITUTION, a group, or a code
    of our own for a body; empty for NONE. ``language`` is a BCP 47 code, or ``mul`` for a name
    that no one language owns. ``cased``: in lower case it is another word ("turkey", "polish"),
    so it counts only as written, or in capitals where the whole line is. ``doubtful``: more often
    than not something else is meant, so a reader asks for more before it takes the name.
    ``others`` are further ids that the same surface may mean; ``id`` is the usual one.
    """

    surface: str
    kind: NameKind
    id: str
    language: str
    cased: bool = False
    doubtful: bool = False
    role: Role | None = None
    others: tuple[str, ...] = ()


NameRow = tuple[str, str, str, str, str, str, str]
"""Kind, id, language, role, others, marks (c: cased, d: doubtful), surfaces parted by ``|``."""


def names_to_rows(names: Iterable[NameEntry]) -> list[NameRow]:
    """The names in their compact form: one row for all surfaces that differ in nothing else."""
    surfaces: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        marks = ("c" if name.cased else "") + ("d" if name.doubtful else "")
        role = name.role.value if name.role else ""
        key = (name.kind.value, name.id, name.language, role, " ".join(name.others), marks)
        surfaces.setdefault(key, set()).add(name.surface)
    return sorted((*key, "|".join(sorted(found))) for key, found in surfaces.items())  # type: ignore[misc]


def rows_to_names(rows: Iterable[NameRow | list[str]]) -> tuple[NameEntry, ...]:
    """The names of rows, in the order of the rows."""
    found: list[NameEntry] = []
    for kind, owner, language, role, others, marks, surfaces in rows:
        of, body = NameKind(kind), Role(role) if role else None
        rest, cased, doubtful = tuple(others.split()), "c" in marks, "d" in marks
        found += [
            NameEntry(surface, of, owner, language, cased, doubtful, body, rest)
            for surface in surfaces.split("|")
        ]
    return tuple(found)


def unaccented(text: str) -> str:
    """The text without its accents: Turkiye for Türkiye."""
    plain = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))
