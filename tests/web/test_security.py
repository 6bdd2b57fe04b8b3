"""The guards: headers, sizes, other sites, rates, hostile text and addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page
from starlette.testclient import TestClient

from inforce.web.app import create_app
from inforce.web.settings import Settings
from web.conftest import Watched

HOSTILE = (
    "Lithuania <script>document.title='owned'</script> withdrew from the Ottawa Convention on "
    "8 May 2025. <img src=x onerror=\"document.title='owned'\"> "
    "<svg onload=\"document.title='owned'\"></svg> Estonia \u202eneilA\u202c ratified the "
    "Ottawa Convention in 2004. <style>body{display:none}</style> "
    "<a href=\"javascript:document.title='owned'\">Latvia</a> left the Ottawa Convention."
)


@pytest.fixture
def narrow(tmp_path: Path) -> Iterator[TestClient]:
    """A server with small limits."""
    settings = Settings(
        reports=tmp_path / "reports.sqlite3",
        hosts=("testserver",),
        max_upload=20_000,
        checks_a_minute=2,
        keep_days=0,
    )
    with TestClient(create_app(settings)) as asking:
        yield asking


def error_of(found: Any) -> tuple[int, str]:
    told = found.json()["error"]
    assert set(told) == {"status", "code", "message"}
    assert told["status"] == found.status_code
    return told["status"], told["code"]


@pytest.mark.parametrize(
    "path", ["/", "/treaties/apmbc", "/api/v1/treaties", "/static/site.css", "/nothing"]
)
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    found = client.get(path).headers
    policy = found["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert found["x-content-type-options"] == "nosniff"
    assert found["x-frame-options"] == "DENY"
    assert found["cross-origin-opener-policy"] == "same-origin"
    assert found["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in found
    assert "access-control-allow-origin" not in found


@pytest.mark.parametrize("path", ["/", "/treaties/apmbc", "/participants/LTU", "/api"])
def test_no_page_has_a_script_or_style_of_its_own(client: TestClient, path: str) -> None:
    text = client.get(path).text
    assert "<style" not in text
    assert " style=" not in text
    assert "<script>" not in text
    assert " onclick=" not in text
    assert "//" not in "".join(part.split('"')[0] for part in text.split('src="')[1:])


def test_another_host_name_is_refused(client: TestClient) -> None:
    # A page elsewhere may point a name of its own at this machine.
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_large_request_is_refused_before_it_is_read(narrow: TestClient) -> None:
    found = narrow.post("/api/v1/check", content=b"x" * 30_000)
    assert error_of(found) == (413, "too_large")


def test_a_large_request_without_a_length_is_refused(narrow: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        yield from [b"x" * 10_000] * 5

    found = narrow.post(
        "/api/v1/check", content=parts(), headers={"Content-Type": "application/json"}
    )
    assert found.status_code == 413


def test_a_form_of_another_site_is_refused(client: TestClient) -> None:
    for headers in (
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        for path in ("/check", "/check/download/html", "/check/keep", "/kept/x/delete"):
            found = client.post(path, data={"text": "x", "draft": "[]"}, headers=headers)
            assert found.status_code == 403, path
        found = client.post("/api/v1/check", json={"documents": []}, headers=headers)
        assert error_of(found) == (403, "other_site")


def test_keeping_and_deleting_need_the_browsers_token(client: TestClient) -> None:
    for path in ("/check/keep", "/kept/x/delete"):
        assert client.post(path, data={"draft": "[]", "token": "guess"}).status_code == 403


def test_costly_questions_have_a_rate(narrow: TestClient) -> None:
    body = {"documents": [{"text": "Poland left."}]}
    codes = [narrow.post("/api/v1/check", json=body).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    found = narrow.post("/api/v1/check", json=body)
    assert error_of(found) == (429, "too_often")
    assert found.headers["retry-after"] == "60"


def test_a_server_may_keep_nothing(narrow: TestClient) -> None:
    page = narrow.post("/check", data={"text": "Poland left the Ottawa Convention."})
    assert "Keep and share" not in page.text
    token = narrow.cookies["inforce_token"]
    assert narrow.post("/check/keep", data={"draft": "[]", "token": token}).status_code == 403


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://localhost/", "http://169.254.169.254/latest",
                "http://[::1]/", "http://10.0.0.1/", "file:///etc/passwd", "/etc/passwd"],
)  # fmt: skip
def test_no_address_of_this_machine_or_its_network_is_fetched(
    client: TestClient, address: str
) -> None:
    found = client.post("/api/v1/check", json={"address": address}).json()
    assert found["statements"] == []
    assert len(found["problems"]) == 1
    page = client.post("/check", data={"address": address})
    assert page.status_code == 200
    assert "root:" not in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fpyproject.toml",
        "/static//etc/passwd",
        "/kept/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("value", ["' OR 1=1 --", "%00", "\ud7ff" * 100, "../../x", "<b>x</b>"])
def test_odd_values_are_refused_or_found_nowhere(client: TestClient, value: str) -> None:
    for path, name in (
        ("/api/v1/status", "participant"),
        ("/api/v1/parties", "treaty"),
        ("/api/v1/parties", "on"),
        ("/calendar", "treaty"),
        ("/calendar", "group"),
        ("/treaties", "known_on"),
    ):
        query = {"participant": "LTU", "treaty": "apmbc"} | {name: value}
        found = client.get(path, params=query)
        assert found.status_code in (404, 422), (path, name)
        assert "<b>x</b>" not in found.text or path.startswith("/api")
    assert client.get("/search", params={"q": value}).status_code == 200


def inert(page: Page) -> None:
    assert "owned" not in page.title()
    assert page.locator("#result script, #result img, #result style").count() == 0
    assert page.locator("#result a[href^='javascript']").count() == 0
    assert "\u202e" not in page.inner_text("body")
    assert page.locator("h1").is_visible()


def test_a_hostile_text_is_inert_wherever_it_is_shown(watched: Watched) -> None:
    page = watched.open("/")
    page.fill("#text", HOSTILE)
    page.click("form.check button[type=submit]")
    page.wait_for_selector("#answer")
    inert(page)
    file = FilePayload(name="<img src=x>.txt", mimeType="text/plain", buffer=HOSTILE.encode())
    page.set_input_files("#files", file)
    page.click("form.check button[type=submit]")
    page.wait_for_selector("article.document >> nth=1")
    inert(page)
    page.click("text=Keep and share")
    page.wait_for_url("**/kept/**")
    inert(page)
    watched.was_clean()
