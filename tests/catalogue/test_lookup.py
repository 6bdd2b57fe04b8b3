from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue.lookup import closest, fold, nearest


@pytest.mark.parametrize(
    "name",
    ["Ottawa Treaty", "the Ottawa Treaty", " OTTAWA  TREATY ", "“Ottawa Treaty”", "Ottawa\nTreaty"],
)
def test_names_that_differ_in_dress_fold_alike(name: str) -> None:
    assert fold(name) == "ottawa treaty"


def test_apostrophes_fold_alike() -> None:
    assert fold("Côte d’Ivoire") == fold("côte d'ivoire")


@given(st.text())
def test_a_folded_name_has_no_spare_blanks(name: str) -> None:
    assert fold(name) == " ".join(fold(name).split())


def test_the_closest_names_come_first() -> None:
    assert closest("Lithuana", ["Latvia", "Lithuania"]) == ["Lithuania"]
    assert closest("Lat", ["Lad", "Law", "Late"])[0] == "Late"
    assert closest("Lithuania", ["Peru"]) == []


def test_the_nearest_names_are_said_in_words() -> None:
    assert nearest(["Late", "Lad", "Law", "Lad"]) == "; the nearest are Late, Lad and Law"
    assert nearest(["Late"]) == "; the nearest is Late"
    assert nearest([]) == ""
