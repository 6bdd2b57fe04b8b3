from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.dates import DateError, DayInterval, DaySet

BASE = date(2025, 1, 1)
GRID = [BASE + timedelta(days=n) for n in range(-3, 24)]
ENDS = st.none() | st.integers(0, 20).map(lambda n: BASE + timedelta(days=n))


@st.composite
def intervals(draw: st.DrawFn) -> DayInterval:
    start, end = draw(ENDS), draw(ENDS)
    if start is not None and end is not None and end < start:
        start, end = end, start
    return DayInterval(start, end)


DAY_SETS = st.lists(intervals(), max_size=5).map(lambda found: DaySet.of(*found))


def days(day_set: DaySet) -> set[date]:
    return {day for day in GRID if day_set.contains(day)}


def test_an_interval_holds_its_start_and_not_its_end() -> None:
    party = DayInterval(date(2003, 11, 1), date(2025, 12, 27))
    assert party.contains(date(2003, 11, 1))
    assert party.contains(date(2025, 12, 26))
    assert not party.contains(date(2025, 12, 27))
    assert party.last_day == date(2025, 12, 26)
    assert str(party) == "[2003-11-01, 2025-12-27)"


def test_an_unbounded_interval_has_no_last_day() -> None:
    assert DayInterval(BASE).last_day is None
    assert DayInterval().contains(date.min)
    assert str(DayInterval(None, BASE)) == "[.., 2025-01-01)"


def test_an_interval_may_not_end_before_it_starts() -> None:
    message = (
        "the interval from 2025-06-27 ends before it starts, on 2025-06-26: "
        "an end on or after the start was expected"
    )
    with pytest.raises(DateError) as caught:
        DayInterval(date(2025, 6, 27), date(2025, 6, 26))
    assert str(caught.value) == message


def test_equal_ends_make_an_empty_interval() -> None:
    empty = DayInterval(BASE, BASE)
    assert empty.is_empty
    assert empty.last_day is None
    assert not empty.overlaps(DayInterval())
    assert DaySet.of(empty).is_empty


@given(intervals(), intervals())
def test_intersection_holds_the_days_in_both(a: DayInterval, b: DayInterval) -> None:
    common = a.intersection(b)
    shared = {day for day in GRID if a.contains(day) and b.contains(day)}
    assert {day for day in GRID if common is not None and common.contains(day)} == shared
    assert a.overlaps(b) is b.overlaps(a) is (common is not None)


def test_a_set_joins_intervals_that_touch() -> None:
    first = DayInterval(date(2025, 1, 1), date(2025, 2, 1))
    second = DayInterval(date(2025, 2, 1), date(2025, 3, 1))
    assert list(DaySet.of(second, first)) == [DayInterval(date(2025, 1, 1), date(2025, 3, 1))]


def test_a_set_keeps_gaps() -> None:
    before, after = DayInterval(None, date(2022, 1, 1)), DayInterval(date(2022, 1, 2), None)
    held = DaySet.of(after, before)
    assert list(held) == [before, after]
    assert len(held) == 2
    assert str(held) == "[.., 2022-01-01) + [2022-01-02, ..)"
    assert str(DaySet.of()) == "no day"


def test_a_set_is_built_by_of() -> None:
    touching = (DayInterval(BASE, GRID[5]), DayInterval(GRID[5], GRID[6]))
    with pytest.raises(DateError, match=r"not sorted intervals with a gap .*: use DaySet\.of"):
        DaySet(touching)


def test_the_start_of_the_calendar_joins_what_lies_before_it() -> None:
    from_first_day = DayInterval(date.min, BASE)
    assert DaySet.of(from_first_day, DayInterval(None, date.min)) == DaySet.of(
        DayInterval(None, BASE)
    )


@given(DAY_SETS)
def test_normal_form(a: DaySet) -> None:
    """Sorted, not empty, with a gap of at least a day between neighbours."""
    assert not any(interval.is_empty for interval in a)
    for left, right in zip(a.intervals, a.intervals[1:], strict=False):
        assert left.end is not None
        assert right.start is not None
        assert left.end < right.start


@given(DAY_SETS, DAY_SETS)
def test_the_operations_are_those_of_sets_of_days(a: DaySet, b: DaySet) -> None:
    assert days(a.union(b)) == days(a) | days(b)
    assert days(a.intersection(b)) == days(a) & days(b)
    assert days(a.complement()) == set(GRID) - days(a)


@given(DAY_SETS)
def test_complement_of_the_complement(a: DaySet) -> None:
    assert a.complement().complement() == a


@given(DAY_SETS)
def test_idempotence(a: DaySet) -> None:
    assert a.union(a) == a.intersection(a) == a


@given(DAY_SETS)
def test_excluded_middle(a: DaySet) -> None:
    assert a.union(a.complement()) == DaySet.of(DayInterval())
    assert a.intersection(a.complement()).is_empty


@given(DAY_SETS, DAY_SETS)
def test_commutativity(a: DaySet, b: DaySet) -> None:
    assert a.union(b) == b.union(a)
    assert a.intersection(b) == b.intersection(a)


@given(DAY_SETS, DAY_SETS, DAY_SETS)
def test_distributivity(a: DaySet, b: DaySet, c: DaySet) -> None:
    assert a.intersection(b.union(c)) == a.intersection(b).union(a.intersection(c))


@given(DAY_SETS, DAY_SETS)
def test_de_morgan(a: DaySet, b: DaySet) -> None:
    assert a.union(b).complement() == a.complement().intersection(b.complement())
    assert a.intersection(b).complement() == a.complement().union(b.complement())


@given(DAY_SETS, DAY_SETS)
def test_absorption(a: DaySet, b: DaySet) -> None:
    assert a.union(a.intersection(b)) == a == a.intersection(a.union(b))
