"""All, most, none or a number of a group: is it so on a day, and on which days is it?"""

from __future__ import annotations

from collections.abc import Callable, Collection

from inforce.catalogue.model import Group, Treaty
from inforce.dates import DaySet, Truth
from inforce.law.counts import Stretches, Way, bound_stretches, member_stretches, sweep
from inforce.law.errors import LawError
from inforce.law.model import PartiesAnswer
from inforce.record.view import TreatyRecord

Test = Callable[[int, int], bool]
"""Of how many, out of how many members: does the quantifier hold?"""

_TESTS: dict[str, Test] = {
    "all": lambda n, of: n == of,
    "most": lambda n, of: 2 * n > of,
    "half": lambda n, of: 2 * n == of,
    "some": lambda n, _of: n > 0,
    "none": lambda n, _of: n == 0,
}
_NOTHING = Stretches(DaySet(), DaySet())
_SAME_AS = {"every": "all", "each": "all", "majority": "most", "any": "some", "no": "none"}


def quantifier(
    answer: PartiesAnswer,
    members: Collection[str],
    word: str | int,
    *,
    way: Way = Way.IN_FORCE,
) -> Truth:
    """Whether ``word`` of the members are counted, on the day of the answer.

    ``word`` is all, most (more than half), half, some, none, or a number. UNKNOWN where open
    cases decide, or where there is no member. Raises LawError for another word.
    """
    sure = answer.in_force if way is Way.IN_FORCE else answer.deposited
    left_open = answer.unknown if way is Way.IN_FORCE else answer.unknown_deposits
    group = set(members)
    low = len(group.intersection(sure))
    high = low + len(group.intersection(left_open))
    return _truth(_test(word), low, high, of=(len(group), len(group)))


def quantifier_days(
    treaty: Treaty,
    record: TreatyRecord,
    group: Group | Collection[str],
    word: str | int,
    *,
    way: Way = Way.IN_FORCE,
) -> DaySet:
    """The days on which ``word`` of the group's members of that day surely are counted."""
    test = _test(word)
    members = member_stretches(group)
    bound = bound_stretches(treaty, record, way)
    rows = (
        (
            member.sure,
            member.possible,
            *_both(member, bound.get(who, _NOTHING)),
        )
        for who, member in members.items()
    )
    return DaySet.of(
        *(
            days
            for days, (least, greatest, low, high) in sweep(rows)
            if _truth(test, low, high, of=(least, greatest)) is Truth.YES
        )
    )


def _both(member: Stretches, counted: Stretches) -> tuple[DaySet, DaySet]:
    return (
        member.sure.intersection(counted.sure),
        member.possible.intersection(counted.possible),
    )


def _test(word: str | int) -> Test:
    if isinstance(word, int):
        return lambda n, _of: n == word
    test = _TESTS.get(_SAME_AS.get(word, word))
    if test is None:
        known = ", ".join([*_TESTS, *_SAME_AS])
        raise LawError(f"{word!r} is not a quantifier: {known} or a number was expected")
    return test


def _truth(test: Test, low: int, high: int, *, of: tuple[int, int]) -> Truth:
    """One answer for every way in which the open cases may go."""
    if not of[1]:
        return Truth.UNKNOWN
    answers = {
        test(n, size) for size in range(of[0], of[1] + 1) for n in range(low, min(high, size) + 1)
    }
    return Truth.of(answers.pop()) if len(answers) == 1 else Truth.UNKNOWN
