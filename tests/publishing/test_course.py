"""The two counts over time, against numbers that were published for a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from inforce import api
from inforce.law import Way, counted_days
from inforce.publishing.course import Course, course


def _course(treaty_id: str) -> Course:
    view = api.View.open()
    found = course(view.catalogue.treaty(treaty_id), view.record(treaty_id))
    assert found is not None
    return found


# Printed numbers: UN Treaty Collection, status pages of 3 February 2026; none was bound before the
# day on which the treaty itself entered into force, 1 March 1999.
@pytest.mark.parametrize(
    ("treaty", "day", "in_force", "consented"),
    [
        ("apmbc", date(1999, 2, 28), 0, None),
        ("apmbc", date(2026, 2, 3), 162, 162),
        ("ccm", date(2026, 2, 3), 111, 112),
        ("att", date(2026, 2, 3), 117, 117),
    ],
)
def test_the_counts_are_those_printed_for_the_day(
    treaty: str, day: date, in_force: int, consented: int | None
) -> None:
    bound, given = _course(treaty).on(day)
    assert (bound.low, bound.high) == (in_force, in_force)
    assert consented is None or (given.low, given.high) == (consented, consented)


def test_a_course_ends_where_the_record_does_and_says_whether_that_is_all() -> None:
    whole, part = _course("apmbc"), _course("ap1")
    assert (whole.first, whole.until, whole.complete) == (date(1997, 12, 3), date(2026, 2, 3), True)
    assert not part.complete


def test_every_change_is_one_of_the_counted_stretches() -> None:
    view = api.View.open()
    found = _course("openskies")
    counted = counted_days(
        view.catalogue.treaty("openskies"), view.record("openskies"), Way.IN_FORCE
    )
    for change in found.in_force:
        (held,) = (n for days, n in counted if days.contains(change.day))
        assert (held.low, held.high) == (change.low, change.high)
    assert found.on(found.first - timedelta(days=1))[0].high == 0


def test_a_record_that_names_nobody_has_no_course() -> None:
    view = api.View.open()
    assert course(view.catalogue.treaty("uncac"), view.record("uncac")) is None
