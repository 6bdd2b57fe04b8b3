"""A published table of participants and days, read from CSV by the names of its columns."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inforce.catalogue.faults import Fault, Faults
from inforce.catalogue.nodes import decoded, undecodable
from inforce.checking.audit.model import Row
from inforce.dates import DateError, PartialDate
from inforce.errors import InforceError

COLUMNS = {
    "treaty": ("the treaty, by any name or number", ("treaty_id",)),
    "participant": ("the participant, best by its three-letter code", ("state", "country")),
    "consent": ("day of ratification, accession or the like", ("ratification", "deposit")),
    "force": ("day from which the treaty binds the participant", ("entry_into_force",)),
    "consent_kind": ("how consent was given, such as succession", ("consent_type",)),
    "signature": ("day of signature", ()),
    "exit_notice": ("day on which an exit was notified", ("denunciation",)),
    "exit_effect": ("day on which the exit took effect", ("withdrawal",)),
    "treaty_force": ("the treaty's own entry into force", ("treaty_in_force",)),
    "treaty_end": ("the treaty's own end", ("treaty_termination",)),
    "flags": ("what the table itself doubts about the row", ()),
}
"""The columns that are read, what each holds, and other names that it may have."""

_REQUIRED = ("treaty", "participant", "consent", "force")
_DAYS = tuple(name for name in COLUMNS if name not in {*_REQUIRED[:2], "consent_kind", "flags"})
_BLANK = frozenset({"", "NA", "N/A", "NaN", "null", "None", "-"})
_WRITTEN_OUT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class AuditError(InforceError):
    """A table that cannot be audited; ``faults`` holds every fault found, with its line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, the faults of rows left out, and how many cells had no full day."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...] = ()
    vague: int = 0


def read_table(
    path: str | os.PathLike[str],
    *,
    columns: Mapping[str, str] | None = None,
    leave_out_bad: bool = False,
) -> Table:
    """The rows of a CSV file with a header; further columns are passed over.

    ``columns`` maps names of :data:`COLUMNS` to the file's own; without it a column is found
    under its name or one of the other names there. Days are ISO 8601; an empty cell, NA or a
    date that is no full day, such as 1993, is no day. A day that is written out but is in no
    calendar, such as 1976-06-31, is for the audit to tell. Raises AuditError for a file that is
    no such table, and with every bad row unless ``leave_out_bad``.
    """
    shown, faults = os.fspath(path), Faults()
    text = _text(Path(path), shown, faults)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader, [])
        places = _places(header, columns or {}, shown, faults)
        if faults.found:
            raise AuditError(faults.sorted())
        found = _Reading(places, len(header), shown, faults)
        rows = tuple(found.rows(reader))
    except csv.Error as error:
        line = reader.line_num
        faults.add(shown, line, f"the row that ends here is not CSV; found {error}")
        raise AuditError(faults.sorted()) from error
    if faults.found and not leave_out_bad:
        raise AuditError(faults.sorted())
    return Table(rows, faults.sorted(), found.vague)


def _text(path: Path, shown: str, faults: Faults) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        words = f"found no readable file ({error.strerror}), expected a CSV file to audit"
        raise AuditError([Fault(shown, None, words)]) from error
    try:
        return decoded(raw)
    except UnicodeDecodeError as error:
        faults.add(shown, *undecodable(raw, error))
        raise AuditError(faults.sorted()) from error


def _places(
    header: list[str], given: Mapping[str, str], shown: str, faults: Faults
) -> dict[str, int]:
    """Where each column stands; a fault for one that is missing, doubled or not known."""
    places: dict[str, int] = {}
    for name in sorted(set(given) - set(COLUMNS)):
        words = f"found {name!r} among the columns given, expected one of {', '.join(COLUMNS)}"
        faults.add(shown, None, words)
    for name, (_, others) in COLUMNS.items():
        wanted = (given[name],) if name in given else (name, *others)
        at = [place for place, cell in enumerate(header) if cell.strip() in wanted]
        if len(at) > 1:
            both = " and ".join(header[place].strip() for place in at)
            faults.add(shown, 1, f"found {both} for {name}, expected one column: name it")
        elif at:
            places[name] = at[0]
        elif name in _REQUIRED or name in given:
            words = f"found no column {' or '.join(wanted)} for {name}"
            faults.add(shown, 1, f"{words}; the header is {','.join(header) or 'empty'}")
    return places


class _Reading:
    """Rows as they come, with the faults and the vague days among them."""

    def __init__(self, places: dict[str, int], width: int, shown: str, faults: Faults) -> None:
        self._places, self._width, self._shown, self._faults = places, width, shown, faults
        self._known: dict[str, date | None] = {}
        self._impossible: set[str] = set()
        self.vague = 0

    def rows(self, reader: Iterable[list[str]]) -> Iterator[Row]:
        """The good rows; what is wrong with the others is noted."""
        line = 2
        for cells in reader:
            end = getattr(reader, "line_num", line)
            if len(cells) == self._width:
                row = self._row(cells, line)
                if row is not None:
                    yield row
            elif cells:
                words = f"found {len(cells)} cells, expected {self._width}"
                self._faults.add(self._shown, line, words)
            line = end + 1

    def _row(self, cells: list[str], line: int) -> Row | None:
        before = len(self._faults.found)
        texts = {name: cells[place].strip() for name, place in self._places.items()}
        if not texts["treaty"]:
            self._faults.add(self._shown, line, "treaty: found nothing, expected a name")
        days = {name: self._day(texts.get(name, ""), name, line) for name in _DAYS}
        if len(self._faults.found) > before:
            return None
        return Row(
            line,
            texts["treaty"],
            texts["participant"],
            consent_kind=texts.get("consent_kind", ""),
            flagged=texts.get("flags", "") not in _BLANK,
            impossible=tuple(
                (name, texts[name]) for name in _DAYS if texts.get(name) in self._impossible
            ),
            **days,
        )

    def _day(self, text: str, name: str, line: int) -> date | None:
        if text in _BLANK:
            return None
        if text not in self._known:
            try:
                found = PartialDate.parse(text)
            except DateError as error:
                if not _WRITTEN_OUT.fullmatch(text):
                    self._faults.add(self._shown, line, f"{name}: {error}")
                    return None
                self._impossible.add(text)
                self._known[text] = None
            else:
                self._known[text] = found.earliest if found.is_day else None
        day = self._known[text]
        self.vague += day is None and text not in self._impossible
        return day
