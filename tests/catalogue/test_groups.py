from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue import Catalogue, UnknownGroup, load
from inforce.catalogue.groups import members_on
from inforce.dates import PartialDate


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


@pytest.mark.parametrize("day", [date(2025, 5, 8), date(2025, 12, 27), date(2026, 2, 20)])
@pytest.mark.parametrize(
    ("group", "count"),
    [("EU", 27), ("NATO", 32), ("COE", 46), ("UN", 193), ("BALTIC", 3), ("NUCLEAR-ARMED", 9)],
)
def test_groups_have_their_published_size(
    catalogue: Catalogue, group: str, count: int, day: date
) -> None:
    certain, perhaps = members_on(catalogue.group(group), day)
    assert (len(certain), perhaps) == (count, frozenset())


@pytest.mark.parametrize(
    ("day", "count", "british"),
    [
        (date(2013, 6, 30), 27, True),
        (date(2013, 7, 1), 28, True),
        (date(2020, 1, 31), 28, True),
        (date(2020, 2, 1), 27, False),
    ],
)
def test_the_union_grew_and_shrank(
    catalogue: Catalogue, day: date, count: int, *, british: bool
) -> None:
    certain, _ = members_on(catalogue.group("EU"), day)
    assert (len(certain), "GBR" in certain) == (count, british)


def test_russia_ceased_to_be_a_member_of_the_council_on_16_march_2022(
    catalogue: Catalogue,
) -> None:
    council = catalogue.group("Council of Europe members")
    assert "RUS" in members_on(council, date(2022, 3, 15))[0]
    assert "RUS" not in members_on(council, date(2022, 3, 16))[0]


def test_a_year_without_a_day_leaves_membership_open_during_it(catalogue: Catalogue) -> None:
    nato = catalogue.group("NATO")
    assert members_on(nato, date(2023, 7, 1))[1] == {"FIN"}
    assert "FIN" not in members_on(nato, date(2022, 12, 31))[0]
    assert "FIN" in members_on(nato, date(2023, 12, 31))[0]


def test_a_partial_day_is_answered_for_all_its_days(catalogue: Catalogue) -> None:
    union = catalogue.group("EU-members")
    certain, perhaps = members_on(union, PartialDate.parse("2020"))
    assert (len(certain), perhaps) == (27, frozenset({"GBR"}))


def test_a_member_may_leave_and_come_back(catalogue: Catalogue) -> None:
    union = catalogue.group("AU")
    assert "MAR" in members_on(union, date(1983, 1, 1))[0]
    assert "MAR" not in members_on(union, date(2000, 1, 1))[0]
    assert "MAR" in members_on(union, date(2017, 1, 31))[0]


def test_an_unknown_group_gets_the_nearest(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownGroup, match=r"'NATTO'.*NATO"):
        catalogue.group("NATTO")


_DAYS = st.dates(date(1940, 1, 1), date(2030, 12, 31))


@given(_DAYS, st.sampled_from(["EU", "NATO", "COE", "UN", "AU", "PACIFIC"]))
def test_no_member_is_both_certain_and_perhaps(day: date, name: str) -> None:
    certain, perhaps = members_on(load("").group(name), day)
    assert not certain & perhaps


@given(_DAYS, st.integers(0, 40), st.sampled_from(["EU", "NATO", "COE", "UN", "AU"]))
def test_certain_over_days_is_certain_on_each(day: date, more: int, name: str) -> None:
    group = load("").group(name)
    last = day + timedelta(days=more)
    whole, _ = members_on(group, PartialDate.between(day, last))
    assert whole <= members_on(group, day)[0] & members_on(group, last)[0]
