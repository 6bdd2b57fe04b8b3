"""The manual is true: every command, option and setting stands in it."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from docs.generate import PAGES, contexts

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", PAGES)
def test_the_generated_pages_are_up_to_date(name: str) -> None:
    held = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert held == PAGES[name](), f"docs/{name} is out of date: run `make docs`"


@pytest.mark.parametrize("context", list(contexts()), ids=lambda c: c.command_path)
def test_every_command_and_option_stands_in_the_manual(context: click.Context) -> None:
    manual = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert f"`{context.command_path}" in manual
    section = manual.split(f"## `{context.command_path}")[1].split("\n## ")[0]
    options = [
        name
        for param in context.command.params
        if isinstance(param, click.Option)
        for name in param.opts
    ]
    assert [name for name in options if name not in section] == []


@pytest.mark.parametrize("context", list(contexts()), ids=lambda c: c.command_path)
def test_every_command_and_option_says_what_it_is_for(context: click.Context) -> None:
    assert context.command.help
    options = [p for p in context.command.params if isinstance(p, click.Option)]
    assert [p.name for p in options if not p.help] == []


@pytest.mark.parametrize("setting", ["INFORCE_STORE", "INFORCE_CATALOGUE", "INFORCE_CACHE"])
def test_every_setting_stands_in_the_manual(setting: str) -> None:
    pages = [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    assert any(setting in page.read_text(encoding="utf-8") for page in pages)


def test_the_verbs_mirror_the_library() -> None:
    import inforce
    from inforce.cli.main import COMMANDS

    verbs = set(COMMANDS) & set(inforce.__all__)
    assert {"check", "read", "status", "parties", "timeline"} <= verbs
    assert all(callable(getattr(inforce, verb)) for verb in verbs)
