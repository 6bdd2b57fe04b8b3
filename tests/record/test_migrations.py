"""A store of an earlier schema is brought to this one when it is opened, whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from inforce.record.faults import StoreError
from inforce.record.migrations import STEPS
from inforce.record.opening import connect
from inforce.record.schema import VERSION
from inforce.record.store import Store
from inforce.terms import Act, Modality
from record.earlier import AT, make_first
from record.say import said

SIGNED = said(Act.SIGNATURE, "1999-02-26")
RATIFIED = said(Act.RATIFICATION, "2003-05-12")
PLANNED = said(Act.EXIT_EFFECT, "2025-12-27", modality=Modality.PLANNED)


def test_there_is_a_step_from_every_earlier_version() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))


@pytest.mark.parametrize("readonly", [True, False])
def test_an_earlier_store_is_migrated_when_it_is_opened(place: str, readonly: bool) -> None:
    make_first(place, [SIGNED, RATIFIED, PLANNED], bodies={})
    with Store.open(place, readonly=readonly) as store:
        assert store.database.version() == VERSION
        assert store.database.readonly is readonly
        held = {each.statement.id: each for each in store.statements()}
        assert held.keys() == {SIGNED.id, RATIFIED.id, PLANNED.id}
        assert {(e.by, e.why, e.recorded_at) for e in held.values()} == {("A. Clerk", "seen", AT)}
        assert [each.statement for each in store.last_acts("apmbc")] == [RATIFIED]


def test_a_migrated_store_is_as_one_that_was_made_now(place: str, tmp_path: Path) -> None:
    make_first(place, [SIGNED, RATIFIED, PLANNED], bodies={})
    with Store.open(place) as store, Store.open(tmp_path / "new.store", create=True) as new:
        new._now = lambda: AT
        new.add([SIGNED, RATIFIED, PLANNED], by="A. Clerk", why="seen")
        asked = "SELECT * FROM done ORDER BY treaty, participant, done_by"
        assert list(store.database.rows(asked)) == list(new.database.rows(asked))
        with pytest.raises(StoreError, match="never changed or deleted"), store.database.told():
            store.database.run("DELETE FROM done")


def test_a_store_that_cannot_be_migrated_stays_as_it_was(place: str) -> None:
    make_first(place, [SIGNED, RATIFIED], bodies={RATIFIED.id: '{"claim": '})
    for _ in range(2):
        with pytest.raises(StoreError, match=r"is corrupt: '{\"claim\": ' cannot be read as a"):
            Store.open(place)
    with pytest.raises(StoreError, match="earlier schema, which must be brought to schema 2"):
        Store.open(place, readonly=True)


def test_two_may_migrate_at_once(place: str) -> None:
    make_first(place, [SIGNED, RATIFIED], bodies={})
    found: list[int | None] = []

    def migrate() -> None:
        database = connect(place, timeout=60)
        found.append(database.version())
        database.close()

    threads = [threading.Thread(target=migrate) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [VERSION] * 3


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for the superuser")
def test_an_earlier_store_that_may_not_be_written(tmp_path: Path) -> None:
    place = tmp_path / "facts.store"
    make_first(str(place), [SIGNED], bodies={})
    place.chmod(0o400)
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="must be brought to schema 2 before it can be read"):
        Store.open(place, readonly=True)
    tmp_path.chmod(0o700)
