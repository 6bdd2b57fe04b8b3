"""Rows of CSV files, and the list of sources, to values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from inforce.catalogue.csv_files import read_csv
from inforce.catalogue.duties import DutyRow
from inforce.catalogue.faults import Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.figures import FigureRow
from inforce.catalogue.layers import DataFile
from inforce.catalogue.model import ActRow, ConditionRow, FindingRow, SourceInfo
from inforce.catalogue.yaml_files import read_yaml
from inforce.terms import CONSENTS, Act, OutletForm, SourceKind

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_TALLY = ("for", "against", "abstain", "not_voting", "threshold", "seats")
_SAID = ("source", "reference", "verified", "note")


@dataclass(frozen=True, slots=True)
class Row(Generic[T_co]):
    """A row and where it stands."""

    value: T_co
    file: str
    line: int

    def fault(self, faults: Faults, words: str) -> None:
        """Note a fault of the row."""
        faults.add(self.file, self.line, words)


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A kind of CSV file: its columns in order, and how a row is read."""

    columns: tuple[str, ...]
    read: Callable[[Fields, DataFile], T]

    def rows(self, file: DataFile, raw: bytes, faults: Faults) -> list[Row[T]]:
        """The rows of one file."""
        found = []
        for node in read_csv(raw, self.columns, shown=file.shown, faults=faults):
            fields = Fields(node, "", shown=file.shown, faults=faults)
            found.append(Row(self.read(fields, file), file.shown, node.line))
        return found


TAKEN_BACK = {f"{Act.REVOCATION}_of_{act}": act for act in CONSENTS}
"""The words for a consent taken back before it bound, each with the consent."""


def _act(fields: Fields, file: DataFile) -> ActRow:
    back = TAKEN_BACK.get(fields.text("act"))
    act = Act.REVOCATION if back else fields.member("act", Act)
    return ActRow(
        treaty=file.stem,
        participant=fields.text("participant"),
        act=act or Act.CONSENT_TO_BE_BOUND,
        date=fields.partial("date", required=False),
        asserted=fields.partial("asserted", required=False),
        source=fields.text("source"),
        reference=fields.text("reference"),
        verified=fields.yes("verified"),
        note=fields.text("note", required=False),
        about=back,
    )


def _step(fields: Fields, _file: DataFile) -> ActRow:
    counts = [(column, fields.whole(column, required=False)) for column in _TALLY]
    return ActRow(
        treaty=fields.text("treaty"),
        participant=fields.text("participant"),
        act=fields.member("act", Act) or Act.PROPOSED,
        date=fields.partial("date", required=False),
        asserted=fields.partial("asserted", required=False),
        source=fields.text("source"),
        reference=fields.text("reference"),
        verified=fields.yes("verified"),
        note=fields.text("note", required=False),
        about=fields.member("about", Act),
        body=fields.text("body"),
        tally=tuple((column, count) for column, count in counts if count is not None),
    )


def _condition(fields: Fields, _file: DataFile) -> ConditionRow:
    return ConditionRow(
        participant=fields.text("participant"),
        fact=fields.text("fact"),
        holds=fields.yes("holds"),
        since=fields.partial("since", required=False),
        until=fields.partial("until", required=False),
        treaty=fields.text("treaty", required=False) or None,
        asserted=fields.partial("asserted", required=False),
        source=fields.text("source"),
        reference=fields.text("reference"),
        verified=fields.yes("verified"),
        note=fields.text("note", required=False),
    )


def _finding(fields: Fields, _file: DataFile) -> FindingRow:
    return FindingRow(
        treaty=fields.text("treaty"),
        participant=fields.text("participant"),
        act=fields.member("act", Act) or Act.SUSPENSION,
        by=fields.text("by"),
        accepts=fields.yes("accepts"),
        date=fields.partial("date", required=False),
        words=fields.text("words"),
        source=fields.text("source"),
        reference=fields.text("reference"),
        asserted=fields.partial("asserted", required=False),
        verified=fields.yes("verified"),
        note=fields.text("note", required=False),
    )


def _duty(fields: Fields, _file: DataFile) -> DutyRow:
    return DutyRow(
        treaty=fields.text("treaty"),
        participant=fields.text("participant"),
        act=fields.member("act", Act) or Act.REPORT,
        duty=fields.text("duty"),
        date=fields.partial("date", required=False),
        until=fields.partial("until", required=False),
        period=fields.partial("period", required=False),
        asserted=fields.partial("asserted", required=False),
        source=fields.text("source"),
        reference=fields.text("reference"),
        verified=fields.yes("verified"),
        note=fields.text("note", required=False),
    )


def _figure(fields: Fields, _file: DataFile) -> FigureRow:
    return FigureRow(
        figure=fields.text("figure"),
        value=fields.number("value") or 0.0,
        cmp=fields.parsed("cmp", _sign, required=True, expected="one of =, >, <, ~") or "=",
        unit=fields.text("unit"),
        place=fields.text("place"),
        period=fields.text("period"),
        source=fields.text("source"),
        verified=fields.yes("verified"),
        scope=fields.text("scope", required=False),
        body=fields.text("body", required=False),
        treaty=fields.text("treaty", required=False) or None,
        reference=fields.text("reference"),
        note=fields.text("note", required=False),
    )


def _sign(text: str) -> str:
    if text not in ("=", ">", "<", "~"):
        raise ValueError(text)
    return text


ACTS = Table(("participant", "act", "date", "asserted", *_SAID), _act)
STEPS = Table(
    ("treaty", "participant", "act", "about", "body", "date", *_TALLY, "asserted", *_SAID), _step
)
CONDITIONS = Table(
    ("participant", "fact", "holds", "since", "until", "treaty", "asserted", *_SAID), _condition
)
FINDINGS = Table(
    ("treaty", "participant", "act", "by", "accepts", "date", "words", "asserted", *_SAID),
    _finding,
)
DUTIES = Table(
    ("treaty", "participant", "act", "duty", "date", "until", "period", "asserted", *_SAID), _duty
)
FIGURES = Table(
    (
        *("figure", "value", "cmp", "unit", "scope", "place", "body", "treaty", "period"),
        *_SAID,
    ),
    _figure,
)


def read_sources(file: DataFile, raw: bytes, faults: Faults) -> list[Row[SourceInfo]]:
    """The sources of a file: a list under ``sources``."""
    root = read_yaml(raw, shown=file.shown, faults=faults)
    if root is None:
        return []
    fields = Fields(root, "", shown=file.shown, faults=faults)
    found = []
    for inner in fields.mappings("sources", required=True):
        source = SourceInfo(
            id=inner.text("id"),
            name=inner.text("name"),
            kind=inner.member("kind", SourceKind) or SourceKind.OUTLET,
            country=inner.text("country", required=False) or None,
            aliases=inner.texts("aliases", required=False),
            owner=inner.text("owner", required=False) or None,
            form=inner.optional_member("form", OutletForm),
            domains=inner.texts("domains", required=False),
            carries=inner.texts("carries", required=False),
        )
        inner.done()
        found.append(Row(source, file.shown, inner.line))
    fields.done()
    return found
