"""A store comes back from a backup and from an export as it was, wherever it is restored."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inforce.catalogue import load
from inforce.record import record_of
from inforce.record.faults import StoreError
from inforce.record.keeping import Kept, backup, export, restore
from inforce.record.model import Statement
from inforce.record.opening import has_store
from inforce.record.schema import TABLES
from inforce.record.store import Store
from inforce.terms import Act, SourceKind
from record.earlier import make_first
from record.say import said
from record.strategies import statements

LISTED = said(Act.WITHDRAWAL, "2025-06-27", source="mfa")
NOTIFIED = said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03", reference="C.N.362.2025")
ESTONIA = said(Act.WITHDRAWAL, "2025-06-27", participant="EST")
KEEP = [backup, export]
Keep = Callable[[Store, Path], Kept]


def fill(place: str) -> None:
    """A store with a row of every kind, learned on several days."""
    moments = iter(datetime(2026, 11, day, 12, tzinfo=UTC) for day in range(1, 30))
    with Store.open(place, create=True, now=lambda: next(moments)) as store:
        kinds = {"mfa": SourceKind.GOVERNMENT}
        store.add([LISTED, ESTONIA], by="A. Clerk", why="seen on the page", kinds=kinds)
        store.add([LISTED], by="Ž. Raštininkė", why="„patikrinta“\nlygiai")
        made = store.decide(
            treaty="apmbc",
            participant="LTU",
            act=Act.WITHDRAWAL,
            follows=LISTED.id,
            by="A. Clerk",
            why="the original",
            on=date(2026, 11, 2),
        )
        store.revoke(made.id, by="B. Clerk", why="misread")
        store.add([NOTIFIED], by="A. Clerk")


def rows(place: str | Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that a store holds."""
    with Store.open(place, readonly=True) as store:
        found = {t: list(store.database.rows(f"SELECT * FROM {t}")) for t in TABLES}
    return {table: sorted(held, key=repr) for table, held in found.items()}


@pytest.fixture(params=KEEP, ids=["backup", "export"])
def keep(request: pytest.FixtureRequest) -> Keep:
    chosen: Keep = request.param
    return chosen


@pytest.fixture
def kept(keep: Keep, tmp_path: Path) -> Path:
    """A backup and an export of a SQLite store with a row of every kind."""
    fill(str(tmp_path / "kept.store"))
    file = tmp_path / "kept"
    with Store.open(tmp_path / "kept.store", readonly=True) as store:
        keep(store, file)
    return file


class TestThereAndBack:
    def test_every_row_comes_back(self, place: str, other: str, keep: Keep, tmp_path: Path) -> None:
        fill(place)
        with Store.open(place, readonly=True) as store:
            assert keep(store, tmp_path / "kept") == Kept(3, 2)
        assert restore(tmp_path / "kept", other) == Kept(3, 2)
        assert rows(other) == rows(place)
        assert all(rows(place).values())

    def test_the_record_is_the_same_and_can_go_on(
        self, place: str, other: str, keep: Keep, tmp_path: Path
    ) -> None:
        fill(place)
        with Store.open(place) as store:
            keep(store, tmp_path / "kept")
        restore(tmp_path / "kept", other)
        catalogue = load()
        with Store.open(place) as store, Store.open(other) as again:
            for day in (None, date(2026, 11, 1), date(2026, 11, 3)):
                before = record_of(catalogue, "apmbc", store=store, recorded_on=day)
                assert record_of(catalogue, "apmbc", store=again, recorded_on=day) == before
            assert again.last_acts("apmbc") == store.last_acts("apmbc")
            added = again.add([NOTIFIED, said(Act.ACCESSION, "2026")], by="C. Clerk")
            assert (len(added.new), added.already) == (1, (NOTIFIED.id,))

    def test_an_empty_store(self, tmp_path: Path, keep: Keep) -> None:
        with Store.open(tmp_path / "a.store", create=True) as store:
            assert keep(store, tmp_path / "kept") == Kept(0, 0)
        assert restore(tmp_path / "kept", tmp_path / "b.store") == Kept(0, 0)

    @given(st.lists(statements, max_size=5))
    @settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_no_statement_loses_anything(self, tmp_path: Path, told: list[Statement]) -> None:
        folder = tmp_path / str(uuid4())
        folder.mkdir()
        with Store.open(folder / "a.store", create=True) as store:
            store.add(told, by="A. Clerk")
            export(store, folder / "kept")
        restore(folder / "kept", folder / "b.store")
        assert rows(folder / "b.store") == rows(folder / "a.store")
        with Store.open(folder / "b.store") as again:
            assert {e.statement.id for e in again.statements()} == {s.id for s in told}


