"""The store: statements, who added them and why, and human decisions; rows are only ever added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import TracebackType
from typing import Self

from inforce.dates import PartialDate
from inforce.record import rows, serial
from inforce.record.database import Database, Place, place_of
from inforce.record.decisions import Decision
from inforce.record.faults import StoreError
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
    """Statements and decisions; open them with :meth:`open`, use them in ``with``.

    They are in one SQLite file, or in a PostgreSQL database that several machines share.
    One process writes at a time and any number read meanwhile. A call that returns has put its
    rows on the disk; one that is killed has added nothing.
    """

    def __init__(
        self,
        database: Database,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self.database = database
        self._now = now

    @property
    def name(self) -> str:
        """The store's file, or its address without the password, as messages call it."""
        return self.database.shown

    @classmethod
    def open(
        cls,
        place: Place,
        *,
        create: bool = False,
        readonly: bool = False,
        timeout: float = 5.0,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Self:
        """Open the store at ``place``; ``create`` makes it if there is none.

        The place is a file, or the address ``postgresql://user@host/name`` of a database, which
        must exist. A store of an earlier version of inforce is migrated first. ``timeout`` is how
        many seconds to wait for another process's lock; ``now`` tells the moment (UTC) at which
        rows are recorded. Raises StoreError, in one sentence, for a place that is missing, a
        directory, no database, no store, corrupt, of a later version, locked or not readable.
        """
        there = place_of(place)
        return cls(connect(there, create=create, readonly=readonly, timeout=timeout), now=now)

    def close(self) -> None:
        """Close the store; it cannot be used afterwards."""
        self.database.close()

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

    def _add(self, run: Database, part: Addition, unknown: Mapping[str, SourceKind]) -> None:
        given = {statement.id: statement for statement in part.statements}
        there = rows.there(run, given)
        new = [statement for key, statement in given.items() if key not in there]
        grounds = there - rows.vouched(run, there, part.by, part.why) if part.why else set()
        if not (new or grounds or unknown):
            return
        at, addition = self._now(), rows.next_addition(run)
        run.insert("addition", [(addition, rows.moment(at), part.by, part.why)])
        rows.add_statements(run, new, addition=addition, at=at, by=part.by)
        run.insert("voucher", [(key, addition) for key in sorted(grounds)])
        run.insert("source", [(s, kind.value, addition) for s, kind in unknown.items()])

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

    def last_acts(
        self,
        treaty: str,
        *,
        on: PartialDate | None = None,
        known_on: PartialDate | None = None,
        recorded_on: date | None = None,
    ) -> tuple[Recorded, ...]:
        """Each participant's last act under a treaty that was done by the end of ``on``.

        As said, by participant: of several statements of that day the one said last; neither
        rivals nor retractions are weighed, which :func:`inforce.record.record_of` does. It takes
        one step down an index for each participant, however many statements the store holds.
        """
        ends = [day.latest if day else None for day in (on, known_on)]
        limits = [(day or date.max).isoformat() for day in (*ends, recorded_on)]
        with self.database.told():
            return tuple(self._held(rows.LAST, [treaty, treaty, treaty, *limits]))

    def kinds(self) -> dict[str, SourceKind]:
        """The kinds of the sources that were described when statements were added."""
        with self.database.told():
            found = list(self.database.rows("SELECT id, kind FROM source ORDER BY id"))
        return {source: SourceKind(kind) for source, kind in found}

    def state(self) -> str:
        """A word that changes with every addition and decision, cheap to ask for."""
        sql = "SELECT (SELECT MAX(id) FROM addition), (SELECT COUNT(*) FROM decision)"
        with self.database.told():
            last, decided = next(self.database.rows(sql))
        return f"{last or 0}.{decided}"

    def revision(self, treaty: str) -> str:
        """A word that changes with every addition and decision that one treaty's record uses.

        Rows are only ever added, so their number tells; it takes a walk along an index.
        """
        with self.database.told():
            counts = next(self.database.rows(rows.REVISION, [treaty, treaty]))
        return ".".join(map(str, counts))

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
                f"store {self.name} holds no decision {decision!r}; the id of one was expected"
            )
        at = self._now()
        about = (earlier.treaty, earlier.participant, earlier.act, earlier.follows)
        return self._decided(Decision(*about, by, why, on or at.date(), at, revokes=decision))

    def decisions(self, treaty: str | None = None) -> tuple[Decision, ...]:
        """Every decision and revocation, or those of one treaty, in the order of recording."""
        where, values = ("", ()) if treaty is None else ("WHERE treaty = ?", (treaty,))
        sql = f"{rows.DECISIONS} {where} ORDER BY recorded_at, id"
        with self.database.told():
            found = list(self.database.rows(sql, values))
        return tuple(map(rows.decision_of, found))

    def _decided(self, decision: Decision) -> Decision:
        if not (decision.by.strip() and decision.why.strip()):
            raise StoreError("a decision lacks a name or a reason; both were expected")
        with self._writing() as run:
            run.run(rows.ADD_DECISION, rows.decision_row(decision))
        return decision

    def _unknown_kinds(
        self, run: Database, kinds: Mapping[str, SourceKind]
    ) -> dict[str, SourceKind]:
        """The given kinds that are not recorded yet; a StoreError for one recorded otherwise."""
        held: dict[str, str] = dict(run.rows("SELECT id, kind FROM source")) if kinds else {}
        for source, kind in kinds.items():
            if held.get(source, kind.value) != kind.value:
                raise StoreError(
                    f"store {self.name} has the source {source!r} as {held[source]}; "
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
        with self.database.told():
            yield from self._held(sql, [*values, *end])

    def _held(self, sql: str, values: Sequence[object]) -> Iterator[Recorded]:
        for body, at, by, why in self.database.rows(sql, values):
            try:
                statement = serial.from_text(body)
            except serial.SerialError as error:
                raise StoreError(f"store {self.name} is corrupt: {error}") from error
            yield Recorded(statement, datetime.fromisoformat(at), by, why)

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """One transaction, whole or not at all."""
        if self.database.readonly:
            raise StoreError(f"store {self.name} was opened for reading; nothing can be added")
        with self.database.told(), self.database.transaction():
            yield self.database
