from __future__ import annotations

from dataclasses import replace

from inforce.catalogue.duties import Recurrence
from inforce.catalogue.model import Article, Obligation, RuleState
from inforce.dates import PartialDate, Period, YearlyWindow
from inforce.law.answers import Deadline, DeadlineState
from inforce.law.model import Step
from inforce.publishing.deadlines import calendar_entry, deadline_json, deadline_lines
from inforce.terms import UnknownBecause
from publishing.makers import Names

ON = PartialDate.parse("2026-01-01")
CLEARANCE = Obligation(
    Article("5", RuleState.STATED, None, "Ten years."), "clearance", Period(10, "years")
)
REPORTS = replace(
    CLEARANCE,
    name="yearly reports",
    deadline=None,
    recurrence=Recurrence(yearly_by=YearlyWindow(4, 30)),
)


def due(
    day: str | None,
    state: DeadlineState = DeadlineState.OPEN,
    *,
    who: str = "LTU",
    duty: Obligation = CLEARANCE,
    number: int = 1,
) -> Deadline:
    when = PartialDate.parse(day) if day else None
    because = UnknownBecause.OPEN_FACT if state is DeadlineState.UNKNOWN else None
    steps = (Step("2003-11-01 + ten years = 2013-11-01", "5"),)
    return Deadline(duty, who, when, state, steps, "apmbc", number, original=when, because=because)


def test_deadlines_of_one_duty_in_one_state_stand_on_one_line() -> None:
    found = [
        due("2024-04-30", DeadlineState.UNKNOWN, duty=REPORTS),
        due("2025-04-30", DeadlineState.UNKNOWN, duty=REPORTS, number=2),
        due("2026-04-30", duty=REPORTS, number=3),
    ]
    assert deadline_lines(found, Names(), on=ON)[:3] == [
        "Lithuania and the Ottawa Convention (apmbc): deadlines on 2026-01-01",
        "  2025-04-30  unknown  yearly reports (article 5), because of an open fact; "
        "the last of 2 since 2024-04-30",
        "  2026-04-30  open     yearly reports (article 5)",
    ]


def test_participants_with_one_duty_on_one_day_stand_together_and_reasons_follow() -> None:
    two = [due("2026-11-01"), due("2026-11-01", who="LVA")]
    lines = deadline_lines(two, Names(), on=ON, known_on=PartialDate.parse("2025"))
    assert lines[:2] == [
        "2 deadlines on 2026-01-01, as known on 2025",
        "  2026-11-01  open     Ottawa Convention, clearance (article 5): Lithuania, Latvia",
    ]
    assert "record is complete" in lines[-1]
    alone = deadline_lines(two[:1], Names(), on=ON, working=True)
    assert alone[2] == "      - 2003-11-01 + ten years = 2013-11-01 [article 5]"


def test_a_deadline_without_a_day_says_so() -> None:
    lines = deadline_lines([due(None, DeadlineState.UNKNOWN)], Names(), on=ON)
    assert lines[1].startswith("  no day      unknown  clearance")
    assert calendar_entry(due(None, DeadlineState.UNKNOWN), Names()) is None


def test_a_calendar_entry_keeps_its_identity_when_the_deadline_is_extended() -> None:
    plain = due("2026-11-01")
    moved = replace(plain, due=PartialDate.parse("2030-11-01"))
    first, second = calendar_entry(plain, Names()), calendar_entry(moved, Names())
    assert first is not None
    assert second is not None
    assert first.uid == second.uid == "apmbc-LTU-clearance-2026-11-01"
    assert (first.day, second.day) == ("2026-11-01", "2030-11-01")
    assert first.summary == "Lithuania: clearance (Ottawa Convention, article 5)"
    assert first.categories == ("apmbc", "LTU", "open")
    vague = calendar_entry(due("2026"), Names())
    assert vague is not None
    assert vague.day == "2026-12-31"
    assert vague.description.startswith("Falls due in 2026. State: open.")


def test_the_json_object_holds_the_duty_its_day_and_its_state() -> None:
    found = deadline_json(due("2026-11-01"), Names(), on=ON)
    assert (found["duty"], found["article"], found["due"]) == ("clearance", "5", "2026-11-01")
    assert (found["state"], found["because"], found["recurs"]) == ("open", None, False)
    assert found["name"] == "Lithuania"
    assert found["trace"][0]["article"] == "5"
