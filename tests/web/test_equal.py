"""A hundred random questions: the API and the pages tell what the library tells."""

from __future__ import annotations

import html
import random
import re
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient

from inforce import api
from inforce.publishing.jsonlines import parties_json, status_json
from inforce.publishing.words import STATUS
from inforce.web.asked import Asked
from inforce.web.data.treaty import treaty_page

RANDOM = random.Random(20250627)
FIRST = date(1975, 1, 1)


def some_day() -> str:
    return (FIRST + timedelta(days=RANDOM.randrange(19_500))).isoformat()


def questions(n: int) -> list[tuple[str, str, str, str | None]]:
    view = api.View.open()
    treaties = [one.id for one in view.catalogue.treaties() if one.rules]
    found = []
    for _ in range(n):
        treaty = RANDOM.choice(treaties)
        who = RANDOM.choice(view.record(treaty).participants or ("LTU",))
        known = some_day() if RANDOM.random() < 0.3 else None
        found.append((who, treaty, some_day(), known))
    return found


@pytest.fixture(scope="module")
def asked() -> list[tuple[str, str, str, str | None]]:
    return questions(100)


def test_statuses_of_the_api_are_those_of_the_library(
    client: TestClient, asked: list[tuple[str, str, str, str | None]]
) -> None:
    for who, treaty, on, known in asked:
        view = api.View.open(known_on=known)
        answer = api.status(who, treaty, on=on, view=view)
        query = {"participant": who, "treaty": treaty, "on": on}
        found = client.get("/api/v1/status", params=query | ({"known_on": known} if known else {}))
        assert found.json() == status_json(answer, view.catalogue, known_on=view.known_on)


def test_counts_of_the_api_and_the_treaty_page_are_those_of_the_library(
    client: TestClient, asked: list[tuple[str, str, str, str | None]]
) -> None:
    for who, treaty, on, known in asked[:30]:
        view = api.View.open(known_on=known)
        answer = api.parties(treaty, on=on, view=view)
        query = {"treaty": treaty, "on": on} | ({"known_on": known} if known else {})
        found = client.get("/api/v1/parties", params=query).json()
        assert found == parties_json(answer, view.catalogue, known_on=view.known_on)
        del query["treaty"]
        text = client.get(f"/treaties/{treaty}", params=query).text
        page = treaty_page(treaty, Asked.of(query), view)
        shown = {k: html.unescape(v) for k, v in re.findall(r'<dd id="n-([a-z-]+)">([^<]*)', text)}
        assert shown == {"in-force": page.in_force, "deposited": page.deposited}
        assert shown["in-force"].startswith(str(answer.in_force_range.low))
        assert shown["deposited"].startswith(str(answer.deposited_range.low))
        text = client.get(f"/treaties/{treaty}/members", params=query).text
        status = api.status(who, treaty, on=on, view=view).status
        if who not in view.record(treaty).participants:
            # Nothing was known of it yet, so it has no row.
            assert f'<th scope="row"><a href="/participants/{who}' not in text
            continue
        row = text.split(f'<th scope="row"><a href="/participants/{who}')[-1].split("</tr>")[0]
        words = STATUS[status] if status else "not settled"
        assert f"</span> {words}</span>" in html.unescape(row), (who, treaty, on, known)


def test_a_group_page_counts_as_the_library_does(client: TestClient, view: api.View) -> None:
    found = client.get("/api/v1/groups/EU", params={"on": "2025-12-27"}).json()
    for row in found["treaties"]:
        answer = api.parties(row["treaty"], on="2025-12-27", group="EU", view=view)
        assert (row["treaty"], row["parties"]) == (row["treaty"], answer.n_in_force)


def test_all_members_of_the_union_were_parties_until_the_first_of_them_left(
    client: TestClient,
) -> None:
    # Poland, the last member to join, was bound from 1 June 2013 (C.N.965.2012.TREATIES-XXVI-5);
    # Croatia, a party, joined the Union a month later, and the Baltic exits took effect on
    # 27 December 2025.
    found = client.get("/api/v1/groups/EU").json()
    days = {one["treaty"]: one["days"] for one in found["treaties"]}
    assert days["apmbc"] == ["2013-06-01/2025-12-26"]


def test_the_same_address_gives_the_same_answer(client: TestClient) -> None:
    path = "/api/v1/parties?treaty=apmbc&on=2025-12-20&known_on=2025-07-04&recorded_on=2030-01-01"
    first, again = client.get(path), client.get(path)
    assert first.content == again.content
    assert first.headers["etag"] == again.headers["etag"]
    kept = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (kept.status_code, kept.content) == (304, b"")


def test_what_was_said_later_is_not_known_earlier(client: TestClient) -> None:
    # The Baltic notices of 27 June 2025 were circulated on 3 July (C.N.362.2025 and others).
    query = {"participant": "LTU", "treaty": "apmbc", "on": "2025-12-20"}
    before = client.get("/api/v1/status", params=query | {"known_on": "2025-05-01"}).json()
    after = client.get("/api/v1/status", params=query | {"known_on": "2025-07-04"}).json()
    assert (before["status"], after["status"]) == ("party", "party_exit_running")
