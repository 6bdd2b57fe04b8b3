"""All, most, none or a number of a group: is it so on a day, and on which days is it?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from inforce.catalogue.model import Group, Treaty
from inforce.dates import DaySet, Truth
from inforce.law.answers import PartiesAnswer
from inforce.law.counts import Stretches, Way, bound_stretches, member_stretches, sweep
from inforce.law.errors import LawError
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
_KINDS = 6
"""How many kinds of case a participant may be: see :func:`_cases`."""
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
    return _truth(_test(word), {(n, len(group)) for n in range(low, high + 1)})


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
    rows = (_cases(member, bound.get(who, _NOTHING)) for who, member in members.items())
    return DaySet.of(
        *(days for days, cases in sweep(rows, _KINDS) if _truth(test, _ways(*cases)) is Truth.YES)
    )


def _cases(member: Stretches, counted: Stretches) -> tuple[DaySet, ...]:
    """When one participant is a case of each kind: a sure or doubtful member, counted or not."""
    doubtful = member.possible.intersection(member.sure.complement())
    left_open = counted.possible.intersection(counted.sure.complement())
    return (
        member.sure,
        member.sure.intersection(counted.sure),
        member.sure.intersection(left_open),
        doubtful.intersection(counted.sure),
        doubtful.intersection(counted.possible.complement()),
        doubtful.intersection(left_open),
    )


def _ways(
    size: int, counted: int, left_open: int, doubtful: int, doubtful_out: int, doubtful_open: int
) -> Iterator[tuple[int, int]]:
    """Every (number counted, number of members) in which the open cases may go."""
    for more in range(doubtful + 1):
        for out in range(doubtful_out + 1):
            for both in range(doubtful_open + 1):
                low = counted + more
                for n in range(low, low + left_open + both + 1):
                    yield n, size + more + out + both


def _test(word: str | int) -> Test:
    if isinstance(word, int):
        return lambda n, _of: n == word
    test = _TESTS.get(_SAME_AS.get(word, word))
    if test is None:
        known = ", ".join([*_TESTS, *_SAME_AS])
        raise LawError(f"{word!r} is not a quantifier: {known} or a number was expected")
    return test


def _truth(test: Test, ways: Iterable[tuple[int, int]]) -> Truth:
    """One answer for every way in which the open cases may go."""
    found: bool | None = None
    for n, size in ways:
        holds = test(n, size)
        if not size or (found is not None and holds != found):
            return Truth.UNKNOWN
        found = holds
    return Truth.UNKNOWN if found is None else Truth.of(found)
