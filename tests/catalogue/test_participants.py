from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue, UnknownParticipant, load


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


def test_all_members_of_the_united_nations_and_both_observers_are_there(
    catalogue: Catalogue,
) -> None:
    kinds = Counter(participant.kind for participant in catalogue.participants())
    assert (kinds["un_member"], kinds["observer"]) == (193, 2)
    assert {p.id for p in catalogue.participants() if p.kind == "former"} >= {
        *("SUN", "YUG", "SCG", "CSK", "DDR", "YMD"),
    }


def test_every_participant_of_the_facts_is_known(catalogue: Catalogue, shared: Path) -> None:
    import csv

    with (shared / "facts" / "participation.csv").open(encoding="utf-8") as file:
        named = {row["state_iso3"] for row in csv.DictReader(file)} - {"state_iso3"}
    assert named - {participant.id for participant in catalogue.participants()} == set()


@pytest.mark.parametrize(
    ("successor", "predecessor", "day"),
    [
        ("RUS", "SUN", date(1991, 12, 26)),
        ("CZE", "CSK", date(1993, 1, 1)),
        ("SVK", "CSK", date(1993, 1, 1)),
        ("MNE", "SCG", date(2006, 6, 3)),
        ("SSD", "SDN", date(2011, 7, 9)),
        ("ERI", "ETH", date(1993, 5, 24)),
    ],
)
def test_successions(catalogue: Catalogue, successor: str, predecessor: str, day: date) -> None:
    assert (predecessor, day) in catalogue.participant(successor).predecessors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LTU", "LTU"),
        ("lt", "LTU"),
        ("lithuania", "LTU"),
        ("the Republic of Lithuania", "LTU"),
        ("Lietuvos", "LTU"),
        ("Литвы", "LTU"),
        ("Turkey", "TUR"),
        ("turkiye", "TUR"),
        ("Türkiye", "TUR"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Côte d’Ivoire", "CIV"),
        ("EU", "EUU"),
        ("Holy See", "VAT"),
        ("Kosovo", "XKX"),
        ("USSR", "SUN"),
        ("the U.S.", "USA"),
        ("Serbia and Montenegro", "SCG"),
    ],
)
def test_a_participant_is_found_by_any_of_its_names(
    catalogue: Catalogue, text: str, found: str
) -> None:
    assert catalogue.participant(text).id == found


def test_a_name_changed_on_a_day_is_kept_with_it(catalogue: Catalogue) -> None:
    names = dict(catalogue.participant("SWZ").names)
    assert str(names["Swaziland"]) == "2018-04-19"


def test_an_unknown_participant_gets_the_nearest_names(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownParticipant, match=r"'Lithuannia'.*Lithuania"):
        catalogue.participant("Lithuannia")
