"""inforce serve: what it is told reaches the site and the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import uvicorn
from click.testing import CliRunner
from fastapi import FastAPI

from inforce.cli.main import cli
from inforce.record.store import Store
from inforce.web.settings import LOCAL_HOSTS


def served(monkeypatch: pytest.MonkeyPatch, *args: str) -> tuple[FastAPI, dict[str, Any], str]:
    told: dict[str, Any] = {}

    def run(app: FastAPI, **options: Any) -> None:
        told.update(options, app=app)

    monkeypatch.setattr(uvicorn, "run", run)
    found = CliRunner().invoke(cli, ["serve", *args], catch_exceptions=False)
    assert found.exit_code == 0
    return told.pop("app"), told, found.output


def test_it_listens_on_this_machine_alone_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    app, told, output = served(monkeypatch)
    assert (told["host"], told["port"], told["proxy_headers"]) == ("127.0.0.1", 8080, False)
    assert "http://127.0.0.1:8080/" in output
    settings = app.state.serving.settings
    assert settings.hosts == LOCAL_HOSTS
    assert settings.origins == ()


def test_every_option_reaches_the_site(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = tmp_path / "own.db"
    Store.open(place, create=True).close()
    app, told, _ = served(
        monkeypatch,
        *("--host", "::1", "--port", "9000", "--name", "treaties.example.org"),
        *("--proxy", "10.0.0.2", "--cors", "https://example.org", "--keep-days", "7"),
        *("--reports", str(tmp_path / "r.db"), "--max-upload", "2", "--no-fetch"),
        *("--checks-a-minute", "3", "--answers-a-minute", "4", "--store", str(place)),
    )
    settings = app.state.serving.settings
    assert (told["host"], told["port"], told["forwarded_allow_ips"]) == ("::1", 9000, "10.0.0.2")
    assert settings.hosts == (*LOCAL_HOSTS, "treaties.example.org")
    assert settings.origins == ("https://example.org",)
    assert (settings.keep_days, settings.max_upload, settings.fetch) == (7, 2_000_000, False)
    assert (settings.checks_a_minute, settings.answers_a_minute) == (3, 4)
    assert settings.reports == tmp_path / "r.db"
    assert str(settings.store) == str(place)
