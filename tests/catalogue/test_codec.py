from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue import Catalogue, load
from inforce.catalogue.codec import decoder, encode
from inforce.catalogue.model import (
    ActRow,
    Article,
    Delay,
    DelayKind,
    RuleState,
    Treaty,
)
from inforce.dates import PartialDate, Period, YearlyWindow
from inforce.terms import Act


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load("")


def test_every_treaty_comes_back_as_it_was(catalogue: Catalogue) -> None:
    for treaty in catalogue.treaties():
        assert decoder(Treaty)(json.loads(json.dumps(encode(treaty)))) == treaty


def test_a_delay_of_every_field_comes_back() -> None:
    delay = Delay(
        DelayKind.YEARLY,
        Period(6, "months"),
        notice_by=YearlyWindow(1, 1),
        effect_on=YearlyWindow(6, 30),
        years_after=1,
        term=Period(10, "years"),
    )
    assert decoder(Delay)(encode(delay)) == delay


@given(
    st.sampled_from(list(Act)),
    st.one_of(st.none(), st.dates(min_value=date(1800, 1, 1)).map(PartialDate.from_day)),
    st.text(),
    st.booleans(),
    st.lists(st.tuples(st.text(), st.integers()), max_size=3).map(tuple),
)
def test_rows_come_back_as_they_were(
    act: Act,
    day: PartialDate | None,
    text: str,
    verified: bool,
    tally: tuple[tuple[str, int], ...],
) -> None:
    row = ActRow("apmbc", text, act, day, day, text, text, verified, text, act, text, tally)
    assert decoder(ActRow)(json.loads(json.dumps(encode(row)))) == row


def test_an_article_that_nobody_read_comes_back() -> None:
    unread = Article("", RuleState.UNREAD, None, "")
    assert decoder(Article)(encode(unread)) == unread


def test_a_value_without_a_form_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no JSON form"):
        encode(object())
    with pytest.raises(TypeError, match="has no JSON form"):
        decoder(set)
