"""The tables of a store, in SQL that SQLite and PostgreSQL read alike, and their version."""

from __future__ import annotations

VERSION = 1
"""The version of this schema; a store of a later one is refused."""

APPLICATION_ID = 0x696E6663
"""Tells a store from any other SQLite file ("infc" in the file's header)."""

# Days are ISO 8601 texts, which sort as days do; moments are UTC, to the microsecond.
TABLES = (
    """
    CREATE TABLE addition (
      id INTEGER PRIMARY KEY,
      recorded_at TEXT NOT NULL,
      added_by TEXT NOT NULL,
      why TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE statement (
      id TEXT PRIMARY KEY,
      treaty TEXT,
      participant TEXT,
      kind TEXT NOT NULL,
      known_by TEXT NOT NULL,
      recorded_on TEXT NOT NULL,
      addition INTEGER NOT NULL REFERENCES addition (id),
      body TEXT NOT NULL
    )
    """,
    # Somebody else who stands for a statement that was there before, and why.
    """
    CREATE TABLE voucher (
      statement TEXT NOT NULL REFERENCES statement (id),
      addition INTEGER NOT NULL REFERENCES addition (id),
      PRIMARY KEY (statement, addition)
    )
    """,
    """
    CREATE TABLE source (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      addition INTEGER NOT NULL REFERENCES addition (id)
    )
    """,
    """
    CREATE TABLE decision (
      id TEXT PRIMARY KEY,
      treaty TEXT NOT NULL,
      participant TEXT NOT NULL,
      act TEXT NOT NULL,
      follows TEXT NOT NULL,
      decided_by TEXT NOT NULL,
      why TEXT NOT NULL,
      decided_on TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      revokes TEXT REFERENCES decision (id)
    )
    """,
)

INDEXES = (
    "CREATE INDEX statement_view ON statement (treaty, participant, known_by, recorded_on)",
    "CREATE INDEX statement_treaty_view ON statement (treaty, known_by, recorded_on)",
    "CREATE INDEX decision_treaty ON decision (treaty, participant)",
)

APPEND_ONLY = tuple(
    f"""
    CREATE TRIGGER {table}_keeps_{verb} BEFORE {verb.upper()} ON {table}
    BEGIN SELECT RAISE (ABORT, '{table} rows are never changed or deleted'); END
    """
    for table in ("addition", "statement", "voucher", "source", "decision")
    for verb in ("update", "delete")
)
"""SQLite's words for "rows are only ever added"; PostgreSQL has its own."""
