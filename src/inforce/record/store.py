"""The store: statements, who added them and why, and human decisions; rows are only ever added."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from inforce.dates import PartialDate
from inforce.record import rows, serial
from inforce.record.decisions import Decision
from inforce.record.faults import StoreError, told
from inforce.record.model import Recorded, Statement
from inforce.record.opening import connect
from inforce.terms import Act, ClaimKind, SourceKind


@dataclass(frozen=True, slots=True)
class Addition:
    """Statements, who adds them, and on which ground."""

    statements: tuple[Statement, ...]
    by: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """Ids of the statements that were new, and of those that were there already."""

    new: tuple[str, ...]
    already: tuple[str, ...]


class Store:
    """Statements and decisions in one SQLite file; open it with :meth:`open`, use it in ``with``.

    One process writes at a time and any number read meanwhile. A call that returns has put its
    rows on the disk; one that is killed has added nothing.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        readonly: bool,
        now: Callable[[], datetime],
    ) -> None:
        self.path = path
        self.readonly = readonly
        self._connection = connection
        self._now = now

    @classmethod
    def open(
        cls,
        path: str | os.PathLike[str],
        *,
        create: bool = False,
        readonly: bool = False,
        timeout: float = 5.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open the store at ``path``; ``create`` makes it if there is none.

        ``timeout`` is how many seconds to wait for another process's lock; ``now`` tells the
        moment (UTC) at which rows are recorded. Raises StoreError, in one sentence, for a path
        that is missing, a directory, no database, no store, corrupt, of another version, locked
        or not readable.
        """
        place = Path(path)
        connection = connect(place, create=create, readonly=readonly, timeout=timeout)
        return cls(place, connection, readonly=readonly, now=now)

    def close(self) -> None:
        """Close the file; the store cannot be used afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(
        self,
        statements: Iterable[Statement],
        *,
        by: str,
        why: str = "",
        kinds: Mapping[str, SourceKind] | None = None,
    ) -> Added:
        """Add statements in one transaction, each once, whoever adds it again.

        ``by`` says who adds them and ``why`` on which ground; adding what is there on a new
        ground puts that ground beside it. ``kinds`` gives the kinds of sources that the catalogue
        lacks. Raises StoreError when ``by`` is empty or a source was recorded as of another kind.
        """
        return self.add_all([Addition(tuple(statements), by, why)], kinds=kinds)

    def add_all(
        self, additions: Iterable[Addition], *, kinds: Mapping[str, SourceKind] | None = None
    ) -> Added:
        """Add what several people say in one transaction; see :meth:`add`."""
        parts = list(additions)
        if any(not part.by.strip() for part in parts):
            raise StoreError("statements were to be added by nobody; a name was expected")
        given = dict.fromkeys(s.id for part in parts for s in part.statements)
        with self._writing() as run:
            there = rows.there(run, given)
            unknown = self._unknown_kinds(run, kinds or {})
            for part in parts:
                self._add(run, part, unknown)
                unknown = {}
        new = tuple(key for key in given if key not in there)
        return Added(new, tuple(key for key in given if key in there))

    def _add(
        self, run: sqlite3.Connection, part: Addition, unknown: Mapping[str, SourceKind]
    ) -> None:
        given = {statement.id: statement for statement in part.statements}
        there = rows.there(run, given)
        new = [statement for key, statement in given.items() if key not in there]
        grounds = there - rows.vouched(run, there, part.by, part.why) if part.why else set()
        if not (new or grounds or unknown):
            return
        at, addition = self._now(), rows.next_addition(run)
        run.execute(
            "INSERT INTO addition VALUES (?, ?, ?, ?)",
            (addition, rows.moment(at), part.by, part.why),
        )
        run.executemany(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (rows.statement_row(s, addition=addition, at=at, by=part.by) for s in new),
        )
        run.executemany(
            "INSERT INTO voucher VALUES (?, ?)", [(key, addition) for key in sorted(grounds)]
        )
        run.executemany(
            "INSERT INTO source VALUES (?, ?, ?)",
            [(source, kind.value, addition) for source, kind in unknown.items()],
        )

    def statements(
        self,
        *,
        treaty: str | None = None,
        participant: str | None = None,
        recorded_on: date | None = None,
        known_on: PartialDate | None = None,
    ) -> Iterator[Recorded]:
        """The statements, with who added them and why; one added on two grounds comes twice.

        With ``treaty`` those of that treaty and the facts of the world that name no treaty.
        ``known_on`` and ``recorded_on`` keep what was said, and what was learned, by then.
        """
        where, values = rows.filters(participant, recorded_on, known_on)
        if treaty is None:
            yield from self._recorded(where, values, recorded_on)
            return
        yield from self._recorded(["s.treaty = ?", *where], [treaty, *values], recorded_on)
        worldly = ["s.treaty IS NULL", f"s.kind = '{ClaimKind.CONDITION.value}'"]
        yield from self._recorded([*worldly, *where], values, recorded_on)

    def kinds(self) -> dict[str, SourceKind]:
        """The kinds of the sources that were described when statements were added."""
        with told(self.path):
            found = self._connection.execute("SELECT id, kind FROM source ORDER BY id").fetchall()
        return {source: SourceKind(kind) for source, kind in found}

    def decide(
        self,
        *,
        treaty: str,
        participant: str,
        act: Act,
        follows: str,
        by: str,
        why: str,
        on: date | None = None,
    ) -> Decision:
        """Decide that for this act the record follows the statement with the id ``follows``.

        The statement may be one of the shipped record. ``on`` is the day of the decision (today
        when left out). Raises StoreError when ``by`` or ``why`` is empty.
        """
        at = self._now()
        decision = Decision(treaty, participant, act, follows, by, why, on or at.date(), at)
        return self._decided(decision)

    def revoke(self, decision: str, *, by: str, why: str, on: date | None = None) -> Decision:
        """Take a decision back, by a row of its own. Raises StoreError for an unknown id."""
        earlier = next((d for d in self.decisions() if d.id == decision), None)
        if earlier is None or earlier.revokes is not None:
            raise StoreError(
                f"store {self.path} holds no decision {decision!r}; the id of one was expected"
            )
        at = self._now()
        about = (earlier.treaty, earlier.participant, earlier.act, earlier.follows)
        return self._decided(Decision(*about, by, why, on or at.date(), at, revokes=decision))

    def decisions(self, treaty: str | None = None) -> tuple[Decision, ...]:
        """Every decision and revocation, or those of one treaty, in the order of recording."""
        where, values = ("", ()) if treaty is None else ("WHERE treaty = ?", (treaty,))
        sql = f"{rows.DECISIONS} {where} ORDER BY recorded_at, id"
        with told(self.path):
            found = self._connection.execute(sql, values).fetchall()
        return tuple(map(rows.decision_of, found))

    def _decided(self, decision: Decision) -> Decision:
        if not (decision.by.strip() and decision.why.strip()):
            raise StoreError("a decision lacks a name or a reason; both were expected")
        with self._writing() as run:
            run.execute(
                "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO NOTHING",
                rows.decision_row(decision),
            )
        return decision

    def _unknown_kinds(
        self, run: sqlite3.Connection, kinds: Mapping[str, SourceKind]
    ) -> dict[str, SourceKind]:
        """The given kinds that are not recorded yet; a StoreError for one recorded otherwise."""
        held = dict(run.execute("SELECT id, kind FROM source").fetchall()) if kinds else {}
        for source, kind in kinds.items():
            if held.get(source, kind.value) != kind.value:
                raise StoreError(
                    f"store {self.path} has the source {source!r} as {held[source]}; "
                    f"{kind.value} was found, the same kind was expected"
                )
        return {source: kind for source, kind in kinds.items() if source not in held}

    def _recorded(
        self, where: list[str], values: list[str], recorded_on: date | None
    ) -> Iterator[Recorded]:
        first = f"WHERE {' AND '.join(where)}" if where else ""
        again, end = first, list(values)
        if recorded_on is not None:
            again += " AND a.recorded_at < ?"
            end.append((recorded_on + timedelta(days=1)).isoformat())
        sql = f"{rows.FIRST} {first} UNION ALL {rows.VOUCHED} {again}"
        with told(self.path):
            for body, at, by, why in self._connection.execute(sql, [*values, *end]):
                try:
                    statement = serial.from_text(body)
                except serial.SerialError as error:
                    raise StoreError(f"store {self.path} is corrupt: {error}") from error
                yield Recorded(statement, datetime.fromisoformat(at), by, why)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, whole or not at all."""
        if self.readonly:
            raise StoreError(f"store {self.path} was opened for reading; nothing can be added")
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
