from __future__ import annotations

import json

from checking.desk import MakeDesk, related, report
from inforce.checking import Report, report_to_json
from inforce.record.values import Attribution
from inforce.terms import Act, ClaimKind


def test_a_line_a_statement_with_its_verdict_and_working(desk: MakeDesk) -> None:
    one, other = desk("2025-05-19", "one"), desk("2025-12-28", "other")
    for paper in (one, other):
        paper.say(ClaimKind.ACT, who="LTU", act=Act.EXIT_EFFECT, quote="Lithuania leaves")
    one.say(ClaimKind.ATTRIBUTION, treaty=None, value=Attribution("LRT"))
    papers = [report(one, "one"), report(other, "other")]
    relations, events = related(*papers)
    made = Report(tuple(paper for paper, _ in papers), relations, events)
    lines = [json.loads(json.dumps(line)) for line in report_to_json(made)]
    assert [line["verdict"] for line in lines] == ["premature", None, "supported"]
    first = lines[0]
    assert first["kind"] == "withdrawal_effective"
    assert first["participant"] == "LTU"
    assert first["quote"] == "Lithuania leaves"
    assert first["articles"] == ["apmbc 20(3)"]
    assert first["reason"].startswith("When this was told")
    assert first["evidence"][0].keys() == {"words", "source", "reference", "day"}
    assert first["findings"][0]["facet"] == "rung"
    assert first["findings"][0]["trace"]
    assert first["relations"] == [
        {
            "relation": "same_event",
            "with": lines[2]["id"],
            "words": relations[0].words,
        }
    ]
    assert first["events"] == lines[2]["events"]
    (event,) = first["events"]
    assert event["event"] == "Lithuania: exit taking effect, the Ottawa Convention"
    assert (event["statements"], event["independent"]) == (2, 2)
    assert event["chains"] == [["one", "LRT, Lithuanian National Radio and Television"], ["other"]]
    assert lines[1]["events"] == []
    assert lines[1]["findings"] == []
    assert lines[1]["reason"] is None
