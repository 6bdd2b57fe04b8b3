"""Subjects that several treaties share: what each still asks of a party that leaves another.

``subjects.yaml`` holds them; a user's own subject of the same id takes the place of a shipped
one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from inforce.catalogue.codec import Json, decoder, encode
from inforce.catalogue.facts import laid_over
from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.row_files import Row
from inforce.catalogue.sections import Section, Snapshot
from inforce.catalogue.yaml_files import read_yaml

FILES = ("subjects.yaml",)


@dataclass(frozen=True, slots=True)
class SubjectRule:
    """What a treaty has to say on a subject: ``words`` are ours, ``article`` is its own.

    ``checked`` is the day on which someone last held the two together.
    """

    treaty: str
    article: str
    checked: date
    words: str
    bars: tuple[str, ...] = ()
    """Words for what it forbids its parties to do with the subject's objects."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject and the treaties that rule on it, in the order of the file."""

    id: str
    name: str
    rules: tuple[SubjectRule, ...]
    objects: tuple[str, ...] = ()
    """Words for the things that the subject is about."""


class Compiled(Protocol):
    """What is asked of a catalogue here; it stands below this module."""

    def shard(self, name: str) -> Any:
        """The JSON of a compiled part."""


def subjects(catalogue: Compiled, treaty: str | None = None) -> tuple[Subject, ...]:
    """The catalogue's subjects; with ``treaty`` those on which it has a rule."""
    read = decoder(Subject)
    found = tuple(read(raw) for raw in catalogue.shard("subjects") or ())
    if treaty is None:
        return found
    return tuple(one for one in found if any(rule.treaty == treaty for rule in one.rules))


def _read(file: DataFile, raw: bytes, faults: Faults) -> list[Row[Subject]]:
    root = read_yaml(raw, shown=file.shown, faults=faults)
    if root is None:
        return []
    fields = Fields(root, "", shown=file.shown, faults=faults)
    found = []
    for inner in fields.mappings("subjects", required=True):
        rules = tuple(filter(None, map(_rule, inner.mappings("rules", required=True))))
        objects = tuple(word.lower() for word in inner.texts("objects", required=False))
        subject = Subject(inner.text("id"), inner.text("name"), rules, objects)
        found.append(Row(subject, file.shown, inner.line))
        inner.done()
    fields.done()
    return found


def _rule(fields: Fields) -> SubjectRule | None:
    treaty, article = fields.text("treaty"), fields.text("article")
    checked, words = fields.day("checked"), fields.text("words")
    bars = tuple(word.lower() for word in fields.texts("bars", required=False))
    fields.done()
    return SubjectRule(treaty, article, checked, words, bars) if checked else None


def lint_subjects(snapshot: Snapshot, treaties: Collection[str], faults: Faults) -> None:
    """Note the rules that name a treaty which the catalogue does not hold."""
    for row in laid_over(snapshot, FILES, _read, faults=faults, key=lambda each: (each.id,)):
        for rule in row.value.rules:
            if rule.treaty not in treaties:
                words = f"treaty: found {rule.treaty!r}, expected the id of a treaty"
                row.fault(faults, f"subject {row.value.id}: {words}")


def _shards(snapshot: Snapshot, faults: Faults) -> Mapping[str, Json]:
    rows = laid_over(snapshot, FILES, _read, faults=faults, key=lambda each: (each.id,))
    return {"subjects": [encode(row.value) for row in rows]}


SECTIONS = (Section("subjects", FILES, _shards),)
