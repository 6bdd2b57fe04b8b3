"""Forecasts, scenarios, needs and exposure: the pages and the API say what the library says."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from inforce import api
from inforce.documents import load_text
from inforce.publishing.ledger import reliability_diagram, resolution_json, scores_json
from inforce.publishing.scenarios import exposure_json, needs_json, whatif_json
from web.conftest import ROOT, Watched
from web.test_pages import violations

SAID = (
    "Lithuania's parliament voted on 8 May 2025 to leave the Ottawa Convention.\n\n"
    "Medium term (3-12 months)\n\n"
    "Lithuania is highly likely to begin deploying mines along its border.\n"
)
SCENARIO = ROOT / "examples" / "scenarios" / "north-leaves.toml"


def test_the_ledger_over_the_api_is_the_librarys(client: TestClient, view: api.View) -> None:
    given = {"documents": [{"text": SAID, "published": "2025-05-19"}], "on": "2026-03-01"}
    found = client.post("/api/v1/forecasts", json=given).json()
    document = load_text(SAID, name="the text given", published="2025-05-19")
    ledger = api.forecasts(api.read(document, view=view).statements, on="2026-03-01", view=view)
    assert found["forecasts"] == list(map(resolution_json, ledger.resolved))
    assert found["scores"] == scores_json(ledger.scores)
    # Until the exit's effect on 27 December 2025 the Convention forbids it (article 20(3)).
    assert found["forecasts"][0]["barred"] == ["2025-08-19/2025-12-26"]
    bad = client.post("/api/v1/forecasts", json={**given, "scale": "no such"})
    assert bad.status_code == 422
    assert client.post("/api/v1/forecasts", json={"documents": []}).status_code == 422


def test_a_scenario_over_the_api_is_the_librarys(client: TestClient, view: api.View) -> None:
    text = SCENARIO.read_text(encoding="utf-8")
    found = client.post("/api/v1/whatif", json={"scenarios": [text]}).json()
    assert found == whatif_json(api.whatif([SCENARIO], view=view), view.catalogue)
    two = client.post("/api/v1/whatif", json={"scenarios": [text, text.replace("false", "true")]})
    assert two.status_code == 422
    broken = client.post("/api/v1/whatif", json={"scenarios": ["name = "]}).json()
    assert broken["error"]["message"].startswith("the scenario: is no TOML")
    assert client.post("/api/v1/whatif", json={"scenarios": []}).status_code == 422


def test_needs_and_exposure_over_the_api_are_the_librarys(
    client: TestClient, view: api.View
) -> None:
    found = client.get("/api/v1/needs", params={"treaty": "ctbt", "on": "2026-01-01"}).json()
    assert found == needs_json(api.needs("ctbt", on="2026-01-01", view=view), view.catalogue)
    # Nine of the forty-four states of Annex 2 have yet to ratify (CTBTO).
    assert len(found["pivotal"]) == 9
    query = {"treaty": "apmbc", "participant": "LTU", "on": "2026-03-01"}
    told = client.get("/api/v1/exposure", params=query).json()["items"]
    answers = api.exposure("apmbc", "LTU", on="2026-03-01", view=view)
    assert told == [exposure_json(one, view.catalogue) for one in answers]
    for more in ({"group": "EU"}, {"participant": ""}):
        assert client.get("/api/v1/exposure", params=query | more).status_code == 422


@pytest.mark.parametrize("path", ["/forecasts", "/whatif"])
def test_a_page_of_another_site_sends_no_form(client: TestClient, path: str) -> None:
    found = client.post(path, data={"text": "x"}, headers={"Origin": "https://evil.example"})
    assert found.status_code == 403
    assert client.post(path, data={"text": " "}).status_code == 422


def test_a_hostile_scenario_is_shown_inert(client: TestClient) -> None:
    name = "</textarea><script>alert(1)</script>"
    for more in ("", f"\n[[act]]\nparticipant = '{name}'"):
        found = client.post("/whatif", data={"text": f"name = '{name}'{more}"})
        assert found.status_code == (422 if more else 200)
        assert "<script>" not in found.text
        assert more or "&lt;/textarea&gt;&lt;script&gt;alert(1)" in found.text


def test_forecasts_are_kept_score_of_in_the_browser(watched: Watched) -> None:
    page = watched.open("/forecasts")
    page.fill("#text", SAID)
    page.fill("#published", "2025-05-19")
    page.fill("#on", "2026-03-01")
    page.click("form.check button[type=submit]")
    page.wait_for_selector("#answer")
    told = page.locator("#table-1 ~ .scroll").first.inner_text()
    assert "highly likely" in told
    assert "80 to 90 %" in told
    assert violations(page) == []
    watched.was_clean()


def test_the_pages_picture_has_no_style_of_its_own(view: api.View) -> None:
    ledger = api.forecasts((), on="2026-03-01", view=view)
    drawn = reliability_diagram(ledger.scores.by_word, styled=False)
    assert "<style" not in drawn
    assert " style=" not in drawn
    assert "<style" in reliability_diagram(ledger.scores.by_word)


def test_a_scenario_file_is_laid_over_the_record_in_the_browser(
    watched: Watched, tmp_path: Path
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(SCENARIO.read_text(encoding="utf-8"), encoding="utf-8")
    page = watched.open("/whatif")
    page.fill("#text", "")
    page.set_input_files("#files", str(file))
    page.click("form.check button[type=submit]")
    page.wait_for_selector("#answer")
    assert "before" in page.locator("#answer thead").first.inner_text().lower()
    assert violations(page) == []
    watched.was_clean()
