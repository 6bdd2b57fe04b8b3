from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inforce.dates import PartialDate
from inforce.record.faults import StoreError
from inforce.record.model import Statement
from inforce.record.store import Store
from inforce.terms import Act, Modality, SourceKind
from record.say import said

LISTED = said(Act.WITHDRAWAL, "2025-06-27")
NOTIFIED = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03", reference="C.N.362.2025")
ESTONIA = said(Act.WITHDRAWAL, "2025-06-27", participant="EST")


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    moments = iter(datetime(2026, 11, day, 12, tzinfo=UTC) for day in range(1, 30))
    with Store.open(place, create=True, now=lambda: next(moments)) as opened:
        yield opened


DAYS = st.sampled_from(["1999-02-22", "1999-02-26", "2003-05-12", "2025-06-27", "2025-07-03"])


def day_of(statement: Statement) -> str:
    return str(statement.claim.date)


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


class TestLastActs:
    """Of each participant the last act by a day, as known on a day."""

    SIGNED = said(Act.SIGNATURE, "1999-02-26")
    RATIFIED = said(Act.RATIFICATION, "2003-05-12")

    @pytest.fixture
    def asked(self, store: Store) -> Store:
        planned = said(Act.EXIT_EFFECT, "2025-12-27", modality=Modality.PLANNED)
        store.add([self.SIGNED, self.RATIFIED, ESTONIA, planned], by="A. Clerk")
        store.add([NOTIFIED], by="A. Clerk")
        return store

    def last(self, store: Store, **asked: PartialDate | date) -> list[Statement]:
        found = store.last_acts("apmbc", **asked)  # type: ignore[arg-type]
        return [each.statement for each in found]

    def test_by_participant(self, asked: Store) -> None:
        assert self.last(asked) == [ESTONIA, NOTIFIED]
        assert asked.last_acts("ccm") == ()
        assert asked.last_acts("apmbc")[0].by == "A. Clerk"

    def test_as_of_a_day(self, asked: Store) -> None:
        assert self.last(asked, on=PartialDate.parse("2003-05-12")) == [self.RATIFIED]
        assert self.last(asked, on=PartialDate.parse("2003-05-11")) == [self.SIGNED]
        assert self.last(asked, on=PartialDate.parse("1999-02-25")) == []

    def test_as_known_on_a_day(self, asked: Store) -> None:
        known = PartialDate.parse("2025-07-02")
        assert self.last(asked, known_on=known) == [ESTONIA, self.RATIFIED]
        assert self.last(asked, recorded_on=date(2026, 11, 1)) == [ESTONIA, self.RATIFIED]

    def test_an_act_of_the_treaty_itself(self, asked: Store) -> None:
        force = said(Act.ENTRY_INTO_FORCE, "1999-03-01")
        force = replace(force, claim=replace(force.claim, participant=None))
        asked.add([force], by="A. Clerk")
        assert self.last(asked)[0] == force

    @given(st.lists(st.tuples(DAYS, DAYS, st.sampled_from(["LTU", "EST"])), max_size=8), DAYS, DAYS)
    @settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_it_is_what_a_search_of_all_statements_finds(
        self, tmp_path: Path, told: list[tuple[str, str, str]], on: str, known: str
    ) -> None:
        made = [
            said(Act.ACCESSION, when, asserted=asserted, participant=who, reference=str(n))
            for n, (when, asserted, who) in enumerate(told)
        ]
        place = tmp_path / f"{uuid4()}.store"
        with Store.open(place, create=True) as store:
            store.add(made, by="A. Clerk")
            found = self.last(store, on=PartialDate.parse(on), known_on=PartialDate.parse(known))
        there = [s for s in made if day_of(s) <= on and str(s.evidence.asserted) <= known]
        for who in ("EST", "LTU"):
            mine = [s for s in there if s.claim.participant == who]
            last = [day_of(s) for s in found if s.claim.participant == who]
            assert last == ([max(map(day_of, mine))] if mine else [])


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


@pytest.mark.parametrize(
    "table", ["addition", "statement", "source", "voucher", "decision", "done"]
)
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {} = 'x'"])
def test_rows_are_never_changed_or_deleted(
    store: Store, place: str, table: str, change: str
) -> None:
    store.add([LISTED], by="A", kinds={"s": SourceKind.OUTLET})
    store.add([LISTED], by="B", why="seen")
    store.decide(treaty="t", participant="p", act=Act.SIGNATURE, follows="x", by="A", why="b")
    columns = {"statement": "body", "voucher": "statement", "done": "treaty", "source": "kind"}
    refused = pytest.raises(StoreError, match="rows are never changed or deleted")
    with Store.open(place) as intruder, refused, intruder.database.told():
        intruder.database.run(change.format(table, columns.get(table, "why")))


WRITER = """
import itertools, sys
from inforce.record.store import Store
from inforce.terms import Act
from record.say import said

place, first, last, size = sys.argv[1], *map(int, sys.argv[2:])
with Store.open(place, create=True, timeout=60) as store:
    print("ready", flush=True)
    for n in itertools.count(first):
        some = [said(Act.ACCESSION, "2025-06-25", reference=f"{n}.{k}") for k in range(size)]
        print(*store.add(some, by="writer").new, flush=True)
        if n == last:
            break
"""


def writer(place: str, first: int, last: int, *, size: int = 3) -> subprocess.Popen[str]:
    """A process that adds ``size`` statements at a time and prints what was acknowledged."""
    tests = Path(__file__).parents[1]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, place, str(first), str(last), str(size)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), *sys.path])},
    )


@pytest.mark.parametrize(("size", "turns", "within"), [(3, 4, 0.2), (1500, 4, 0.5)])
def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(
    place: str, size: int, turns: int, within: float
) -> None:
    acknowledged: set[str] = set()
    for turn in range(turns):
        process = writer(place, turn * 10**6, -1, size=size)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        # Every other time something was acknowledged first, however slow the machine.
        first = process.stdout.readline() if turn % 2 else ""
        time.sleep(random.uniform(0, within))
        process.send_signal(signal.SIGKILL)
        told = (first + process.stdout.read()).split("\n")[:-1]
        process.wait()
        process.stdout.close()
        acknowledged |= {key for line in told for key in line.split()}
        with Store.open(place, readonly=True) as store:
            kept = ids(store)
        assert acknowledged <= kept
        assert len(kept) % size == 0, "an addition is whole or absent"
    assert acknowledged


def test_two_writers_at_once_lose_nothing(place: str) -> None:
    processes = [writer(place, 0, 20), writer(place, 0, 20), writer(place, 1000, 1020)]
    outputs = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    new = [key for output in outputs for key in output if key != "ready"]
    with Store.open(place, readonly=True) as store:
        assert sorted(new) == sorted(ids(store))
    assert len(new) == 2 * 21 * 3


def test_a_reader_sees_whole_additions_while_another_writes(store: Store, place: str) -> None:
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
