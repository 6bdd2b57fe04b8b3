"""Scenarios as TOML: what is read, and every fault in one go."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.forecasts import (
    Scenario,
    ScenarioError,
    SupposedAct,
    SupposedFact,
    TakenAway,
    compose,
    parse_scenario,
    read_scenario,
)
from inforce.terms import Act

WHOLE = """
name = "The north leaves"
on = 2027-12-31
groups = ["NATO", "EU"]

[[act]]
participant = "Norway"
treaty = "Ottawa Convention"
act = "withdrawal"
date = 2027-01-15

[[act]]
participant = "NOR"
treaty = "apmbc"
act = "revocation"
date = "2027-02-01"

[[fact]]
participant = "NOR"
fact = "armed_conflict"
holds = false
since = 2027-01-15
until = 2027-12-31

[[without]]
participant = "Estonia"
treaty = "apmbc"
act = "withdrawal"
"""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_a_scenario_is_read_with_names_and_days_in_either_form(catalogue: Catalogue) -> None:
    assert parse_scenario(WHOLE, catalogue) == Scenario(
        "The north leaves",
        frozenset(
            {
                SupposedAct("apmbc", "NOR", Act.WITHDRAWAL, day("2027-01-15")),
                SupposedAct("apmbc", "NOR", Act.REVOCATION, day("2027-02-01"), Act.WITHDRAWAL),
            }
        ),
        frozenset(
            {SupposedFact("NOR", "armed_conflict", False, day("2027-01-15"), day("2027-12-31"))}
        ),
        frozenset({TakenAway("apmbc", "EST", Act.WITHDRAWAL)}),
        day("2027-12-31"),
        ("NATO", "EU"),
    )


def test_every_fault_of_a_file_is_told_at_once(catalogue: Catalogue) -> None:
    text = """
    when = 2027-01-01
    groups = ["NARNIA"]
    [[act]]
    participant = "Norweg"
    treaty = "apmbc"
    act = "leaving"
    date = 2027
    [[act]]
    participant = "NOR"
    treaty = "apmbc"
    [[act]]
    participant = "NOR"
    treaty = "apmbc"
    act = "declaration"
    date = 2027-01-01
    [[fact]]
    participant = "NOR"
    fact = "bad_weather"
    holds = true
    since = 2027-01-01
    """
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(text, catalogue, name="leave.toml")
    said = str(caught.value)
    assert all(line.startswith("leave.toml: ") for line in said.splitlines())
    for part in (
        "found the key 'when', expected one of act, fact, groups, name, on, without",
        "NARNIA",
        "[[act]] 1: no participant of the catalogue is called 'Norweg'",
        "[[act]] 1: found the act 'leaving', expected one of accept",
        "[[act]] 1: found 2027 as a day, expected one day such as 2027-03-01",
        "[[act]] 2 lacks act, date",
        "[[act]] 3: found the act 'declaration', expected one of accept",
        "[[fact]] 1: found the fact 'bad_weather', expected one of armed_conflict",
    ):
        assert part in said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("act = 1", "found 'act' in another form, expected tables headed [[act]]"),
        ("[[act", "is no TOML: "),
        (
            WHOLE.replace("2027-02-01", "2027-01-15"),
            "cannot both be supposed: they are of one day",
        ),
        (WHOLE.replace("until = 2027-12-31", "until = 2026-01-01"), "before it begins"),
        (WHOLE.replace("holds = false", 'holds = "no"'), "holds = 'no', expected true or false"),
        (
            WHOLE.replace('treaty = "Ottawa Convention"', 'treaty = "apmbc"\nabout = "accession"'),
            "found 'about' beside 'withdrawal', expected it of a revocation",
        ),
        (WHOLE.replace("date = 2027-01-15", 'date = "2027-02-30"'), "2027-02-30"),
    ],
    ids=lambda value: value[:24].strip() if isinstance(value, str) else "",
)
def test_what_is_wrong_is_named(catalogue: Catalogue, text: str, told: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(text, catalogue)
    assert told in str(caught.value)


def test_a_file_that_is_missing_or_no_text(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"none\.toml: cannot be read \(No such file"):
        read_scenario(tmp_path / "none.toml", catalogue)
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScenarioError, match="it is not UTF-8 text"):
        read_scenario(tmp_path / "bytes.toml", catalogue)


def test_scenarios_compose_unless_they_exclude_each_other(catalogue: Catalogue) -> None:
    peace = SupposedFact("UKR", "armed_conflict", False, day("2027-01-01"))
    war = SupposedFact("UKR", "armed_conflict", True, day("2027-06-01"), day("2027-07-01"))
    one = Scenario("peace", facts=frozenset({peace}), on=day("2027-12-31"))
    other = Scenario("war", facts=frozenset({war}), on=day("2028-12-31"))
    with pytest.raises(ScenarioError) as caught:
        compose([one, other])
    assert caught.value.problems == (
        "found the days 2027-12-31, 2028-12-31 to compare on, expected one",
        "armed conflict of UKR from 2027-06-01 until 2027-07-01 and "
        "no armed conflict of UKR from 2027-01-01 exclude each other",
    )
    leaving = parse_scenario(WHOLE, catalogue)
    assert compose([leaving, one]).facts == leaving.facts | one.facts
