"""Stores of schema 1, as inforce made them before it had the table of acts done by a day."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from inforce.record import rows
from inforce.record.database import Database, is_address
from inforce.record.model import Statement
from inforce.record.postgres import open_address
from inforce.record.sqlite_file import open_file

AT = datetime(2026, 11, 1, 12, tzinfo=UTC)

TABLES = (
    """CREATE TABLE addition (
      id INTEGER PRIMARY KEY, recorded_at TEXT NOT NULL, added_by TEXT NOT NULL, why TEXT NOT NULL
    )""",
    """CREATE TABLE statement (
      id TEXT PRIMARY KEY, treaty TEXT, participant TEXT, kind TEXT NOT NULL,
      known_by TEXT NOT NULL, recorded_on TEXT NOT NULL,
      addition INTEGER NOT NULL REFERENCES addition (id), body TEXT NOT NULL
    )""",
    """CREATE TABLE voucher (
      statement TEXT NOT NULL REFERENCES statement (id),
      addition INTEGER NOT NULL REFERENCES addition (id), PRIMARY KEY (statement, addition)
    )""",
    """CREATE TABLE source (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, addition INTEGER NOT NULL REFERENCES addition (id)
    )""",
    """CREATE TABLE decision (
      id TEXT PRIMARY KEY, treaty TEXT NOT NULL, participant TEXT NOT NULL, act TEXT NOT NULL,
      follows TEXT NOT NULL, decided_by TEXT NOT NULL, why TEXT NOT NULL,
      decided_on TEXT NOT NULL, recorded_at TEXT NOT NULL, revokes TEXT REFERENCES decision (id)
    )""",
    "CREATE INDEX statement_view ON statement (treaty, participant, known_by, recorded_on)",
    "CREATE INDEX statement_treaty_view ON statement (treaty, known_by, recorded_on)",
    "CREATE INDEX decision_treaty ON decision (treaty, participant)",
)


def make_first(place: str, statements: list[Statement], *, bodies: dict[str, str]) -> None:
    """Make a store of schema 1; ``bodies`` replaces what is written of a statement, by its id."""
    database: Database
    if is_address(place):
        database = open_address(place, readonly=False, timeout=5)
    else:
        database = open_file(Path(place), create=True, readonly=False, timeout=5)
    with database.transaction():
        for sql in TABLES:
            database.make(sql)
        for table in ("addition", "statement", "voucher", "source", "decision"):
            database.guard(table)
        database.insert("addition", [(1, rows.moment(AT), "A. Clerk", "seen")])
        for statement in statements:
            row = rows.statement_row(statement, addition=1, at=AT, by="A. Clerk")
            body = bodies.get(statement.id, row[-1])
            database.insert("statement", [(*row[:-1], body)])
        database.set_version(1)
    database.close()
