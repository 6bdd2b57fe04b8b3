"""The picture of a timeline: right days, readable labels, nothing over anything else."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.publishing.axis import Axis, axis_for
from inforce.publishing.figure import WIDTH, figure
from inforce.publishing.labels import slots, text_width
from inforce.publishing.lane import Claimed, note, points
from publishing.sample import estonia, ukraine_line

DAY = date(2025, 6, 27)
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def claim(day: date, words: str = "vote in parliament", *, kind: str = "supported") -> Claimed:
    parts = (("✓ supported ", ""), ("1.1", "s-1"), (f": {words}", ""))
    return Claimed("EST", day, day, str(day), kind, parts)


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(1, 600)), max_size=12))
def test_no_label_lies_over_another(wanted: list[tuple[float, float]]) -> None:
    found = slots(wanted, left=0, right=1000)
    for a, b in combinations(found, 2):
        if a.row == b.row:
            assert a.x + a.width <= b.x or b.x + b.width <= a.x
    assert all(slot.x >= 0 and slot.x + slot.width <= 1000 for slot in found)


@given(st.lists(DAYS, min_size=1, max_size=12))
def test_no_label_of_a_picture_lies_over_another_or_outside(days: list[date]) -> None:
    drawn = figure("apmbc", [("Estonia", estonia())], [claim(day) for day in days])
    assert drawn is not None
    for a, b in combinations(drawn.boxes, 2):
        assert not a.overlaps(b)
    for box in drawn.boxes:
        assert box.x >= 0
        assert box.x + box.width <= WIDTH
        assert box.y + box.height <= drawn.height


def test_a_label_is_as_wide_as_its_text_and_wide_letters_count_twice() -> None:
    assert text_width("abcd") == 4 * text_width("a")
    assert text_width("条約") == 2 * text_width("ab")


def test_notice_and_effect_stand_apart_by_their_days() -> None:
    drawn = figure("apmbc", [("Estonia", estonia())], [claim(date(2025, 6, 4))])
    assert drawn is not None
    (lane,) = drawn.lanes
    at = {label.parts[0][0]: label.anchor for label in lane.labels if label.kind == "record"}
    notice = at["27 June 2025  notice of withdrawal"]
    effect = at["27 December 2025  exit taking effect"]
    running = next(bar for bar in lane.bars if bar.kind == "party_exit_running")
    assert (running.x, round(running.x + running.width, 1)) == (notice, effect)
    assert running.text == "exit running: six months"


def test_acts_of_long_ago_do_not_squeeze_the_exit_but_are_told_beside_the_name() -> None:
    drawn = figure("apmbc", [("Estonia", estonia())], [claim(date(2025, 6, 4))])
    assert drawn is not None
    texts = [text for label in drawn.lanes[0].labels for text, _ in label.parts]
    assert not any("accession" in text for text in texts)
    assert drawn.lanes[0].note == "Party since 1 November 2004"


def test_a_claim_far_outside_stands_at_the_edge_with_an_arrow() -> None:
    days = [claim(date(1997, 12, 3)), claim(DAY), claim(date(2025, 12, 27))]
    drawn = figure("apmbc", [("Estonia", estonia())], days)
    assert drawn is not None
    early = [label for label in drawn.lanes[0].labels if label.parts[0][0].startswith("◂")]
    assert [label.anchor for label in early] == [10.0]


def test_only_participants_of_whom_a_claim_speaks_get_a_lane() -> None:
    lines = [("Estonia", estonia()), ("Ukraine", ukraine_line())]
    drawn = figure("apmbc", lines, [claim(DAY)])
    assert drawn is not None
    assert [lane.name for lane in drawn.lanes] == ["Estonia"]
    assert figure("apmbc", lines, []) is None


def test_the_table_tells_every_act_and_claim_in_order_of_date() -> None:
    drawn = figure("apmbc", [("Estonia", estonia())], [claim(date(2025, 5, 2))])
    assert drawn is not None
    days = [day for day, *_ in drawn.rows]
    assert days == ["2025-05-02", "4 June 2025", "11 June 2025", "27 June 2025", "27 December 2025"]


def test_an_effect_that_no_act_tells_is_drawn_from_the_exit() -> None:
    told = [point.words for point in points(estonia())]
    assert told.count("exit taking effect") == 1


def test_the_note_names_the_status_at_the_left_end() -> None:
    assert note(estonia(), date(2026, 1, 1)) == "Former party since 27 December 2025"
    assert note(estonia(), date(2000, 1, 1)) == "Not a party"


@given(st.lists(DAYS, min_size=1))
def test_the_axis_shows_every_day_of_a_group_and_keeps_their_order(days: list[date]) -> None:
    axis = axis_for(days, 0, 100)
    assert axis is not None
    close = max(days) - min(days) <= timedelta(days=730)
    assert not close or all(axis.shows(day) for day in days)
    places = [axis.x(day) for day in sorted(days)]
    assert places == sorted(places)


@pytest.mark.parametrize(("months", "words"), [(5, "Jun 2025"), (30, "Jul 2025"), (300, "2030")])
def test_ticks_are_firsts_of_months_or_years_and_few(months: int, words: str) -> None:
    axis = Axis(date(2025, 5, 20), date(2025, 5, 20) + timedelta(days=30 * months), 0, 100)
    ticks = axis.ticks(11)
    assert 3 <= len(ticks) <= 11
    assert words in [text for _, text in ticks]
    assert all(day.day == 1 for day, _ in ticks)
