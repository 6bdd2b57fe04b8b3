from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from inforce.dates import PartialDate, Period
from inforce.record.exchange import value_to_json
from inforce.record.values import (
    Amount,
    Attribution,
    Casualties,
    Comparison,
    Condition,
    Count,
    Finding,
    ForceRule,
    Forecast,
    Intended,
    Order,
    Other,
    PeriodRule,
    Scope,
    Tally,
    Threshold,
    Value,
)
from inforce.terms import CountedFrom, CountOf
from record.strategies import values

CASES: list[tuple[Value | None, dict[str, Any] | None]] = [
    (None, None),
    (Intended("recommended"), None),
    (Count(None, "most"), {"n": None, "text": "most", "of": "parties"}),
    (Count(164, of=CountOf.SIGNED), {"n": 164, "text": None, "of": "signed"}),
    (
        Count(40, role="threshold", cmp=">="),
        {"n": 40, "text": None, "of": "parties", "role": "threshold", "cmp": ">="},
    ),
    (Tally(107, 0, 3), {"for": 107, "against": 0, "abstain": 3}),
    (
        Tally(68, 14, not_voting=2, seats=100),
        {"for": 68, "against": 14, "not_voting": 2, "seats": 100},
    ),
    (Threshold(85), {"threshold": 85}),
    (
        PeriodRule(Period.parse("P6M"), CountedFrom.NOTIFICATION, "20(3)"),
        {"period": "P6M", "from": "notification", "article": "20(3)"},
    ),
    (ForceRule(Period.parse("P6M"), 40), {"delay": "P6M", "threshold": 40}),
    (ForceRule(threshold=50), {"threshold": 50}),
    (
        Amount(500_000_000.0, "EUR", cmp="~", purpose="mines", horizon="decades"),
        {"amount": 500000000, "currency": "EUR", "cmp": "~", "for": "mines", "horizon": "decades"},
    ),
    (
        Amount(None, "EUR", "hundreds of millions"),
        {"amount": None, "currency": "EUR", "text": "hundreds of millions"},
    ),
    (
        Casualties(1052.0, "civilian casualties", "casualties"),
        {"what": "civilian casualties", "place": None, "n": 1052},
    ),
    (
        Forecast("likely", "complete their exits", "0-3 months"),
        {"likelihood": "likely", "event": "complete their exits", "horizon": "0-3 months"},
    ),
    (Attribution("BNS", "UNN"), {"source": "BNS", "via": "UNN"}),
    (
        Order("after", ("EST", "LVA")),
        {"name": "order", "relation": "after", "others": ["EST", "LVA"]},
    ),
    (
        Comparison(1052.0, 390.0, "nearly triple"),
        {"name": "comparison", "left": 1052, "right": 390, "ratio": "nearly triple"},
    ),
    (
        Scope(("anti-vehicle mines",), False),
        {"name": "scope", "terms": ["anti-vehicle mines"], "covered": False},
    ),
    (
        Condition("armed_conflict", True, PartialDate.parse("2022-02-24/..")),
        {"name": "condition", "fact": "armed_conflict", "holds": True, "period": "2022-02-24/.."},
    ),
    (
        Finding("suspension", False, "22msp"),
        {"name": "finding", "act": "suspension", "accepts": False, "by": "22msp"},
    ),
    (Other("rank", "fifth largest"), {"name": "rank", "claim": "fifth largest"}),
]


@pytest.mark.parametrize(("value", "exchanged"), CASES)
def test_the_form_that_the_design_gives(
    value: Value | None, exchanged: dict[str, Any] | None
) -> None:
    assert value_to_json(value) == exchanged


@given(values)
def test_every_value_can_be_exchanged_as_json(value: Value) -> None:
    exchanged = value_to_json(value)
    assert json.loads(json.dumps(exchanged, allow_nan=False)) == exchanged
