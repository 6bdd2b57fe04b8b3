"""What a store asks of the database under it, and how a database is named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

Place = str | os.PathLike[str]
"""A store's file, or the address of a PostgreSQL database that holds one."""

Row = tuple[Any, ...]

_SCHEMES = ("postgresql:", "postgres:")


class Database(Protocol):
    """A database that holds a store's tables. SQL has ``?`` where a value goes.

    ``shown`` is how messages call it, without a password; ``readonly`` says that it refuses
    to be written.
    """

    shown: str
    readonly: bool

    def told(self) -> AbstractContextManager[None]:
        """Turns the database's errors into a StoreError that says in one sentence what is wrong."""

    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a query."""

    def stream(self, sql: str) -> Iterator[Row]:
        """The rows of a query in a snapshot, however many, never all in memory."""

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Carry out one statement."""

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows, with a value for each column, into a table."""

    def transaction(self) -> AbstractContextManager[None]:
        """Writing as the only writer: the whole block or nothing; on the disk when it ends."""

    def snapshot(self) -> AbstractContextManager[None]:
        """Reading several times what the database held at one moment."""

    def version(self) -> int | None:
        """The schema of the store in it; None where there is none. StoreError for another's."""

    def set_version(self, version: int) -> None:
        """Say which schema the store has, inside a transaction."""

    def make(self, sql: str) -> None:
        """Carry out SQL of :mod:`inforce.record.schema` that makes a table or an index."""

    def guard(self, table: str) -> None:
        """Refuse from now on that the table's rows are changed or deleted."""

    def ready(self) -> None:
        """Take the settings with which a store is written."""

    def close(self) -> None:
        """Give the connection back."""


def is_address(place: Place) -> bool:
    """Whether the place is the address of a PostgreSQL database rather than a file."""
    return isinstance(place, str) and place.startswith(_SCHEMES)


def place_of(named: Place) -> Place:
    """The place as it is opened: an address as it stands, anything else as a path.

    Raises StoreError for an address of another kind.
    """
    if is_address(named):
        return named
    if isinstance(named, str) and "://" in named:
        from inforce.record.faults import StoreError

        raise StoreError(
            f"store {named} is neither a file nor the address of a PostgreSQL database; "
            "postgresql://user@host/name was expected of an address"
        )
    return Path(named).expanduser()
