"""Numbers of parties published on a day, reproduced from the record or told state by state."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from inforce.catalogue import load
from inforce.dates import PartialDate
from inforce.law import parties
from inforce.record.build import record_of

DIFFERS = {
    # treaty: (published, by the record, words of the treaty's file that name the difference)
    "bbnj": (60, 61, "Sixty States, as printed for 19 September 2025, and the European Union"),
    "istanbul": (38, 39, "the 38 States and the European Union"),
    "npt": (191, 190, "if North Korea is counted, whose exit is contested"),
    "ost": (115, 108, "about six are not named"),
}
INCOMPLETE = {
    # Lists that agree with no published number, with the words that say so.
    "ect": "one party fewer than the 50",
    "gc1949": "No list of their 196 parties",
    "ap1": "24 of its 175 parties",
    "ap2": "three of its 170 parties",
    "ap3": "three of its 80 parties",
    "cfe": "no published number was seen",
    "ost": "115 are printed for March 2024",
}


def _rows(shared: Path) -> list[dict[str, str]]:
    with (shared / "facts" / "coverage.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _deposited(treaty_id: str, day: str) -> tuple[int, tuple[str, ...]]:
    catalogue = load("")
    treaty = catalogue.treaty(treaty_id)
    found = parties(treaty, PartialDate.parse(day), record_of(catalogue, treaty.id))
    return found.n_deposited, found.unknown_deposits


def test_published_numbers_are_reproduced_or_the_difference_is_named(shared: Path) -> None:
    reproduced = 0
    for row in _rows(shared):
        treaty_id, day = row["treaty_id"].lower(), row["complete_until"]
        printed = re.match(r"\d+", row["published_count"])
        if not day or printed is None:
            continue
        treaty = load("").treaty(treaty_id)
        count, open_ones = _deposited(treaty_id, day)
        said = f"{treaty.words} {treaty.complete_words}"
        if treaty_id in DIFFERS:
            published, ours, words = DIFFERS[treaty_id]
            assert (int(printed[0]), count) == (published, ours), treaty_id
            assert words in said, treaty_id
        else:
            reproduced += 1
            assert (treaty_id, count, open_ones) == (treaty_id, int(printed[0]), ())
    assert reproduced == 28


def test_the_one_party_of_the_npt_that_is_open_is_north_korea() -> None:
    assert _deposited("npt", "2016-08-31") == (190, ("PRK",))


def test_a_list_that_agrees_with_no_number_promises_nothing_and_says_why(shared: Path) -> None:
    dated = {row["treaty_id"].lower(): row["complete_until"] for row in _rows(shared)}
    for treaty_id, words in INCOMPLETE.items():
        treaty = load("").treaty(treaty_id)
        assert treaty.complete_until is None, treaty_id
        assert words in treaty.words, treaty_id
    promised = {t for t, day in dated.items() if day} - set(INCOMPLETE)
    for treaty_id in promised:
        assert str(load("").treaty(treaty_id).complete_until) == dated[treaty_id], treaty_id


def test_the_energy_charter_is_one_party_short_of_the_printed_fifty(shared: Path) -> None:
    # Fifty on 3 May 2024 (zoek.officielebekendmakingen.nl, kst-36556-1); 49 in the fact files.
    row = next(row for row in _rows(shared) if row["treaty_id"] == "ECT")
    assert (row["parties_on_that_day"], row["published_count"]) == ("49", "50")
    count, _ = _deposited("ect", "2024-05-03")
    assert count == 49


def _names(treaty_id: str, day: str) -> frozenset[str]:
    treaty = load("").treaty(treaty_id)
    return frozenset(
        parties(treaty, PartialDate.parse(day), record_of(load(""), treaty.id)).deposited
    )


def test_the_list_has_as_many_as_the_table_counts_on_its_last_day(shared: Path) -> None:
    for row in _rows(shared):
        treaty_id, day = row["treaty_id"].lower(), row["complete_until"]
        if not day or not row["parties_on_that_day"].isdigit():
            continue
        count, open_ones = _deposited(treaty_id, day)
        undated = {"LBR"} if treaty_id == "bwc" else set()  # a party, its day was not seen
        assert undated <= _names(treaty_id, day)
        counted = count + len(open_ones) - len(undated)
        assert counted == int(row["parties_on_that_day"]), treaty_id


@pytest.mark.parametrize(
    ("treaty", "day", "printed", "beside"),
    [
        # Numbers of States, to which the European Union is added.
        ("bbnj", "2025-09-19", 60, {"EUU"}),
        ("istanbul", "2024-12-20", 38, {"EUU"}),
    ],
)
def test_a_number_of_states_leaves_out_the_european_union(
    treaty: str, day: str, printed: int, beside: set[str]
) -> None:
    assert len(_names(treaty, day) - beside) == printed
    assert beside <= _names(treaty, day)


def test_of_those_missing_under_the_outer_space_treaty_three_are_named() -> None:
    joined = _names("ost", "2024-03-31") - _names("ost", "2017-11-22")
    assert joined == {"ARM", "BIH", "COL"}
    assert 115 - len(_names("ost", "2024-03-31")) == 4
