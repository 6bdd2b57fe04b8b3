"""Laws that hold of every history: DESIGN, "The law, exactly" and "Status"."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate, Truth
from inforce.law import (
    ExitState,
    Way,
    counted_days,
    matrix,
    parties,
    quantifier,
    quantifier_days,
    status,
    timeline,
    treaty_force,
)
from inforce.law.status import party_of
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import PARTY_STATUSES, Act, AnswerKind
from law.made import done, exit_rule, instruments, record, treaty
from law.strategies import ALL_DAYS, STATES, acts, records

OTTAWA = treaty(needs=(instruments(2),))
TREATIES = st.sampled_from(
    (
        OTTAWA,
        treaty(needs=(instruments(1),), leaving=exit_rule(conflict=False)),
        treaty(needs=(instruments(1),), in_force="1999-03-01"),
        treaty(needs=(instruments(3),), later=None),
    )
)


@given(TREATIES, records(), st.sampled_from(STATES))
def test_spans_partition_all_days(one: Treaty, made: TreatyRecord, who: str) -> None:
    spans = timeline(one, who, made).spans
    assert (spans[0].days.start, spans[-1].days.end) == (None, None)
    assert all(a.days.end == b.days.start is not None for a, b in pairwise(spans))
    assert not any(span.days.is_empty for span in spans)


@given(TREATIES, records(), st.sampled_from(STATES))
def test_an_open_span_has_more_than_one_status_to_choose_from(
    one: Treaty, made: TreatyRecord, who: str
) -> None:
    for span in timeline(one, who, made).spans:
        if span.is_settled:
            assert span.possible == (span.status,)
        else:
            assert len(set(span.possible)) > 1
            assert span.because is not None


@given(TREATIES, records(), st.sampled_from(STATES), ALL_DAYS)
def test_status_is_that_of_the_span_that_holds_the_day(
    one: Treaty, made: TreatyRecord, who: str, day: date
) -> None:
    found = status(one, who, PartialDate.from_day(day), made)
    span = next(s for s in timeline(one, who, made).spans if s.days.contains(day))
    if made.acts:
        assert found.party is party_of(span)
        assert found.status == (span.status if span.is_settled else None)
    if found.status is not None:
        bound = AnswerKind.YES if found.status in PARTY_STATUSES else AnswerKind.NO
        assert found.party is bound


@given(TREATIES, records(), ALL_DAYS)
def test_the_matrix_gives_what_status_gives(one: Treaty, made: TreatyRecord, day: date) -> None:
    on = PartialDate.from_day(day)
    found = matrix([one], [*STATES, "ZZZ"], on, {one.id: made})
    asked = {(who, one.id): status(one, who, on, made).status for who in (*STATES, "ZZZ")}
    assert found == asked


@given(acts(STATES[:2]), acts(("XXX",), low=date(2000, 1, 1)), st.sampled_from(STATES[:2]))
def test_knowing_more_of_one_never_changes_another(
    base: tuple[AdjudicatedAct, ...], more: tuple[AdjudicatedAct, ...], who: str
) -> None:
    # The treaty's own force is settled before, so that no further instrument moves it.
    founders = [done(name, Act.RATIFICATION, "1996-01-01") for name in ("FFF", "GGG")]
    before, after = record(*founders, *base), record(*founders, *base, *more)
    assert timeline(OTTAWA, who, before) == timeline(OTTAWA, who, after)


@given(TREATIES, records())
def test_a_notice_and_its_effect_are_two_dates(one: Treaty, made: TreatyRecord) -> None:
    for who in STATES:
        for found in timeline(one, who, made).exits:
            if found.notice is not None and found.notice.date is not None and found.expected:
                assert found.expected != found.notice.date
                assert found.notice.date.before(found.expected) is not Truth.NO
                if found.state is ExitState.EFFECTIVE:
                    assert found.effect != found.notice.date


@given(TREATIES, records(), ALL_DAYS)
def test_counts_both_ways_are_bounds_and_agree_with_the_names(
    one: Treaty, made: TreatyRecord, day: date
) -> None:
    found = parties(one, PartialDate.from_day(day), made)
    for sure, left_open, bounds in (
        (found.in_force, found.unknown, found.in_force_range),
        (found.deposited, found.unknown_deposits, found.deposited_range),
    ):
        assert (bounds.low, bounds.high) == (len(sure), len(sure) + len(left_open))
        assert list(sure) == sorted(sure)
        assert not set(sure) & set(left_open)
    # One that consented and leaves before it was bound is open only among the deposits.
    waiting = {x.participant for x in found.expected_exits}
    assert waiting <= {*found.unknown, *found.unknown_deposits}


@given(TREATIES, records(), ALL_DAYS)
def test_the_counts_of_all_days_are_those_of_each_day(
    one: Treaty, made: TreatyRecord, day: date
) -> None:
    found = parties(one, PartialDate.from_day(day), made)
    for way, bounds in (
        (Way.IN_FORCE, found.in_force_range),
        (Way.DEPOSITED, found.deposited_range),
    ):
        counted = counted_days(one, made, way)
        assert next(count for days, count in counted if days.contains(day)) == bounds


@given(TREATIES, records(), ALL_DAYS, st.sampled_from(("all", "most", "half", "some", "none", 2)))
def test_a_quantifier_is_true_on_its_days_only(
    one: Treaty, made: TreatyRecord, day: date, word: str | int
) -> None:
    found = quantifier(parties(one, PartialDate.from_day(day), made), STATES, word)
    days = quantifier_days(one, made, STATES, word)
    assert days.contains(day) is (found is Truth.YES)


@given(TREATIES, records(), st.sampled_from(STATES))
def test_nobody_is_bound_before_the_treaty_itself(
    one: Treaty, made: TreatyRecord, who: str
) -> None:
    force = treaty_force(one, made)
    days = [day.earliest for day in (force.day, force.computed) if day and day.earliest]
    for span in timeline(one, who, made).spans:
        if PARTY_STATUSES & set(span.possible):
            assert span.days.start is not None
            assert span.days.start >= min(days, default=date.max)
