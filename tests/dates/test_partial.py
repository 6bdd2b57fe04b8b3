from __future__ import annotations

import copy
import pickle
from datetime import date, datetime

import pytest

from inforce.dates import DateError, DayInterval, PartialDate, Precision, Truth

parse = PartialDate.parse


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (PartialDate.from_day(date(2025, 5, 8)), "2025-05-08"),
        (PartialDate.from_day(date(987, 6, 5)), "0987-06-05"),
        (PartialDate.from_day(datetime(2025, 5, 8, 12)), "2025-05-08"),
        (PartialDate.from_month(2025, 5), "2025-05"),
        (PartialDate.from_year(1997), "1997"),
        (PartialDate.between(date(2025, 6, 27), date(2025, 6, 28)), "2025-06-27/2025-06-28"),
        (PartialDate.between(None, date(2025, 6, 27)), "../2025-06-27"),
        (PartialDate.between(date(2025, 6, 27), None), "2025-06-27/.."),
        (PartialDate.between(parse("2024-12~"), parse("2025")), "2024-12~/2025"),
        (PartialDate.pattern(month=5, day=8), "XXXX-05-08"),
        (PartialDate.pattern(month=5), "XXXX-05"),
        (PartialDate.pattern(year=2025, day=8), "2025-XX-08"),
        (PartialDate.pattern(year=2025), "2025"),
        (PartialDate.pattern(), "XXXX"),
        (PartialDate.spanning(date(2025, 9, 1), date(2025, 9, 30)), "2025-09"),
        (PartialDate.spanning(date(2025, 1, 1), date(2025, 12, 31), uncertain=True), "2025?"),
        (PartialDate.spanning(date(2025, 9, 1), date(2025, 9, 1), approximate=True), "2025-09-01~"),
        (PartialDate.spanning(date(2025, 9, 1), date(2025, 9, 8)), "2025-09-01/2025-09-08"),
        (PartialDate.spanning(None, date(2025, 9, 8)), "../2025-09-08"),
        (PartialDate.spanning(None, None), "XXXX"),
    ],
)
def test_constructors_write_canonical_text(made: PartialDate, text: str) -> None:
    assert made.edtf == str(made) == text
    assert made == parse(text)
    assert hash(made) == hash(parse(text))
    assert repr(made) == f"PartialDate.parse('{text}')"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: PartialDate.from_month(2025, 21),
            "21 is not a month: a number from 1 to 12 was expected",
        ),
        (lambda: PartialDate.from_year(12025), "'12025' is not a date: a date such as"),
        (lambda: PartialDate.pattern(month=2, day=30), "XXXX-02-30 fits no day of the calendar"),
        (
            lambda: PartialDate.between(date(2025, 6, 28), date(2025, 6, 27)),
            "2025-06-28/2025-06-27 is reversed",
        ),
        (lambda: PartialDate.between(None, None), "../.. states no date"),
        (
            lambda: PartialDate.between(parse("2025/2026"), None),
            "2025/2026 cannot be the end of an interval: a date such as",
        ),
    ],
)
def test_constructors_refuse(make: object, message: str) -> None:
    assert callable(make)
    with pytest.raises(DateError) as caught:
        make()
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "precision", "components"),
    [
        ("2025-05-08", Precision.DAY, (2025, 5, 8)),
        ("2025-05-08~", Precision.DAY, (2025, 5, 8)),
        ("2025-05", Precision.MONTH, (2025, 5, None)),
        ("2025-05-XX", Precision.MONTH, (2025, 5, None)),
        ("2025", Precision.YEAR, (2025, None, None)),
        ("2025-XX", Precision.YEAR, (2025, None, None)),
        ("201X", Precision.DECADE, (None, None, None)),
        ("201X-XX-XX", Precision.DECADE, (None, None, None)),
        ("20XX", Precision.CENTURY, (None, None, None)),
        ("2025-22", Precision.SEASON, (2025, None, None)),
        ("XXXX-04-16", Precision.PATTERN, (None, 4, 16)),
        ("XXXX-05", Precision.PATTERN, (None, 5, None)),
        ("2025-XX-08", Precision.PATTERN, (2025, None, 8)),
        ("2025-05-1X", Precision.PATTERN, (2025, 5, None)),
        ("2XXX", Precision.PATTERN, (None, None, None)),
        ("2025-0X-XX", Precision.PATTERN, (2025, None, None)),
        ("2025-06-27/2025-06-28", Precision.INTERVAL, (None, None, None)),
        ("../2025-06-27", Precision.INTERVAL, (None, None, None)),
        ("[2025-05-12..2025-05-18]", Precision.INTERVAL, (None, None, None)),
        ("XXXX", Precision.UNKNOWN, (None, None, None)),
        ("XXXX-XX-XX", Precision.UNKNOWN, (None, None, None)),
    ],
)
def test_precision_and_components(
    text: str, precision: Precision, components: tuple[int | None, int | None, int | None]
) -> None:
    found = parse(text)
    assert found.precision is precision
    assert (found.year, found.month, found.day) == components


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025-05", False, False),
        ("2025-05?", False, True),
        ("2025-05~", True, False),
        ("2025-05%", True, True),
        ("2024-12~/2025-03", True, False),
        ("2024-12/2025-03?", False, True),
    ],
)
def test_qualifiers(text: str, approximate: bool, uncertain: bool) -> None:
    found = parse(text)
    assert (found.approximate, found.uncertain) == (approximate, uncertain)


