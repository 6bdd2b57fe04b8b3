"""Hostile input: every address with every parameter turned against the server, and floods."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient

from inforce.dates import PartialDate
from inforce.documents.fetch import Network
from inforce.record.importing import act_by_hand
from inforce.record.model import Evidence
from inforce.record.store import Store
from inforce.terms import Act, SourceKind
from inforce.web.app import create_app
from inforce.web.settings import Settings

SQL = (
    "x' OR '1'='1' --",
    "x'; DROP TABLE statement; --",
    "x') UNION SELECT body, 1, 2, 3 FROM statement --",
    "../../etc/passwd",
    "%00",
    "{{7*7}}${7*7}",
    "<script>alert(1)</script>",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one statement."""
    found = tmp_path_factory.mktemp("hostile") / "a.store"
    told = act_by_hand(
        Act.SIGNATURE,
        treaty="apmbc",
        participant="NRU",
        date=PartialDate.parse("1999-01-01"),
        evidence=Evidence("A register"),
    )
    with Store.open(found, create=True) as store:
        kinds = {"A register": SourceKind.REGISTER}
        store.add([told], by="clerk", why="as listed", kinds=kinds)
    return found


@pytest.fixture(scope="module")
def guarded(place: Path) -> FastAPI:
    """A site over that store, which fetches nothing."""
    return create_app(
        Settings(
            store=place,
            reports=place.with_name("reports"),
            editors=place.with_name("editors"),
            hosts=("localhost", "testserver"),
            checks_a_minute=10_000,
            answers_a_minute=10_000,
            fetch=False,
        )
    )


@pytest.fixture(scope="module")
def asking(guarded: FastAPI) -> TestClient:
    return TestClient(guarded, raise_server_exceptions=False)


def operations(app: FastAPI) -> list[tuple[str, list[dict[str, str]]]]:
    """(address, parameters) of every GET of the API."""
    paths = app.openapi()["paths"]
    return [(p, one["get"].get("parameters", [])) for p, one in paths.items() if "get" in one]


PAGES = (
    "/treaties/{x}", "/treaties/{x}/members", "/treaties/{x}/changes", "/participants/{x}",
    "/groups/{x}", "/groups/EU?word={x}", "/events/{x}/{x}/{x}/{x}", "/calendar?treaty={x}",
    "/calendar?participant={x}", "/calendar.ics?group={x}", "/treaties/{x}/feed.atom",
    "/search?q={x}", "/needs?treaty={x}", "/exposure?treaty={x}&participant={x}",
    "/exposure?treaty=apmbc&group={x}", "/review?treaty={x}", "/review/acts/{x}/{x}/{x}/{x}",
    "/kept/{x}", "/kept/{x}/{x}", "/static/{x}", "/treaties/apmbc?on={x}",
    "/treaties/apmbc?known_on={x}", "/treaties/apmbc?recorded_on={x}",
    "/treaties/apmbc?counting={x}",
)  # fmt: skip


@pytest.mark.parametrize("text", SQL)
def test_no_parameter_of_a_page_reaches_the_database_as_words_of_its_language(
    asking: TestClient, place: Path, text: str
) -> None:
    for page in PAGES:
        found = asking.get(page.replace("{x}", quote(text, safe="")))
        assert found.status_code < 500, page
        if found.headers["content-type"].startswith("text/html"):
            assert "<script>alert" not in found.text, page
        assert "root:" not in found.text, page
    with Store.open(place, readonly=True) as store:
        assert len(list(store.statements())) == 1


@pytest.mark.parametrize("text", SQL)
def test_no_parameter_of_the_api_reaches_the_database_as_words_of_its_language(
    asking: TestClient, guarded: FastAPI, place: Path, text: str
) -> None:
    good = {"treaty": "apmbc", "participant": "LTU", "group": "EU", "act": "withdrawal",
            "day": "2025-06-27", "ending": "csv", "q": "x", "unit": "year"}  # fmt: skip
    for path, parameters in operations(guarded):
        for bad in parameters:
            given = {one["name"]: good.get(one["name"], "") for one in parameters}
            given[bad["name"]] = text
            query = {
                one["name"]: given[one["name"]]
                for one in parameters
                if one["in"] == "query" and given[one["name"]]
            }
            where = path
            for name, value in given.items():
                where = where.replace(f"{{{name}}}", value.replace("/", "_"))
            found = asking.get(where, params=query)
            assert found.status_code < 500, (path, bad["name"])
    with Store.open(place, readonly=True) as store:
        assert len(list(store.statements())) == 1


def test_a_thousandfold_repeated_query_is_answered_soon(asking: TestClient) -> None:
    begun = time.perf_counter()
    for name, value in (("participant", "LTU"), ("treaty", "apmbc"), ("on", "2025-12-20")):
        query = "participant=LTU&treaty=apmbc" + f"&{name}={value}" * 1000
        assert asking.get(f"/api/v1/status?{query}").status_code == 200
    words = "/search?q=" + "lithuania+" * 1000
    assert asking.get(words).status_code in (200, 422)
    assert asking.get("/treaties/apmbc?" + "on=2025-12-20&" * 1000).status_code == 200
    assert time.perf_counter() - begun < 20


def test_hundreds_of_tries_of_one_address_stay_at_its_rate(tmp_path: Path) -> None:
    made = Settings(reports=tmp_path / "r", hosts=("testserver",), answers_a_minute=5)
    asking = TestClient(create_app(made))
    codes = [asking.get("/search?q=zz").status_code for _ in range(200)]
    assert codes[:5] == [200] * 5
    assert set(codes[5:]) == {429}


class Redirects(BaseHTTPRequestHandler):
    """A public page that sends its reader into the network it stands in."""

    asked: list[str]
    target = ""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(302)
        self.send_header("Location", self.target)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing is printed."""


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/meta-data", "http://[::1]/", "file:///etc/passwd"]
)
def test_a_public_page_cannot_redirect_into_the_private_network(
    tmp_path: Path, target: str
) -> None:
    kind = type("One", (Redirects,), {"asked": [], "target": target})
    with HTTPServer(("127.0.0.1", 0), kind) as served:
        thread = Thread(target=served.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        network = Network(
            resolve=lambda host, _: ["127.0.0.1"] if host == "public.example" else [host],
            permits=lambda address: address == "127.0.0.1",
        )
        made = Settings(reports=tmp_path / "r", hosts=("testserver",))
        asking = TestClient(create_app(made, network=network))
        there = f"http://public.example:{served.server_port}/a"
        found = asking.post("/api/v1/check", json={"address": there})
        served.shutdown()
        thread.join()
    assert found.status_code == 200
    assert found.json()["statements"] == []
    assert "redirects to" in found.json()["problems"][0]["message"]
    assert kind.asked == ["/a"]  # type: ignore[attr-defined]


def test_no_input_that_the_description_allows_is_a_fault_of_the_server(guarded: FastAPI) -> None:
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", guarded)
    tried = 0
    for found in schema.get_all_operations():
        operation: Any = found.ok()  # type: ignore[union-attr]

        @settings(
            max_examples=5,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def holds(case: Any) -> None:
            nonlocal tried
            tried += 1
            answer = case.call()
            assert answer.status_code < 500, (case.path, answer.status_code)

        holds()
    assert tried > 50
