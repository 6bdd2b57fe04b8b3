"""``inforce read``: explanations, and other readers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Run

TEXT = "Lithuania will leave the Ottawa Convention on 27 December 2025."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_explanation_stands_below_each_statement(run: Run, report: Path) -> None:
    found = run("read", report, "--explain")
    assert found.code == 0
    assert "participant “Lithuania” names LTU" in found.flat
    assert "modality “will” planned" in found.flat
    assert "word by word" not in run("read", report).out


def test_an_explanation_is_a_part_of_the_object(run: Run, report: Path) -> None:
    told = run("read", report, "--explain", "--json").objects[0]
    reasons = {one["part"]: one for one in told["explanation"] if one["part"] != "word"}
    date = reasons["date"]
    assert TEXT[date["start"] : date["end"]] == date["words"] == "27 December 2025"
    assert "explanation" not in run("read", report, "--json").objects[0]
