"""An import shows what it would change, changes it whole or not, and overwrites nothing."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.official import Imported, OfficialError
from inforce.official.formats import Given, read_file
from inforce.official.plan import apply, plan_import
from inforce.record.build import record_of
from inforce.record.faults import StoreError
from inforce.record.store import Store


@pytest.fixture
def told(examples: Path, catalogue: Catalogue) -> Imported:
    (found,) = read_file(examples / "status_page.html", "status-page", catalogue=catalogue)
    return found


def test_nothing_is_added_before_it_is_applied(
    told: Imported, catalogue: Catalogue, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "my.db", create=True) as store:
        plan = plan_import(store, catalogue, told)
        assert len(plan.new) == len(told.statements)
        assert plan.already == ()
        assert list(store.statements()) == []


def test_the_same_import_again_adds_nothing(
    told: Imported, catalogue: Catalogue, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "my.db", create=True) as store:
        added = apply(store, [plan_import(store, catalogue, told)], by="A.", why="read")
        assert len(added.new) == len(told.statements)
        again = plan_import(store, catalogue, told)
        assert (again.new, len(again.already)) == ((), len(told.statements))
        assert apply(store, [again], by="A.", why="read").new == ()
        held = list(store.statements())
    assert {(each.by, each.why, each.statement.evidence.source) for each in held} == {
        ("A.", "read", "unsg")
    }


def test_a_later_edition_adds_only_what_is_new(
    examples: Path, told: Imported, catalogue: Catalogue, tmp_path: Path
) -> None:
    page = (examples / "status_page.html").read_text(encoding="utf-8")
    later = page.replace("02-04-2030", "02-05-2030").replace("Parties : 3", "Parties : 4")
    later = later.replace(
        '<tr class="trBWhite"><td>Guyana',
        "<tr><td>France<br></td><td>&nbsp;</td><td>1 May 2030 a<br></td></tr>"
        '<tr class="trBWhite"><td>Guyana',
    )
    path = tmp_path / "later.html"
    path.write_text(later, encoding="utf-8")
    (edition,) = read_file(path, "status-page", catalogue=catalogue)
    with Store.open(tmp_path / "my.db", create=True) as store:
        apply(store, [plan_import(store, catalogue, told)], by="A.", why="read")
        new = plan_import(store, catalogue, edition).new
    assert [(s.claim.participant, s.claim.kind.value) for s in new] == [
        ("FRA", "act"),
        ("POL", "act"),  # said again on another day: the exit is still to come
        (None, "completeness"),
        (None, "completeness"),  # of the notes on territories
    ]


def test_two_depositaries_stand_side_by_side(
    examples: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    (told,) = read_file(examples / "unoda.json", "unoda", catalogue=catalogue)
    with Store.open(tmp_path / "my.db", create=True) as store:
        plan = plan_import(store, catalogue, told)
        (conflict,) = [act for act in plan.conflicts if act.participant == "FIN"]
        assert {s.evidence.source for s in (conflict.followed, *conflict.rivals)} == {
            "depositary-london",
            "depositary-washington",
        }
        assert conflict.why
        apply(store, [plan], by="A.", why="read")
        record = record_of(catalogue, "npt", store=store)
    (kept,) = [act for act in record.of("FIN") if act.act == "ratification"]
    assert (kept.date, kept.followed.id) == (conflict.date, conflict.followed.id)
    assert [str(s.claim.date) for s in kept.rivals] == ["1969-02-06"]


def test_what_the_catalogue_has_from_the_same_source_is_there_already(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        "treaty,participant,act,date,asserted,source,source_kind,reference,verified,note,by\n"
        "apmbc,AFG,accession,2002-09-11,,unsg,,another copy,yes,,\n"
        "apmbc,AFG,accession,2002-09-12,,unsg,,another copy,yes,,\n",
        encoding="utf-8",
    )
    (told,) = read_file(path, "csv", catalogue=catalogue, given=Given(by="A."))
    plan = plan_import(None, catalogue, told)
    assert [str(s.claim.date) for s in plan.already] == ["2002-09-11"]
    assert [str(s.claim.date) for s in plan.new] == ["2002-09-12"]
    assert [str(act.date) for act in plan.conflicts] == ["2002-09-11"]


def test_several_files_are_one_transaction(
    examples: Path, told: Imported, catalogue: Catalogue, tmp_path: Path
) -> None:
    rows = read_file(examples / "rows.csv", "csv", catalogue=catalogue, given=Given(by="A."))
    clash = tmp_path / "clash.db"
    with Store.open(clash, create=True) as store:
        plans = [plan_import(store, catalogue, each) for each in (told, *rows)]
        # Meanwhile somebody else calls the source of the last row another kind.
        (elsewhere,) = read_file(
            _rows_of_a_dataset(tmp_path), "csv", catalogue=catalogue, given=Given(by="B.")
        )
        apply(store, [plan_import(store, catalogue, elsewhere)], by="B.", why="read")
        before = len(list(store.statements()))
        with pytest.raises(StoreError, match="the same kind was expected"):
            apply(store, plans, by="A.", why="read")
        assert len(list(store.statements())) == before


def _rows_of_a_dataset(folder: Path) -> Path:
    path = folder / "elsewhere.csv"
    path.write_text(
        "treaty,participant,act,date,asserted,source,source_kind,reference,verified,note,by\n"
        "ccm,Peru,ratification,2012-09-26,,harbour gazette,dataset,page 4,yes,,\n",
        encoding="utf-8",
    )
    return path


def test_an_import_names_who_and_why(told: Imported, catalogue: Catalogue, tmp_path: Path) -> None:
    with Store.open(tmp_path / "my.db", create=True) as store:
        plan = plan_import(store, catalogue, told)
        with pytest.raises(OfficialError, match="found no ground"):
            apply(store, [plan], by="A.", why=" ")
        with pytest.raises(OfficialError, match="found nobody who imports"):
            apply(store, [plan], by="", why="read")
        assert list(store.statements()) == []


def _import_once(place: str, example: str) -> None:
    catalogue = load("")
    (told,) = read_file(example, "status-page", catalogue=catalogue)
    with Store.open(place, create=True, timeout=60) as store:
        apply(store, [plan_import(store, catalogue, told)], by="A.", why="read")


def test_two_imports_at_once_are_safe(examples: Path, told: Imported, tmp_path: Path) -> None:
    place = str(tmp_path / "my.db")
    with Store.open(place, create=True):
        pass
    method = multiprocessing.get_context("spawn")
    example = str(examples / "status_page.html")
    runs = [method.Process(target=_import_once, args=(place, example)) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join(60)
    assert [run.exitcode for run in runs] == [0, 0]
    with Store.open(place) as store:
        held = {each.statement.id for each in store.statements()}
    assert held == {statement.id for statement in told.statements}


def test_a_record_of_the_store_follows_the_import(
    catalogue: Catalogue, tmp_path: Path, examples: Path
) -> None:
    """An import of rows about a treaty of the catalogue shows in its record at once."""
    (told, _) = read_file(examples / "rows.csv", "csv", catalogue=catalogue, given=Given(by="A."))
    with Store.open(tmp_path / "my.db", create=True) as store:
        apply(store, [plan_import(store, catalogue, told)], by="A.", why="read")
        record = record_of(catalogue, "apmbc", store=store)
    dates = [act.date for act in record.of("LBN") if act.act == "accession"]
    assert PartialDate.parse("2026-03-02") in dates
