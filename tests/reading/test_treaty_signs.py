"""The quick look that turns away texts which cannot name a treaty, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue import Catalogue
from inforce.reading.languages import load_lexicon
from inforce.reading.names import folded
from inforce.reading.reader import gazetteer_of
from inforce.reading.treaty_signs import TreatySigns, signs_of

WORDS = (
    "the",
    "Ottawa",
    "Convention",
    "on",
    "Commonwealth",
    "Games",
    "of",
    "who",
    "UNESCO",
    "pact",
)


@pytest.fixture(scope="module")
def signs(catalogue: Catalogue) -> TreatySigns:
    return signs_of(gazetteer_of(catalogue, "en"), "en")


@pytest.mark.parametrize(
    "text",
    [
        "Latvia left the Ottawa\nConvention.",
        "UNESCO lost a member.",
        "It joined the (Minamata) Convention.",
        "A Treaty of Friendship was signed.",
        "THE PARIS AGREEMENT STANDS.",
    ],
)
def test_a_text_that_names_a_treaty_or_its_body_is_let_through(
    text: str, signs: TreatySigns
) -> None:
    assert signs.may_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "The man who won the Commonwealth Games rested.",
        "The court read the Constitution aloud.",
        "A trade agreement on fish was close.",
        "Vilnius expects snow.",
    ],
)
def test_a_text_without_one_is_turned_away(text: str, signs: TreatySigns) -> None:
    assert not signs.may_name(text)


@given(words=st.lists(st.sampled_from(WORDS), max_size=8))
def test_no_text_in_which_a_treaty_is_found_is_turned_away(
    words: list[str], catalogue: Catalogue
) -> None:
    text = folded(" ".join(words))
    gazetteer = gazetteer_of(catalogue, load_lexicon("en").language)
    if any(mention.kind == "treaty" for mention in gazetteer.find(text)):
        assert signs_of(gazetteer, "en").may_name(text)
