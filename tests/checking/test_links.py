"""Groups that pairs make."""

from __future__ import annotations

from inforce.checking.links import linked


def test_links_are_followed_through_others() -> None:
    assert linked([0, 1, 2, 3, 4], [(3, 1), (4, 3)]) == ((0,), (1, 3, 4), (2,))


def test_nothing_is_linked_to_nothing() -> None:
    assert linked([], []) == ()
    assert linked([2, 1], [(1, 1)]) == ((1,), (2,))
