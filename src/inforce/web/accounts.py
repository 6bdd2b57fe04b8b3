"""Editors' accounts and sessions: one SQLite file, hashes by argon2, made by a command only."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from inforce.errors import InforceError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST = 12
"""How many characters a password has at least (NIST SP 800-63B asks for 8 or more)."""
_MOST = 1_000
_TABLES = (
    "CREATE TABLE IF NOT EXISTS editor (name TEXT PRIMARY KEY, hash TEXT NOT NULL, "
    "made_at TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS session (digest TEXT PRIMARY KEY, ends_at TEXT NOT NULL, "
    "name TEXT NOT NULL REFERENCES editor (name) ON DELETE CASCADE)",
)


class AccountError(InforceError):
    """An account that cannot be made, changed or found."""


@dataclass(frozen=True, slots=True)
class Session:
    """An editor who is signed in, and until when (UTC)."""

    name: str
    ends_at: datetime


class Accounts:
    """The editors in one file, which only its owner may read; made with the first account.

    A session's token is kept as a digest, so that the file lets nobody sign in.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, name: str, password: str, *, now: datetime | None = None) -> None:
        """Add an editor. Raises AccountError for a name that is taken or a weak password."""
        name = " ".join(name.split())
        if not name or len(name) > 100 or not name.isprintable() or "," in name:
            raise AccountError(
                f"found {name!r} as an editor's name, expected up to 100 letters without a comma"
            )
        digest = _hashed(password)
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path.touch(mode=0o600)
        with self._open() as run:
            if run.execute("SELECT 1 FROM editor WHERE name = ?", (name,)).fetchone():
                raise AccountError(f"there is an editor {name!r} already; a new name was expected")
            made = _moment(now or datetime.now(UTC))
            run.execute("INSERT INTO editor VALUES (?, ?, ?)", (name, digest, made))

    def set_password(self, name: str, password: str) -> None:
        """Give an editor another password, and end the editor's sessions. Raises AccountError."""
        digest = _hashed(password)
        self._known(name)
        with self._open() as run:
            run.execute("UPDATE editor SET hash = ? WHERE name = ?", (digest, name))
            run.execute("DELETE FROM session WHERE name = ?", (name,))

    def remove(self, name: str) -> None:
        """Take an account away with its sessions; what was signed stays. Raises AccountError."""
        self._known(name)
        with self._open() as run:
            run.execute("DELETE FROM editor WHERE name = ?", (name,))

    def names(self) -> tuple[str, ...]:
        """Every editor's name."""
        if not self.path.exists():
            return ()
        with self._open() as run:
            return tuple(n for (n,) in run.execute("SELECT name FROM editor ORDER BY name"))

    def sign_in(self, name: str, password: str, *, hours: int, now: datetime) -> str | None:
        """The token of a new session; None where name and password do not belong together.

        It takes as long for a name that nobody has.
        """
        held = self._hash(name)
        if not _matches(held or _nobody(), password) or held is None:
            return None
        token = secrets.token_urlsafe(32)
        with self._open() as run:
            run.execute("DELETE FROM session WHERE ends_at <= ?", (_moment(now),))
            ends = _moment(now + timedelta(hours=hours))
            run.execute("INSERT INTO session VALUES (?, ?, ?)", (_digest(token), ends, name))
        return token

    def session(self, token: str, *, now: datetime) -> Session | None:
        """The session of a token; None where there is none, or it has ended."""
        if not token or not self.path.exists():
            return None
        with self._open() as run:
            sql = "SELECT name, ends_at FROM session WHERE digest = ? AND ends_at > ?"
            row = run.execute(sql, (_digest(token), _moment(now))).fetchone()
        return Session(row[0], datetime.fromisoformat(row[1])) if row else None

    def sign_out(self, token: str) -> None:
        """End the session of a token."""
        if self.path.exists():
            with self._open() as run:
                run.execute("DELETE FROM session WHERE digest = ?", (_digest(token),))

    def _hash(self, name: str) -> str | None:
        if not self.path.exists():
            return None
        with self._open() as run:
            row = run.execute("SELECT hash FROM editor WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _known(self, name: str) -> None:
        if self._hash(name) is None:
            told = ", ".join(self.names()) or "nobody"
            raise AccountError(f"there is no editor {name!r}; one of these was expected: {told}")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        run = sqlite3.connect(self.path, timeout=5.0)
        try:
            run.execute("PRAGMA foreign_keys = ON")
            for table in _TABLES:
                run.execute(table)
            with run:
                yield run
        except sqlite3.DatabaseError as error:
            raise AccountError(f"the accounts in {self.path} cannot be used: {error}") from error
        finally:
            run.close()


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    """argon2id with the library's own parameters (RFC 9106, low memory)."""
    from argon2 import PasswordHasher

    return PasswordHasher()


def _hashed(password: str) -> str:
    if not LEAST <= len(password) <= _MOST:
        raise AccountError(
            f"found a password of {len(password)} characters, expected {LEAST} to {_MOST}"
        )
    return _hasher().hash(password)


def _matches(held: str, password: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return len(password) <= _MOST and _hasher().verify(held, password)
    except (VerificationError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _nobody() -> str:
    """The hash that stands in for that of a name which nobody has."""
    return _hasher().hash(secrets.token_urlsafe(16))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
