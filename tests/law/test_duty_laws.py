"""Laws of deadlines that hold of every history and every duty."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue.duties import DutyFrom, Extension, Recurrence, Start
from inforce.catalogue.model import Obligation, Treaty
from inforce.dates import PartialDate, Period, YearlyWindow
from inforce.law import Deadline, DeadlineState, deadlines
from inforce.law.when import When
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import DUTY_ACTS, Act
from law.made import at, done, instruments, record, told, treaty
from law.strategies import ALL_DAYS, STATES, records

PERIODS = st.builds(Period, st.integers(1, 12), st.sampled_from(["days", "months", "years"]))
ROUNDS = st.one_of(
    st.none(),
    st.builds(Recurrence, every=st.sampled_from([Period(1, "years"), Period(30, "months")])),
    st.builds(
        lambda day, start: Recurrence(yearly_by=day, start=start),
        st.sampled_from([YearlyWindow(4, 30), YearlyWindow(2, 29), YearlyWindow(12, 31)]),
        st.sampled_from(list(Start)),
    ),
    st.builds(
        lambda start: Recurrence(after_year_end=Period(90, "days"), start=start),
        st.sampled_from(list(Start)),
    ),
)
DUTIES = st.builds(
    lambda period, again, extension: Obligation(
        at("5"), "duty", period, extension, recurrence=again, discharged_by=Act.COMPLETION
    ),
    PERIODS,
    ROUNDS,
    st.sampled_from([None, Extension("a meeting", Period(2, "years"), renewed=True)]),
)
LONE = st.builds(
    lambda period: Obligation(at("5"), "duty", period, Extension("a meeting")), PERIODS
)
DAYS = st.dates(date(1998, 1, 1), date(2012, 12, 31))
FOUNDER = done("AAA", Act.RATIFICATION, "1997-06-01")


def _treaty(duty: Obligation) -> Treaty:
    return treaty(needs=(instruments(1),), obligations=(duty,))


def _asked(duty: Obligation, made: TreatyRecord, who: str, day: date) -> tuple[Deadline, ...]:
    return deadlines(_treaty(duty), who, made, on=PartialDate.from_day(day))


def _joined(day: date, *acts: AdjudicatedAct) -> TreatyRecord:
    return record(FOUNDER, done("BBB", Act.ACCESSION, day.isoformat()), *acts)


@given(DUTIES, DAYS, DAYS)
def test_a_later_day_of_force_never_gives_an_earlier_deadline(
    duty: Obligation, one: date, other: date
) -> None:
    first, second = sorted((one, other))
    far = date(2030, 1, 1)
    early = _asked(duty, _joined(first), "BBB", far)[0]
    late = _asked(duty, _joined(second), "BBB", far)[0]
    assert When.of(early.due).lo <= When.of(late.due).lo


@given(DUTIES, DAYS)
def test_what_comes_round_comes_in_order_and_ends_with_the_next(
    duty: Obligation, joined: date
) -> None:
    found = _asked(duty, _joined(joined), "BBB", date(2015, 6, 1))
    days = [When.of(one.due).lo for one in found]
    assert days == sorted(set(days))
    assert [one.number for one in found] == list(range(1, len(found) + 1))
    if duty.recurrence is not None:
        assert [one.state for one in found].count(DeadlineState.OPEN) == 1


@given(LONE, DAYS, DAYS, DAYS)
def test_an_extension_never_shortens(
    duty: Obligation, joined: date, granted: date, until: date
) -> None:
    act = told("BBB", Act.EXTENSION, granted.isoformat(), "duty", until=until.isoformat())
    plain = _asked(duty, _joined(joined), "BBB", date(2030, 1, 1))[0]
    moved = _asked(duty, _joined(joined, act), "BBB", date(2030, 1, 1))[0]
    assert moved.original == plain.due
    assert When.of(moved.due) >= When.of(plain.due)


@given(DUTIES, DAYS, st.dates(date(1998, 1, 1), date(2020, 1, 1)))
def test_silence_never_makes_a_duty_overdue_or_met(
    duty: Obligation, joined: date, day: date
) -> None:
    states = {one.state for one in _asked(duty, _joined(joined), "BBB", day)}
    assert states <= {DeadlineState.OPEN, DeadlineState.UNKNOWN}


@given(DUTIES, records(), st.sampled_from(STATES), ALL_DAYS)
def test_every_state_that_is_not_settled_says_why(
    duty: Obligation, made: TreatyRecord, who: str, day: date
) -> None:
    for one in _asked(duty, made, who, day):
        unknown = one.state is DeadlineState.UNKNOWN
        assert (one.because is not None) is unknown
        assert one.trace
        if one.state is DeadlineState.OPEN:
            assert When.of(one.due).lo >= day


@given(LONE, DAYS, st.sampled_from(sorted(DUTY_ACTS)), DAYS)
def test_an_act_changes_nothing_before_its_day(
    duty: Obligation, joined: date, act: Act, when: date
) -> None:
    until = "2014-01-01" if act is Act.EXTENSION else None
    made = told("BBB", act, when.isoformat(), "duty", until=until)
    day = when - timedelta(days=1)
    assert _asked(duty, _joined(joined, made), "BBB", day) == _asked(
        duty, _joined(joined), "BBB", day
    )


@given(DAYS)
def test_a_duty_counted_from_another_is_due_after_it(joined: date) -> None:
    first = Obligation(at("7(1)"), "first", Period(180, "days"))
    second = Obligation(
        at("7(2)"), "second", Period(1, "years"), counted_from=DutyFrom.DUTY, follows="first"
    )
    both = treaty(needs=(instruments(1),), obligations=(first, second))
    found = deadlines(both, "BBB", _joined(joined), on=PartialDate.parse("2030-01-01"))
    before, after = (When.of(one.due).lo for one in found)
    assert Period(1, "years").end_after(before).day == after
