"""What can be wrong with a store, in one sentence each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from inforce.errors import InforceError


class StoreError(InforceError):
    """A store that cannot be opened, read or written as asked."""


_WORDS = {
    "SQLITE_BUSY": "is locked by another process; try again when that one has finished",
    "SQLITE_LOCKED": "is locked by another process; try again when that one has finished",
    "SQLITE_READONLY": "is read-only; a store that may be written was expected",
    "SQLITE_CORRUPT": "is corrupt; restore it from a backup",
    "SQLITE_NOTADB": "is not a database; a store made by inforce was expected",
    "SQLITE_CANTOPEN": "cannot be opened; a readable file in a folder that may be written "
    "was expected",
    "SQLITE_FULL": "cannot grow: the disk is full",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error",
}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a StoreError that names the file and what is wrong with it."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "") or ""
        known = next((words for code, words in _WORDS.items() if name.startswith(code)), None)
        raise StoreError(f"store {path} {known or f'cannot be used: {error}'}") from error


def check_place(path: Path, *, create: bool) -> None:
    """Raise a StoreError if no store can be at that path."""
    if path.is_dir():
        raise StoreError(f"store {path} is a directory; a file was expected")
    if path.exists():
        return
    if not create:
        raise StoreError(f"store {path} does not exist; a store made by inforce was expected")
    if not path.parent.is_dir():
        raise StoreError(
            f"store {path} cannot be made: the folder {path.parent} does not exist; "
            "an existing folder was expected"
        )
