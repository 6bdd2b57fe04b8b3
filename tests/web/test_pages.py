"""Every page and flow in a real Chromium: no fault, no outside request, axe without violations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from inforce import api
from web.conftest import ROOT, Watched

PAGES = {
    "front": "/",
    "treaties": "/treaties",
    "treaty": "/treaties/apmbc?on=2025-12-20",
    "members": "/treaties/apmbc/members?on=2025-12-20",
    "changes": "/treaties/apmbc/changes",
    "participants": "/participants",
    "participant": "/participants/LTU",
    "groups": "/groups",
    "group": "/groups/EU",
    "event": "/events/apmbc/LTU/withdrawal/2025-06-27",
    "calendar": "/calendar?on=2025-06-01",
    "search": "/search?q=lithuania",
    "forecasts": "/forecasts",
    "what if": "/whatif",
    "needs": "/needs?treaty=ctbt",
    "exposure": "/exposure?treaty=apmbc&participant=LTU&on=2026-03-01",
    "review": "/review",
    "review of an act": "/review/acts/apmbc/LTU/signature/1999-02-26",
    "sign in": "/review/sign-in",
    "api": "/api",
}
REPORT = ROOT / "examples" / "reports" / "06-cluster-munitions.txt"


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


def overflow(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_accessible_and_asks_nothing_of_others(watched: Watched, name: str) -> None:
    page = watched.open(PAGES[name])
    if name == "treaty":
        page.wait_for_selector("#map[data-drawn]")
    assert violations(page) == []
    assert page.locator("h1").count() == 1
    assert overflow(page) <= 0
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": 800})
    assert violations(page) == []
    assert overflow(page) <= 0
    watched.was_clean()


def checked(watched: Watched, text: str) -> Page:
    page = watched.open("/")
    page.fill("#text", text)
    page.click("form.check button[type=submit]")
    page.wait_for_selector("#answer")
    return page


def test_a_pasted_article_is_marked_and_a_click_shows_the_working(watched: Watched) -> None:
    page = checked(watched, "Lithuania withdrew from the Ottawa Convention on 8 May 2025.")
    assert page.url.endswith("/")
    assert page.locator("mark.v-premature").count() >= 1
    page.locator("mark a").first.click()
    card = page.locator(".card:focus")
    card.wait_for()
    assert card.locator("details.working").first.get_attribute("open") is not None
    words = card.inner_text()
    assert "article 20(3)" in words
    assert "step" in words
    assert "27 December 2025" in words
    assert card.locator(".copyable button").first.inner_text() == "Copy"
    assert violations(page) == []
    watched.was_clean()


def test_several_files_are_compared(watched: Watched) -> None:
    page = watched.open("/")
    files = sorted((ROOT / "examples" / "reports").glob("0[1-3]*.txt"))
    page.set_input_files("#files", [str(one) for one in files])
    page.click("form.check button[type=submit]")
    page.wait_for_selector("#between")
    assert page.locator("article.document").count() == len(files)
    assert page.locator("#events ~ .scroll table tbody tr").count() >= 1
    assert page.locator("#timeline").count() == 1
    assert violations(page) == []
    watched.was_clean()


def test_the_flow_works_without_a_script(browser: Browser, site: str) -> None:
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(site)
    page.fill("#text", REPORT.read_text(encoding="utf-8"))
    page.click("form.check button[type=submit]")
    assert page.locator("mark.v-supported").count() >= 1
    page.goto(f"{site}/treaties/apmbc?on=2025-12-20")
    assert page.locator("#n-in-force").inner_text() == "166"
    plain.close()


@pytest.mark.parametrize(
    ("button", "ending"), [("Save as HTML", "html"), ("Markdown", "md"), ("ClaimReview", "jsonld")]
)
def test_a_report_is_taken_along(watched: Watched, button: str, ending: str) -> None:
    page = checked(watched, REPORT.read_text(encoding="utf-8"))
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    found = waiting.value
    assert found.suggested_filename == f"inforce-report.{ending}"
    assert "Poland" in Path(found.path()).read_text(encoding="utf-8")
    watched.was_clean()


def test_a_report_is_kept_shared_and_deleted(watched: Watched, browser: Browser, site: str) -> None:
    page = checked(watched, REPORT.read_text(encoding="utf-8"))
    page.get_by_role("button", name=re.compile("Keep and share")).click()
    page.wait_for_url("**/kept/**")
    kept = page.url
    assert page.locator("mark").count() >= 1
    other = browser.new_context()
    guest = other.new_page()
    guest.goto(kept)
    assert guest.locator("mark").count() >= 1
    assert guest.get_by_role("button", name="Delete this report now").count() == 0
    page.get_by_role("button", name="Delete this report now").click()
    page.wait_for_url(re.compile(r"deleted=1"))
    assert guest.goto(kept).status == 404  # type: ignore[union-attr]
    other.close()
    assert site in kept


def test_the_slider_tells_the_counts_of_the_library(watched: Watched, view: api.View) -> None:
    page = watched.open("/treaties/apmbc")
    page.wait_for_selector("#map[data-drawn]")
    for day in ("1999-03-01", "2005-06-30", "2025-12-26", "2025-12-27"):
        page.evaluate(
            "day => { const s = document.getElementById('day');"
            "s.value = Date.parse(day + 'T00:00:00Z') / 86400000;"
            "s.dispatchEvent(new Event('input')); }",
            day,
        )
        answer = api.parties("apmbc", on=day, view=view)
        told = page.locator("#day-counts").inner_text()
        assert told == (
            f"{day}: In force for {answer.n_in_force}, counting deposits {answer.n_deposited}"
        )
    watched.was_clean()


def test_the_map_colours_each_state_by_its_status(watched: Watched) -> None:
    page = watched.open("/treaties/apmbc?on=2025-12-20")
    page.wait_for_selector("#map[data-drawn]")
    assert page.locator("path.map-party_exit_running").count() == 5
    # Tuvalu has no shape in the atlas and gets a dot, as do the states too small to be seen.
    assert page.locator("circle.map-party").count() > 20
    watched.was_clean()


def test_the_days_asked_stay_in_every_link(watched: Watched) -> None:
    page = watched.open("/treaties/apmbc?on=2025-12-20&known_on=2025-07-04")
    assert page.locator("#n-in-force").inner_text() == "166"
    link = page.get_by_role("link", name="Participants").get_attribute("href") or ""
    assert "on=2025-12-20" in link
    assert "known_on=2025-07-04" in link
    fixed = page.get_by_role("link", name="Address that always gives this answer")
    assert "recorded_on=" in (fixed.get_attribute("href") or "")


def test_the_front_page_and_the_map_are_light(browser: Browser, site: str) -> None:
    # The map cannot come with less than its atlas, which shows that all of it was counted.
    for path, least, most in (("/", 10_000, 300_000), ("/treaties/apmbc", 200_000, 700_000)):
        context = browser.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        sizes: list[float] = []
        session.on("Network.loadingFinished", lambda e, s=sizes: s.append(e["encodedDataLength"]))
        page.goto(site + path, wait_until="networkidle")
        if path != "/":
            page.wait_for_selector("#map[data-drawn]")
        page.wait_for_timeout(300)
        assert least < sum(sizes) < most
        context.close()


def test_the_verdicts_come_without_another_page(watched: Watched, shared: Path) -> None:
    """How soon they come is measured by ``make bench``."""
    seed = sorted((shared / "seeds").glob("*.txt"))[0].read_text(encoding="utf-8")
    page = watched.open("/")
    address = page.url
    page.fill("#text", seed)
    page.click("form.check button[type=submit]")
    page.wait_for_selector("#result mark")
    assert page.url == address
    assert page.locator("#result mark").count() > 10


def test_nothing_jumps_when_the_answer_and_the_map_come(watched: Watched) -> None:
    page = watched.open("/treaties/apmbc")
    page.wait_for_selector("#map[data-drawn]")
    shift = page.evaluate(
        """() => new Promise(done => { let sum = 0;
        new PerformanceObserver(list => { for (const e of list.getEntries())
          if (!e.hadRecentInput) sum += e.value; }).observe({type: 'layout-shift', buffered: true});
        setTimeout(() => done(sum), 200); })"""
    )
    assert shift < 0.1


def test_the_keyboard_alone_checks_a_text(watched: Watched) -> None:
    page = watched.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.locator("#text").focus()
    page.keyboard.type("Poland ratified the Convention on Cluster Munitions in 2011.")
    page.locator("form.check button[type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer")
    assert page.evaluate("document.activeElement.id") == "answer"
