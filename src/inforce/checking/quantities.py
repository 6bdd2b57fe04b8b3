"""Words of quantity ("all", "most", "nearly all") as tests on a count and a group's size."""

from __future__ import annotations

from collections.abc import Callable

Test = Callable[[int, int], bool]
"""Whether the word holds of so many out of so many."""

NEARLY_ALL = 4 / 5
"""From which share on "nearly all" is taken as right, where a text leaves it open."""

_TESTS: tuple[tuple[tuple[str, ...], Test], ...] = (
    (
        ("nearly all", "almost all", "vast majority", "overwhelming majority", "almost every"),
        lambda n, of: NEARLY_ALL * of <= n,
    ),
    (("not all",), lambda n, of: n < of),
    (("not one", "none", "no", "neither"), lambda n, of: n == 0 and of > 0),
    (("all", "every", "each", "both", "whole"), lambda n, of: n == of),
    (("more than half", "most", "majority", "bulk"), lambda n, of: 2 * n > of),
    (("at least half",), lambda n, of: 2 * n >= of),
    (("half",), lambda n, of: abs(2 * n - of) <= 1),
    (("minority", "fewer than half"), lambda n, of: 0 < 2 * n < of),
    (("several", "some", "a number", "any"), lambda n, of: 0 < n <= of),
)


def test_of(text: str) -> Test | None:
    """The test of a word of quantity; None for one too vague to test, such as "many"."""
    folded = f" {' '.join(text.lower().split())} "
    for names, test in _TESTS:
        if any(f" {name} " in folded for name in names):
            return test
    return None
