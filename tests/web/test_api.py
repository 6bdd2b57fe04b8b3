"""The API: one error shape, pages, examples of the library itself, feeds and calendars."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import feedparser
import icalendar
import polars
import pytest
from starlette.testclient import TestClient

from inforce.web.app import create_app
from inforce.web.settings import Settings


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/status?participant=LTU&treaty=ottowa-x", 404, "unknown_name"),
        ("/api/v1/status?participant=LTU", 422, "not_usable"),
        ("/api/v1/parties?treaty=apmbc&on=2025-02-30", 422, "not_usable"),
        ("/api/v1/treaties?limit=0", 422, "not_usable"),
        ("/api/v1/events/apmbc/LTU/withdrawal/2001-01-01", 404, "no_such_act"),
        ("/api/v1/panel.csv?treaty=apmbc&unit=day", 413, "too_large"),
        ("/api/v1/nothing", 404, "http"),
        ("/treaties/zzz/feed.atom", 404, "unknown_name"),
    ],
)
def test_every_error_has_one_shape(client: TestClient, path: str, status: int, code: str) -> None:
    found = client.get(path)
    told = found.json()["error"]
    assert (found.status_code, told["status"], told["code"]) == (status, status, code)
    assert told["message"]


def test_a_list_is_walked_page_by_page(client: TestClient) -> None:
    seen: list[str] = []
    path: str | None = "/api/v1/treaties?limit=17"
    while path:
        found = client.get(path).json()
        seen += [one["treaty"] for one in found["items"]]
        path = found["next"]
    assert len(seen) == len(set(seen)) == found["total"]


def test_the_description_has_an_example_of_every_answer(client: TestClient) -> None:
    found = client.get("/api/v1/openapi.json").json()
    assert len(found["paths"]) >= 22
    for path, operations in found["paths"].items():
        for operation in operations.values():
            assert operation["summary"]
            assert operation["responses"]["422"]["content"]["application/json"]["schema"]
            content = operation["responses"]["200"].get("content", {})
            if path.startswith("/api/v1") and "get" in operations and "{ending}" not in path:
                assert "example" in next(iter(content.values())), path


def test_a_check_gives_the_verdict_and_the_working(client: TestClient) -> None:
    body = {
        "documents": [
            {
                "text": "Lithuania withdrew from the Ottawa Convention on 8 May 2025.",
                "published": "2025-05-09",
            },
            {"text": ""},
        ]
    }
    found = client.post("/api/v1/check", json=body).json()
    told = found["statements"][0]
    assert (told["kind"], told["verdict"]) == ("withdrawal_effective", "premature")
    assert "apmbc 20(3)" in told["articles"]
    assert len(found["problems"]) == 1
    review = client.post("/api/v1/check?form=claimreview", json=body).json()
    one = review["@graph"][0]
    assert one["@type"] == "ClaimReview"
    assert one["reviewRating"]["alternateName"] == "premature"
    assert 1 < one["reviewRating"]["ratingValue"] < one["reviewRating"]["bestRating"]


BALTIC = "apmbc-ltu-exit_effect-2025-06-27@inforce"


def events_of(made: bytes) -> list[dict[str, Any]]:
    """Each event's values by their names in lower case."""
    walked = icalendar.Calendar.from_ical(made).walk("VEVENT")
    return [{key.lower(): event.decoded(key) for key in event} for event in walked]


def test_a_calendar_tells_what_is_open_and_what_was_taken_back(client: TestClient) -> None:
    # Article 20(3): six months after 27 June 2025, unless in an armed conflict then.
    made = client.get("/calendar.ics?treaty=apmbc&on=2025-07-10&known_on=2025-07-10")
    exit_ = next(e for e in events_of(made.content) if e["uid"] == BALTIC)
    assert (exit_["status"], exit_["dtstart"]) == ("TENTATIVE", date(2025, 12, 27))
    later = client.get("/calendar.ics?treaty=apmbc&on=2025-07-10&known_on=2026-02-03")
    again = next(e for e in events_of(later.content) if e["uid"] == BALTIC)
    assert again["status"] == "CONFIRMED"
    assert again["sequence"] > exit_["sequence"]


