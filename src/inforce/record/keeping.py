"""Keeping a store: a backup, an export as JSON Lines, and a store made again from either."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from inforce.record import exported
from inforce.record.database import Database, Place, Row, is_address, place_of
from inforce.record.faults import StoreError, told
from inforce.record.migrations import done_acts
from inforce.record.opening import connect, has_store
from inforce.record.schema import VERSION
from inforce.record.serial import SerialError
from inforce.record.sqlite_file import open_file
from inforce.record.store import Store

_SQLITE = b"SQLite format 3\x00"
# "done" follows from the statements.
_COPIED = ("addition", "statement", "voucher", "source", "decision")
_HELD = ("addition", "statement", "decision")

Rows = Callable[[str], Iterable[Row]]
"""The rows of a table by its name."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many statements and decisions a backup, an export or a restored store holds."""

    statements: int
    decisions: int


def backup(store: Store, file: str | os.PathLike[str]) -> Kept:
    """Write the whole store, as it is at this moment, to a new SQLite file.

    The file is a store itself and can be opened as one, wherever the original was kept. Others
    may write meanwhile. Raises StoreError, and leaves no file, when there is one already or it
    cannot be written.
    """
    with _new_file(file) as fresh:
        source = store.database
        with closing(connect(fresh, create=True)) as target, source.told(), source.snapshot():
            return _fill(target, lambda table: _streamed(source, table))


def export(store: Store, file: str | os.PathLike[str]) -> Kept:
    """Write the whole store, as it is at this moment, to a new file of JSON Lines.

    docs/data-model.md describes the lines. Raises StoreError, and leaves no file, when there is
    one already or it cannot be written.
    """
    counts: dict[str, int] = {}
    with (
        _new_file(file) as fresh,
        fresh.open("w", encoding="utf-8", newline="\n") as lines,
        store.database.told(),
        store.database.snapshot(),
    ):
        for line in exported.lines(lambda table: store.database.stream(_all_of(table)), counts):
            lines.write(line + "\n")
        lines.flush()
        os.fsync(lines.fileno())
    return Kept(counts["statement"], counts["decision"])


def restore(file: str | os.PathLike[str], place: Place) -> Kept:
    """Make the store of a backup or an export again at ``place``, with the days of learning.

    The place is a new file, a database without a store, or a store that holds nothing. The input
    is read to its end before anything is written. Raises StoreError, in one sentence, for an input
    that is neither, is cut short or damaged or of a later version, and for a store in use.
    """
    source, target = Path(file), place_of(place)
    try:
        with source.open("rb") as opened:
            start = opened.read(len(_SQLITE))
    except OSError as error:
        raise StoreError(
            f"backup {source} cannot be read ({error.strerror}); "
            "a backup or an export of a store was expected"
        ) from error
    if start == _SQLITE:
        with _backup(source) as held, held.snapshot():
            return _restored(target, lambda table: held.stream(_all_of(table)))
    exported.check(source)
    return _restored(target, exported.Reader(source).rows)


def _restored(place: Place, rows: Rows) -> Kept:
    if is_address(place) or has_store(place):
        return _into(place, rows)
    with _new_file(Path(place)) as fresh:
        return _into(fresh, rows)


def _into(place: Place, rows: Rows) -> Kept:
    with closing(connect(place, create=True)) as target:
        return _fill(target, rows)


def _fill(target: Database, rows: Rows) -> Kept:
    """Write every row in one transaction into a store that holds nothing."""
    with target.told(), target.transaction():
        held = {table: _count(target, table) for table in _HELD}
        if any(held.values()):
            raise StoreError(
                f"store {target.shown} holds {held['statement']} statements and "
                f"{held['decision']} decisions; a new or an empty store was expected"
            )
        for table in _COPIED:
            target.insert(table, rows(table))
        try:
            target.insert("done", done_acts(target))
        except SerialError as error:
            raise StoreError(f"the store to be kept is corrupt: {error}") from error
        return Kept(_count(target, "statement"), _count(target, "decision"))


def _streamed(source: Database, table: str) -> Iterator[Row]:
    """The rows of a table; what is wrong with them is told of their own store, not the new."""
    with source.told():
        yield from source.stream(_all_of(table))


def _all_of(table: str) -> str:
    # A revocation comes after what it revokes.
    return f"SELECT * FROM {table}" + (
        " ORDER BY revokes IS NOT NULL, recorded_at, id" if table == "decision" else ""
    )


def _count(database: Database, table: str) -> int:
    found: int = next(database.rows(f"SELECT COUNT(*) FROM {table}"))[0]
    return found


@contextmanager
def _backup(source: Path) -> Iterator[Database]:
    """The database of a backup that was found whole; an earlier schema is migrated in a copy."""
    with TemporaryDirectory() as folder:
        if _whole(source) < VERSION:
            source = Path(shutil.copy(source, folder))
        with closing(connect(source, readonly=True)) as database, database.told():
            yield database


def _whole(source: Path) -> int:
    """The schema of a SQLite backup of which every page is there and in order."""
    verdict: list[Row] = []
    version: int | None = None
    with told(source):
        try:
            database = open_file(source, create=False, readonly=True, timeout=5.0)
            with closing(database):
                version = database.version()
                verdict = list(database.rows("PRAGMA quick_check (1)"))
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            verdict = []
    if verdict != [("ok",)]:
        raise StoreError(f"backup {source} is damaged or cut short; a whole one was expected")
    return VERSION if version is None else version


@contextmanager
def _new_file(file: str | os.PathLike[str]) -> Iterator[Path]:
    """A file to write, which takes its place only when the block has ended well."""
    place = Path(file)
    _absent(place)
    try:
        with TemporaryDirectory(prefix=".inforce-", dir=place.parent) as folder:
            fresh = Path(folder) / place.name
            yield fresh
            _absent(place)
            fresh.replace(place)
    except OSError as error:
        raise StoreError(
            f"{place} cannot be written ({error.strerror}); a new file in a folder that may be "
            "written was expected"
        ) from error
    with suppress(OSError):
        _sync_folder(place.parent)


def _absent(place: Path) -> None:
    if place.exists():
        raise StoreError(f"{place} is there already; a new file was expected")


def _sync_folder(folder: Path) -> None:
    """Put the new name on the disk too, where the system lets a folder be opened."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
