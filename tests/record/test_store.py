from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from inforce.dates import PartialDate
from inforce.record.faults import StoreError
from inforce.record.store import Store
from inforce.terms import Act, SourceKind
from record.say import said

LISTED = said(Act.WITHDRAWAL, "2025-06-27")
NOTIFIED = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03", reference="C.N.362.2025")
ESTONIA = said(Act.WITHDRAWAL, "2025-06-27", participant="EST")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "facts.store"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    moments = iter(datetime(2026, 11, day, 12, tzinfo=UTC) for day in range(1, 30))
    with Store.open(place, create=True, now=lambda: next(moments)) as opened:
        yield opened


def ids(store: Store, **asked: object) -> set[str]:
    return {each.statement.id for each in store.statements(**asked)}  # type: ignore[arg-type]


class TestAdding:
    def test_what_was_added_comes_back(self, store: Store) -> None:
        added = store.add([LISTED, NOTIFIED], by="A. Clerk", why="from the depositary")
        assert set(added.new) == {LISTED.id, NOTIFIED.id}
        (first, second) = store.statements()
        assert {first.statement, second.statement} == {LISTED, NOTIFIED}
        assert (first.by, first.why) == ("A. Clerk", "from the depositary")
        assert first.recorded_at == datetime(2026, 11, 1, 12, tzinfo=UTC)

    def test_adding_again_adds_nothing(self, store: Store) -> None:
        store.add([LISTED], by="A. Clerk", why="seen")
        added = store.add([LISTED, LISTED], by="A. Clerk", why="seen")
        assert (added.new, added.already) == ((), (LISTED.id,))
        assert len(list(store.statements())) == 1

    def test_another_ground_is_put_beside_the_first(self, store: Store) -> None:
        store.add([LISTED], by="reader")
        store.add([LISTED], by="A. Clerk", why="compared with the original")
        store.add([LISTED], by="A. Clerk", why="compared with the original")
        assert [(e.by, e.why) for e in store.statements(treaty="apmbc")] == [
            ("reader", ""),
            ("A. Clerk", "compared with the original"),
        ]
        assert [e.by for e in store.statements(recorded_on=date(2026, 11, 1))] == ["reader"]

    def test_nobody_cannot_add(self, store: Store) -> None:
        with pytest.raises(StoreError, match="added by nobody; a name was expected"):
            store.add([LISTED], by=" ")

    def test_a_source_keeps_its_kind(self, store: Store) -> None:
        store.add([LISTED], by="A. Clerk", kinds={"mfa": SourceKind.GOVERNMENT})
        assert store.kinds() == {"mfa": SourceKind.GOVERNMENT}
        with pytest.raises(StoreError, match="has the source 'mfa' as government; outlet was"):
            store.add([NOTIFIED], by="A. Clerk", kinds={"mfa": SourceKind.OUTLET})
        assert ids(store) == {LISTED.id}


class TestAsking:
    def test_by_treaty_and_participant(self, store: Store) -> None:
        store.add([LISTED, ESTONIA], by="A. Clerk")
        assert ids(store, treaty="apmbc", participant="EST") == {ESTONIA.id}
        assert ids(store, treaty="ccm") == set()

    def test_known_on(self, store: Store) -> None:
        store.add([LISTED, NOTIFIED], by="A. Clerk")
        assert ids(store, known_on=PartialDate.parse("2025-06-26")) == set()
        assert ids(store, known_on=PartialDate.parse("2025-06-28")) == {LISTED.id}
        assert ids(store, known_on=PartialDate.parse("2025-07")) == {LISTED.id, NOTIFIED.id}

    def test_recorded_on(self, store: Store) -> None:
        store.add([LISTED], by="A. Clerk")
        store.add([NOTIFIED], by="A. Clerk")
        assert ids(store, recorded_on=date(2026, 11, 1)) == {LISTED.id}
        assert ids(store, recorded_on=date(2026, 10, 31)) == set()

    @pytest.mark.parametrize("asked", [{"treaty": "a"}, {"treaty": "a", "participant": "b"}])
    def test_one_treaty_as_of_a_day_is_an_index_seek(
        self, store: Store, place: Path, asked: dict[str, str]
    ) -> None:
        plans: list[str] = []
        asker = sqlite3.connect(place)
        store._connection.set_trace_callback(plans.append)
        list(store.statements(known_on=PartialDate.parse("2025"), **asked))  # type: ignore[arg-type]
        queries = [sql for sql in plans if sql.lstrip().startswith("SELECT")]
        steps = [row[3] for sql in queries for row in asker.execute(f"EXPLAIN QUERY PLAN {sql}")]
        asker.close()
        assert len(queries) == 2
        assert not [step for step in steps if step.startswith("SCAN")]


