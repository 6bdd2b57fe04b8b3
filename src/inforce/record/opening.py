"""Opening a store: as it is, made new, brought to this schema, or refused with a reason."""

from __future__ import annotations

from pathlib import Path

from inforce.record.database import Database, Place, is_address
from inforce.record.faults import StoreError, told
from inforce.record.migrations import STEPS, migrate
from inforce.record.schema import INDEXES, TABLES, VERSION
from inforce.record.serial import SerialError


def connect(
    place: Place, *, create: bool = False, readonly: bool = False, timeout: float = 5.0
) -> Database:
    """The database of the store at ``place``, with the store in it ready for use.

    ``timeout`` (seconds) is how long it waits for locks. A store of an earlier schema is
    migrated first, also where it is opened for reading. Raises StoreError.
    """
    database = _database(place, create=create, readonly=readonly, timeout=timeout)
    try:
        with database.told():
            if not _settled(database, create=create and not readonly):
                database.close()
                _migrated_for_reading(place, timeout)
                return connect(place, readonly=True, timeout=timeout)
            if not readonly:
                database.ready()
    except BaseException:
        database.close()
        raise
    return database


def has_store(place: Place, *, timeout: float = 5.0) -> bool:
    """Whether there is anything at that place: a file, or a store in the database.

    Raises StoreError for a database that cannot be reached.
    """
    if not is_address(place):
        return Path(place).exists()
    database = _database(place, create=False, readonly=True, timeout=timeout)
    try:
        with database.told():
            return database.version() is not None
    finally:
        database.close()


def _database(place: Place, *, create: bool, readonly: bool, timeout: float) -> Database:
    if is_address(place):
        from inforce.record.postgres import open_address

        return open_address(str(place), readonly=readonly, timeout=timeout)
    from inforce.record.sqlite_file import open_file

    path = Path(place)
    with told(path):
        return open_file(path, create=create, readonly=readonly, timeout=timeout)


def _settled(database: Database, *, create: bool) -> bool:
    """Make, migrate or refuse; False for an earlier schema that was opened for reading."""
    version = database.version()
    if version is None and create:
        _make(database)
        version = database.version()
    if version is None:
        raise StoreError(f"store {database.shown} is empty; a store made by inforce was expected")
    if version != VERSION and version not in STEPS:
        raise StoreError(
            f"store {database.shown} has schema {version}, made by another version of inforce; "
            f"schema {VERSION} was expected"
        )
    if version == VERSION:
        return True
    if database.readonly:
        return False
    try:
        migrate(database)
    except SerialError as error:
        raise StoreError(f"store {database.shown} is corrupt: {error}") from error
    return True


def _migrated_for_reading(place: Place, timeout: float) -> None:
    try:
        connect(place, timeout=timeout).close()
    except StoreError as error:
        raise StoreError(
            f"{error}, and it has an earlier schema, which must be brought to schema {VERSION} "
            "before it can be read"
        ) from error


def _make(database: Database) -> None:
    """Make the tables in one transaction, unless another process just did."""
    with database.transaction():
        if database.version() is not None:
            return
        for sql in (*TABLES.values(), *INDEXES):
            database.make(sql)
        for table in TABLES:
            database.guard(table)
        database.set_version(VERSION)
