"""Scales of likelihood: which range of probability a word stands for, by whose word.

``scales.yaml`` holds them; a user's own scale of the same id takes the place of a shipped one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from inforce.catalogue.codec import Json, decoder, encode
from inforce.catalogue.facts import laid_over
from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.row_files import Row
from inforce.catalogue.sections import Section, Snapshot
from inforce.catalogue.yaml_files import read_yaml
from inforce.errors import InforceError

FILES = ("scales.yaml",)


class UnknownScale(InforceError):  # noqa: N818
    """No scale of the catalogue has that id; the message lists those that it has."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words of one meaning, in lower case, and their range in per cent, both ends included."""

    words: tuple[str, ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A named scale with the document that sets it."""

    id: str
    name: str
    source: str
    terms: tuple[Term, ...]
    default: bool = False
    """Whether it is used where none is asked for."""


class Compiled(Protocol):
    """What is asked of a catalogue here; it stands below this module."""

    def shard(self, name: str) -> Any:
        """The JSON of a compiled part."""


def scales(catalogue: Compiled) -> tuple[Scale, ...]:
    """Every scale, the default one included."""
    read = decoder(Scale)
    return tuple(read(raw) for raw in catalogue.shard("scales") or ())


def scale(catalogue: Compiled, name: str | None = None) -> Scale:
    """The scale of that id; the default one without. Raises UnknownScale."""
    known = scales(catalogue)
    for one in known:
        if one.id == name or (name is None and one.default):
            return one
    expected = ", ".join(one.id for one in known)
    raise UnknownScale(f"no scale of likelihood is called {name!r}; expected one of {expected}")


def _read(file: DataFile, raw: bytes, faults: Faults) -> list[Row[Scale]]:
    root = read_yaml(raw, shown=file.shown, faults=faults)
    if root is None:
        return []
    fields = Fields(root, "", shown=file.shown, faults=faults)
    chosen = fields.text("default", required=False)
    found = []
    for inner in fields.mappings("scales", required=True):
        name = inner.text("id")
        terms = tuple(filter(None, map(_term, inner.mappings("terms", required=True))))
        one = Scale(name, inner.text("name"), inner.text("source"), terms, name == chosen)
        inner.done()
        found.append(Row(one, file.shown, inner.line))
    fields.done()
    return found


def _term(fields: Fields) -> Term | None:
    words = tuple(word.lower() for word in fields.texts("words"))
    low, high = fields.number("low"), fields.number("high")
    line = fields.line_of("low")
    fields.done()
    if low is None or high is None:
        return None
    if not 0 <= low <= high <= 100:
        expected = "0 to 100 per cent, the lower end first"
        fields.fault(line, f"found {low:g} to {high:g}, expected {expected}", key="low")
        return None
    return Term(words, low, high)


def _shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    rows = laid_over(snapshot, FILES, _read, faults=faults, key=lambda each: (each.id,))
    return {"scales": [encode(row.value) for row in rows]}


SECTIONS = (Section("scales", FILES, _shards),)
