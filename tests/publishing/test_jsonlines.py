"""Answers as JSON: the keys that the design promises, with plain values."""

from __future__ import annotations

import json
from datetime import date

from inforce.catalogue.model import RuleState
from inforce.dates import DayInterval
from inforce.law.answers import RuleLine
from inforce.law.model import Span, Timeline
from inforce.publishing.jsonlines import (
    days_edtf,
    parties_json,
    status_json,
    timeline_json,
    treaty_json,
)
from inforce.terms import Act, StatusKind
from publishing.makers import Names, day, lithuania, ottawa, recorded, running_exit
from publishing.test_plain import poland


def test_the_two_counts_are_numbers_beside_the_ids_and_their_names() -> None:
    found = json.loads(json.dumps(parties_json(poland(), Names(), known_on=day("2026-02-03"))))
    assert (found["in_force"], found["deposited"]) == (161, 161)
    assert found["in_force_range"] == {"low": 161, "high": 162}
    assert found["parties"] == ["GBR", "NLD", "UKR"]
    assert found["names"]["NLD"] == "Netherlands"
    assert found["complete_until"] == "2026-02-03"
    assert found["known_on"] == "2026-02-03"
    assert [one["participant"] for one in found["expected_exits"]] == ["POL"]


def test_a_status_carries_its_exit_its_condition_and_its_trace() -> None:
    found = json.loads(json.dumps(status_json(lithuania(), Names())))
    assert (found["status"], found["party"]) == ("party_exit_running", "yes")
    (running,) = found["exits"]
    assert (running["notice"], running["expected"]) == ("2025-06-27", "2025-12-27")
    assert running["effect"] is None
    assert running["conditions"][0]["holds"] == "unknown"
    assert found["trace"][0]["source"] == "unsg, CN.366.2025"
    assert found["catalogue"] == "catalogue 0123456789ab"


def test_a_history_gives_its_spans_as_edtf_intervals() -> None:
    span = Span(StatusKind.PARTY, DayInterval(date(2003, 11, 1), date(2025, 6, 27)))
    timeline = Timeline(
        "LTU",
        "apmbc",
        (span,),
        exits=(running_exit(),),
        events=(recorded(Act.RATIFICATION, "2003-05-12"),),
    )
    found = json.loads(json.dumps(timeline_json(timeline, Names())))
    assert found["spans"][0]["days"] == "2003-11-01/2025-06-26"
    assert found["acts"][0]["date"] == "2003-05-12"
    assert days_edtf(DayInterval(None, None)) == "../.."


def test_a_rule_keeps_whether_it_was_read_and_when() -> None:
    rule = RuleLine("exit", "Six months after receipt.", "20(3)", RuleState.UNREAD, None)
    found = json.loads(json.dumps(treaty_json(ottawa(), [rule])))
    assert found["rules"][0]["state"] == "unread"
    assert found["rules"][0]["checked"] is None
    assert found["aliases"]["en"] == ["Mine Ban Treaty", "Ottawa Treaty"]
