from __future__ import annotations

from inforce import dates

PUBLIC = {
    "DateError",
    "DayInterval",
    "DayRule",
    "DaySet",
    "PartialDate",
    "Period",
    "Precision",
    "Reckoned",
    "RecurringWindow",
    "Truth",
    "YearlyWindow",
    "between",
    "first_day_of_month_after",
}


def test_the_room_exports_exactly_these_names() -> None:
    assert set(dates.__all__) == PUBLIC
    assert all(hasattr(dates, name) for name in PUBLIC)
