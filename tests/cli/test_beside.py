"""inforce status of a territory, and inforce reservations."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run

PAGE = Path(__file__).resolve().parents[1] / "official" / "examples" / "status_page.html"


@pytest.fixture(autouse=True)
def _no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INFORCE_STORE", raising=False)


def test_a_territory_s_status_goes_through_its_state(run: Run) -> None:
    ran = run("status", "Guernsey", "apmbc", "--on", "2020-01-01")
    assert "the treaty extends to it through the United Kingdom from 2002-04-03" in ran.flat
    (told,) = run("status", "GGY", "apmbc", "--on", "2002-04-02", "--json").objects
    assert (told["extends"], told["through"], told["since"]) == ("no", "GBR", None)


def test_a_state_s_status_has_its_parts(run: Run) -> None:
    (told,) = run("status", "NLD", "apmbc", "--on", "2020-01-01", "--json").objects
    assert {part["territory"] for part in told["parts"]} == {"NLD", "ABW", "BES", "CUW", "SXM"}
    assert "Its parts" in run("status", "NLD", "apmbc", "--on", "2020-01-01").flat


def test_reservations_come_from_the_store(run: Run, tmp_path: Path) -> None:
    page, store = tmp_path / "page.html", tmp_path / "my.db"
    words = PAGE.read_text(encoding="utf-8").replace("mtdsg_no=XXX-4", "mtdsg_no=XXVI-5")
    page.write_text(words.replace("<i>Declaration:", "<i>Reservation:"), encoding="utf-8")
    run("import", "status-page", page, "--store", store, "--by", "A.", "--why", "read")
    (told,) = run("reservations", "apmbc", "CHL", "--store", store, "--json").objects
    assert (told["participant"], told["act"], told["admitted"]) == ("CHL", "reservation", "no")
    assert "but article 19 forbids it" in run("reservations", "apmbc", "--store", store).flat
    assert "no reservation" in run("reservations", "ccm").flat
