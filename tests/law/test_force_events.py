"""How treaties entered into force: from the recorded instruments, or with what is lacking."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from inforce.catalogue import load
from inforce.dates import PartialDate
from inforce.law import Force, parties, treaty_force
from inforce.record.build import record_of
from inforce.terms import AnswerKind

LACKING = {
    "uncac": "none of its instruments; the thirtieth was that of Ecuador",
    "ect": "signature of the Charter by 16 June 1995",
}
"""What the record lacks, in the words of the answer's trace."""


def _force(treaty_id: str) -> Force:
    catalogue = load("")
    treaty = catalogue.treaty(treaty_id)
    return treaty_force(treaty, record_of(catalogue, treaty.id))


def test_every_entry_into_force_comes_from_the_instruments_or_names_what_is_lacking(
    shared: Path,
) -> None:
    path = shared / "facts" / "entry_into_force_events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    computed = 0
    for row in rows:
        treaty = row["treaty_id"].lower()
        force = _force(treaty)
        words = " ".join(step.words for step in force.trace)
        assert (treaty, force.answer, str(force.day)) == (
            treaty,
            AnswerKind.YES,
            row["entry_into_force"],
        )
        if treaty in LACKING:
            assert LACKING[treaty] in words, treaty
            assert force.reached is None, treaty
        else:
            computed += 1
            assert str(force.computed) == row["entry_into_force"], treaty
            reached = str(force.reached)
            assert row["trigger_date"] in ("", reached), (treaty, reached)
    assert (len(rows), computed) == (29, 27)


def test_the_paris_agreement_waited_for_the_share_of_emissions() -> None:
    # Fifty-five instruments on 21 September 2016, 55 per cent on 5 October (UNFCCC).
    force = _force("paris")
    share = next(step for step in force.trace if "per cent" in step.words)
    assert share.day == "2016-10-05"
    assert "emissions article 21" in share.words


def test_the_test_ban_treaty_waits_for_the_states_of_its_annex_2() -> None:
    # 36 of the 44 had ratified; Russia took its ratification back in 2023.
    force = _force("ctbt")
    assert force.answer is AnswerKind.NO
    assert force.trace[0].words == "35 of 44 named participants"


def test_the_kyoto_protocol_waited_for_russia() -> None:
    # UNFCCC: 55 parties on 23 May 2002; 55 per cent of the emissions of 1990 with Russia.
    force = _force("kyoto")
    share = next(step for step in force.trace if "per cent" in step.words)
    assert (share.day, share.words[:4], share.words[-3:]) == ("2004-11-18", "61.6", "RUS")


@pytest.mark.parametrize(
    ("treaty", "who"),
    [("cedaw", "DDR"), ("vclt", "YUG"), ("iccpr", "CSK"), ("ccw", "DDR"), ("gc1949", "YUG")],
)
def test_a_state_that_is_no_more_counted_while_it_was(treaty: str, who: str) -> None:
    catalogue = load("")
    record = record_of(catalogue, treaty)
    assert who in {act.participant for act in _force(treaty).counted}
    found = parties(catalogue.treaty(treaty), PartialDate.parse("2000-01-01"), record)
    assert who not in found.deposited


def test_the_open_skies_treaty_waited_for_every_state_with_a_large_quota() -> None:
    # armscontrol.org, December 2001: Russia and Belarus on 2 November, in force on 1 January 2002.
    force = _force("openskies")
    assert (str(force.reached), str(force.computed)) == ("2001-11-02", "2002-01-01")
    assert force.threshold is not None
    assert force.threshold.participant in ("BLR", "RUS")