class TestDecisions:
    def test_a_decision_is_dated_signed_and_revocable(self, store: Store) -> None:
        made = store.decide(
            treaty="apmbc",
            participant="LTU",
            act=Act.SIGNATURE,
            follows=LISTED.id,
            by="A. Clerk",
            why="the depositary's own page",
        )
        assert made.on == date(2026, 11, 1)
        back = store.revoke(made.id, by="B. Clerk", why="misread")
        assert store.decisions("apmbc") == (made, back)
        assert back.revokes == made.id
        assert store.decisions("ccm") == ()

    def test_a_reason_is_asked_for(self, store: Store) -> None:
        with pytest.raises(StoreError, match="lacks a name or a reason; both were expected"):
            store.decide(
                treaty="apmbc", participant="LTU", act=Act.SIGNATURE, follows="x", by="A", why=""
            )

    def test_only_a_decision_can_be_revoked(self, store: Store) -> None:
        with pytest.raises(StoreError, match="holds no decision 'x'; the id of one was expected"):
            store.revoke("x", by="A. Clerk", why="wrong")


@pytest.mark.parametrize("table", ["addition", "statement", "source", "voucher", "decision"])
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {} = 'x'"])
def test_rows_are_never_changed_or_deleted(
    store: Store, place: Path, table: str, change: str
) -> None:
    store.add([LISTED], by="A", kinds={"s": SourceKind.OUTLET})
    store.add([LISTED], by="B", why="seen")
    store.decide(treaty="t", participant="p", act=Act.SIGNATURE, follows="x", by="A", why="b")
    column = {"statement": "body", "voucher": "statement", "source": "kind"}.get(table, "why")
    intruder = sqlite3.connect(place)
    with pytest.raises(sqlite3.IntegrityError, match="rows are never changed or deleted"):
        intruder.execute(change.format(table, column))
    intruder.close()


