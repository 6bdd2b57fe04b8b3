from __future__ import annotations

import pytest

from inforce.checking.amounts import range_of
from inforce.record.values import Amount


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Amount(None, "EUR", "hundreds of millions"), (1e8, 1e9)),
        (Amount(None, "EUR", "tens of millions"), (1e7, 1e8)),
        (Amount(5e8, "EUR", cmp="="), (5e8, 5e8)),
        (Amount(5e8, "EUR", cmp=">"), (5e8, float("inf"))),
        (Amount(None, "EUR", "millions"), (2e6, 1e9)),
        (Amount(None, "EUR", "a great deal"), None),
    ],
)
def test_a_sum_is_a_range(amount: Amount, expected: tuple[float, float] | None) -> None:
    assert range_of(amount) == expected
