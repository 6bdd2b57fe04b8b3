"""Names in the style of official lists."""

from __future__ import annotations

from datetime import date

import pytest

from inforce.official.names import Names


@pytest.mark.parametrize(
    ("name", "participant"),
    [
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Netherlands, the Kingdom of the", "NLD"),
        ("Korea (Republic of)", "KOR"),
        ("Micronesia (Federated States of)", "FSM"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Côte d’Ivoire", "CIV"),
        ("Yugoslavia (former)", "YUG"),
        ("Swaziland", "SWZ"),
        ("Union of South Africa", "ZAF"),
    ],
)
def test_known(names: Names, name: str, participant: str) -> None:
    assert names.of(name) == participant
    assert names.unknown == ()


def test_a_place_in_brackets_is_not_thrown_away(names: Names) -> None:
    assert names.of("China (Hong Kong)") is None
    assert names.of("World Harbour Union") is None
    assert names.unknown == ("China (Hong Kong)", "World Harbour Union")


def test_the_longest_name_at_the_start_of_a_text(names: Names) -> None:
    assert names.first_in("Trinidad and Tobago informed") == ("Trinidad and Tobago", "TTO")
    assert names.first_in("Republic of Estonia deposited") == ("Republic of Estonia", "EST")
    assert names.first_in("Bolivia (Plurinational State of) said") is not None
    assert names.first_in("nobody in particular") is None


def test_the_former_yugoslavia_of_1996_is_the_state_of_that_day(names: Names) -> None:
    """The UN wrote "Yugoslavia" of the federal republic proclaimed on 27 April 1992 too."""
    assert names.then("YUG", date(1990, 1, 1)) == "YUG"
    assert names.then("YUG", date(1996, 12, 3)) == "SCG"
    assert names.then("CSK", date(1995, 1, 1)) is None
