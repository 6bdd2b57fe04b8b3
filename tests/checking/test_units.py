from __future__ import annotations

import pytest

from inforce.checking.units import unit_of


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("verified civilian casualties from landmine incidents", "casualties"),
        ("incidents recorded", "incidents"),
        ("people killed or injured", "casualties"),
        ("people killed", "killed"),
        ("injuries", "injured"),
        ("victims of mine accidents", "casualties"),
        ("square kilometres", None),
        (None, None),
    ],
)
def test_the_noun_that_heads_the_phrase_names_the_unit(text: str | None, unit: str | None) -> None:
    assert unit_of(text) == unit
