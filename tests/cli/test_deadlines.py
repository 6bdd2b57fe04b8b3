from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run

BY = ("--by", "A. Analyst", "--why", "read there", "--source", "ministry")


def test_a_participants_deadlines_come_with_their_working(run: Run) -> None:
    # Belarus missed 1 March 2008 and declared completion on 5 April 2017.
    found = run("deadlines", "Belarus", "apmbc", "--on", "2026-02-01")
    assert found.code == 0
    assert "Belarus and the Ottawa Convention (apmbc): deadlines on 2026-02-01" in found.out
    assert "2008-03-01 met destruction of stockpiles" in found.flat
    assert "2004-03-01 + four years = 2008-03-01 [article 4]" in found.flat
    assert "That was after the deadline" in found.flat
    assert "the last of 21 since 2005-04-30" in found.flat


def test_as_known_before_its_declaration_nothing_says_that_it_was_met(run: Run) -> None:
    words = ("deadlines", "BLR", "apmbc", "--on", "2016-01-01", "--known-on", "2016-01-01")
    states = {one["duty"]: one["state"] for one in run(*words, "--json").objects}
    assert states["destruction of stockpiles"] == "unknown"


def test_json_gives_each_deadline_as_an_object(run: Run) -> None:
    found = run("deadlines", "PER", "ccm", "--on", "2023-06-01", "--json")
    (one,) = [d for d in found.objects if d["duty"] == "destruction of stockpiles"]
    assert (one["participant"], one["treaty"], one["article"]) == ("PER", "ccm", "3")
    assert (one["original"], one["checked"]) == ("2021-03-01", "2026-11-22")
    later = run("deadlines", "PER", "ccm", "--on", "2025-01-01", "--json")
    (one,) = [d for d in later.objects if d["duty"] == "destruction of stockpiles"]
    assert (one["due"], one["state"], one["met_on"]) == ("2024-04-01", "met", "2023")


@pytest.mark.parametrize(
    ("words", "treaties", "participants"),
    [
        (("apmbc",), {"apmbc"}, None),
        (("Ukraine",), None, {"UKR"}),
        (("LTU", "ccm"), {"ccm"}, {"LTU"}),
        (("att", "--group", "BALTIC"), {"att"}, {"EST", "LTU", "LVA"}),
        (("BALTIC", "cedaw"), {"cedaw"}, {"EST", "LTU", "LVA"}),
    ],
)
def test_a_name_that_stands_alone_may_be_of_any_kind(
    run: Run, words: tuple[str, ...], treaties: set[str] | None, participants: set[str] | None
) -> None:
    found = run("deadlines", *words, "--on", "2024-06-01", "--json").objects
    assert found
    assert treaties is None or {one["treaty"] for one in found} == treaties
    assert participants is None or {one["participant"] for one in found} == participants


def test_within_a_time_only_what_falls_due_by_then(run: Run) -> None:
    found = run("deadlines", "--on", "2026-04-01", "--within", "P30D", "--json").objects
    # All yearly reports of the Ottawa and cluster munition conventions are due on 30 April.
    assert {"2026-04-30"} <= {one["due"] for one in found}
    assert all("2026-04-01" <= one["due"][:10] <= "2026-05-01" for one in found)
    assert {one["state"] for one in found} == {"open"}
    days = [one["due"] for one in found]
    assert days == sorted(days)


def test_participants_with_one_duty_on_one_day_stand_on_one_line(run: Run) -> None:
    found = run("deadlines", "ccm", "--on", "2026-04-02", "--within", "P30D")
    assert sum("yearly" in line for line in found.out.splitlines()) == 1
    assert "yearly transparency reports (article 7(2)): Afghanistan, " in found.flat


def test_an_unread_rule_is_told_as_unknown(run: Run) -> None:
    found = run("deadlines", "AUT", "tpnw", "--on", "2026-01-01", "--json").objects
    (one,) = [d for d in found if d["duty"] == "elimination and removal of nuclear weapons"]
    assert (one["due"], one["state"], one["because"]) == (None, "unknown", "a rule not verified")


def test_without_a_deadline_it_says_so(run: Run) -> None:
    assert "no deadline in the record" in run("deadlines", "USA", "apmbc").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("deadlines", "Nowhereland"), "no participant of the catalogue is called 'Nowhereland'"),
        (("deadlines", "Lithuana", "apmbc"), "the nearest"),
        (("deadlines", "LTU", "otawa"), "no treaty of the catalogue is called 'otawa'"),
        (("deadlines", "apmbc", "--group", "nosuch"), "no group of the catalogue"),
        (("deadlines", "apmbc", "--on", "2026-02-30"), "2026-02-30"),
        (("deadlines", "apmbc", "--within", "a year"), "'a year' is not a period"),
    ],
)
def test_bad_input_gets_one_sentence(run: Run, words: tuple[str, ...], told: str) -> None:
    found = run(*words)
    assert found.code == 2
    assert told in " ".join(found.err.split())
    assert "Traceback" not in found.err


