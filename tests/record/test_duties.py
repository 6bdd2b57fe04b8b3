"""What was told of duties, from rows to the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import load
from inforce.catalogue.duty_names import UnknownDuty, duty_named
from inforce.dates import PartialDate
from inforce.record.build import record_of
from inforce.record.fact_values import Duty
from inforce.record.importing import DutyError, duty_told, list_complete
from inforce.record.model import Evidence
from inforce.record.serial import from_text, to_text
from inforce.terms import DUTY_ACTS, Act

UNTIL = PartialDate.parse("2030-12-31")
HEAD = "treaty,participant,act,duty,date,until,period,asserted,source,reference,verified,note\n"


def test_the_shipped_record_holds_what_was_told_of_duties() -> None:
    record = record_of(load(""), "apmbc")
    (act,) = [one for one in record.of("BLR") if one.act in DUTY_ACTS]
    assert (act.act, act.date) == (Act.COMPLETION, PartialDate.parse("2017-04-05"))
    assert act.followed.claim.value == Duty("destruction of stockpiles")
    assert act.followed.evidence.source == "belarus-defence-ministry"


def test_a_users_own_rows_may_name_a_duty_by_its_article(tmp_path: Path) -> None:
    row = "apmbc,AGO,extension,5,2025-12-05,2028-12-31,,,22msp,report,yes,\n"
    (tmp_path / "duties.csv").write_text(HEAD + row, encoding="utf-8")
    record = record_of(load(tmp_path), "apmbc")
    (act,) = [one for one in record.of("AGO") if one.act is Act.EXTENSION]
    assert act.followed.claim.value == Duty(
        "clearance of mined areas", PartialDate.parse("2028-12-31")
    )


def test_two_reports_for_two_years_are_two_acts_and_two_tellings_of_one_are_one(
    tmp_path: Path,
) -> None:
    rows = (
        "apmbc,AGO,report,7(2),2025-04-30,,2024,,22msp,page 1,yes,\n"
        "apmbc,AGO,report,7(2),2025-04-30,,2023,,22msp,page 1,yes,\n"
        "apmbc,AGO,report,7(2),2025-04,,2023,,hrw,page 2,yes,\n"
    )
    (tmp_path / "duties.csv").write_text(HEAD + rows, encoding="utf-8")
    record = record_of(load(tmp_path), "apmbc")
    acts = [one for one in record.of("AGO") if one.act is Act.REPORT]
    assert [one.date for one in acts] == [PartialDate.parse("2025-04-30")] * 2
    assert sorted(len(one.support) for one in acts) == [0, 1]


def test_a_statement_of_a_duty_survives_the_store_and_the_exchange() -> None:
    treaty = load("").treaty("apmbc")
    promise = list_complete(
        treaty, until=UNTIL, evidence=Evidence("unsg", reference="page"), duty="7(2)"
    )
    assert from_text(to_text(promise)) == promise
    assert promise.to_json()["value"]["duty"] == "yearly transparency reports"
    assert promise.evidence.asserted_assumed


@pytest.mark.parametrize(
    ("act", "name", "until", "told"),
    [
        (Act.EXTENSION, "5", None, "found no day until which an extension goes"),
        (Act.REPORT, "7(1)", UNTIL, "found a day until 2030-12-31 for 'report'"),
        (Act.COMPLETION, "", None, "found no duty for 'completion'"),
        (Act.ACCESSION, "5", None, "found a duty for 'accession', expected none"),
    ],
)
def test_an_act_and_its_duty_must_fit(
    act: Act, name: str, until: PartialDate | None, told: str
) -> None:
    with pytest.raises(DutyError, match=told):
        duty_told(act, name, treaty=load("").treaty("apmbc"), until=until)


def test_a_duty_is_found_by_its_name_or_article() -> None:
    treaty = load("").treaty("ccm")
    assert duty_named(treaty, "article 3").name == "destruction of stockpiles"
    assert duty_named(treaty, "Clearance of Remnants").at.article == "4"
    with pytest.raises(UnknownDuty, match=r"ccm has no duty '99', expected one of: .*\(3\)"):
        duty_named(treaty, "99")
