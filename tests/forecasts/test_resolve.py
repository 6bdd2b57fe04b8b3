"""What became of forecasts, by the dates that the depositary published."""

from __future__ import annotations

from functools import cache

import pytest

from forecasts.made import CATALOGUE, day, entry, said
from inforce.api import View
from inforce.catalogue.model import Treaty
from inforce.forecasts.resolve import Outcome, Resolution, resolve
from inforce.record.model import Statement
from inforce.record.view import TreatyRecord
from inforce.terms import Act, Rung


def resolved(statement: Statement, on: str = "2026-02-01") -> Resolution:
    view = View(CATALOGUE, known_on=day(on))

    @cache
    def held(treaty: str) -> tuple[Treaty, TreatyRecord]:
        return CATALOGUE.treaty(treaty), view.record(treaty)

    (found,) = resolve([entry(statement)], held, on=day(on))
    return found


WITHIN = "2025-05-19/2025-08-19"


@pytest.mark.parametrize("who", ["EST", "LVA"])
def test_the_notice_came_in_the_window_and_the_effect_did_not(who: str) -> None:
    """Notices of 27 June 2025, effects of 27 December 2025."""
    statement = said("likely", "leave", participant=who, act=Act.EXIT_EFFECT, window=WITHIN)
    found = resolved(statement)
    assert (found.outcome, found.reached) == (Outcome.LOWER_RUNG, Rung.NOTIFIED)
    assert any("2025-12-27" in step.words for step in found.trace)
    notified = said("likely", "notify", participant=who, act=Act.WITHDRAWAL, window=WITHIN)
    assert resolved(notified).outcome is Outcome.CAME_TRUE


@pytest.mark.parametrize("who", ["POL", "FIN"])
def test_a_decision_is_met_by_a_vote_or_a_notice(who: str) -> None:
    statement = said(
        "realistic possibility",
        "announce a decision",
        participant=who,
        act=Act.INTENTION_ANNOUNCED,
        about=Act.WITHDRAWAL,
        window=WITHIN,
    )
    assert resolved(statement).outcome is Outcome.CAME_TRUE


def test_a_window_that_runs_is_open_and_one_that_ended_in_vain_did_not() -> None:
    statement = said("likely", "leave", participant="NOR", act=Act.WITHDRAWAL, window=WITHIN)
    assert resolved(statement, on="2025-07-01").outcome is Outcome.OPEN
    assert resolved(statement).outcome is Outcome.DID_NOT


def test_past_the_end_of_the_record_nothing_is_settled() -> None:
    statement = said(
        "likely", "leave", participant="NOR", act=Act.WITHDRAWAL, window="2026-01-01/2026-06-30"
    )
    found = resolved(statement, on="2026-11-01")
    assert found.outcome is Outcome.OPEN
    assert "the record is complete until 2026-02-03" in found.trace[-1].words


def test_what_was_known_then_decides() -> None:
    """The notice of 27 June 2025, asked about on 26 June."""
    statement = said("likely", "notify", participant="LTU", act=Act.WITHDRAWAL, window=WITHIN)
    assert resolved(statement, on="2025-06-26").outcome is Outcome.OPEN
    assert resolved(statement, on="2025-07-04").outcome is Outcome.CAME_TRUE


def test_what_had_happened_before_it_was_forecast_is_void() -> None:
    statement = said(
        "likely", "join", participant="LTU", act=Act.RATIFICATION, window="2025-05-19/2025-08-19"
    )
    assert resolved(statement).outcome is Outcome.VOIDED


def test_what_no_record_settles_is_kept_with_why() -> None:
    found = resolved(said("highly likely", "strain the unity of the Union", participant="EU"))
    assert found.outcome is Outcome.UNRESOLVABLE
    assert "no act of a treaty" in found.trace[0].words


def test_what_the_law_forbids_is_barred_while_it_binds() -> None:
    """Lithuania was bound until 26 December 2025; the window runs to 19 May 2026."""
    statement = said(
        "realistic possibility",
        "begin deploying mines near the border",
        participant="LTU",
        window="2025-08-19/2026-05-19",
    )
    found = resolved(statement)
    (barred,) = found.barred
    assert found.outcome is Outcome.OPEN
    assert (barred.start, barred.last_day) == (
        day("2025-08-19").earliest,
        day("2025-12-26").latest,
    )
    assert found.trace[0].article == "apmbc 1"
    assert resolved(statement, on="2026-08-01").outcome is Outcome.UNRESOLVABLE


def test_one_whom_no_treaty_binds_is_barred_from_nothing() -> None:
    statement = said("likely", "deploy mines", participant="RUS", window="2025-08-19/2026-05-19")
    found = resolved(statement)
    assert (found.outcome, found.barred) == (Outcome.UNRESOLVABLE, ())
