"""Words of likelihood mapped by a scale, or left unmapped."""

from __future__ import annotations

import pytest

from inforce.catalogue import load
from inforce.catalogue.scales import scale
from inforce.forecasts.likelihood import Range, likelihood

PHIA = scale(load(""), "phia")


@pytest.mark.parametrize(
    ("words", "term", "range_", "hedges"),
    [
        ("highly likely", "highly likely", Range(0.8, 0.9), ()),
        ("Realistic  possibilities", "realistic possibilities", Range(0.4, 0.5), ()),
        ("unlikely", "unlikely", Range(0.25, 0.35), ()),
        ("could likely", "likely", Range(0.55, 0.75), ("could",)),
        ("very likely", "likely", Range(0.55, 0.75), ("very",)),
        ("likely, perhaps highly unlikely", None, None, ()),
        ("could", None, None, ()),
        ("aiming", None, None, ()),
    ],
)
def test_words(words: str, term: str | None, range_: Range | None, hedges: tuple[str, ...]) -> None:
    found = likelihood(words, PHIA)
    assert (found.term, found.range, found.hedges) == (term, range_, hedges)
    assert found.is_plain == (range_ is not None and not hedges)
