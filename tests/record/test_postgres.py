"""A store in a PostgreSQL database: what only a server can be."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from inforce.record.faults import StoreError
from inforce.record.opening import has_store
from inforce.record.store import Store
from inforce.terms import Act
from postgres_server import PostgresServer, running
from record.say import said

LISTED = said(Act.WITHDRAWAL, "2025-06-27")
NOTIFIED = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03", reference="C.N.362.2025")


def ids(store: Store) -> set[str]:
    return {each.statement.id for each in store.statements()}


class TestBadPlaces:
    def test_no_such_database(self, postgres: PostgresServer) -> None:
        with pytest.raises(StoreError, match="does not exist; an existing database was"):
            Store.open(postgres.address("no_such"), create=True)

    def test_no_such_user(self, address: str) -> None:
        with pytest.raises(StoreError, match="refuses this user or password; one that may use it"):
            Store.open(address.replace("inforce@", "stranger@"))

    def test_no_server(self, tmp_path: Path) -> None:
        nowhere = f"postgresql://clerk:secret@/facts?host={tmp_path}"
        with pytest.raises(StoreError, match=r"cannot be reached: .*a running") as caught:
            Store.open(nowhere)
        assert "secret" not in str(caught.value)
        assert len(str(caught.value).splitlines()) == 1

    def test_an_address_that_cannot_be_read(self) -> None:
        with pytest.raises(StoreError, match="postgresql://user@host/name was expected"):
            Store.open("postgresql://clerk@host:port/facts")

    @pytest.mark.parametrize("how", [{"readonly": True}, {}])
    def test_no_store_yet(self, address: str, how: dict[str, bool]) -> None:
        assert not has_store(address)
        with pytest.raises(StoreError, match="is empty; a store made by inforce was expected"):
            Store.open(address, **how)  # type: ignore[arg-type]
        Store.open(address, create=True).close()
        assert has_store(address)

    def test_a_schema_of_another_program(self, address: str) -> None:
        with Store.open(address, create=True) as store:
            store.database.run("DROP TABLE store")
        with pytest.raises(StoreError, match="has a schema inforce of another program; a store"):
            Store.open(address, create=True)

    def test_a_later_schema(self, address: str) -> None:
        with Store.open(address, create=True) as store:
            store.database.run("UPDATE store SET version = 3")
        with pytest.raises(StoreError, match="has schema 3, made by another version of inforce;"):
            Store.open(address)

    def test_locked(self, address: str) -> None:
        with (
            Store.open(address, create=True) as writer,
            Store.open(address, timeout=0.05) as waiting,
            writer.database.transaction(),
        ):
            assert ids(waiting) == set()
            with pytest.raises(StoreError, match="is locked by another process; try again"):
                waiting.add([LISTED], by="A. Clerk")

    def test_reading_only(self, address: str) -> None:
        with Store.open(address, create=True) as store:
            store.add([LISTED], by="A. Clerk")
        with Store.open(address, readonly=True) as reader:
            assert ids(reader) == {LISTED.id}
            with pytest.raises(StoreError, match="was opened for reading; nothing can be added"):
                reader.add([NOTIFIED], by="A. Clerk")
            with pytest.raises(StoreError, match="is read-only;"), reader.database.told():
                reader.database.run("CREATE TABLE more (id INTEGER)")

    def test_without_the_library_that_reaches_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delitem(sys.modules, "inforce.record.postgres", raising=False)
        monkeypatch.setitem(sys.modules, "psycopg", None)
        with pytest.raises(StoreError, match=r"needs psycopg.*`pip install 'inforce\[postgres\]'`"):
            Store.open("postgresql://clerk@host/facts")


def test_a_store_stands_beside_the_tables_of_others(address: str) -> None:
    with Store.open(address, create=True) as store:
        store.database.run("CREATE TABLE public.source (mine TEXT)")
        store.add([LISTED], by="A. Clerk")
    with Store.open(address) as again:
        assert ids(again) == {LISTED.id}
        assert again.kinds() == {}


def test_two_may_make_the_store_at_once(address: str) -> None:
    opened: list[int] = []

    def make() -> None:
        with Store.open(address, create=True, timeout=60) as store:
            opened.append(len(ids(store)))

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened == [0, 0, 0, 0]


def test_what_was_acknowledged_outlives_a_crash_of_the_server() -> None:
    with running() as server:
        address = server.new_database()
        with Store.open(address, create=True) as store:
            store.add([LISTED], by="A. Clerk")
            server.crash()
            with pytest.raises(StoreError, match="was lost: "):
                store.add([NOTIFIED], by="A. Clerk")
            with pytest.raises(StoreError, match="was lost with its connection; open it again"):
                ids(store)
        server.start()
        with Store.open(address) as again:
            assert ids(again) == {LISTED.id}
