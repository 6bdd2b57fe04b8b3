"""Opening a store's file: as it is, made new, or refused with a reason."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from inforce.record.faults import StoreError, check_place, told
from inforce.record.schema import APPEND_ONLY, APPLICATION_ID, INDEXES, TABLES, VERSION

_PAUSE = 0.01
"""Seconds between two tries where SQLite does not wait by itself."""


def connect(
    path: Path, *, create: bool = False, readonly: bool = False, timeout: float = 5.0
) -> sqlite3.Connection:
    """A connection to the store at ``path``; ``timeout`` (seconds) is how long it waits for locks.

    A writing connection uses a write-ahead log and syncs the disk at each commit, so that what
    was acknowledged survives a kill and a power cut. Raises StoreError.
    """
    check_place(path, create=create and not readonly)
    with told(path):
        return _read_only(path, timeout) if readonly else _writing(path, timeout, create=create)


def _read_only(path: Path, timeout: float) -> sqlite3.Connection:
    connection = _open(path, "mode=ro", timeout)
    try:
        _check(connection, path)
        return connection
    except sqlite3.OperationalError:
        connection.close()
        if _has_log(path):
            raise
    # A log cannot be made beside a store in a folder that may not be written, nor is one needed.
    connection = _open(path, "immutable=1", timeout)
    return _checked(connection, path)


def _writing(path: Path, timeout: float, *, create: bool) -> sqlite3.Connection:
    connection = _open(path, f"mode={'rwc' if create else 'rw'}", timeout)
    try:
        if create and _is_blank(connection):
            _patiently(connection, "PRAGMA journal_mode = WAL", timeout)
            _make(connection)
        _check(connection, path)
        _patiently(connection, "PRAGMA journal_mode = WAL", timeout)
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _open(path: Path, how: str, timeout: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None)


def _patiently(connection: sqlite3.Connection, sql: str, timeout: float) -> None:
    """Run a statement for which SQLite does not itself wait when two processes open at once."""
    until = time.monotonic() + timeout
    while True:
        try:
            connection.execute(sql)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def _make(connection: sqlite3.Connection) -> None:
    """Make the tables in one transaction, unless another process just did."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _is_blank(connection):
            for sql in (*TABLES, *INDEXES, *APPEND_ONLY):
                connection.execute(sql)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _checked(connection: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        _check(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise a StoreError unless the file is a store of a version that this code reads."""
    if _is_blank(connection):
        raise StoreError(f"store {path} is empty; a store made by inforce was expected")
    if _number(connection, "application_id") != APPLICATION_ID:
        raise StoreError(
            f"store {path} is a database of another program; a store made by inforce was expected"
        )
    version = _number(connection, "user_version")
    if version != VERSION:
        raise StoreError(
            f"store {path} has schema {version}, made by another version of inforce; "
            f"schema {VERSION} was expected"
        )


def _is_blank(connection: sqlite3.Connection) -> bool:
    tables = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
    return tables == 0 and _number(connection, "application_id") == 0


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    found: int = connection.execute(f"PRAGMA {pragma}").fetchone()[0]
    return found


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
