"""A store in a SQLite file: what only a file can be."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from inforce.dates import PartialDate
from inforce.record.faults import StoreError
from inforce.record.sqlite_file import SqliteDatabase
from inforce.record.store import Store
from inforce.terms import Act
from record.say import said

LISTED = said(Act.WITHDRAWAL, "2025-06-27")
NOTIFIED = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03", reference="C.N.362.2025")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "facts.store"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    with Store.open(place, create=True) as opened:
        yield opened


def ids(store: Store) -> set[str]:
    return {each.statement.id for each in store.statements()}


def test_a_store_in_a_file_needs_no_other_database(place: Path) -> None:
    code = (
        "import sys; from inforce.record.store import Store; "
        f"Store.open({str(place)!r}, create=True).close(); "
        "print({'sqlalchemy', 'psycopg'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert told.stdout == "set()\n"


def steps(store: Store, place: Path, ask: str) -> list[str]:
    """How SQLite goes about the queries of a question."""
    plans: list[str] = []
    database = store.database
    assert isinstance(database, SqliteDatabase)
    database.connection.set_trace_callback(plans.append)
    day = PartialDate.parse("2025")
    if ask == "last":
        store.last_acts("a", on=day, known_on=day)
    else:
        list(store.statements(treaty="a", participant="b" if ask == "pair" else None, known_on=day))
    asker = sqlite3.connect(place)
    queries = [sql for sql in plans if sql.lstrip().startswith(("SELECT", "WITH"))]
    found = [row[3] for sql in queries for row in asker.execute(f"EXPLAIN QUERY PLAN {sql}")]
    asker.close()
    return found


@pytest.mark.parametrize("ask", ["treaty", "pair", "last"])
def test_one_treaty_as_of_a_day_is_an_index_seek(store: Store, place: Path, ask: str) -> None:
    found = steps(store, place, ask)
    assert len([step for step in found if step.startswith("SEARCH")]) >= 2
    # "who" is the handful of participants that the seeks have found.
    assert {step for step in found if step.startswith("SCAN")} <= {"SCAN who"}


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
        later.execute("PRAGMA user_version = 3")
        later.close()
        with pytest.raises(StoreError, match="has schema 3, made by another version of inforce;"):
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
