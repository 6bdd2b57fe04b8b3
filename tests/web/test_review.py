"""Review: editors sign in, decide, state facts and take both back; strangers only read."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from playwright.sync_api import BrowserContext
from starlette.testclient import TestClient

from inforce import api
from inforce.dates import PartialDate
from inforce.record.importing import act_by_hand
from inforce.record.model import Evidence
from inforce.record.store import Store
from inforce.terms import Act, SourceKind
from inforce.web.accounts import AccountError, Accounts
from inforce.web.app import create_app
from inforce.web.settings import Settings
from web.conftest import Watched, served
from web.test_pages import violations

NAME, PASSWORD = "A. Analyst", "correct horse battery"
DAYS = ("2030-01-15", "2030-01-20")


@dataclass(frozen=True, slots=True)
class Site:
    client: TestClient
    place: str
    accounts: Accounts

    def sign_in(self, *, name: str = NAME, password: str = PASSWORD) -> int:
        form = {"name": name, "password": password, "token": self.token()}
        found = self.client.post("/review/sign-in", data=form, follow_redirects=False)
        return found.status_code

    def token(self) -> str:
        self.client.get("/review/sign-in")
        return self.client.cookies.get("inforce_token", path="/") or ""

    def send(self, path: str, **form: str) -> int:
        form.setdefault("token", self.token())
        return self.client.post(path, data=form, follow_redirects=False).status_code

    def status(self, **query: str) -> Any:
        asked = {"participant": "NRU", "treaty": "apmbc", "on": "2031-01-01", **query}
        return self.client.get("/api/v1/status", params=asked).json()


def two_tellings(place: str) -> list[str]:
    """Two registers tell an exit of Nauru, a party since 2001, on two days of 2030."""
    with Store.open(place, create=True) as store:
        told = [
            act_by_hand(
                Act.WITHDRAWAL,
                treaty="apmbc",
                participant="NRU",
                date=PartialDate.parse(day),
                evidence=Evidence(source, reference="list"),
            )
            for day, source in zip(DAYS, ("Register A", "Register B"), strict=True)
        ]
        kinds = dict.fromkeys(("Register A", "Register B"), SourceKind.REGISTER)
        return list(store.add(told, by="clerk", why="as listed", kinds=kinds).new)


@pytest.fixture
def reviewed(place: str, tmp_path: Path) -> tuple[Site, list[str]]:
    ids = two_tellings(place)
    editors = tmp_path / "editors.sqlite3"
    Accounts(editors).add(NAME, PASSWORD)
    settings = Settings(
        store=place,
        reports=tmp_path / "reports.sqlite3",
        editors=editors,
        hosts=("testserver", "localhost"),
    )
    asking = TestClient(create_app(settings), base_url="http://localhost")
    return Site(asking, place, Accounts(editors)), ids


def test_a_decision_settles_a_conflict_in_every_trace_and_is_revocable(
    reviewed: tuple[Site, list[str]],
) -> None:
    site, (first, second) = reviewed
    assert "contested" in str(site.status()["trace"])
    page = site.client.get("/review?treaty=apmbc").text
    assert "/review/acts/apmbc/NRU/withdrawal/2030-01-15" in page
    assert site.sign_in() == 303
    about = {"treaty": "apmbc", "participant": "NRU", "act": "withdrawal"}
    assert site.send("/review/decide", **about, follows=second, why="the depositary says so") == 303
    told = str(site.status()["trace"])
    assert f"by decision of {NAME} (editor) on {api.today()}: the depositary says so" in told
    assert "contested" not in told
    acts = site.client.get("/api/v1/events/apmbc/NRU/withdrawal/2030-01-20").json()["acts"]
    assert (acts[0]["follows"], acts[0]["rivals"]) == (second, [first])
    with Store.open(site.place) as store:
        decision = store.decisions()[0].id
        assert store.decisions()[0].by == f"{NAME} (editor)"
    assert site.send("/review/revoke", decision=decision, why="read again") == 303
    assert "contested" in str(site.status()["trace"])
    page = site.client.get("/review/acts/apmbc/NRU/withdrawal/2030-01-15").text
    assert "the depositary says so" in page
    assert "read again" in page
    assert site.send("/review/revoke", decision=decision, why="") == 422
    (told,) = site.client.get("/api/v1/decisions?treaty=apmbc").json()["items"]
    assert (told["id"], told["holds"], told["why"]) == (decision, False, "the depositary says so")
    found = site.client.get("/api/v1/conflicts?treaty=apmbc").json()["items"]
    assert (found[0]["participant"], found[0]["contested"]) == ("NRU", True)


def test_a_stated_fact_is_cited_with_name_day_and_reason_and_is_revocable(
    reviewed: tuple[Site, list[str]],
) -> None:
    # Article 20(3) of the Ottawa Convention: the six months from 27 June 2025 end on 27 December.
    site, _ = reviewed
    site.sign_in()
    asked = {"participant": "LTU", "on": "2025-12-29", "known_on": "2025-12-20"}
    before = str(site.status(**asked)["trace"])
    fact = {"participant": "Lithuania", "fact": "armed_conflict", "holds": "no", "why": "at peace"}
    days = {"since": "2025-01-01", "until": "2026-06-30"}
    assert site.send("/review/facts", **fact, **days, rests_on="a list") == 303
    told = site.client.get("/review?treaty=apmbc").text
    assert f"{api.today()}: at peace; a list" in told
    found = site.client.get(
        "/api/v1/status", params={"participant": "LTU", "treaty": "apmbc", "on": "2025-12-29"}
    ).json()
    assert f"{NAME} (editor), {api.today()}: at peace; a list" in str(found["trace"])
    # It was said today, so that an earlier day does not know it.
    assert str(site.status(**asked)["trace"]) == before
    key = re.findall(r'name="fact" value="([^"]+)"', told)[0]
    assert site.send("/review/facts/take-back", fact=key, why="wrong country") == 303
    assert "at peace" not in site.client.get("/review?treaty=apmbc").text
    assert site.send("/review/facts/take-back", fact=key, why="again") == 422
    assert site.send("/review/facts", **{**fact, "fact": "weather"}, **days) == 422
    assert site.send("/review/facts", **fact) == 422
    assert site.send("/review/facts", **fact, since="2026", until="2025") == 422


@pytest.mark.parametrize(
    "path", ["/review/decide", "/review/revoke", "/review/facts", "/review/facts/take-back"]
)
def test_strangers_write_nothing(client: TestClient, path: str) -> None:
    form = {"treaty": "apmbc", "participant": "LTU", "act": "signature", "follows": "x", "why": "x",
            "decision": "x", "fact": "x", "holds": "no"}  # fmt: skip
    client.get("/review/sign-in")
    token = client.cookies.get("inforce_token", path="/") or ""
    assert client.post(path, data={**form, "token": token}).status_code == 403
    assert client.post(path, data=form).status_code == 403
    assert "/review/sign-in" not in client.get("/review?treaty=apmbc").text


def one_site(folder: Path, **settings: Any) -> Site:
    place = str(folder / "a.store")
    two_tellings(place)
    accounts = Accounts(folder / "editors.sqlite3")
    accounts.add(NAME, PASSWORD)
    made = Settings(store=place, reports=folder / "r.sqlite3", editors=accounts.path, **settings)
    return Site(TestClient(create_app(made), base_url="http://localhost"), place, accounts)


def test_a_signed_in_editor_still_needs_the_forms_token_and_this_site(tmp_path: Path) -> None:
    site = one_site(tmp_path)
    site.sign_in()
    form = {"decision": "x", "why": "x"}
    assert site.send("/review/revoke", **form, token="guess") == 403
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        sent = {**form, "token": site.token()}
        found = site.client.post("/review/revoke", data=sent, headers=headers)
        assert found.status_code == 403


def test_the_session_is_the_browsers_alone_and_ends(tmp_path: Path) -> None:
    site = one_site(tmp_path, hosts=("localhost", "treaties.example.org"))
    form = {"name": NAME, "password": PASSWORD, "token": site.token()}
    found = site.client.post("/review/sign-in", data=form, follow_redirects=False)
    cookie = found.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/review" in cookie
    assert "secure" not in cookie
    assert f"Signed in as {NAME}" in site.client.get("/review?treaty=apmbc").text
    token = site.client.cookies.get("inforce_session", path="/review") or ""
    assert token.encode() not in site.accounts.path.read_bytes()
    assert site.send("/review/sign-out") == 303
    site.client.cookies.set("inforce_session", token)
    assert "Signed in as" not in site.client.get("/review?treaty=apmbc").text
    away = TestClient(site.client.app, base_url="http://treaties.example.org")
    away.get("/review/sign-in")
    form["token"] = away.cookies["inforce_token"]
    found = away.post("/review/sign-in", data=form, follow_redirects=False)
    assert "secure" in found.headers["set-cookie"].lower()


def test_signing_in_has_a_rate_by_address_and_by_name(tmp_path: Path) -> None:
    site = one_site(tmp_path, sign_ins_a_minute=3)
    assert [site.sign_in(password="wrong") for _ in range(4)] == [403, 403, 403, 429]
    assert site.sign_in() == 429


def test_accounts_keep_no_password_and_end_sessions(tmp_path: Path) -> None:
    held = Accounts(tmp_path / "a" / "editors.sqlite3")
    now = datetime.now(UTC)
    held.add(NAME, PASSWORD)
    assert held.path.stat().st_mode & 0o077 == 0
    assert PASSWORD.encode() not in held.path.read_bytes()
    assert b"$argon2id$" in held.path.read_bytes()
    token = held.sign_in(NAME, PASSWORD, hours=2, now=now)
    assert token is not None
    found = held.session(token, now=now + timedelta(hours=1))
    assert found is not None
    assert found.name == NAME
    assert held.session(token, now=now + timedelta(hours=2)) is None
    assert held.session("", now=now) is None
    assert held.sign_in("nobody", PASSWORD, hours=2, now=now) is None
    assert held.sign_in(NAME, PASSWORD + "x", hours=2, now=now) is None
    held.set_password(NAME, "another long password")
    assert held.session(token, now=now) is None
    again = held.sign_in(NAME, "another long password", hours=2, now=now) or ""
    held.remove(NAME)
    assert held.session(again, now=now) is None
    assert held.names() == ()


def test_a_name_that_nobody_has_takes_as_long(tmp_path: Path) -> None:
    held = Accounts(tmp_path / "editors.sqlite3")
    held.add(NAME, PASSWORD)
    took: dict[str, float] = {}
    for name in ("nobody", NAME, "nobody", NAME):
        begun = time.perf_counter()
        held.sign_in(name, "x" * 12, hours=1, now=datetime.now(UTC))
        took[name] = min(took.get(name, 9.0), time.perf_counter() - begun)
    assert took["nobody"] > took[NAME] / 4


@pytest.mark.parametrize(
    ("name", "password", "words"),
    [
        ("B", "short", "found a password of 5 characters, expected 12 to 1000"),
        (NAME, PASSWORD, "there is an editor 'A. Analyst' already; a new name was expected"),
        ("a, b", PASSWORD, "found 'a, b' as an editor's name"),
        (" ", PASSWORD, "found '' as an editor's name"),
    ],
)
def test_accounts_that_cannot_be_made(tmp_path: Path, name: str, password: str, words: str) -> None:
    held = Accounts(tmp_path / "editors.sqlite3")
    held.add(NAME, PASSWORD)
    with pytest.raises(AccountError, match=words):
        held.add(name, password)
    with pytest.raises(AccountError, match="there is no editor 'B'; one of these was expected: A"):
        held.remove("B")


HOSTILE = "<script>document.title='owned'</script><img src=x onerror=alert(1)> \u202etxet"


def test_an_editor_decides_and_takes_back_in_the_browser(
    context: BrowserContext, tmp_path: Path
) -> None:
    first = one_site(tmp_path, hosts=("127.0.0.1",))
    app = first.client.app
    assert isinstance(app, FastAPI)
    with served(app) as address:
        watched = Watched(context, address)
        page = watched.open("/review?treaty=apmbc")
        assert page.locator("#contested ~ .scroll tbody tr").count() == 1
        page.click("text=Sign in")
        page.fill("input[name=name]", NAME)
        page.fill("input[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_selector(f"text=Signed in as {NAME}")
        watched.open("/review/acts/apmbc/NRU/withdrawal/2030-01-15")
        assert violations(page) == []
        page.locator("input[name=follows]:not(:checked)").first.check()
        page.fill("form[action='/review/decide'] input[name=why]", HOSTILE)
        page.click("text=Follow it")
        page.wait_for_selector("#decisions ~ .scroll")
        assert page.locator("main script, main img").count() == 0
        assert page.title() == "Review · inforce"
        assert "\u202e" not in page.inner_text("main")
        assert violations(page) == []
        row = page.locator("form[action='/review/revoke']").first
        row.locator("input[name=why]").fill("read again")
        row.locator("button").click()
        page.wait_for_selector("text=taken back by")
        page.click("text=Sign out")
        page.wait_for_selector("text=Sign in")
        assert page.locator("form[action='/review/revoke']").count() == 0
        watched.was_clean()
