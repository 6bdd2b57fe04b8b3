"""inforce forecasts, called as a user calls it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Run

REPORT = (
    "Lithuania's parliament voted on 8 May 2025 to leave the Ottawa Convention.\n\n"
    "Short term (0-3 months)\n\n"
    "Lithuania will likely face criticism at the United Nations.\n\n"
    "Medium term (3-12 months)\n\n"
    "Lithuania is highly likely to begin deploying mines along its border.\n"
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "assessment.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_each_forecast_has_its_range_window_and_outcome(
    run: Run, report: Path, tmp_path: Path
) -> None:
    page, picture = tmp_path / "page.html", tmp_path / "picture.svg"
    asked = ("--published", "2025-05-19", "--on", "2026-03-01")
    found = run("forecasts", report, *asked, "--html", page, "--svg", picture, "--json")
    assert found.code == 0
    *rows, last = found.objects
    by_words = {row["likelihood"]["words"]: row for row in rows}
    barred = by_words["highly likely"]
    assert barred["likelihood"]["range"] == [0.8, 0.9]
    assert barred["window"] == "2025-08-19/2026-05-19"
    assert (barred["outcome"], barred["barred"]) == ("open", ["2025-08-19/2025-12-26"])
    assert last["scored"] == 0
    assert sum(last["outcomes"].values()) == len(rows)
    assert "Forecasts" in page.read_text(encoding="utf-8")
    assert picture.read_text(encoding="utf-8").startswith("<svg")


def test_another_scale_gives_another_range_and_an_unknown_one_is_refused(
    run: Run, report: Path
) -> None:
    rows = run("forecasts", report, "--on", "2026-03-01", "--scale", "icd203", "--json").objects
    ranges = [row["likelihood"]["range"] for row in rows[:-1]]
    assert [0.8, 0.9] not in ranges
    refused = run("forecasts", report, "--scale", "delphi")
    assert refused.code == 2
    assert "expected one of phia, icd203, ipcc, kent" in refused.err


def test_a_missing_file_is_named_and_the_others_are_read(run: Run, report: Path) -> None:
    found = run("forecasts", report.with_name("none.txt"), report, "--on", "2026-03-01")
    assert found.code == 2
    assert "none.txt" in found.err
    assert "highly likely" in found.flat
