"""Casualty figures of figures.csv."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.record.values import Amount, Casualties, Comparison, Forecast, Other
from inforce.terms import ClaimKind, Facet, VerdictKind

V = VerdictKind


def test_a_comparison_of_different_units_is_inconsistent_though_its_sum_is_right(
    desk: MakeDesk,
) -> None:
    paper = desk("2025-05-19")
    value = Comparison(1052, 390, "nearly triple", "civilian casualties", "incidents")
    check = paper.check(paper.say(ClaimKind.COMPARISON, treaty=None, value=value))
    assert check.verdict is V.INCONSISTENT
    assert facet(check, Facet.ARITHMETIC).verdict is V.SUPPORTED
    assert "2.70" in facet(check, Facet.ARITHMETIC).reason
    assert facet(check, Facet.UNIT).verdict is V.INCONSISTENT


def test_a_sum_that_does_not_hold_is_inconsistent(desk: MakeDesk) -> None:
    paper = desk("2025-05-19")
    value = Comparison(1052, 390, "double", "casualties", "casualties")
    check = paper.check(paper.say(ClaimKind.COMPARISON, treaty=None, value=value))
    assert check.verdict is V.INCONSISTENT
    assert facet(check, Facet.ARITHMETIC).right_value == "2.70 times"


def test_a_figure_without_a_place_is_told_whose_it_is(desk: MakeDesk) -> None:
    paper = desk("2025-05-19")
    value = Casualties(1052, "civilian casualties", "casualties")
    check = paper.check(paper.say(ClaimKind.CASUALTIES, treaty=None, date="2023", value=value))
    found = facet(check, Facet.SCOPE)
    assert "Myanmar" in found.reason
    assert "5,757" in found.reason


@pytest.mark.parametrize(
    ("n", "place", "year", "verdict"),
    [
        (5757, "WORLD", "2023", V.SUPPORTED),
        (6279, "WORLD", "2024", V.SUPPORTED),
        (9999, "WORLD", "2024", V.CONTRADICTED),
        (12, "FRA", "2023", V.UNVERIFIABLE),
    ],
)
def test_a_figure_with_a_place(
    desk: MakeDesk, n: int, place: str, year: str, verdict: VerdictKind
) -> None:
    paper = desk("2025-12-01")
    value = Casualties(n, "casualties", "casualties", place)
    told = paper.say(ClaimKind.CASUALTIES, treaty=None, date=year, value=value)
    assert paper.check(told).verdict is verdict


def test_a_word_of_comparison_takes_its_numbers_from_the_sentence(desk: MakeDesk) -> None:
    paper = desk("2025-05-19")
    for start, value in (
        (0, Casualties(1052, "casualties", "casualties")),
        (30, Casualties(390, "incidents", "incidents")),
    ):
        paper.say(ClaimKind.CASUALTIES, treaty=None, value=value, start=start)
    ratio = Casualties(ratio="nearly triple")
    check = paper.check(paper.say(ClaimKind.CASUALTIES, treaty=None, value=ratio, start=10))
    assert check.verdict is V.INCONSISTENT
    assert facet(check, Facet.ARITHMETIC).verdict is V.SUPPORTED


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ClaimKind.AMOUNT, Amount(5e8, "EUR")),
        (ClaimKind.FORECAST, Forecast("likely", "mines are deployed")),
        (ClaimKind.OTHER, Other("fifth largest arsenal")),
    ],
)
def test_what_no_fact_covers_is_unverifiable(
    desk: MakeDesk, kind: ClaimKind, value: Amount | Forecast | Other
) -> None:
    paper = desk("2025-05-19")
    check = paper.check(paper.say(kind, value=value))
    assert check.verdict is V.UNVERIFIABLE
    assert check.findings[0].reason
