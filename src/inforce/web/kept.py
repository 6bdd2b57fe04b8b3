"""Reports that someone asked to keep: a file of their inputs, each with its end and its key."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from inforce.errors import InforceError
from inforce.web.errors import Refused

_TABLE = """
CREATE TABLE IF NOT EXISTS kept (
  token TEXT PRIMARY KEY,
  key_digest TEXT NOT NULL,
  made_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  query TEXT NOT NULL,
  catalogue TEXT NOT NULL,
  documents TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """One kept report: the documents and the days they were checked for.

    ``catalogue`` is the state of the facts it was made with; ``key`` deletes it and is known
    only to the one who asked to keep it ("" where it is read).
    """

    token: str
    made_at: datetime
    ends_at: datetime
    query: str
    catalogue: str
    documents: str
    key: str = ""


class ShelfError(InforceError):
    """A file of kept reports that cannot be read or written."""


class Shelf:
    """The kept reports in one SQLite file, made when the first is kept."""

    def __init__(self, path: Path, *, days: int) -> None:
        self.path, self.days = path, days

    def check(self) -> None:
        """Raises ShelfError where a file is there that cannot hold kept reports."""
        if self.path.exists():
            with self._open():
                pass

    def keep(self, *, documents: str, query: str, catalogue: str, now: datetime) -> Kept:
        """Keep a report for the days of the settings, and drop those past their end.

        Raises Refused (403) where nothing may be kept.
        """
        if not self.days:
            raise Refused(403, "not_kept", "this server keeps no reports")
        kept = Kept(
            secrets.token_urlsafe(16),
            now,
            now + timedelta(days=self.days),
            query,
            catalogue,
            documents,
            secrets.token_urlsafe(16),
        )
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._open() as run:
            run.execute("DELETE FROM kept WHERE ends_at <= ?", (_moment(now),))
            run.execute(
                "INSERT INTO kept VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    kept.token,
                    _digest(kept.key),
                    _moment(kept.made_at),
                    _moment(kept.ends_at),
                    query,
                    catalogue,
                    documents,
                ),
            )
        return kept

    def find(self, token: str, *, now: datetime) -> Kept:
        """The report of a token; raises Refused (404) when there is none, or it has ended."""
        row = self._row(token)
        if row is None or datetime.fromisoformat(row[2]) <= now:
            raise Refused(404, "not_kept", "no report is kept under this address, or no longer")
        made, ends = datetime.fromisoformat(row[1]), datetime.fromisoformat(row[2])
        return Kept(token, made, ends, row[3], row[4], row[5])

    def holds_key(self, token: str, key: str) -> bool:
        """Whether this is the key that deletes the report."""
        row = self._row(token)
        return row is not None and hmac.compare_digest(row[0], _digest(key))

    def delete(self, token: str, key: str) -> None:
        """Delete a report and its documents; raises Refused (403) with another key."""
        if not self.holds_key(token, key):
            raise Refused(403, "wrong_key", "this key does not delete this report")
        with self._open() as run:
            run.execute("DELETE FROM kept WHERE token = ?", (token,))

    def _row(self, token: str) -> tuple[str, str, str, str, str, str] | None:
        if not self.path.exists():
            return None
        columns = "key_digest, made_at, ends_at, query, catalogue, documents"
        with self._open() as run:
            found: tuple[str, str, str, str, str, str] | None = run.execute(
                f"SELECT {columns} FROM kept WHERE token = ?", (token,)
            ).fetchone()
        return found

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        run = sqlite3.connect(self.path, timeout=5.0)
        try:
            # What was deleted is overwritten: a draft that is gone is gone.
            run.execute("PRAGMA secure_delete = ON")
            run.execute(_TABLE)
            with run:
                yield run
        except sqlite3.DatabaseError as error:
            words = f"the kept reports in {self.path} cannot be used: {error}"
            raise ShelfError(words) from error
        finally:
            run.close()


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
