"""What holds of all partial dates, checked against the days of a few years one by one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from inforce.dates import DateError, PartialDate, Truth

# Wide enough that dates round 2023 to 2026 which share a day share one here: a 29 February lies on
# either side.
FIRST, LAST = date(2020, 1, 1), date(2028, 12, 31)
ALL_DAYS = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]

YEARS = st.sampled_from(["2023", "2024", "2025", "2026"])
OPEN_YEARS = YEARS | st.sampled_from(["202X", "XXXX"])
MONTHS = st.integers(1, 12).map("{:02}".format)
OPEN_MONTHS = MONTHS | st.sampled_from(["XX", "0X", "1X"])
DAYS = st.integers(1, 31).map("{:02}".format)
OPEN_DAYS = DAYS | st.sampled_from(["XX", "0X", "1X", "2X", "3X"])
# Asking each day of nine years is slow on a busy machine.
DAY_BY_DAY = settings(deadline=None, max_examples=60)
QUALIFIERS = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def points(draw: st.DrawFn, *, dated: bool = False) -> str:
    year = draw(YEARS if dated else OPEN_YEARS)
    shape = draw(st.sampled_from(["year", "month", "day", "day", "season"]))
    mark = draw(QUALIFIERS)
    if shape == "season":
        return f"{draw(YEARS)}-{draw(st.integers(21, 41))}{mark}"
    parts = [year]
    if shape != "year":
        parts.append(draw(MONTHS if dated else OPEN_MONTHS))
    if shape == "day":
        parts.append(draw(DAYS if dated else OPEN_DAYS))
    return "-".join(parts) + mark


@st.composite
def texts(draw: st.DrawFn) -> str:
    shape = draw(st.sampled_from(["point", "point", "interval", "from", "until", "one_of"]))
    if shape == "point":
        return draw(points())
    first, last = draw(points(dated=True)), draw(points(dated=True))
    opened = draw(st.sampled_from(["..", ""]))
    return {
        "interval": f"{first}/{last}",
        "from": f"{first}/{opened}",
        "until": f"{opened}/{last}",
        "one_of": f"[{first},{last}]",
    }[shape]


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    try:
        return PartialDate.parse(draw(texts()))
    except DateError:
        assume(False)
        raise


def meant(partial: PartialDate) -> set[date]:
    """The days of the years looked at that may be meant, asked one by one."""
    return {day for day in ALL_DAYS if partial.could_be(day)}


@given(partial_dates())
def test_round_trip(a: PartialDate) -> None:
    """Reading what is written gives the same value, and writing it again the same text."""
    again = PartialDate.parse(a.edtf)
    assert again == a
    assert again.edtf == a.edtf


@DAY_BY_DAY
@given(partial_dates())
def test_the_stated_bounds_are_days_that_may_be_meant(a: PartialDate) -> None:
    """`earliest` and `latest` are inclusive, and nothing outside `possible` may be meant."""
    assert all(a.could_be(day) for day in (a.earliest, a.latest) if day is not None)
    assert all(a.possible.contains(day) for day in meant(a))


@DAY_BY_DAY
@given(partial_dates())
def test_without_a_margin_nothing_outside_the_stated_days_is_meant(a: PartialDate) -> None:
    assume(not a.approximate and a.possible == a.days)
    assert all(a.days.contains(day) for day in meant(a))


@DAY_BY_DAY
@given(partial_dates(), partial_dates())
@example(PartialDate.parse("XXXX-02-29"), PartialDate.parse("2025/2027"))
@example(PartialDate.parse("XXXX-XX-31"), PartialDate.parse("XXXX-0X"))
def test_could_agree_means_a_day_in_common(a: PartialDate, b: PartialDate) -> None:
    """Clause: could_agree is true if and only if some day may be meant by both; symmetric."""
    assert a.could_agree(b) is b.could_agree(a) is bool(meant(a) & meant(b))
    assert a.contradicts(b) is not a.could_agree(b)


@DAY_BY_DAY
@given(partial_dates(), partial_dates())
def test_agreement_is_sound(a: PartialDate, b: PartialDate) -> None:
    """Clause: YES only if every day of the other is one of this; NO only if they share none."""
    answer = a.agrees_with(b)
    if answer is Truth.YES:
        assert meant(b) <= meant(a)
        assert b.is_within(a)
    assert (answer is Truth.NO) is a.contradicts(b)


@given(partial_dates(), st.sampled_from(ALL_DAYS))
def test_agreement_with_a_day_is_complete(a: PartialDate, day: date) -> None:
    """Clause: a plain day agrees when the date allows it as stated, and else at most perhaps."""
    answer = a.agrees_with(PartialDate.from_day(day))
    assert (answer is not Truth.NO) is a.could_be(day)
    if a.could_be(day) and not a.approximate and a.possible == a.days:
        assert answer is Truth.YES


@given(partial_dates())
def test_every_date_agrees_with_itself(a: PartialDate) -> None:
    assert a.agrees_with(a) is Truth.YES


@DAY_BY_DAY
@given(partial_dates(), partial_dates())
def test_order_is_what_every_choice_of_days_says(a: PartialDate, b: PartialDate) -> None:
    """Clause: YES if true of each pair of days that may be meant, NO if false of each."""
    assume(_is_looked_at(a) and _is_looked_at(b))
    every = {x < y for x in _ends(a) for y in _ends(b)}
    expected = Truth.UNKNOWN if len(every) > 1 else Truth.of(every.pop())
    assert a.before(b) is expected
    assert b.after(a) is expected
    assert a.on_or_after(b) is expected.not_()
    assert b.on_or_before(a) is expected.not_()


@given(partial_dates(), partial_dates())
def test_order_is_asymmetric(a: PartialDate, b: PartialDate) -> None:
    assert a.before(b).and_(b.before(a)) is not Truth.YES
    assert a.before(b).and_(a.after(b)) is not Truth.YES


def _ends(partial: PartialDate) -> tuple[date, date]:
    days = meant(partial)
    return min(days), max(days)


def _is_looked_at(partial: PartialDate) -> bool:
    """Whether all its days are among those asked one by one."""
    first, last = partial.possible.start, partial.possible.last_day
    return first is not None and last is not None and first >= FIRST and last <= LAST
