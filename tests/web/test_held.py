"""Values that are held: worked out once, by one thread, and not at all where only held is asked."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from inforce.web.held import Held, NotHeld, only_held


def test_a_value_is_worked_out_by_one_of_those_who_ask_at_once() -> None:
    held, made = Held(), []

    def make() -> int:
        time.sleep(0.05)
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: held.get(("a",), make), range(8)))
    assert found == [1] * 8


def test_only_what_is_held_is_given_where_no_more_is_asked() -> None:
    held = Held()
    with only_held(), pytest.raises(NotHeld):
        held.get(("a",), lambda: 1)
    held.get(("a",), lambda: 1)
    with only_held():
        assert held.get(("a",), lambda: 2) == 1


def test_what_fails_is_tried_again_and_the_oldest_is_dropped() -> None:
    held = Held(most=1)
    with pytest.raises(ZeroDivisionError):
        held.get(("a",), lambda: 1 // 0)
    assert held.get(("a",), lambda: 1) == 1
    held.get(("b",), lambda: 2)
    assert held.get(("a",), lambda: 3) == 3
