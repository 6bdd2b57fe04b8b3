"""Facts that a person states and takes back, in a store of either kind."""

from __future__ import annotations

from datetime import date

import pytest

from inforce.catalogue import load
from inforce.dates import PartialDate
from inforce.record import record_of
from inforce.record.fact_values import Condition
from inforce.record.faults import StoreError
from inforce.record.stating import state_fact, take_back
from inforce.record.store import Store

BY, WHY = "A. Analyst (editor)", "no conflict is listed"
DAY = date(2026, 1, 5)
PEACE = Condition("armed_conflict", False, PartialDate.parse("2025-01-01/2025-12-31"))


def test_a_stated_fact_is_in_the_record_signed_and_dated_until_it_is_taken_back(
    place: str,
) -> None:
    catalogue = load()
    with Store.open(place, create=True) as store:
        before, other = store.revision("apmbc"), store.revision("rome")
        made = state_fact(store, PEACE, participant="NRU", treaty="apmbc", by=BY, why=WHY, on=DAY)
        assert store.revision("apmbc") != before
        assert record_of(catalogue, "apmbc", store=store).conditions.count(made) == 1
        assert made.evidence.source == BY
        assert made.evidence.reference == f"2026-01-05: {WHY}"
        early = PartialDate.parse("2026-01-04")
        assert made not in record_of(catalogue, "apmbc", store=store, known_on=early).conditions
        with pytest.raises(StoreError, match="holds no fact"):
            take_back(store, made.id, treaty="rome", by="B", why="wrong")
        take_back(store, made.id, treaty="apmbc", by="B. Editor (editor)", why="wrong", on=DAY)
        assert made not in record_of(catalogue, "apmbc", store=store).conditions
        with pytest.raises(StoreError, match="holds no fact"):
            take_back(store, made.id, treaty="apmbc", by="B", why="again")
        assert other.split(".")[0] == store.revision("rome").split(".")[0]


@pytest.mark.parametrize(("by", "why"), [("", WHY), (BY, " ")])
def test_a_fact_needs_a_name_and_a_reason(tmp_path: object, by: str, why: str) -> None:
    with (
        Store.open(f"{tmp_path}/a.store", create=True) as store,
        pytest.raises(StoreError, match="lacks a name or a reason; both were expected"),
    ):
        state_fact(store, PEACE, participant="NRU", by=by, why=why)
