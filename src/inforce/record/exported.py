"""A store as JSON Lines: each row of it, and at the end how many there are."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from inforce.errors import InforceError
from inforce.record import rows, serial
from inforce.record.database import Row
from inforce.record.faults import StoreError
from inforce.record.schema import VERSION
from inforce.terms import SourceKind

FORMAT = "inforce-store"
"""What the first line says that the file is."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "addition": ("id", "recorded_at", "by", "why"),
    "statement": ("id", "addition", "says"),
    "voucher": ("statement", "addition"),
    "source": ("id", "kind", "addition"),
    "decision": (
        "id",
        "treaty",
        "participant",
        "act",
        "follows",
        "by",
        "why",
        "on",
        "recorded_at",
        "revokes",
    ),
}
"""What the object of each kind of line holds, in the order of the lines."""


def lines(rows_of: Callable[[str], Iterable[Row]], counts: dict[str, int]) -> Iterator[str]:
    """The lines of a store, whose rows ``rows_of`` gives by table; ``counts`` are filled in."""
    yield _text({"format": FORMAT, "schema": VERSION})
    for table, keys in KEYS.items():
        counts[table] = 0
        for row in rows_of(table):
            # Of a statement only what it says: its other columns follow from that.
            told = (row[0], row[6], json.loads(row[7])) if table == "statement" else row
            yield _text({table: dict(zip(keys, told, strict=True))})
            counts[table] += 1
    yield _text({"end": counts})


def check(file: Path) -> None:
    """Read an export to its end. Raises StoreError at the first line that is not as expected."""
    reader = Reader(file)
    for table in KEYS:
        for _ in reader.rows(table):
            pass


class Reader:
    """The rows of an export, table by table in the order of its lines."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._number = 0
        self._lines = self._numbered()
        self._counts: dict[str, int] = {}
        self._additions: dict[int, tuple[datetime, str]] = {}
        self._next = self._head()

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table. Raises StoreError, which names the line."""
        self._counts[table] = 0
        while table in self._next:
            try:
                yield self._row(table, self._next[table])
            except (ValueError, TypeError, KeyError, AttributeError, InforceError) as error:
                raise self._wrong(f"a {table} that cannot be read ({error})") from error
            self._counts[table] += 1
            self._next = self._object()
        if table == list(KEYS)[-1]:
            self._end()

    def _row(self, table: str, told: Mapping[str, Any]) -> Row:
        if told.keys() != set(KEYS[table]):
            raise ValueError(f"its keys are {', '.join(told)}, not {', '.join(KEYS[table])}")
        for key, value in told.items():
            if not isinstance(value, _kind(table, key)):
                raise TypeError(f"{key} is {value!r}")
        row = tuple(told[key] for key in KEYS[table])
        match table:
            case "addition":
                at = datetime.fromisoformat(row[1])
                if rows.moment(at) != row[1]:
                    raise ValueError(f"recorded_at is {row[1]!r}")
                self._additions[told["id"]] = at, told["by"]
            case "statement":
                return self._statement(told)
            case "source":
                SourceKind(told["kind"])
            case "decision" if rows.decision_of(row[1:]).id != told["id"]:
                raise ValueError(f"{told['id']} is not the id of what it says")
        return row

    def _statement(self, told: Mapping[str, Any]) -> Row:
        statement = serial.from_text(_text(told["says"]))
        if statement.id != told["id"]:
            raise ValueError(f"{told['id']} is not the id of what it says")
        at, by = self._additions[told["addition"]]
        return rows.statement_row(statement, addition=told["addition"], at=at, by=by)

    def _head(self) -> Mapping[str, Any]:
        expected = "a backup or an export of a store was expected"
        try:
            head = self._object()
        except StoreError as error:
            raise StoreError(f"backup {self._file} is no backup; {expected}") from error
        if head.get("format") != FORMAT:
            raise StoreError(f"backup {self._file} is no backup; {expected}")
        if head.get("schema") != VERSION:
            raise StoreError(
                f"backup {self._file} has schema {head.get('schema')}, made by another version of "
                f"inforce; schema {VERSION} was expected"
            )
        return self._object()

    def _end(self) -> None:
        if "end" not in self._next:
            raise self._wrong(f"{', '.join(map(repr, self._next))}")
        if self._next["end"] != self._counts:
            raise self._wrong(f"an end that counts {self._next['end']} after {self._counts}")
        if next(self._lines, None) is not None:
            raise self._wrong("more after the end")

    def _object(self) -> Mapping[str, Any]:
        line = next(self._lines, None)
        if line is None:
            raise StoreError(
                f"backup {self._file} is cut short after line {self._number}; "
                "a last line with the number of rows was expected"
            )
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise self._wrong("what is not JSON, or cut short") from error
        if not isinstance(found, dict) or not found:
            raise self._wrong("no object")
        return found

    def _numbered(self) -> Iterator[str]:
        """The lines, counted; bytes that are no text end them with a fault."""
        try:
            with self._file.open(encoding="utf-8") as opened:
                for line in opened:
                    self._number += 1
                    yield line
        except UnicodeDecodeError as error:
            self._number += 1
            raise self._wrong("bytes that are not UTF-8") from error

    def _wrong(self, found: str) -> StoreError:
        return StoreError(
            f"backup {self._file}, line {self._number}: found {found}; "
            "a line as `inforce record export` writes it was expected"
        )


def _kind(table: str, key: str) -> type | tuple[type, ...]:
    """What a key's value is: a number of an addition, a statement, or text."""
    if key == "addition" or (table, key) == ("addition", "id"):
        return int
    if key == "revokes":
        return (str, type(None))
    return dict if key == "says" else str


def _text(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
