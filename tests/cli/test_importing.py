"""inforce import and inforce refresh."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run

EXAMPLES = Path(__file__).resolve().parents[1] / "official" / "examples"


@pytest.fixture(autouse=True)
def _no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INFORCE_STORE", raising=False)


def test_a_dry_run_prints_one_object_a_file(run: Run) -> None:
    files = (EXAMPLES / "convention.en.xml", EXAMPLES / "without_table.en.xml")
    ran = run("import", "mtdsg", *files, "--dry-run", "--json")
    first, second = ran.objects
    assert ran.code == 0
    assert (first["treaty"], first["number"]) == ("mtdsg-xxx-4", "MTDSG XXX-4")
    assert (first["parties"], first["printed_parties"], first["signatories"]) == (8, 8, 3)
    assert {act["participant"] for act in first["acts"]} >= {"BOL", "CAN", None}
    assert [former["participant"] for former in first["former"]] == ["CAN", "JAM"]
    assert "C.N.462.1997.TREATIES-6" in [sent["number"] for sent in first["notifications"]]
    told = [*first["acts"], *first["beside"]]
    assert len(first["plan"]["new"]) == len([act for act in told if act["id"]])
    assert {act["act"] for act in first["beside"]} >= {"reservation", "objection"}
    assert (second["has_list"], second["parties"], second["printed_parties"]) == (False, None, 8)
    assert second["words"] == ["the file has no list of participants; 8 parties are printed"]


def test_the_same_in_words(run: Run) -> None:
    ran = run("import", "status-page", EXAMPLES / "status_page.html", "--dry-run")
    assert "3 parties by the table, as printed" in ran.flat
    assert "left: Estonia: notice 2029-06-27, out from 2029-12-27 (end note 1)" in ran.flat
    assert "20 new, 0 there already" in ran.flat


def test_an_import_and_the_same_again(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "my.db"
    words = (
        "import",
        "csv",
        EXAMPLES / "rows.csv",
        "--store",
        store,
        "--by",
        "A.",
        "--why",
        "read",
    )
    assert "2 added, 0 there already" in run(*words).flat
    assert "0 added" in run(*words).flat
    listed = run("record", "list", "--store", store)
    assert "added" in listed.out
    assert "by B. Reader: read" in listed.out


def test_what_an_import_would_change_in_a_store_is_shown(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "my.db"
    dry = ("import", "csv", EXAMPLES / "rows.csv", "--store", store, "--by", "A.", "--dry-run")
    assert "1 new, 0 there already" in run(*dry).flat
    assert not store.exists()
    run(*dry[:-1], "--why", "read")
    ran = run(*dry)
    assert "0 new, 1 there already" in ran.flat
    assert "told differently: CHL" not in ran.flat


def test_two_dates_are_shown_with_the_reason(run: Run) -> None:
    ran = run("import", "csv", EXAMPLES / "rows.csv", "--by", "A.", "--dry-run")
    assert "told differently: CHL" in ran.flat
    assert "unsg (depositary) has the highest authority" in ran.flat


def test_bad_rows_are_all_reported_and_nothing_is_imported(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "my.db"
    words = (
        "import",
        "csv",
        EXAMPLES / "bad_rows.csv",
        "--store",
        store,
        "--by",
        "A.",
        "--why",
        "x",
    )
    ran = run(*words)
    assert ran.code == 2
    assert "line 3: participant: no participant of the catalogue is called 'Atlantis'" in ran.err
    assert "line 4: date: 2026-02-30 is not a day" in ran.err
    assert "nothing was imported" in ran.err
    assert not store.exists()
    assert "1 added" in run(*words, "--leave-out-bad").flat


def test_one_file_that_cannot_be_read_stops_them_all(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "my.db"
    files = (EXAMPLES / "convention.en.xml", EXAMPLES / "maintenance.txt")
    ran = run("import", "mtdsg", *files, "--store", store, "--by", "A.", "--why", "x", "--json")
    assert ran.code == 2
    assert not store.exists()
    problem = next(each for each in ran.objects if "error" in each)
    assert "the service is unavailable" in problem["error"]


def test_a_changed_layout_is_named_in_the_object(run: Run, tmp_path: Path) -> None:
    changed = tmp_path / "changed.xml"
    raw = (EXAMPLES / "convention.en.xml").read_bytes()
    changed.write_bytes(raw.replace(b"Tbody>", b"Body>"))
    ran = run("import", "mtdsg", changed, "--dry-run", "--json")
    (problem,) = ran.objects
    assert ran.code == 2
    assert problem["missed"] == [
        "missed the element Tbody in Participants/Table/TGroup, found Thead, Body"
    ]


def test_a_file_that_is_not_there(run: Run, tmp_path: Path) -> None:
    ran = run("import", "mtdsg", tmp_path / "none.xml", "--dry-run")
    assert ran.code == 2
    assert "cannot be read (No such file or directory), expected a file" in ran.err


def test_an_import_needs_a_store_and_a_ground(run: Run) -> None:
    ran = run("import", "csv", EXAMPLES / "rows.csv", "--by", "A.")
    assert ran.code == 2
    assert "--store and --why are needed, or --dry-run to add nothing" in ran.err


def test_a_register_file_can_be_told_its_treaty_and_day(run: Run) -> None:
    words = ("import", "unoda", EXAMPLES / "unoda.csv", "--treaty", "NPT", "--as-at", "2026-10-01")
    (found,) = run(*words, "--dry-run", "--json").objects
    assert (found["treaty"], found["as_at"]) == ("npt", "2026-10-01")


def test_refresh_without_an_address(run: Run, tmp_path: Path) -> None:
    (tmp_path / "addresses.yaml").write_text(
        "registers:\n  - id: untc\n    name: none\n    source: unsg\n"
        "    addresses: [{format: mtdsg, address: 'http://127.0.0.1:9/{number}'}]\n",
        encoding="utf-8",
    )
    ran = run("refresh", "ccm", "--catalogue", tmp_path)
    assert ran.code == 2
    assert "the catalogue holds no official address of it" in ran.err
