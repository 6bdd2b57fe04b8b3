"""What takes effect when, and how sure that is."""

from __future__ import annotations

from datetime import date

import pytest

from inforce import over_time
from inforce.law import EffectState, effects, timelines
from inforce.terms import Act
from law.made import done, fact, instruments, record, treaty

OTTAWA = treaty(needs=(instruments(1),))
JOINED = (
    done("NOR", Act.RATIFICATION, "1998-07-09"),
    done("LTU", Act.RATIFICATION, "2003-05-12"),
)
LEAVING = (*JOINED, done("LTU", Act.WITHDRAWAL, "2025-06-27"))


def exit_of(*acts: object, **more: object) -> tuple[str, EffectState, int]:
    lines = timelines(OTTAWA, record(*acts, **more))  # type: ignore[arg-type]
    found = [one for one in effects(lines.values()) if one.act is Act.EXIT_EFFECT]
    assert len(found) == 1
    return found[0].day.edtf, found[0].state, found[0].changes


def test_an_open_condition_makes_an_exit_tentative_and_its_settling_confirms_it() -> None:
    # Article 20(3) of the Ottawa Convention: six months, unless in an armed conflict then.
    assert exit_of(*LEAVING) == ("2025-12-27", EffectState.TENTATIVE, 0)
    peace = fact("LTU", "2025-12-27", holds=False)
    assert exit_of(*LEAVING, conditions=(peace,)) == ("2025-12-27", EffectState.CONFIRMED, 1)


def test_a_notice_taken_back_cancels_its_effect() -> None:
    # Vienna Convention, article 68.
    back = done("LTU", Act.REVOCATION, "2025-10-01")
    day, state, changes = exit_of(*LEAVING, back)
    assert (day, state, changes) == ("2025-12-27", EffectState.CANCELLED, 1)


def test_effects_come_in_order_within_the_days_asked() -> None:
    lines = timelines(OTTAWA, record(*LEAVING)).values()
    days = [one.day.edtf for one in effects(lines)]
    assert days == sorted(days)
    assert [one.participant for one in effects(lines, first=date(2025, 1, 1))] == ["LTU"]
    assert effects(lines, first=date(2026, 1, 1)) == ()
    assert effects(lines, last=date(1990, 1, 1)) == ()


@pytest.mark.parametrize(
    ("participant", "day"),
    # C.N.364, C.N.362 and C.N.363.2025.TREATIES-XXVI-5: received on 27 June 2025.
    [("Estonia", "2025-12-27"), ("Lithuania", "2025-12-27"), ("Latvia", "2025-12-27")],
)
def test_the_library_tells_the_baltic_exits(participant: str, day: str) -> None:
    found = over_time.effects(treaty="apmbc", participant=participant, first="2025-01-01")
    assert [(one.act, one.day.edtf) for one in found] == [(Act.EXIT_EFFECT, day)]


def test_a_group_keeps_to_its_members() -> None:
    found = over_time.effects(treaty="apmbc", group="BALTIC", first="2025-12-01")
    assert sorted(one.participant for one in found) == ["EST", "LTU", "LVA"]
