"""Territories: dated parts of participants, never participants by their own right."""

from __future__ import annotations

from datetime import date

import pytest

from inforce.catalogue import Catalogue, UnknownParticipant, UnknownTerritory, load


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


@pytest.mark.parametrize(
    ("name", "day", "state"),
    [
        ("Guernsey", date(2020, 1, 1), "GBR"),
        ("HKG", date(1997, 6, 30), "GBR"),
        ("Hong Kong", date(1997, 7, 1), "CHN"),
        ("Macau", date(1999, 12, 19), "PRT"),
        ("MO", date(1999, 12, 20), "CHN"),
        ("Netherlands Antilles", date(2010, 10, 9), "NLD"),
        ("Curaçao", date(2010, 10, 10), "NLD"),
        ("curacao", date(2026, 1, 1), "NLD"),
    ],
)
def test_who_answers_for_it(catalogue: Catalogue, name: str, day: date, state: str) -> None:
    held = catalogue.territory(name).responsible_on(day)
    assert held is not None
    assert held.state == state


def test_it_is_no_more_after_its_end(catalogue: Catalogue) -> None:
    assert catalogue.territory("ANT").responsible_on(date(2010, 10, 10)) is None


def test_it_is_no_participant(catalogue: Catalogue) -> None:
    for name in ("Guernsey", "GGY", "HKG", "Macao", "Netherlands Antilles", "GL", "Tokelau"):
        with pytest.raises(UnknownParticipant):
            catalogue.participant(name)
    with pytest.raises(UnknownTerritory, match="no territory of the catalogue is called 'LTU'"):
        catalogue.territory("LTU")
