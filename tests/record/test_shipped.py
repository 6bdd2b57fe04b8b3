from __future__ import annotations

from dataclasses import replace
from datetime import date

from inforce.catalogue.model import ActRow, ConditionRow
from inforce.dates import PartialDate
from inforce.record.shipped import act_statements, condition_statement
from inforce.record.values import Condition, Tally, Threshold
from inforce.terms import Act, ClaimKind, Modality

DAY = date(2026, 11, 22)


def row(act: Act, when: str, asserted: str | None = None) -> ActRow:
    said = PartialDate.parse(asserted) if asserted else None
    return ActRow("apmbc", "LTU", act, PartialDate.parse(when), said, "unsg", "page", True)


def test_what_no_source_dates_was_said_on_its_own_day() -> None:
    (statement,) = act_statements(row(Act.WITHDRAWAL, "2025-06-27"), DAY)
    assert statement.evidence.asserted == PartialDate.parse("2025-06-27")
    assert statement.evidence.asserted_assumed
    assert statement.modality is Modality.DONE


def test_what_a_source_dates_keeps_its_day() -> None:
    (statement,) = act_statements(row(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03"), DAY)
    assert statement.evidence.asserted == PartialDate.parse("2025-07-03")
    assert not statement.evidence.asserted_assumed


def test_an_effect_announced_before_its_day_is_planned() -> None:
    # The status page of 3 February 2026 prints Poland's exit of 20 February as to come.
    (statement,) = act_statements(row(Act.EXIT_EFFECT, "2026-02-20", asserted="2026-02-03"), DAY)
    assert statement.modality is Modality.PLANNED


def test_what_lies_ahead_of_the_catalogue_was_announced_by_its_day() -> None:
    (statement,) = act_statements(row(Act.EXIT_EFFECT, "2027-06-02"), DAY)
    assert statement.modality is Modality.PLANNED
    assert statement.evidence.asserted == PartialDate.from_day(DAY)


def test_a_vote_carries_its_tally_and_the_votes_needed() -> None:
    # 8 May 2025: 107 for, 0 against, 3 abstained; 85 of 141 needed.
    tally = (("for", 107), ("against", 0), ("abstain", 3), ("threshold", 85), ("seats", 141))
    vote = row(Act.BILL_ADOPTED, "2025-05-08")
    vote = replace(vote, about=Act.WITHDRAWAL, body="Seimas", tally=tally)
    act, needed = act_statements(vote, DAY)
    assert act.claim.value == Tally(107, 0, 3, seats=141)
    assert (act.claim.about, act.claim.body) == (Act.WITHDRAWAL, "Seimas")
    assert (needed.claim.kind, needed.claim.value) == (ClaimKind.THRESHOLD, Threshold(85))


def test_a_condition_runs_from_its_first_to_its_last_day() -> None:
    conflict = ConditionRow(
        "UKR",
        "armed_conflict",
        True,
        PartialDate.parse("2022-02-24"),
        None,
        None,
        None,
        "rulac",
        "page",
        True,
    )
    statement = condition_statement(conflict, DAY)
    assert str(statement.claim.date) == "2022-02-24/.."
    assert statement.claim.value == Condition("armed_conflict", True, statement.claim.date)
    assert statement.evidence.asserted == PartialDate.parse("2022-02-24")