class TestBadPlaces:
    def test_missing(self, place: Path) -> None:
        with pytest.raises(StoreError, match="does not exist; a store made by inforce was"):
            Store.open(place)
        assert not place.exists()

    def test_missing_parent(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=r"the folder .*no does not exist; an existing folder"):
            Store.open(tmp_path / "no" / "facts.store", create=True)

    def test_directory(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="is a directory; a file was expected"):
            Store.open(tmp_path, create=True)

    @pytest.mark.parametrize("how", [{"readonly": True}, {"create": True}, {}])
    def test_no_database(self, place: Path, how: dict[str, bool]) -> None:
        place.write_text("treaty,participant\n" * 99)
        with pytest.raises(StoreError, match="is not a database; a store made by inforce was"):
            Store.open(place, **how)  # type: ignore[arg-type]
        assert place.read_text().startswith("treaty,")

    @pytest.mark.parametrize("how", [{"readonly": True}, {}])
    def test_empty(self, place: Path, how: dict[str, bool]) -> None:
        place.touch()
        with pytest.raises(StoreError, match="is empty; a store made by inforce was expected"):
            Store.open(place, **how)  # type: ignore[arg-type]

    @pytest.mark.parametrize("how", [{"readonly": True}, {"create": True}])
    def test_another_program(self, place: Path, how: dict[str, bool]) -> None:
        other = sqlite3.connect(place)
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.close()
        with pytest.raises(StoreError, match="is a database of another program; a store made"):
            Store.open(place, **how)  # type: ignore[arg-type]

    def test_a_later_schema(self, store: Store, place: Path) -> None:
        store.close()
        later = sqlite3.connect(place)
        later.execute("PRAGMA user_version = 2")
        later.close()
        with pytest.raises(StoreError, match="has schema 2, made by another version of inforce;"):
            Store.open(place)

    def test_corrupt(self, store: Store, place: Path) -> None:
        many = [said(Act.WITHDRAWAL, "2025-06-27", reference=str(n)) for n in range(200)]
        store.add(many, by="A. Clerk")
        store.close()
        content = bytearray(place.read_bytes())
        content[4096:] = b"\xff" * (len(content) - 4096)
        place.write_bytes(content)
        with (
            pytest.raises(StoreError, match="is corrupt; restore it from a backup"),
            Store.open(place, readonly=True) as damaged,
        ):
            list(damaged.statements())

    @pytest.mark.usefixtures("store")
    def test_locked(self, place: Path) -> None:
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with Store.open(place, timeout=0.05) as waiting:
            assert ids(waiting) == set()
            with pytest.raises(StoreError, match="is locked by another process; try again"):
                waiting.add([LISTED], by="A. Clerk")
        other.close()

    def test_reading_only(self, store: Store, place: Path) -> None:
        store.add([LISTED], by="A. Clerk")
        with Store.open(place, readonly=True) as reader:
            assert ids(reader) == {LISTED.id}
            with pytest.raises(StoreError, match="was opened for reading; nothing can be added"):
                reader.add([NOTIFIED], by="A. Clerk")

    @pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for the superuser")
    def test_in_a_folder_that_may_not_be_written(self, store: Store, place: Path) -> None:
        store.add([LISTED], by="A. Clerk")
        store.close()
        place.chmod(0o400)
        place.parent.chmod(0o500)
        with Store.open(place, readonly=True) as reader:
            assert ids(reader) == {LISTED.id}
        with (
            pytest.raises(StoreError, match=r"is read-only|cannot be opened"),
            Store.open(place) as may_not,
        ):
            may_not.add([NOTIFIED], by="A. Clerk")
        place.parent.chmod(0o700)


WRITER = """
import itertools, sys
from inforce.record.store import Store
from inforce.terms import Act
from record.say import said

with Store.open(sys.argv[1], create=True, timeout=60) as store:
    print("ready", flush=True)
    for n in itertools.count(int(sys.argv[2])):
        some = [said(Act.ACCESSION, "2025-06-25", reference=f"{n}.{k}") for k in range(3)]
        print(*store.add(some, by="writer").new, flush=True)
        if n == int(sys.argv[3]):
            break
"""


def writer(place: Path, first: int, last: int) -> subprocess.Popen[str]:
    tests = Path(__file__).parents[1]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(place), str(first), str(last)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tests)},
    )


def test_nothing_acknowledged_is_lost_when_the_may_notis_killed(place: Path) -> None:
    acknowledged: set[str] = set()
    for turn in range(8):
        process = writer(place, turn * 10**6, -1)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.uniform(0, 0.2))
        process.send_signal(signal.SIGKILL)
        told = process.stdout.read().split("\n")[:-1]
        process.wait()
        process.stdout.close()
        acknowledged |= {key for line in told for key in line.split()}
        with Store.open(place, readonly=True) as store:
            kept = ids(store)
        assert acknowledged <= kept
        assert len(kept) % 3 == 0, "an addition is whole or absent"
    assert acknowledged


def test_two_writers_at_once_lose_nothing(place: Path) -> None:
    processes = [writer(place, 0, 20), writer(place, 0, 20), writer(place, 1000, 1020)]
    outputs = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    new = [key for output in outputs for key in output if key != "ready"]
    with Store.open(place, readonly=True) as store:
        assert sorted(new) == sorted(ids(store))
    assert len(new) == 2 * 21 * 3


def test_a_reader_sees_whole_additions_while_another_writes(store: Store, place: Path) -> None:
    seen: list[int] = []

    def read() -> None:
        with Store.open(place, readonly=True) as reader:
            seen.extend(len(ids(reader)) for _ in range(30))

    thread = threading.Thread(target=read)
    thread.start()
    for n in range(20):
        store.add([said(Act.ACCESSION, "2025", reference=f"{n}.{k}") for k in range(5)], by="A")
    thread.join()
    assert [count % 5 for count in seen] == [0] * 30
    assert seen == sorted(seen)