def test_the_gambia_stayed_in_the_rome_statute_and_the_calendar_says_so(
    client: TestClient,
) -> None:
    # C.N.862.2016 (notice, 10 November 2016) and C.N.62.2017 (taken back, 10 February 2017).
    made = client.get("/calendar.ics?treaty=rome&participant=GMB&on=2017-06-01")
    found = [(one["status"], one["sequence"]) for one in events_of(made.content)]
    assert found == [("CANCELLED", 1)]


def test_a_participants_calendar_has_its_deadlines(client: TestClient) -> None:
    # Article 3(2) of the Convention on Cluster Munitions: eight years; in force for Peru from
    # 1 March 2013.
    made = client.get("/calendar.ics?participant=PER&treaty=ccm&on=2021-01-01&known_on=2021-01-01")
    days = {one["dtstart"] for one in events_of(made.content)}
    assert date(2021, 3, 1) in days


def test_the_same_calendar_has_the_same_bytes(client: TestClient) -> None:
    path = "/calendar.ics?on=2025-07-10"
    assert client.get(path).content == client.get(path).content


@pytest.mark.parametrize(
    "path", ["/treaties/apmbc/feed.atom", "/participants/LTU/feed.atom", "/groups/EU/feed.atom"]
)
def test_a_feed_of_changes_can_be_read(client: TestClient, path: str) -> None:
    found = feedparser.parse(client.get(f"{path}?on=2026-02-03").content)
    assert not found.bozo
    days = [entry.updated for entry in found.entries]
    assert days == sorted(days, reverse=True)
    assert len({entry.id for entry in found.entries}) == len(found.entries)
    assert any("Lithuania" in entry.title for entry in found.entries)


def test_tables_come_as_csv_and_parquet(client: TestClient) -> None:
    path = "/api/v1/treaties/apmbc/parties"
    text = client.get(f"{path}.csv?on=2025-12-27").text
    rows = {row["participant"]: row["status"] for row in csv.DictReader(io.StringIO(text))}
    assert rows["LTU"] == "former_party"
    assert rows["POL"] == "party_exit_running"
    packed = client.get(f"{path}.parquet?on=2025-12-27").content
    frame = polars.read_parquet(io.BytesIO(packed))
    assert frame.height == len(rows)
    panel = client.get("/api/v1/panel.csv?treaty=apmbc&participant=LTU&first=2025&last=2026").text
    assert [row["date"] for row in csv.DictReader(io.StringIO(panel))] == [
        "2025-12-31",
        "2026-12-31",
    ]


def test_sources_are_told_in_prov(client: TestClient) -> None:
    found = client.get("/api/v1/status.jsonld?participant=LTU&treaty=apmbc&on=2025-12-20")
    assert found.headers["content-type"].startswith("application/ld+json")
    nodes = {one["@id"]: one for one in found.json()["@graph"]}
    answer = nodes["urn:inforce:status:apmbc:LTU:2025-12-20"]
    assert answer["value"] == "party_exit_running"
    assert set(answer["wasDerivedFrom"]) <= set(nodes)
    agents = {nodes[one]["wasAttributedTo"] for one in answer["wasDerivedFrom"]}
    assert agents <= set(nodes)


def test_other_sites_may_read_only_where_a_server_says_so() -> None:
    app = create_app(Settings(hosts=("testserver",), origins=("https://example.org",)))
    with TestClient(app) as client:
        found = client.get("/api/v1/groups", headers={"Origin": "https://example.org"})
        assert found.headers["access-control-allow-origin"] == "https://example.org"
        found = client.get("/api/v1/groups", headers={"Origin": "https://evil.example"})
        assert "access-control-allow-origin" not in found.headers
