"""The tables of a store, in SQL that SQLite and PostgreSQL read alike, and their version."""

from __future__ import annotations

VERSION = 2
"""The version of this schema; a store of an earlier one is migrated, of a later one refused."""

# Days are ISO 8601 texts, which sort as days do; moments are UTC, to the microsecond.
TABLES = {
    "addition": """
    CREATE TABLE addition (
      id INTEGER PRIMARY KEY,
      recorded_at TEXT NOT NULL,
      added_by TEXT NOT NULL,
      why TEXT NOT NULL
    )
    """,
    "statement": """
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
    "voucher": """
    CREATE TABLE voucher (
      statement TEXT NOT NULL REFERENCES statement (id),
      addition INTEGER NOT NULL REFERENCES addition (id),
      PRIMARY KEY (statement, addition)
    )
    """,
    "source": """
    CREATE TABLE source (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      addition INTEGER NOT NULL REFERENCES addition (id)
    )
    """,
    "decision": """
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
    # Which acts were done by which day: made from the statements, so that the last act of each
    # participant is found by going down its key. The treaty itself has the participant ''.
    "done": """
    CREATE TABLE done (
      treaty TEXT NOT NULL,
      participant TEXT NOT NULL,
      done_by TEXT NOT NULL,
      known_by TEXT NOT NULL,
      recorded_on TEXT NOT NULL,
      statement TEXT NOT NULL REFERENCES statement (id),
      PRIMARY KEY (treaty, participant, done_by, known_by, recorded_on, statement)
    ) WITHOUT ROWID
    """,
}
"""Each table by its name, in an order in which every row finds those that it refers to."""

INDEXES = (
    "CREATE INDEX statement_view ON statement (treaty, participant, known_by, recorded_on)",
    "CREATE INDEX statement_treaty_view ON statement (treaty, known_by, recorded_on)",
    "CREATE INDEX decision_treaty ON decision (treaty, participant)",
)
