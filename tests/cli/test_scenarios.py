"""whatif, needs and exposure, called as a user calls them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.conftest import Run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "scenarios" / "north-leaves.toml"


def test_before_and_after_stand_side_by_side(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    found = run("whatif", EXAMPLE, "--html", page)
    assert found.code == 0
    assert "The withdrawal of NOR under apmbc on 2027-01-15" in found.flat
    assert "Norway party former party; its exit took effect on 2027-07-15" in found.flat
    text = page.read_text(encoding="utf-8")
    assert "What if: Norway leaves" in text
    assert "its exit took effect on 2027-07-15" in text
    assert "<script" not in text


def test_the_object_holds_both_sides(run: Run) -> None:
    (found,) = run("whatif", EXAMPLE, "--json").objects
    (effect,) = found["treaties"]
    assert effect["lost"] == ["NOR"]
    assert effect["after"]["in_force"] == effect["before"]["in_force"] - 1
    assert [group["group"] for group in effect["groups"]] == ["EU", "NATO"]


def test_a_day_given_goes_before_the_scenarios_own(run: Run) -> None:
    (found,) = run("whatif", EXAMPLE, "--on", "2027-07-14", "--json").objects
    assert found["on"] == "2027-07-14"
    assert found["treaties"][0]["lost"] == []


def test_a_scenario_with_faults_is_refused_in_a_sentence_for_each(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('[[act]]\nparticipant = "Atlantis"\n', encoding="utf-8")
    found = run("whatif", bad)
    assert (found.code, found.out) == (2, "")
    assert "bad.toml: [[act]] 1 lacks act, date, treaty" in found.err
    missing = run("whatif", tmp_path / "none.toml")
    assert missing.code == 2
    assert "none.toml: cannot be read (No such file or directory)" in missing.err


def test_what_a_treaty_lacks(run: Run) -> None:
    text = run("needs", "ctbt", "--on", "2026-01-01").flat
    assert "Still needed: 9 instruments." in text
    assert "If they all came on 2026-01-01: in force from 2026-06-30." in text
    (found,) = run("needs", "apmbc", "--json").objects
    assert (found["in_force"], found["day"]) == ("yes", "1999-03-01")


def test_what_still_binds(run: Run) -> None:
    text = run("exposure", "apmbc", "Lithuania", "--on", "2026-02-01").flat
    assert "Lithuania without the Ottawa Convention (apmbc): landmines" in text
    assert "CCW Amended Protocol II, 5 party" in text
    found = run("exposure", "apmbc", "--group", "BALTIC", "--json").objects
    assert [one["participant"] for one in found] == ["EST", "LTU", "LVA"]
    assert "no other treaty" in run("exposure", "vclt", "Lithuania").flat
    assert run("exposure", "apmbc").code == 2
