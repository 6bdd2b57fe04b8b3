from __future__ import annotations

import pytest

from inforce.checking.quantities import test_of as quantity


@pytest.mark.parametrize(
    ("text", "n", "of", "holds"),
    [
        ("all", 27, 27, True),
        ("all", 26, 27, False),
        ("every", 3, 3, True),
        ("most", 14, 27, True),
        ("most", 13, 27, False),
        ("the vast majority", 24, 27, True),
        ("nearly all", 20, 27, False),
        ("none", 0, 5, True),
        ("not one", 1, 5, False),
        ("not all", 4, 5, True),
        ("half", 14, 27, True),
        ("a majority", 14, 27, True),
        ("several", 2, 27, True),
    ],
)
def test_a_word_of_quantity_is_a_test_on_a_count(text: str, n: int, of: int, holds: bool) -> None:
    found = quantity(text)
    assert found is not None
    assert found(n, of) is holds


def test_many_is_too_vague_to_be_tested() -> None:
    assert quantity("many") is None