def test_a_backup_is_a_store(place: str, tmp_path: Path) -> None:
    fill(place)
    with Store.open(place) as store:
        backup(store, tmp_path / "monday.db")
    assert rows(tmp_path / "monday.db") == rows(place)


def test_the_lines_of_an_export_are_as_documented(tmp_path: Path) -> None:
    fill(str(tmp_path / "a.store"))
    with Store.open(tmp_path / "a.store") as store:
        export(store, tmp_path / "kept")
    objects = [json.loads(line) for line in (tmp_path / "kept").read_text("utf-8").splitlines()]
    assert objects[0] == {"format": "inforce-store", "schema": 2}
    assert objects[-1] == {
        "end": {"addition": 3, "statement": 3, "voucher": 1, "source": 1, "decision": 2}
    }
    kinds = [next(iter(each)) for each in objects[1:-1]]
    assert sorted(set(kinds), key=kinds.index) == [
        "addition",
        "statement",
        "voucher",
        "source",
        "decision",
    ]
    manual = (Path(__file__).parents[2] / "docs" / "data-model.md").read_text("utf-8")
    for each in objects[1:-1]:
        ((kind, told),) = each.items()
        assert f"`{kind}`" in manual
        assert [key for key in told if f"`{key}`" not in manual] == []


class TestBadInput:
    """One sentence each, and nothing is written."""

    def refused(self, file: Path, *words: str) -> None:
        target = file.with_name("new.store")
        with pytest.raises(StoreError) as caught:
            restore(file, target)
        told = str(caught.value)
        assert [part for part in (str(file), *words) if part not in told] == []
        assert len(told.splitlines()) == 1
        assert not target.exists()
        assert [each for each in file.parent.iterdir() if each.name.startswith(".")] == []

    def test_not_there(self, tmp_path: Path) -> None:
        self.refused(tmp_path / "no", "cannot be read (No such file or directory)")
        (tmp_path / "folder").mkdir()
        self.refused(tmp_path / "folder", "cannot be read (Is a directory)")

    @pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
    def test_cut_short(self, kept: Path, share: float) -> None:
        content = kept.read_bytes()
        kept.write_bytes(content[: int(len(content) * share)])
        self.refused(kept, "cut short", "expected")

    @pytest.mark.parametrize(
        "content", [b"", b"treaty,participant\n", b"[1]\n", b'{"format": "other"}\n', b"\xff\xfe\n"]
    )
    def test_no_backup(self, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "kept").write_bytes(content)
        self.refused(tmp_path / "kept", "is no backup; a backup or an export of a store was")

    def test_a_database_of_another_program(self, tmp_path: Path) -> None:
        other = sqlite3.connect(tmp_path / "kept")
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.close()
        self.refused(tmp_path / "kept", "is a database of another program; a store made by")

    def test_of_a_later_version(self, tmp_path: Path) -> None:
        fill(str(tmp_path / "kept"))
        later = sqlite3.connect(tmp_path / "kept")
        later.execute("PRAGMA user_version = 3")
        later.close()
        self.refused(tmp_path / "kept", "has schema 3, made by another version of inforce;")
        (tmp_path / "kept").write_text('{"format": "inforce-store", "schema": 3}\n')
        self.refused(tmp_path / "kept", "has schema 3, made by another version of inforce;")

    def test_damaged_pages(self, tmp_path: Path) -> None:
        fill(str(tmp_path / "kept"))
        content = bytearray((tmp_path / "kept").read_bytes())
        content[8192:12288] = b"\xff" * 4096
        (tmp_path / "kept").write_bytes(content)
        self.refused(tmp_path / "kept", "is damaged or cut short; a whole one was expected")

    @pytest.mark.parametrize(
        ("number", "line", "told"),
        [
            (2, '{"addition": {"id": 1}}', "its keys are id, not id, recorded_at, by, why"),
            (2, "[]", "found no object"),
            (2, '{"addition": {"id": "1", "recorded_at": "", "by": "", "why": ""}}', "id is '1'"),
            (5, '{"statement": {"id": "x", "addition": 1, "says": {}}}', "statement that cannot"),
            (5, '{"bookmark": {}}', "found 'bookmark'"),
            (10, '{"decision": {', "found what is not JSON, or cut short"),
            (11, '{"decision": {"id": "x"}}', "found a decision that cannot be read"),
            (12, '{"end": {"addition": 3}}', "found an end that counts {'addition': 3} after"),
            (12, "{}", "found no object"),
        ],
    )
    def test_a_line_that_was_changed(
        self, tmp_path: Path, number: int, line: str, told: str
    ) -> None:
        fill(str(tmp_path / "a.store"))
        with Store.open(tmp_path / "a.store") as store:
            export(store, tmp_path / "kept")
        lines = (tmp_path / "kept").read_text("utf-8").splitlines()
        lines[number - 1] = line
        (tmp_path / "kept").write_text("\n".join(lines) + "\n", "utf-8")
        self.refused(tmp_path / "kept", f"line {number}: ", told, "export` writes it was expected")

    def test_words_that_were_changed(self, tmp_path: Path) -> None:
        fill(str(tmp_path / "a.store"))
        with Store.open(tmp_path / "a.store") as store:
            export(store, tmp_path / "kept")
        content = (tmp_path / "kept").read_text("utf-8")
        (tmp_path / "kept").write_text(content.replace("2025-06-27", "2025-06-28"), "utf-8")
        self.refused(tmp_path / "kept", "is not the id of what it says")
        (tmp_path / "kept").write_text(content + "\n", "utf-8")
        self.refused(tmp_path / "kept", "found more after the end")