def test_days_are_half_open() -> None:
    assert parse("2025-05").days == DayInterval(date(2025, 5, 1), date(2025, 6, 1))
    assert parse("../2025-06-27").days == DayInterval(None, date(2025, 6, 28))
    assert parse("XXXX-05").days == DayInterval()
    assert parse("9999-12").days == DayInterval(date(9999, 12, 1), None)


@pytest.mark.parametrize("text", ["2025-06-27", "2025-06-27?", "2025-06-27/2025-06-27"])
def test_the_day_of_a_single_day(text: str) -> None:
    assert parse(text).is_day
    assert parse(text).the_day() == date(2025, 6, 27)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2025-05", "2025-05 may be any day from 2025-05-01 to 2025-05-31"),
        ("../2025-06-27", "../2025-06-27 may be any day from .. to 2025-06-27"),
        ("2025-05-08~", "2025-05-08~ is approximate"),
        ("XXXX-05-08", "XXXX-05-08 states no year"),
    ],
)
def test_the_day_of_what_is_not_a_day(text: str, message: str) -> None:
    assert not parse(text).is_day
    with pytest.raises(DateError) as caught:
        parse(text).the_day()
    assert str(caught.value) == f"{message}: one single day was expected"


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("2025-05", date(2025, 5, 1), date(2025, 6, 1)),
        ("2025-05?", date(2025, 5, 1), date(2025, 6, 1)),
        ("2025-05-08~", date(2025, 5, 1), date(2025, 5, 16)),
        ("2025-05~", date(2025, 4, 1), date(2025, 7, 1)),
        ("2025~", date(2024, 1, 1), date(2027, 1, 1)),
        ("201X~", date(2000, 1, 1), date(2030, 1, 1)),
        ("20XX~", date(1900, 1, 1), date(2200, 1, 1)),
        ("2025-34~", date(2025, 1, 1), date(2025, 10, 1)),
        ("2025-34", date(2025, 4, 1), date(2025, 7, 1)),
        ("2025-21", date(2025, 2, 1), date(2025, 7, 1)),
        ("2025-24", date(2024, 12, 1), date(2026, 4, 1)),
        ("2024-12~/2025-03", date(2024, 11, 1), date(2025, 4, 1)),
        ("0001~", date.min, date(3, 1, 1)),
        ("0001-01-03~", date.min, date(1, 1, 11)),
        ("9999~", date(9998, 1, 1), None),
    ],
)
def test_margins(text: str, first: date, end: date | None) -> None:
    """One unit of the stated precision each way; a week for a day; a month for a season."""
    assert parse(text).possible == DayInterval(first, end)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("XXXX-05", date(2025, 5, 31), True),
        ("XXXX-05", date(2025, 6, 1), False),
        ("XXXX-05~", date(2025, 6, 30), True),
        ("XXXX-05~", date(2025, 7, 1), False),
        ("XXXX-12~", date(2026, 1, 31), True),
        ("XXXX-05-08~", date(2025, 5, 15), True),
        ("XXXX-05-08~", date(2025, 5, 16), False),
        ("2025-XX-08", date(2025, 11, 8), True),
        ("2025-XX-08", date(2025, 11, 9), False),
        ("2025-XX-08~", date(2025, 11, 9), True),
        ("[2025-05-12,2025-05-14]", date(2025, 5, 13), False),
        ("[2025-05-12,2025-05-14]", date(2025, 5, 14), True),
        ("2025-05~", date(2025, 6, 30), True),
        ("../2025-06-27", date(1997, 9, 18), True),
        ("2025-24", date(2025, 1, 15), True),
        ("XXXX", date(2025, 1, 15), True),
    ],
)
def test_could_be(text: str, day: date, expected: bool) -> None:
    assert parse(text).could_be(day) is expected


