"""A store named on the command line, in a file and in a real PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run
from inforce.record.opening import has_store

EXAMPLES = Path(__file__).parents[1] / "official" / "examples"
WHO = ("--by", "A. Analyst", "--why", "the ministry's page")
ACCESSION = ("Lebanon", "apmbc", "--act", "accession", "--date", "2026-10-01")
SOURCE = ("--source", "mfa-lbn", "--source-kind", "government")


@pytest.mark.parametrize("option", ["--store", "--db"])
def test_an_act_added_by_hand_counts(run: Run, place: str, option: str) -> None:
    added = run("record", "add", *ACCESSION, *SOURCE, *WHO, option, place)
    assert (added.code, added.out[:5]) == (0, "added")
    asked = run("status", "Lebanon", "apmbc", "--on", "2026-11-01", option, place)
    assert "2026-10-01" in asked.out
    listed = run("record", "list", option, place)
    assert "the ministry's page" in listed.flat


def test_the_environment_names_the_store(
    run: Run, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INFORCE_STORE", place)
    run("record", "add", *ACCESSION, *SOURCE, *WHO)
    assert "2026-10-01" in run("timeline", "Lebanon", "apmbc").out


def test_a_dry_run_makes_no_store(run: Run, place: str) -> None:
    table = EXAMPLES / "rows.csv"
    words = ("import", "csv", table, "--by", "A.", "--dry-run", "--store", place)
    assert run(*words).code == 0
    assert not has_store(place)


@pytest.mark.parametrize(("verb", "told"), [("backup", "backed up"), ("export", "exported")])
def test_a_store_is_kept_and_restored(
    run: Run, place: str, tmp_path: Path, verb: str, told: str
) -> None:
    run("record", "add", *ACCESSION, *SOURCE, *WHO, "--db", place)
    kept = run("record", verb, tmp_path / "kept", "--db", place)
    assert (kept.code, kept.out) == (0, f"{told} 1 statement, 0 decisions\n")
    again = run("record", "restore", tmp_path / "kept", "--db", tmp_path / "again.db")
    assert again.out == "restored 1 statement, 0 decisions\n"
    listed = [run("record", "list", "--db", each).out for each in (place, tmp_path / "again.db")]
    assert listed[0] == listed[1] != ""
    refused = run("record", "restore", tmp_path / "kept", "--db", place)
    assert (refused.code, "a new or an empty store" in refused.err) == (2, True)
