"""How soon the first verdict on a report stands in the browser, against a second."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Ratio
from bench.reading import reports
from bench.web import SERVE, serving

AIM = 1.0
_ROUNDS = 5


def measure() -> Ratio:
    """From the click to the first marked sentence, in Chromium; the best of several."""
    from playwright.sync_api import sync_playwright

    text = max((document.text for document in reports()), key=len)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    took = []
    with TemporaryDirectory() as folder, sync_playwright() as play:
        options = ["--reports", str(Path(folder) / "r"), "--checks-a-minute", "600"]
        with serving(SERVE, "serve", *options, port="--port") as site:
            browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            for _ in range(_ROUNDS):
                page.goto(f"http://127.0.0.1:{site}/")
                page.fill("#text", text)
                begun = time.perf_counter()
                page.click("form.check button[type=submit]")
                page.wait_for_selector("#result mark")
                took.append(time.perf_counter() - begun)
            browser.close()
    best = min(took)
    return Ratio(
        "a second / the first verdict in the browser",
        best,
        AIM,
        AIM / best,
        "at least 1",
        best < AIM,
        f"a report of {len(text):,} characters",
    )
