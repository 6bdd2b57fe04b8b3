"""Random histories under a treaty of the Ottawa Convention's shape, for the laws of the law."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import Act
from law.made import done, fact, record

STATES = ("AAA", "BBB", "CCC", "DDD")
FIRST, LAST = date(1997, 1, 1), date(2012, 12, 31)
ALL_DAYS = st.dates(FIRST, date(2014, 12, 31))
KINDS = (
    Act.SIGNATURE,
    Act.RATIFICATION,
    Act.ACCESSION,
    Act.SUCCESSION,
    Act.PROVISIONAL_APPLICATION,
    Act.WITHDRAWAL,
    Act.REVOCATION,
    Act.EXIT_EFFECT,
    Act.EXPULSION,
    Act.SUSPENSION,
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
)


@st.composite
def dates(draw: st.DrawFn, low: date = FIRST) -> str:
    """A day, or the month or year of one."""
    day = draw(st.dates(low, LAST)).isoformat()
    return day[: draw(st.sampled_from((10, 10, 10, 10, 7, 4)))]


@st.composite
def acts(
    draw: st.DrawFn, states: tuple[str, ...] = STATES, low: date = FIRST
) -> tuple[AdjudicatedAct, ...]:
    """Acts of several states, in the record's order."""
    some = st.tuples(st.sampled_from(states), st.sampled_from(KINDS), dates(low))
    told = draw(st.lists(some, max_size=12))
    made = [
        done(who, act, day, rivals=draw(st.lists(dates(low), max_size=1)))
        if draw(st.integers(0, 9)) == 0
        else done(who, act, day)
        for who, act, day in told
    ]
    return tuple(sorted(made, key=lambda a: (a.date.edtf if a.date else "", a.participant)))


@st.composite
def conditions(draw: st.DrawFn) -> tuple[Statement, ...]:
    """Stated times of armed conflict, or of none."""
    some = st.tuples(st.sampled_from(STATES), st.dates(FIRST, LAST), st.integers(0, 900))
    made = []
    for who, start, length in draw(st.lists(some, max_size=4)):
        end = date.fromordinal(start.toordinal() + length).isoformat()
        until = draw(st.sampled_from((end, "..")))
        made.append(fact(who, f"{start.isoformat()}/{until}", holds=draw(st.booleans())))
    return tuple(made)


@st.composite
def records(draw: st.DrawFn) -> TreatyRecord:
    """A record of several states' acts, with facts about armed conflict."""
    return record(*draw(acts()), conditions=draw(conditions()))
