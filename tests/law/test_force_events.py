"""How treaties entered into force: from the recorded instruments, or with what is lacking."""

from __future__ import annotations

import csv
from pathlib import Path

from inforce.catalogue import load
from inforce.law import Force, treaty_force
from inforce.record.build import record_of
from inforce.terms import AnswerKind

LACKING = {
    "kyoto": "the carbon dioxide of Annex I parties in 1990",
    "cedaw": "German Democratic Republic",
    "vclt": "former Yugoslavia",
    "iccpr": "instruments of former States",
    "ccw": "three instruments of former States",
    "achr": "2 of 11 instruments",
    "uncac": "none of its instruments; the thirtieth was that of Ecuador",
    "ect": "signature of the Charter by 16 June 1995",
    "openskies": "the quotas of Annex A have not been read",
    "gc1949": "no instrument is in the record",
    "ap1": "only a part of the instruments",
    "ap3": "only one instrument",
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
    assert (len(rows), computed) == (29, 17)


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
