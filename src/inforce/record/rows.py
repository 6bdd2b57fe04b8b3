"""A store's rows: what is written of a statement, and which rows a view asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import TypeVar

from inforce.dates import PartialDate
from inforce.record import serial
from inforce.record.database import Database, Row
from inforce.record.decisions import Decision
from inforce.record.known import known_by
from inforce.record.model import Recorded, Statement
from inforce.terms import Act, ClaimKind, Modality

T = TypeVar("T")

_CHUNK = 500

FIRST = """
SELECT s.body, a.recorded_at, a.added_by, a.why
FROM statement s JOIN addition a ON a.id = s.addition
"""
VOUCHED = """
SELECT s.body, a.recorded_at, a.added_by, a.why
FROM statement s JOIN voucher v ON v.statement = s.id JOIN addition a ON a.id = v.addition
"""
DECISIONS = """
SELECT treaty, participant, act, follows, decided_by, why, decided_on, recorded_at, revokes
FROM decision
"""

# The facts of the world are among the statements that name no treaty.
REVISION = """
SELECT
  (SELECT COUNT(*) FROM statement WHERE treaty = ?),
  (SELECT COUNT(*) FROM statement WHERE treaty IS NULL),
  (SELECT COUNT(*) FROM decision WHERE treaty = ?),
  (SELECT COUNT(*) FROM voucher),
  (SELECT COUNT(*) FROM source)
"""

ADD_DECISION = "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"

# One step down the key of "done" for each participant, and one for its last act.
LAST = """
WITH RECURSIVE who (participant) AS (
  SELECT MIN(participant) FROM done WHERE treaty = ?
  UNION ALL
  SELECT (SELECT MIN(d.participant) FROM done d
          WHERE d.treaty = ? AND d.participant > who.participant)
  FROM who WHERE who.participant IS NOT NULL
)
SELECT s.body, a.recorded_at, a.added_by, a.why
FROM who
JOIN statement s ON s.id = (
  SELECT d.statement FROM done d
  WHERE d.treaty = ? AND d.participant = who.participant
    AND d.done_by <= ? AND d.known_by <= ? AND d.recorded_on <= ?
  ORDER BY d.done_by DESC, d.known_by DESC, d.recorded_on DESC, d.statement DESC LIMIT 1
)
JOIN addition a ON a.id = s.addition
ORDER BY who.participant
"""


def statement_row(statement: Statement, *, addition: int, at: datetime, by: str) -> Row:
    """The row of a statement that is added now."""
    recorded = Recorded(statement, at, by)
    claim = statement.claim
    return (
        statement.id,
        claim.treaty,
        claim.participant,
        claim.kind.value,
        known_by(recorded).isoformat(),
        recorded.recorded_on.isoformat(),
        addition,
        serial.to_text(statement),
    )


def add_statements(
    database: Database, new: Iterable[Statement], *, addition: int, at: datetime, by: str
) -> None:
    """Write statements that the store lacks, inside a transaction."""
    for some in _chunks(new):
        written = [statement_row(s, addition=addition, at=at, by=by) for s in some]
        database.insert("statement", written)
        days = [(s, row[4], row[5]) for s, row in zip(some, written, strict=True)]
        done = (done_row(s, known_by=known, recorded_on=learned) for s, known, learned in days)
        database.insert("done", [row for row in done if row is not None])


def done_row(statement: Statement, *, known_by: str, recorded_on: str) -> Row | None:
    """The row of an act that was done by a day; None for any other statement."""
    claim = statement.claim
    if claim.kind is not ClaimKind.ACT or statement.modality is not Modality.DONE:
        return None
    day = claim.date.latest if claim.date else None
    if day is None or claim.treaty is None:
        return None
    who = claim.participant or ""
    return (claim.treaty, who, day.isoformat(), known_by, recorded_on, statement.id)


def decision_row(decision: Decision) -> Row:
    """The row of a decision."""
    return (
        decision.id,
        decision.treaty,
        decision.participant,
        decision.act.value,
        decision.follows,
        decision.by,
        decision.why,
        decision.on.isoformat(),
        moment(decision.recorded_at),
        decision.revokes,
    )


def decision_of(row: Row) -> Decision:
    """The decision of a row of :data:`DECISIONS`."""
    treaty, participant, act, follows, by, why, on, at, revokes = row
    return Decision(
        treaty,
        participant,
        Act(act),
        follows,
        by,
        why,
        date.fromisoformat(on),
        datetime.fromisoformat(at),
        revokes,
    )


def moment(at: datetime) -> str:
    """A moment as text that sorts as moments do."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def next_addition(database: Database) -> int:
    """The number of the next addition; the caller holds the write lock."""
    last: int = next(database.rows("SELECT COALESCE(MAX(id), 0) FROM addition"))[0]
    return last + 1


def there(database: Database, ids: Collection[str]) -> set[str]:
    """Those of the ids that the store holds."""
    return _among(database, "SELECT id FROM statement WHERE id IN ({})", ids)


def vouched(database: Database, ids: Collection[str], by: str, why: str) -> set[str]:
    """Those of the ids that this person added before on this ground."""
    same = "a.added_by = ? AND a.why = ?"
    first = (
        "SELECT s.id FROM statement s JOIN addition a ON a.id = s.addition "
        f"WHERE {same} AND s.id IN ({{}})"
    )
    again = (
        "SELECT v.statement FROM voucher v JOIN addition a ON a.id = v.addition "
        f"WHERE {same} AND v.statement IN ({{}})"
    )
    return _among(database, first, ids, by, why) | _among(database, again, ids, by, why)


def filters(
    participant: str | None, recorded_on: date | None, known_on: PartialDate | None
) -> tuple[list[str], list[str]]:
    """The conditions on a statement's row, and their values."""
    limit = known_on.latest if known_on else None
    asked = [
        ("s.participant = ?", participant),
        ("s.recorded_on <= ?", recorded_on.isoformat() if recorded_on else None),
        (
            f"(s.known_by <= ? OR s.kind = '{ClaimKind.COMPLETENESS.value}')",
            limit.isoformat() if limit else None,
        ),
    ]
    told = [(words, value) for words, value in asked if value is not None]
    return [words for words, _ in told], [value for _, value in told]


def _among(database: Database, sql: str, ids: Collection[str], *values: str) -> set[str]:
    found: set[str] = set()
    for chunk in _chunks(ids):
        marks = ", ".join("?" * len(chunk))
        found.update(row[0] for row in database.rows(sql.format(marks), [*values, *chunk]))
    return found


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