def _state(run: Run, store: Path, duty: str, *, on: str) -> str:
    words = ("deadlines", "AGO", "apmbc", "--on", on, "--store", store)
    found = [one for one in run(*words, "--json").objects if one["duty"] == duty]
    return f"{found[-1]['due']} {found[-1]['state']}"


def test_an_extension_and_a_completion_of_ones_own_are_followed(run: Run, tmp_path: Path) -> None:
    store = tmp_path / "own.db"
    own = ("record", "add", "Angola", "apmbc", *BY, "--source-kind", "government")
    granted = ("--act", "extension", "--duty", "5", "--until", "2028-12-31")
    assert run(*own, *granted, "--date", "2025-12-05", "--store", store).code == 0
    # Angola: in force on 1 January 2003, so ten years end on 1 January 2013.
    name = "clearance of mined areas"
    assert _state(run, store, name, on="2025-12-01") == "2013-01-01 unknown"
    assert _state(run, store, name, on="2026-01-01") == "2028-12-31 open"
    finished = ("--act", "completion", "--duty", name, "--date", "2027-03-01")
    assert run(*own, *finished, "--store", store).code == 0
    assert _state(run, store, name, on="2027-03-02") == "2028-12-31 met"


def test_a_complete_list_makes_a_missing_report_overdue(run: Run, tmp_path: Path) -> None:
    store, name = tmp_path / "own.db", "yearly transparency reports"
    promise = ("record", "complete", "apmbc", "--duty", "7(2)", "--until", "2026-06-30", *BY)
    assert run(*promise, "--store", store).code == 0
    words = ("deadlines", "AGO", "apmbc", "--on", "2026-06-01", "--store", store, "--json")
    reports = [one for one in run(*words).objects if one["duty"] == name]
    assert [one["state"] for one in reports[-2:]] == ["overdue", "open"]
    own = ("record", "add", "AGO", "apmbc", *BY, "--source-kind", "government")
    sent = ("--act", "report", "--duty", name, "--date", "2026-05-20", "--period", "2025")
    assert run(*own, *sent, "--store", store).code == 0
    reports = [one for one in run(*words).objects if one["duty"] == name]
    assert [one["state"] for one in reports[-3:]] == ["overdue", "met", "open"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--act", "extension", "--duty", "5"), "found no day until which an extension goes"),
        (("--act", "completion"), "found no duty for 'completion'"),
        (("--act", "completion", "--duty", "99"), "apmbc has no duty '99', expected one of: "),
        (("--act", "accession", "--duty", "5"), "found a duty for 'accession', expected none"),
    ],
)
def test_an_act_on_a_duty_names_it(
    run: Run, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    found = run("record", "add", "AGO", "apmbc", *words, *BY, "--store", tmp_path / "own.db")
    assert found.code == 2
    assert told in " ".join(found.err.split())


def test_a_table_may_tell_of_duties(run: Run, tmp_path: Path) -> None:
    store, table = tmp_path / "own.db", tmp_path / "duties.csv"
    head = "treaty,participant,act,date,asserted,source,source_kind,reference,verified,note,by"
    table.write_text(
        f"{head},duty,until,period\n"
        "apmbc,AGO,extension,2025-12-05,,22msp,,final report,yes,,A. Clerk,5,2028-12-31,\n"
        "apmbc,AGO,accession,2002-07-05,,mine,government,,yes,,A. Clerk,,,\n"
    )
    done = run("record", "import", table, "--why", "read there", "--store", store)
    assert (done.code, done.out) == (0, "2 added, 0 there already\n")
    assert _state(run, store, "clearance of mined areas", on="2026-01-01") == "2028-12-31 open"
    table.write_text(
        f"{head},duty,until,period\n"
        "apmbc,AGO,report,2025-12-05,,22msp,,page,yes,,A. Clerk,,,\n"
        "apmbc,AGO,report,2025-12-05,,22msp,,page,yes,,A. Clerk,13,,\n"
    )
    bad = run("record", "import", table, "--why", "read there", "--store", store)
    assert bad.code == 2
    assert "line 2: duty: found no duty for 'report'" in bad.err
    assert "line 3: duty: apmbc has no duty '13'" in bad.err
