"""A store's tables in one SQLite file, through the standard library."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from inforce.record.database import Row
from inforce.record.faults import StoreError, check_place, told

APPLICATION_ID = 0x696E6663
"""Tells a store from any other SQLite file ("infc" in the file's header)."""

_PAUSE = 0.01
"""Seconds between two tries where SQLite does not wait by itself."""


class SqliteDatabase:
    """One SQLite file in WAL mode; see :class:`inforce.record.database.Database`."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, readonly: bool, timeout: float
    ) -> None:
        self.shown = str(path)
        self.readonly = readonly
        self.path = path
        self.connection = connection
        self._timeout = timeout

    def told(self) -> AbstractContextManager[None]:
        """SQLite's errors as StoreErrors that name the file."""
        return told(self.path)

    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a query, fetched as they are asked for."""
        return iter(self.connection.execute(sql, tuple(values)))

    def stream(self, sql: str) -> Iterator[Row]:
        """The rows of a query, fetched as they are asked for."""
        return self.rows(sql)

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Carry out one statement."""
        self.connection.execute(sql, tuple(values))

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows, with a value for each column, into a table."""
        width = len(self.connection.execute(f"PRAGMA table_info ({table})").fetchall())
        marks = ", ".join("?" * width)
        self.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction under the file's write lock."""
        with self._between("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """One read transaction, which a writer does not disturb."""
        with self._between("BEGIN"):
            yield

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        self.connection.execute(begin)
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def version(self) -> int | None:
        """The file's ``user_version``; None for an empty file."""
        if self.is_blank():
            return None
        if self._number("application_id") != APPLICATION_ID:
            raise StoreError(
                f"store {self.path} is a database of another program; "
                "a store made by inforce was expected"
            )
        return self._number("user_version")

    def set_version(self, version: int) -> None:
        """Put the version into the file's header."""
        self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        self.connection.execute(f"PRAGMA user_version = {version}")

    def make(self, sql: str) -> None:
        """Carry out the schema's SQL, which is SQLite's."""
        self.connection.execute(sql)

    def guard(self, table: str) -> None:
        """Triggers that refuse changes and deletions."""
        for verb in ("update", "delete"):
            self.connection.execute(
                f"CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb.upper()} ON {table} "
                f"BEGIN SELECT RAISE (ABORT, '{table} rows are never changed or deleted'); END"
            )

    def ready(self) -> None:
        """Use a write-ahead log and sync the disk at each commit.

        So what was acknowledged survives a kill and a power cut.
        """
        self.log_ahead()
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("PRAGMA foreign_keys = ON")

    def log_ahead(self) -> None:
        """Set WAL mode, for which SQLite does not itself wait when two processes open at once."""
        until = time.monotonic() + self._timeout
        while True:
            try:
                self.connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def is_blank(self) -> bool:
        """Whether nothing has been put into the file."""
        tables = self.connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
        return tables == 0 and self._number("application_id") == 0

    def _number(self, pragma: str) -> int:
        found: int = self.connection.execute(f"PRAGMA {pragma}").fetchone()[0]
        return found


def open_file(path: Path, *, create: bool, readonly: bool, timeout: float) -> SqliteDatabase:
    """The SQLite file at ``path``; ``timeout`` (seconds) is how long it waits for locks.

    Raises StoreError for a place that cannot hold a store, and sqlite3's own errors.
    """
    check_place(path, create=create and not readonly)
    if readonly:
        return _read_only(path, timeout)
    database = _open(path, f"mode={'rwc' if create else 'rw'}", timeout)
    try:
        if create and database.is_blank():
            database.log_ahead()
    except BaseException:
        database.close()
        raise
    return database


def _read_only(path: Path, timeout: float) -> SqliteDatabase:
    database = _open(path, "mode=ro", timeout)
    try:
        database.is_blank()
        return database
    except sqlite3.OperationalError:
        database.close()
        if _has_log(path):
            raise
    except BaseException:
        database.close()
        raise
    # A log cannot be made beside a store in a folder that may not be written, nor is one needed.
    return _open(path, "immutable=1", timeout)


def _open(path: Path, how: str, timeout: float) -> SqliteDatabase:
    uri = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)
    readonly = how in ("mode=ro", "immutable=1")
    return SqliteDatabase(path, connection, readonly=readonly, timeout=timeout)


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
