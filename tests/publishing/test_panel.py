"""The panel holds on every day what the law answers when it is asked for that day alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inforce import api
from inforce.dates import PartialDate
from inforce.law.status import status as law_status
from inforce.publishing.panel import COLUMNS, Asked, PanelError, Unit, write_panel
from inforce.publishing.panel import panel as panel_of

_WHO = ("LTU", "UKR", "USA", "SSD", "ETH", "NIU")
_TREATIES = ("apmbc", "ccm")


@pytest.fixture(scope="module")
def view() -> api.View:
    return api.View.open()


@pytest.fixture(scope="module")
def by_day(view: api.View) -> pl.DataFrame:
    found = api.panel(
        unit="day", first="1997", last="2026", treaties=_TREATIES, participants=_WHO, view=view
    )
    assert found is not None
    return found


def _of(frame: pl.DataFrame, who: str, treaty: str) -> pl.DataFrame:
    return frame.filter((pl.col("participant") == who) & (pl.col("treaty") == treaty))


def test_every_participant_treaty_and_day_stands_there_once(by_day: pl.DataFrame) -> None:
    days = (date(2026, 12, 31) - date(1997, 1, 1)).days + 1
    assert by_day.columns == list(COLUMNS)
    assert by_day.height == len(_WHO) * len(_TREATIES) * days
    assert by_day.select("participant", "treaty", "date").is_duplicated().sum() == 0


def test_the_days_of_lithuania_under_the_ottawa_convention(by_day: pl.DataFrame) -> None:
    # Signed 26 February 1999, ratified 12 May 2003, in force 1 November 2003; notice of
    # withdrawal 27 June 2025, in effect 27 December 2025 (depositary's list and notification).
    told = _of(by_day, "LTU", "apmbc").group_by("status", maintain_order=True)
    first = dict(told.agg(pl.col("date").min()).iter_rows())
    assert first == {
        "none": date(1997, 1, 1),
        "signatory": date(1999, 2, 26),
        "contracting": date(2003, 5, 12),
        "party": date(2003, 11, 1),
        "party_exit_running": date(2025, 6, 27),
        "former_party": date(2025, 12, 27),
    }


@settings(max_examples=60, deadline=None)
@given(
    who=st.sampled_from(_WHO),
    treaty=st.sampled_from(_TREATIES),
    day=st.dates(date(1997, 1, 1), date(2026, 12, 31)),
)
def test_the_panel_says_what_the_law_says(
    view: api.View, by_day: pl.DataFrame, who: str, treaty: str, day: date
) -> None:
    asked = view.catalogue.treaty(treaty)
    answer = law_status(asked, who, PartialDate.from_day(day), view.record(treaty))
    row = _of(by_day, who, treaty).filter(pl.col("date") == day).row(0, named=True)
    assert row["status"] == (answer.status.value if answer.status else None)
    assert row["party"] == answer.party.value
    assert row["complete"] is not answer.past_record


def test_the_source_is_that_of_the_act_that_began_the_status(
    view: api.View, by_day: pl.DataFrame
) -> None:
    row = _of(by_day, "LTU", "apmbc").filter(pl.col("date") == date(2025, 7, 1)).row(0, named=True)
    acts = {act.followed.id: act for act in view.record("apmbc").of("LTU")}
    assert acts[row["statement"]].act.value == "withdrawal"
    assert acts[row["statement"]].followed.evidence.source == row["source"]
    never = _of(by_day, "USA", "ccm").row(0, named=True)
    assert (never["status"], never["source"], never["statement"]) == ("none", None, None)


@pytest.mark.parametrize("unit", ["month", "year"])
def test_a_month_and_a_year_have_the_status_of_their_last_day(
    view: api.View, by_day: pl.DataFrame, unit: str
) -> None:
    found = api.panel(
        unit=unit, first="1997", last="2026", treaties=_TREATIES, participants=_WHO, view=view
    )
    assert found is not None
    months = 30 * (12 if unit == "month" else 1)
    assert found.height == months * len(_WHO) * len(_TREATIES)
    keys = ["participant", "treaty", "date"]
    held = [name for name in COLUMNS if name not in (*keys, "whole")]
    both = found.join(by_day, on=keys, how="left", suffix="_day")
    for name in held:
        assert both[name].cast(pl.String).equals(both[f"{name}_day"].cast(pl.String)), name


def test_whole_marks_the_months_without_a_change(view: api.View) -> None:
    found = api.panel(
        unit="month",
        first="2025-05",
        last="2025-12",
        treaties=["apmbc"],
        participants=["LTU"],
        view=view,
    )
    assert found is not None
    changed = {day.month for day, whole in found.select("date", "whole").iter_rows() if not whole}
    # Notice on 27 June, effect on 27 December.
    assert {6, 12} <= changed
    assert not {5, 7, 8, 9, 10, 11} & changed


def test_the_last_unit_ends_with_the_days_asked(view: api.View) -> None:
    found = api.panel(
        unit="year",
        first="2024-03-05",
        last="2025-06-30",
        treaties=["apmbc"],
        participants=["LTU"],
        view=view,
    )
    assert found is not None
    assert found["date"].to_list() == [date(2024, 12, 31), date(2025, 6, 30)]
    assert found["status"].to_list() == ["party", "party_exit_running"]
    assert found["whole"].to_list() == [True, False]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_written_panel_is_the_one_in_memory(view: api.View, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"panel.{ending}"
    asked = {"unit": "month", "first": "2024", "last": "2026", "participants": _WHO}
    there = api.panel(**asked, treaties=_TREATIES, view=view)  # type: ignore[arg-type]
    assert there is not None
    api.panel(**asked, treaties=_TREATIES, out=path, view=view)  # type: ignore[arg-type]
    read = pl.read_csv(path) if ending == "csv" else pl.read_parquet(path)
    assert read.columns == list(COLUMNS)
    assert read.cast(pl.String).equals(there.cast(pl.String))
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_bad_questions_are_refused_in_one_sentence(view: api.View, tmp_path: Path) -> None:
    with pytest.raises(PanelError, match="from 2026-01-01 to 2025-12-31, expected days in that"):
        api.panel(first="2026", last="2025", view=view)
    with pytest.raises(PanelError, match="found 'week' as the panel's unit, expected day, month"):
        api.panel(unit="week", view=view)
    with pytest.raises(PanelError, match="expected two days with a year"):
        api.panel(first="XXXX-04-16", view=view)
    with pytest.raises(PanelError, match=r"ends in '\.xlsx', expected \.parquet or \.csv"):
        api.panel(out=tmp_path / "panel.xlsx", view=view)
    with pytest.raises(PanelError, match="cannot be written"):
        api.panel(out=tmp_path / "none" / "panel.csv", treaties=["ccm"], view=view)
    with pytest.raises(PanelError, match="found no participant"):
        Asked(Unit.DAY, date(2025, 1, 1), date(2025, 1, 2), ())


def test_a_panel_of_no_treaty_has_the_columns_and_no_row(tmp_path: Path) -> None:
    asked = Asked(Unit.YEAR, date(2025, 1, 1), date(2025, 12, 31), ("LTU",))
    assert panel_of([], {}, asked).columns == list(COLUMNS)
    write_panel(tmp_path / "none.csv", [], {}, asked)
    assert (tmp_path / "none.csv").read_text(encoding="utf-8").strip() == ",".join(COLUMNS)


def test_a_writing_that_is_interrupted_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: pl.LazyFrame, place: Path) -> None:
        place.write_text("half a row")
        raise KeyboardInterrupt

    monkeypatch.setattr(pl.LazyFrame, "sink_csv", interrupted)
    asked = Asked(Unit.YEAR, date(2000, 1, 1), date(2000, 12, 31), ("LTU",))
    with pytest.raises(KeyboardInterrupt):
        write_panel(tmp_path / "cut.csv", [], {}, asked)
    assert list(tmp_path.iterdir()) == []
