"""The shipped acts of every treaty against the shared table of participation, both ways."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from inforce.catalogue import Catalogue, load
from inforce.terms import EXIT_NOTICES, Act

Fact = tuple[str, str, str, str]
"""(treaty, participant, act, date); the two words for an exit's notice are one."""

NOTICE = "notice"
ACTS = {
    "succession_to_signature": Act.SIGNATURE,
    "withdrawal_notified": NOTICE,
    "denunciation_notified": NOTICE,
    "withdrawal_effective": Act.EXIT_EFFECT,
    "denunciation_effective": Act.EXIT_EFFECT,
    "cessation_effective": Act.EXIT_EFFECT,
    "withdrawal_rescinded": Act.REVOCATION,
    "reaccession_effective": Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    "cessation_announced": Act.EXPULSION,
    "provisional_application_ended": Act.PROVISIONAL_APPLICATION_END,
    "provisional_application_suspended": Act.PROVISIONAL_APPLICATION_END,
    "suspension_notified": Act.SUSPENSION,
    "suspension_effective": Act.SUSPENSION,
    "party_date_unknown": Act.CONSENT_TO_BE_BOUND,
}
LEFT_OUT = {
    # Not an act, an instrument that does not count, and two days that were computed, not seen.
    ("cfe", "CSK", "ceased_to_exist"),
    ("bwc", "TWN", "ratification_not_counted"),
    ("ect", "POL", "withdrawal_effective"),
    ("ect", "EUU", "withdrawal_effective"),
}
DATED = {
    # Between the days that the sources leave, where the table has the year or nothing.
    ("att", "ECU", Act.RATIFICATION, "2026"): "2026-02-04/2026-11-22",
    ("cat", "LCA", Act.ACCESSION, "2026"): "2026-02-04/2026-11-22",
    ("bbnj", "JPN", Act.CONSENT_TO_BE_BOUND, ""): "2025-09-20/2026-01-17",
    ("bwc", "LBR", Act.CONSENT_TO_BE_BOUND, ""): "../2025-05-20",
    ("ect", "EURATOM", Act.RATIFICATION, ""): "../2024-05-03",
    ("cfe", "GBR", Act.RATIFICATION, ""): "1990-11-19/1992-10-30",
    ("cfe", "USA", Act.RATIFICATION, ""): "1990-11-19/1992-10-30",
    # The announcement of a suspension from 7 December on, from withdrawals.csv.
    ("cfe", "USA", Act.SUSPENSION, "2023-12-07"): "2023-11-07",
}
ONLY_EXITS = {
    *("aarhus", "achr", "icrw", "icsid", "inf", "newstart", "oascharter", "single1961"),
    *("teu", "unesco", "who"),
}
OURS = {
    # What the table's notes, or withdrawals.csv, say beside it.
    ("echr", "GRC", Act.RATIFICATION, "1953"),
    ("echr", "RUS", Act.RATIFICATION, "1998"),
    ("ect", "ITA", Act.CONSENT_TO_BE_BOUND, "../2014-12-30"),
    ("ect", "AUS", Act.PROVISIONAL_APPLICATION, "1994-12-17"),
    ("ect", "AUS", Act.INTENTION_NOT_TO_JOIN, "2021-09-28"),
    ("ect", "RUS", Act.PROVISIONAL_APPLICATION, "1994-12-17"),
    ("ect", "RUS", Act.INTENTION_NOT_TO_JOIN, "2009-08-20"),
    ("npt", "PRK", Act.REVOCATION, "1993-06-11"),
    ("npt", "PRK", Act.EXIT_EFFECT, "2003-01-11"),
    # The notice that the table lacks, and what brought treaties into force and is in no list of
    # present States, or in none that was obtained.
    ("ect", "GBR", NOTICE, "2024-04-26"),
    ("iccpr", "CSK", Act.RATIFICATION, "1975-12-23"),
    ("iccpr", "DDR", Act.RATIFICATION, "1973-11-08"),
    ("iccpr", "YUG", Act.RATIFICATION, "1971-06-02"),
    ("cedaw", "CSK", Act.RATIFICATION, "1982-02-16"),
    ("cedaw", "DDR", Act.RATIFICATION, "1980-07-09"),
    ("cedaw", "YUG", Act.RATIFICATION, "1982-02-26"),
    ("vclt", "CSK", Act.ACCESSION, "1987-07-29"),
    ("vclt", "DDR", Act.ACCESSION, "1986-10-20"),
    ("vclt", "YUG", Act.RATIFICATION, "1970-08-27"),
    ("ccw", "CSK", Act.RATIFICATION, "1982-08-31"),
    ("ccw", "DDR", Act.RATIFICATION, "1982-07-20"),
    ("ccw", "YUG", Act.RATIFICATION, "1983-05-24"),
    ("ost", "ARM", Act.ACCESSION, "2018-03-28"),
    ("ost", "BIH", Act.ACCESSION, "2020-09-29"),
    ("ost", "COL", Act.RATIFICATION, "2024-03-21"),
    ("ctbt", "RUS", Act.RATIFICATION, "2000"),
    ("ctbt", "RUS", Act.REVOCATION, "2023-11-03"),
    ("rome", "MYS", Act.ACCESSION, "2019-03-04"),
    ("rome", "MYS", Act.REVOCATION, "2019-04-29"),
    ("gc1949", "CHE", Act.RATIFICATION, "1950-03-31"),
    ("gc1949", "YUG", Act.RATIFICATION, "1950-04-21"),
    ("ap1", "GHA", Act.RATIFICATION, "1978-02-28"),
    ("ap1", "LBY", Act.ACCESSION, "1978-06-07"),
    ("ap2", "GHA", Act.RATIFICATION, "1978-02-28"),
    ("ap2", "LBY", Act.ACCESSION, "1978-06-07"),
    ("ap3", "CHE", Act.RATIFICATION, "2006-07-14"),
    ("ap3", "NOR", Act.RATIFICATION, "2006-06-13"),
}


@cache
def catalogue() -> Catalogue:
    return load("")


def _told(shared: Path) -> Iterator[Fact]:
    """The table's facts, in the catalogue's words."""
    path = shared / "facts" / "participation.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            treaty, who, action = row["treaty_id"].lower(), row["state_iso3"], row["action"]
            if treaty in ("apmbc", "ccm") or (treaty, who, action) in LEFT_OUT:
                continue
            act = ACTS.get(action) or Act(action)
            day = DATED.get((treaty, who, Act(act), row["date"])) if act != NOTICE else None
            marked = treaty in ("ccw-p1", "ccw-p2", "ccw-p3") and not row["date"]
            day = "1981-04-10/2026-02-03" if marked else day
            yield treaty, who, str(act), day or row["date"]


def _held() -> Iterator[Fact]:
    for treaty in catalogue().treaties():
        if treaty.id in ONLY_EXITS | {"apmbc", "ccm"}:
            continue
        for row in catalogue().acts(treaty.id):
            act = NOTICE if row.act in EXIT_NOTICES else str(row.act)
            yield treaty.id, row.participant, act, row.date.edtf if row.date else ""


def test_every_act_of_the_table_is_held_and_no_other(shared: Path) -> None:
    told, held = set(_told(shared)), set(_held())
    assert told - held == set()
    assert held - told == {(t, who, str(act), day) for t, who, act, day in OURS}
    assert len(told) > 6500


def test_what_no_source_prints_plainly_is_marked_with_the_reason() -> None:
    for treaty in catalogue().treaties():
        for row in catalogue().acts(treaty.id):
            assert row.reference, row
            assert row.verified or row.note, row
