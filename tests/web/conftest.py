"""A server of the real catalogue, asked in this process or over a socket by a real Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from starlette.testclient import TestClient

from inforce import api
from inforce.web.app import create_app
from inforce.web.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def view() -> api.View:
    """The library itself, asked the same questions."""
    return api.View.open()


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """The site with the shipped catalogue; reports are kept in a folder of the test's own."""
    folder = tmp_path_factory.mktemp("reports")
    hosts = ("localhost", "127.0.0.1", "testserver")
    return create_app(
        Settings(
            reports=folder / "reports.sqlite3",
            hosts=hosts,
            checks_a_minute=10_000,
            answers_a_minute=10_000,
        )
    )


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    """A program that asks the site."""
    with TestClient(app) as asking:
        yield asking


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of an application on a port of this machine."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def site(app: FastAPI) -> Iterator[str]:
    """The address of the site on a port of this machine."""
    with served(app) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a head."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium on this machine")
    # A browser started by root has no sandbox to start in.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found, args=flags)
        yield opened
        opened.close()


class Watched:
    """A page with everything that should not have happened on it."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.page: Page = context.new_page()
        self.site = site
        self.faults: list[str] = []
        self.outside: list[str] = []
        self.received = 0
        self.page.on(
            "console",
            lambda m: self.faults.append(m.text) if m.type in ("error", "warning") else None,
        )
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda r: self._outside(r.url))

    def _outside(self, url: str) -> None:
        if not url.startswith((self.site + "/", "data:", "blob:")):
            self.outside.append(url)

    def open(self, path: str) -> Page:
        """Open a path of the site and wait until all of it has come."""
        self.page.goto(self.site + path, wait_until="networkidle")
        return self.page

    def was_clean(self) -> None:
        """No fault was told of, and nothing was asked of another server."""
        assert self.faults == []
        assert self.outside == []


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def watched(context: BrowserContext, site: str) -> Watched:
    """A page on which faults and outside requests are noted."""
    return Watched(context, site)
