"""Scales of likelihood, as their documents print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import CatalogueError, load
from inforce.catalogue.scales import UnknownScale, scale, scales


@pytest.mark.parametrize(
    ("name", "words", "low", "high"),
    [
        ("phia", "remote chance", 0, 5),
        ("phia", "highly unlikely", 10, 20),
        ("phia", "realistic possibility", 40, 50),
        ("phia", "likely", 55, 75),
        ("phia", "highly likely", 80, 90),
        ("icd203", "likely", 55, 80),
        ("icd203", "roughly even chance", 45, 55),
        ("icd203", "almost certain", 95, 99),
        ("ipcc", "likely", 66, 100),
        ("ipcc", "very likely", 90, 100),
        ("ipcc", "about as likely as not", 33, 66),
        ("kent", "probable", 63, 87),
        ("kent", "chances about even", 40, 60),
    ],
)
def test_a_scale_prints_its_range(name: str, words: str, low: float, high: float) -> None:
    found = [term for term in scale(load(""), name).terms if words in term.words]
    assert [(term.low, term.high) for term in found] == [(low, high)]


def test_one_scale_is_the_default_and_an_unknown_one_is_named() -> None:
    catalogue = load("")
    assert [one.id for one in scales(catalogue) if one.default] == ["phia"]
    assert scale(catalogue).id == "phia"
    with pytest.raises(UnknownScale, match=r"'delphi'; expected one of phia, icd203, ipcc, kent"):
        scale(catalogue, "delphi")


def test_a_range_beyond_certainty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "scales.yaml").write_text(
        "scales:\n"
        "  - id: own\n"
        "    name: own\n"
        "    source: nobody\n"
        "    terms:\n"
        "      - {words: [sure], low: 90, high: 120}\n",
        encoding="utf-8",
    )
    with pytest.raises(CatalogueError, match="found 90 to 120, expected 0 to 100 per cent"):
        scales(load(tmp_path))
