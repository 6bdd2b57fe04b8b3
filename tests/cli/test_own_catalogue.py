"""A user's own treaty, in files laid over the catalogue, is asked everything that others are.

The Harbour Convention is made up. It asks for three instruments and 90 days, for a month after a
later instrument, and for a year after a notice of withdrawal; the days are counted by hand.
"""

from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest

from cli.conftest import Run
from inforce import parties, status
from inforce.api import View

TREATY = """\
id: harbour
title: Convention on Safe Harbours
short_name: Harbour Convention
aliases:
  en: [Harbour Convention, Convention on Safe Harbours]
number: Harbour Office 7
depositary: the Harbour Office
depositary_source: harbour-office
adopted: 2018-09-01
opened: 2018-09-01
in_force: 2019-06-13
complete_until: 2024-01-01
complete_words: The Harbour Office's list of that day names three parties.
rules:
  joining:
    article: "7"
    checked: 2026-11-22
    words: Any State may join.
  entry_into_force:
    article: 8(1)
    checked: 2026-11-22
    words: On the ninetieth day after the third instrument.
    requirements:
      - kind: instruments
        acts: [ratification, accession]
        count: 3
    delay: {kind: period, period: P90D}
  later_participants:
    article: 8(2)
    checked: 2026-11-22
    words: A month after its own instrument.
    applies: after_threshold
    delay: {kind: period, period: P1M}
  exit:
    article: "9"
    checked: 2026-11-22
    words: A year after the depositary has the notice.
    word: withdrawal
    notice_to: [the Harbour Office]
    content: nothing in particular
    counted_from: notification
    delay: {kind: period, period: P1Y}
  provisional: {state: unread}
  reservations: {state: unread}
  suspension: {state: unread}
  duration: {state: unread}
sources: [harbour-office]
"""
SOURCES = """\
sources:
  - id: harbour-office
    name: Harbour Office
    kind: depositary
"""
ACTS = """\
participant,act,date,asserted,source,reference,verified,note
EST,ratification,2019-01-10,,harbour-office,list,yes,
LVA,ratification,2019-02-20,,harbour-office,list,yes,
FIN,accession,2019-03-15,,harbour-office,list,yes,
LTU,accession,2020-01-31,,harbour-office,list,yes,
EST,withdrawal,2022-05-01,,harbour-office,list,yes,
"""
REPORT = """\
Published: 2 June 2023

Estonia ratified the Harbour Convention on 10 January 2019.
Latvia ratified the Harbour Convention on 21 February 2019.
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    for name, content in {
        "treaties/harbour.yaml": TREATY,
        "acts/harbour.csv": ACTS,
        "sources.yaml": SOURCES,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def test_it_passes_the_linter(run: Run, own: Path) -> None:
    ran = run("catalogue", "lint", "--catalogue", own)
    assert (ran.out, ran.code) == ("The catalogue has no faults.\n", 0)


def test_a_fault_names_the_users_file_and_line(run: Run, own: Path) -> None:
    (own / "acts" / "harbour.csv").write_text(ACTS.replace("2020-01-31", "2020-01-32"), "utf-8")
    ran = run("status", "LTU", "harbour", "--catalogue", own)
    assert ran.code == 2
    assert f"{own}/acts/harbour.csv line 5" in ran.err


@pytest.mark.parametrize(
    ("who", "day", "bound"),
    [
        ("FIN", "2019-06-12", False),
        ("FIN", "2019-06-13", True),
        ("LTU", "2020-02-28", False),
        ("LTU", "2020-02-29", True),
        ("EST", "2023-04-30", True),
        ("EST", "2023-05-01", False),
    ],
)
def test_its_rules_give_the_days(own: Path, who: str, day: str, bound: bool) -> None:
    answer = status(who, "Harbour Convention", on=day, view=View.open(catalogue_dir=own))
    assert (answer.status is not None and answer.status.value.startswith("party")) is bound


def test_its_rules_and_parties_are_printed(run: Run, own: Path) -> None:
    rules = run("treaty", "harbour", "--catalogue", own)
    assert "8(2)" in rules.flat
    asked = parties("harbour", on="2023-06-01", view=View.open(catalogue_dir=own))
    assert sorted(asked.in_force) == ["FIN", "LTU", "LVA"]
    told = run("parties", "harbour", "--on", "2023-06-01", "--catalogue", own, "--json").objects
    assert told[0]["in_force"] == 3


def test_a_report_on_it_is_checked(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    ran = run("check", tmp_path / "report.txt", "--catalogue", own, "--json")
    told = {
        (each["participant"], each["verdict"])
        for each in map(json.loads, ran.out.splitlines())
        if each["kind"] == "ratification"
    }
    assert told == {("EST", "supported"), ("LVA", "contradicted")}


def test_a_store_is_laid_over_it(
    run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INFORCE_CATALOGUE", str(own))
    act = ("--act", "accession", "--date", "2023-01-15", "--source", "harbour-office")
    who = ("--by", "A. Analyst", "--why", "the office's letter")
    run("record", "add", "Sweden", "harbour", *act, *who, "--store", tmp_path / "my.db")
    ran = run("timeline", "Sweden", "harbour", "--store", tmp_path / "my.db")
    assert "2023-02-15" in ran.out
    table = tmp_path / "panel.parquet"
    asked = ("--from", "2023", "--to", "2023", "--treaty", "harbour", "--store")
    run("panel", "--out", table, *asked, tmp_path / "my.db")
    bound = pl.read_parquet(table).filter(pl.col("status").cast(pl.String).str.starts_with("party"))
    assert {"LTU", "LVA", "FIN", "SWE"} <= set(bound["participant"])


def test_a_shipped_treaty_is_replaced_and_the_others_stay(own: Path) -> None:
    shipped = View.open().catalogue
    (own / "treaties" / "ccm.yaml").write_text(
        "id: ccm\ntitle: Our own reading\nshort_name: CCM\naliases: {en: [CCM]}\n", "utf-8"
    )
    laid = View.open(catalogue_dir=own).catalogue
    assert laid.treaty("ccm").title == "Our own reading"
    assert laid.treaty("apmbc") == shipped.treaty("apmbc")
    assert len(laid.treaties()) == len(shipped.treaties()) + 1


def test_the_list_of_treaties_tells_whose_record_has_no_told_end(run: Run) -> None:
    lines = {line.split()[0]: line for line in run("catalogue", "treaties").out.splitlines()}
    assert "(record until 2026-02-03)" in lines["apmbc"]
    assert "(a record of no told end)" in lines["ect"]
