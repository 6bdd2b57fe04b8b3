"""A store's tables in a PostgreSQL database, through SQLAlchemy Core and psycopg."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from typing import Any

from inforce.record.database import Row
from inforce.record.faults import StoreError

try:
    import psycopg
    from sqlalchemy import Connection, create_engine
    from sqlalchemy.engine import URL, make_url
    from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
    from sqlalchemy.pool import NullPool
except ImportError as error:
    raise StoreError(
        f"a store in PostgreSQL needs {error.name}, which is not installed; "
        "`pip install 'inforce[postgres]'` was expected"
    ) from error

SCHEMA = "inforce"
"""The PostgreSQL schema that holds the store, so that a database may hold other tables too."""

_LOCK = 0x696E6663
"""The number of the advisory lock that the only writer holds ("infc")."""

_BATCH = 5000
"""Rows sent or fetched at once."""

# By the first characters of an SQLSTATE (PostgreSQL's manual, appendix A).
_WORDS = {
    "55P03": "is locked by another process; try again when that one has finished",
    "40": "is locked by another process; try again when that one has finished",
    "25006": "is read-only; a store that may be written was expected",
    "28": "refuses this user or password; one that may use it was expected",
    "3D000": "does not exist; an existing database was expected",
    "42501": "may not be used so by this user; one with the right to was expected",
    "53100": "cannot grow: the disk is full",
    "53": "has no room for another connection; try again later",
    "57P": "was shut down by its server; try again when that runs",
    "58": "cannot be read or written: the disk reports an error",
    "XX": "is corrupt; restore it from a backup",
}


class PostgresDatabase:
    """A schema of a PostgreSQL database; see :class:`inforce.record.database.Database`."""

    def __init__(self, url: URL, *, readonly: bool, timeout: float) -> None:
        self.shown = url.set(drivername="postgresql").render_as_string(hide_password=True)
        self.readonly = readonly
        self._cursors = 0
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            poolclass=NullPool,
            connect_args={"connect_timeout": max(2, round(timeout))},
        )
        with self.told():
            self.connection: Connection = engine.connect().execution_options(
                isolation_level="AUTOCOMMIT"
            )
            self.run(f"SET search_path = {SCHEMA}")
            self.run(f"SET lock_timeout = {max(1, round(timeout * 1000))}")
            self.run(f"SET default_transaction_read_only = {'on' if readonly else 'off'}")

    @contextmanager
    def told(self) -> Iterator[None]:
        """PostgreSQL's errors as StoreErrors that name the database."""
        try:
            yield
        except (SQLAlchemyError, psycopg.Error) as error:
            raise StoreError(f"store {self.shown} {_words(error)}") from error

    def rows(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of a query."""
        found = self.connection.exec_driver_sql(_marked(sql), tuple(values))
        return iter([tuple(row) for row in found])

    def stream(self, sql: str) -> Iterator[Row]:
        """The rows of a query by a cursor of the server; inside a transaction or snapshot.

        The cursor ends with that, whether or not all rows were asked for.
        """
        self._cursors += 1
        name = f"stream_{self._cursors}"
        self.run(f"DECLARE {name} NO SCROLL CURSOR FOR {sql}")
        while found := list(self.rows(f"FETCH {_BATCH} FROM {name}")):
            yield from found
        self.run(f"CLOSE {name}")

    def run(self, sql: str, values: Sequence[object] = ()) -> None:
        """Carry out one statement."""
        self.connection.exec_driver_sql(_marked(sql), tuple(values))

    def insert(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows, with a value for each column, into a table, by PostgreSQL's COPY."""
        driver: psycopg.Connection[Any] = self.connection.connection.driver_connection  # type: ignore[assignment]
        rest = iter(rows)
        # The connection can do nothing else while it copies, and the rows may come from it.
        while batch := list(islice(rest, _BATCH)):
            with driver.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in batch:
                    copy.write_row(row)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """One transaction under the store's write lock, on the server's disk when it ends."""
        with self._between("BEGIN"):
            self.run("SET LOCAL synchronous_commit = on")
            self.run(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield

    def snapshot(self) -> AbstractContextManager[None]:
        """One read transaction, which a writer does not disturb."""
        return self._between("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        self.run(begin)
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if not self.connection.closed and not self.connection.invalidated:
                self.run("ROLLBACK")
            raise

    def version(self) -> int | None:
        """The number in the table ``store``; None where the schema holds no table."""
        asked = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = ?"
        tables = {name for (name,) in self.rows(asked, [SCHEMA])}
        if not tables:
            return None
        if "store" not in tables:
            raise StoreError(
                f"store {self.shown} has a schema {SCHEMA} of another program; "
                "a store made by inforce was expected"
            )
        return next((version for (version,) in self.rows("SELECT version FROM store")), None)

    def set_version(self, version: int) -> None:
        """Put the version into the table ``store``."""
        self.run("CREATE TABLE IF NOT EXISTS store (version INTEGER NOT NULL)")
        self.run("DELETE FROM store")
        self.run("INSERT INTO store VALUES (?)", [version])

    def make(self, sql: str) -> None:
        """Carry out the schema's SQL, with texts in the order of their characters' codes."""
        self.run(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        self.run(sql.replace(" TEXT", ' TEXT COLLATE "C"').replace("WITHOUT ROWID", ""))

    def guard(self, table: str) -> None:
        """Triggers that refuse changes and deletions."""
        self.run(
            "CREATE OR REPLACE FUNCTION keeps_rows() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION USING MESSAGE = "
            "TG_TABLE_NAME || ' rows are never changed or deleted'; END $$"
        )
        for verb in ("update", "delete", "truncate"):
            self.run(
                f"CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb.upper()} ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION keeps_rows()"
            )

    def ready(self) -> None:
        """Nothing: each transaction takes its own settings."""

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


def open_address(address: str, *, readonly: bool, timeout: float) -> PostgresDatabase:
    """The database at ``postgresql://user@host/name``; raises StoreError."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            "store: found an address that cannot be read; postgresql://user@host/name was expected"
        ) from error
    return PostgresDatabase(url, readonly=readonly, timeout=timeout)


def _marked(sql: str) -> str:
    return sql.replace("?", "%s")


def _words(error: SQLAlchemyError | psycopg.Error) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return "was lost with its connection; open it again"
    told = str(cause).strip().splitlines()
    first = told[0] if told else type(cause).__name__
    if cause.sqlstate is None and isinstance(cause, psycopg.OperationalError):
        lost = isinstance(error, DBAPIError) and error.connection_invalidated
        return f"was lost: {first}" if lost else _unreached(first)
    state = cause.sqlstate or ""
    known = next((words for code, words in _WORDS.items() if state.startswith(code)), None)
    return known or f"cannot be used: {first}"


def _unreached(first: str) -> str:
    """What is wrong where the server gave no SQLSTATE, as psycopg has none on connecting."""
    if "authentication failed" in first or ("role" in first and "does not exist" in first):
        return _WORDS["28"]
    if "database" in first and "does not exist" in first:
        return _WORDS["3D000"]
    return f"cannot be reached: {first}; a running PostgreSQL server was expected"