class TestPlaces:
    def test_a_store_in_use_is_not_written_over(self, kept: Path, other: str) -> None:
        with Store.open(other, create=True) as store:
            store.add([said(Act.ACCESSION, "2026")], by="A. Clerk")
        before = rows(other)
        with pytest.raises(StoreError, match="holds 1 statements and 0 decisions; a new or an"):
            restore(kept, other)
        assert rows(other) == before

    def test_a_store_that_holds_nothing_is_filled(self, kept: Path, other: str) -> None:
        Store.open(other, create=True).close()
        assert restore(kept, other) == Kept(3, 2)

    def test_a_file_that_is_there_is_not_written_over(self, tmp_path: Path, keep: Keep) -> None:
        (tmp_path / "kept").write_text("mine")
        with Store.open(tmp_path / "a.store", create=True) as store:
            with pytest.raises(StoreError, match="kept is there already; a new file was expected"):
                keep(store, tmp_path / "kept")
            with pytest.raises(StoreError, match=r"no/kept cannot be written \(No such file"):
                keep(store, tmp_path / "no" / "kept")
        assert (tmp_path / "kept").read_text() == "mine"

    def test_bad_input_leaves_a_database_as_it_was(self, tmp_path: Path, address: str) -> None:
        (tmp_path / "kept").write_text('{"format": "inforce-store", "schema": 2}\n')
        with pytest.raises(StoreError, match="is cut short after line 1; a last line with the"):
            restore(tmp_path / "kept", address)
        assert not has_store(address)

    def test_a_backup_of_an_earlier_schema(self, tmp_path: Path, other: str) -> None:
        make_first(str(tmp_path / "kept"), [LISTED], bodies={})
        before = (tmp_path / "kept").read_bytes()
        assert restore(tmp_path / "kept", other) == Kept(1, 0)
        with Store.open(other) as store:
            assert [each.statement for each in store.last_acts("apmbc")] == [LISTED]
        assert (tmp_path / "kept").read_bytes() == before
