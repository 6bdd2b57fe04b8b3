"""A store's rows: what is written of a statement, and which rows a view asks for."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from inforce.dates import PartialDate
from inforce.record import serial
from inforce.record.decisions import Decision
from inforce.record.known import known_by
from inforce.record.model import Recorded, Statement
from inforce.terms import Act, ClaimKind

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


def statement_row(statement: Statement, *, addition: int, at: datetime, by: str) -> tuple[Any, ...]:
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


def decision_row(decision: Decision) -> tuple[Any, ...]:
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


def decision_of(row: tuple[Any, ...]) -> Decision:
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


def next_addition(run: sqlite3.Connection) -> int:
    """The number of the next addition; the caller holds the write lock."""
    last: int = run.execute("SELECT COALESCE(MAX(id), 0) FROM addition").fetchone()[0]
    return last + 1


def there(run: sqlite3.Connection, ids: Collection[str]) -> set[str]:
    """Those of the ids that the store holds."""
    return _among(run, "SELECT id FROM statement WHERE id IN ({})", ids)


def vouched(run: sqlite3.Connection, ids: Collection[str], by: str, why: str) -> set[str]:
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
    return _among(run, first, ids, by, why) | _among(run, again, ids, by, why)


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


def _among(run: sqlite3.Connection, sql: str, ids: Collection[str], *values: str) -> set[str]:
    found: set[str] = set()
    for chunk in _chunks(ids):
        marks = ", ".join("?" * len(chunk))
        found.update(row[0] for row in run.execute(sql.format(marks), [*values, *chunk]))
    return found


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(ids)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
