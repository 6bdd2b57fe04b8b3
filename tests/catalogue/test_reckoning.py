"""Published days of entry into force and of exits, from the shipped acts and rules."""

from __future__ import annotations

from datetime import date

import pytest

from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.layers import find_layers
from inforce.catalogue.lint import held_facts
from inforce.catalogue.model import Delay, DelayKind
from inforce.catalogue.reckoning import after, bound_from, bring_into_force, left_by
from inforce.catalogue.sections import Snapshot
from inforce.dates import DayRule, Period


@pytest.fixture(scope="module")
def held() -> Held:
    return held_facts(Snapshot.take(find_layers("")), Faults())


@pytest.mark.parametrize(
    ("treaty", "day"), [("apmbc", date(1999, 3, 1)), ("ccm", date(2010, 8, 1))]
)
def test_the_instruments_bring_the_treaties_into_force(treaty: str, day: date, held: Held) -> None:
    assert bring_into_force(held.treaty_by_id[treaty], held.acts_of(treaty)) == day


@pytest.mark.parametrize(
    ("treaty", "participant", "day"),
    [
        ("apmbc", "LTU", date(2003, 11, 1)),
        ("apmbc", "POL", date(2013, 6, 1)),
        ("apmbc", "UKR", date(2006, 6, 1)),
        ("apmbc", "CAN", date(1999, 3, 1)),
        ("apmbc", "MHL", date(2025, 9, 1)),
        ("ccm", "LTU", date(2011, 9, 1)),
    ],
)
def test_a_participant_is_bound_from_its_published_day(
    treaty: str, participant: str, day: date, held: Held
) -> None:
    rows = held.acts_of(treaty)[participant]
    assert bound_from(held.treaty_by_id[treaty], rows) == day


def test_an_exit_holds_from_its_day_on(held: Held) -> None:
    rows = held.acts_of("apmbc")["LTU"]
    assert not left_by(rows, date(2025, 12, 26))
    assert left_by(rows, date(2025, 12, 27))


@pytest.mark.parametrize(
    ("delay", "day"),
    [
        (None, None),
        (Delay(DelayKind.ON_THE_DAY), date(2025, 6, 27)),
        (Delay(DelayKind.PERIOD, Period(6, "months")), date(2025, 12, 27)),
        (Delay(DelayKind.PERIOD, Period(6, "months"), DayRule.DAY_AFTER), date(2025, 12, 28)),
        (Delay(DelayKind.FIRST_OF_MONTH_AFTER, Period(6, "months")), date(2025, 12, 1)),
        (Delay(DelayKind.FIRST_OF_MONTH_AFTER_PERIOD, Period(60, "days")), date(2025, 9, 1)),
        (Delay(DelayKind.YEARLY), None),
    ],
)
def test_delays_from_27_june_2025(delay: Delay | None, day: date | None) -> None:
    assert after(delay, date(2025, 6, 27)) == day