@pytest.mark.parametrize(
    ("measure", "said", "answer"),
    [
        ("2025-05-08", "2025-05-08", Truth.YES),
        ("2025-05", "2025-05-08", Truth.YES),
        ("2025-05-08", "2025-05", Truth.UNKNOWN),
        ("2025-05-08", "2024-05-08", Truth.NO),
        ("XXXX-05-08", "2025-05-08", Truth.YES),
        ("2025-05-08", "XXXX-05-08", Truth.UNKNOWN),
        ("2025-05-08", "XXXX-05-09", Truth.NO),
        ("XXXX-05", "XXXX-05-08", Truth.YES),
        ("XXXX-05-08", "XXXX-05", Truth.UNKNOWN),
        ("XXXX-05", "2025-05", Truth.YES),
        ("XXXX-05", "2025", Truth.UNKNOWN),
        ("XXXX-05", "2025-06/2026-04", Truth.NO),
        ("XXXX-02-29", "2025", Truth.NO),
        ("XXXX-XX-31", "XXXX-04", Truth.NO),
        ("2025-XX-08", "XXXX-05-08", Truth.UNKNOWN),
        ("2025-XX-08", "XXXX-05-09", Truth.NO),
        ("20X4-05-08", "2025/2034", Truth.UNKNOWN),
        ("20X4-05-08", "2025/2033", Truth.NO),
        ("20X4-05-08", "20X5", Truth.NO),
        ("XXXX-05-08~", "20X4-05-16", Truth.NO),
        ("XXXX-05-08~", "20X4-05-15", Truth.UNKNOWN),
        ("2025-0X-08", "2025-10-08", Truth.NO),
        ("../2025-06-27", "2025-06-27", Truth.YES),
        ("../2025-06-27", "2025-06-28", Truth.NO),
        ("../2025-06-27", "XXXX-06-28", Truth.UNKNOWN),
        ("2025-06-27/2025-06-28", "2025-06-28", Truth.YES),
        ("[2025-05-12,2025-05-13]", "2025-05-12/2025-05-13", Truth.YES),
        ("[2025-05-12,2025-05-14]", "2025-05-12/2025-05-14", Truth.UNKNOWN),
        ("[2025-05-12,2025-05-14]", "2025-05-13", Truth.NO),
        # An approximate date contradicts only what lies beyond its margin.
        ("2025-03~", "2025-03-18", Truth.YES),
        ("2025-03~", "2025-04-01", Truth.UNKNOWN),
        ("2025-03~", "2025-05-01", Truth.NO),
        ("2025-03-18", "2025-03~", Truth.UNKNOWN),
        ("2025-03~", "2025-03~", Truth.YES),
        ("2025-06-27", "2025-06-27~", Truth.UNKNOWN),
        ("2024", "2025~", Truth.UNKNOWN),
        ("2023", "2025~", Truth.NO),
        ("XXXX-05-08~", "2025-05-10", Truth.UNKNOWN),
        ("XXXX-05-08~", "2025-05-16", Truth.NO),
        ("XXXX-05-08~", "XXXX-05-16", Truth.NO),
        ("XXXX-05-08~", "XXXX-05-15", Truth.UNKNOWN),
        ("XXXX", "XXXX-05-08~", Truth.YES),
        ("XXXX-05", "XXXX-05~", Truth.UNKNOWN),
        # Nobody fixes the days of a season.
        ("2025-21", "2025-06-15", Truth.UNKNOWN),
        ("2025-21", "2025-08-15", Truth.NO),
        # Doubt about the source does not move the day.
        ("2025-05-08?", "2025-05-08", Truth.YES),
        ("2025-05-08?", "2025-05-09", Truth.NO),
    ],
)
def test_agreement(measure: str, said: str, answer: Truth) -> None:
    assert parse(measure).agrees_with(parse(said)) is answer
    assert parse(said).is_within(parse(measure)) is (answer is Truth.YES)
    assert parse(said).contradicts(parse(measure)) is (answer is Truth.NO)


@pytest.mark.parametrize(
    ("a", "b", "before", "on_or_before"),
    [
        ("2025-05-08", "2025-06-27", Truth.YES, Truth.YES),
        ("2025-06-27", "2025-06-27", Truth.NO, Truth.YES),
        ("2025-06-28", "2025-06-27", Truth.NO, Truth.NO),
        ("2025-06", "2025-06-30", Truth.UNKNOWN, Truth.YES),
        ("2025-06", "2025-06-15", Truth.UNKNOWN, Truth.UNKNOWN),
        ("2025-06", "2025-06-01", Truth.NO, Truth.UNKNOWN),
        ("../2025-06-26", "2025-06-27", Truth.YES, Truth.YES),
        ("2025-06-27/..", "2025-06-27", Truth.NO, Truth.UNKNOWN),
        ("XXXX-05-08", "2025-06-27", Truth.UNKNOWN, Truth.UNKNOWN),
        ("2025-03~", "2025-04-15", Truth.UNKNOWN, Truth.UNKNOWN),
        ("2025-03~", "2025-05-01", Truth.YES, Truth.YES),
    ],
)
def test_order(a: str, b: str, before: Truth, on_or_before: Truth) -> None:
    first, second = parse(a), parse(b)
    assert first.before(second) is second.after(first) is before
    assert first.on_or_before(second) is second.on_or_after(first) is on_or_before


def test_it_is_a_value() -> None:
    found = parse("2025-05~")
    assert pickle.loads(pickle.dumps(found)) == found
    assert copy.deepcopy(found) == found
    assert {found: 1}[parse("2025-05~")] == 1
    assert found != parse("2025-05")
    with pytest.raises(AttributeError):
        found.edtf = "2025-06"  # type: ignore[misc]
