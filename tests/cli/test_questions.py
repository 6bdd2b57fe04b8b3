"""The verbs that ask: what they print for the days that were published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Run


def test_as_of_a_day_and_as_known_before_the_notice_no_exit_is_known(run: Run) -> None:
    found = run("status", "LTU", "apmbc", "--on", "2025-12-20", "--known-on", "2025-06-26")
    assert found.code == 0
    assert "as known on 2025-06-26: party." in found.flat
    assert "notice of withdrawal" not in found.flat.lower()


def test_as_known_after_the_notification_the_exit_is_expected_under_its_condition(run: Run) -> None:
    found = run("status", "LTU", "apmbc", "--on", "2025-12-20", "--known-on", "2025-07-04")
    assert "an exit is running, expected to take effect on 2025-12-27" in found.flat
    assert "unless Lithuania is then in an armed conflict (article 20(3))" in found.flat
    assert "received by the depositary on 2025-06-27" in found.flat
    assert "2025-07-03" in found.flat


def test_a_settled_exit_ends_in_the_depositarys_act(run: Run) -> None:
    (found,) = run("status", "Lithuania", "Ottawa Convention", "--on", "2026", "--json").objects
    assert (found["status"], found["party"]) == ("former_party", "no")
    assert any((step["source"] or "").startswith("unsg, C.N.") for step in found["trace"])


def test_polands_exit_is_counted_both_ways_while_its_condition_is_open(run: Run) -> None:
    asked = ("parties", "apmbc", "--on", "2026-02-20", "--json")
    (open_then,) = run(*asked, "--known-on", "2026-02-03").objects
    assert (open_then["in_force_range"], open_then["in_force"]) == ([161, 162], 161) or (
        open_then["in_force_range"] == {"low": 161, "high": 162}
    )
    assert [one["participant"] for one in open_then["expected_exits"]] == ["POL"]
    (settled,) = run(*asked).objects
    assert (settled["in_force"], settled["deposited"]) == (161, 161)


@pytest.mark.parametrize(
    ("group", "day", "count"),
    [
        # European Union, NATO and Council of Europe members bound by the Ottawa Convention:
        # 27 until the exits of 27 December 2025, 24 after them, 22 after Finland and Poland.
        ("EU", "2025-12-26", 27),
        ("EU", "2025-12-27", 24),
        ("EU", "2026-02-20", 22),
        ("NATO", "2025-05-08", 31),
        ("COE", "2025-12-27", 40),
    ],
)
def test_members_of_a_group_are_those_of_the_day(
    run: Run, group: str, day: str, count: int
) -> None:
    (found,) = run("parties", "apmbc", "--on", day, "--group", group, "--json").objects
    assert found["in_force"] == count


def test_a_contested_act_comes_with_every_position(run: Run) -> None:
    found = run("status", "UKR", "apmbc", "--on", "2026-01-01")
    assert "22nd Meeting of the States Parties" in found.flat
    assert "party" in found.flat.split("\n")[0]
    assert "the 22nd Meeting of the States Parties did not accept that it has effect" in found.flat
    assert "VCLT article 57" in found.flat


def test_rules_come_with_article_and_last_check(run: Run) -> None:
    (found,) = run("treaty", "ccm", "--json").objects
    exits = [rule for rule in found["rules"] if rule["topic"] == "exit"]
    assert [rule["article"] for rule in exits] == ["20(3)"]
    assert exits[0]["checked"] >= "2026-11-22"


def test_a_history_shows_notice_and_effect_as_two_dates(run: Run) -> None:
    found = run("timeline", "LTU", "ccm")
    assert "2024-09-06 to 2025-03-05" in found.flat
    assert "from 2025-03-06 on" in found.flat


def test_an_answer_names_its_catalogue_and_how_far_the_record_goes(run: Run) -> None:
    found = run("status", "NOR", "apmbc")
    assert "The record is complete until 2026-02-03" in found.flat
    assert "Catalogue " in found.flat


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("status", "Lithunia", "apmbc"), "the nearest are Lithuania"),
        (("status", "LTU", "ottowa"), "the nearest are"),
        (("parties", "apmbc", "--group", "EEU"), "EEU"),
        (("status", "LTU", "apmbc", "--on", "2025-02-30"), "February 2025 has 28 days"),
        (("timeline", "Narnia", "apmbc"), "Narnia"),
    ],
)
def test_a_wrong_name_or_day_gets_one_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    found = run(*words)
    assert found.code == 2
    assert told in found.err
    assert "Traceback" not in found.err
