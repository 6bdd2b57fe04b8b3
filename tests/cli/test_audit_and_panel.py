"""inforce audit and inforce panel, as a user calls them."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from cli.conftest import Run

_HEAD = "treaty,participant,consent,force,treaty_force\n"


def _table(folder: Path, *more: str, head: str = _HEAD) -> Path:
    days = [date(2000, 1, 14) + timedelta(days=101 * n) for n in range(12)]
    told = [
        f"t,P{n:02},{day},{day + timedelta(days=90)},1999-03-01\n" for n, day in enumerate(days)
    ]
    path = folder / "table.csv"
    path.write_text(head + "".join([*told, *more]), encoding="utf-8")
    return path


def test_the_rule_is_found_and_the_fault_named(run: Run, tmp_path: Path) -> None:
    found = run("audit", _table(tmp_path, "t,ODD,2003-03-07,2003-05-06,1999-03-01\n"))
    assert found.code == 0
    assert "12 of 13: 90 days after it" in found.flat
    assert "line 14, ODD: day and month swapped" in found.flat


def test_csv_and_page_are_written(run: Run, tmp_path: Path) -> None:
    table = _table(tmp_path)
    out, page = tmp_path / "out" / "rows.csv", tmp_path / "out" / "page.html"
    found = run("audit", table, "--csv", out, "--html", page, "--json")
    assert found.code == 0
    assert found.objects[0]["later"]["to_the_day_percent"] == 100
    assert found.err.count("Written: ") == 2
    with out.open(encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == 12
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_place_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    found = run("audit", _table(tmp_path), "--csv", tmp_path)
    assert found.code == 2
    assert "cannot be written" in found.err


def test_by_the_rules_of_a_treaty_of_the_catalogue(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ottawa.csv"
    path.write_text(
        "treaty,participant,consent,force\n"
        "Mine Ban,LTU,2003-05-12,2003-11-01\nMine Ban,FIN,2012-01-09,2012-07-01\n",
        encoding="utf-8",
    )
    found = run("audit", path, "--treaty", "apmbc", "--json")
    assert found.code == 0
    assert [one["off"] for one in found.objects if one["object"] == "row"] == [0, 0]
    assert found.objects[0]["later"]["to_the_day_percent"] == 100
    told = run("audit", path, "--treaty", "apmbc").flat
    assert "1 treaty, by the rule given" in told
    assert "2 of 2: on the first day of the month that comes six months after its month" in told


def test_only_rows_without_a_flag(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "flagged.csv"
    table.write_text(
        "treaty,participant,consent,force,flags\nt,A,2000-01-01,2000-02-01,\n"
        "t,B,2000-01-01,2000-02-01,odd\n",
        encoding="utf-8",
    )
    every, some = run("audit", table, "--json"), run("audit", table, "--json", "--unflagged")
    assert (len(every.objects), len(some.objects)) == (4, 3)


def test_columns_named_by_the_user(run: Run, tmp_path: Path) -> None:
    head = "t,iso,ratified,bound,own\n"
    pairs = "treaty=t,participant=iso,consent=ratified,force=bound"
    found = run(
        "audit", _table(tmp_path, head=head), "--columns", pairs, "--columns", "treaty_force=own"
    )
    assert found.code == 0
    assert "12 of 12: 90 days after it" in found.flat
    assert run("audit", _table(tmp_path), "--columns", "consent").code == 2


def test_a_changed_header_is_one_message(run: Run, tmp_path: Path) -> None:
    found = run("audit", _table(tmp_path, head="treaty,who,ratified,bound,own\n"))
    assert found.code == 2
    assert found.out == ""
    assert "found no column participant or state or country for participant" in found.err
    assert "for consent" in found.err
    assert "for force" in found.err


def test_bad_rows_together_and_left_out_when_told(run: Run, tmp_path: Path) -> None:
    table = _table(tmp_path, "t,X,soon,2003-05-06,\n", "t,Y,2003-03-07,06/05/2003,\n")
    found = run("audit", table)
    assert found.code == 2
    assert "line 14" in found.err
    assert "line 15" in found.err
    told = run("audit", table, "--leave-out-bad")
    assert told.code == 0
    assert "12 of 12" in told.flat
    assert "line 14" in told.err


def test_a_treaty_that_nobody_knows(run: Run, tmp_path: Path) -> None:
    found = run("audit", _table(tmp_path), "--treaty", "zzz")
    assert found.code == 2
    assert "zzz" in found.err


@pytest.mark.parametrize("unit", ["day", "month", "year"])
def test_a_panel_is_written(run: Run, tmp_path: Path, unit: str) -> None:
    out = tmp_path / "panel.csv"
    words = ["--from", "2025-11", "--to", "2025-12", "--treaty", "apmbc", "--participant", "LTU"]
    found = run("panel", "--unit", unit, *words, "--out", out)
    assert found.code == 0
    with out.open(encoding="utf-8") as file:
        told = list(csv.DictReader(file))
    assert len(told) == {"day": 61, "month": 2, "year": 1}[unit]
    assert told[-1]["date"] == "2025-12-31"
    assert told[-1]["status"] == "former_party"
    assert told[-1]["source"]


def test_what_a_panel_cannot_be(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "panel.txt"
    assert "expected .parquet or .csv" in run("panel", "--out", out).err
    assert run("panel", "--out", tmp_path / "p.csv", "--treaty", "zzz").code == 2
    assert run("panel", "--out", tmp_path / "p.csv", "--from", "2025-02-30").code == 2
    backwards = run("panel", "--out", tmp_path / "p.csv", "--from", "2026", "--to", "2025")
    assert "expected days in that order" in backwards.err
