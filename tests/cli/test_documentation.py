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


def test_every_treaty_of_the_catalogue_has_a_page_and_no_other_is_left() -> None:
    from inforce.api import View

    folder = ROOT / "docs" / "treaties"
    ids = {treaty.id for treaty in View.open().catalogue.treaties()}
    assert {path.stem for path in folder.glob("*.md")} == ids | {"index"}
    assert {f"treaties/{path.name}" for path in folder.iterdir()} == {
        name for name in PAGES if name.startswith("treaties/")
    }


def test_every_picture_is_small_and_shown_on_its_page() -> None:
    for picture in (ROOT / "docs" / "treaties").glob("*.svg"):
        assert picture.stat().st_size < 20_000, picture.name
        assert f"({picture.name})" in picture.with_suffix(".md").read_text(encoding="utf-8")


def test_a_page_tells_what_nobody_has_read_and_when_a_rule_was_checked() -> None:
    page = (ROOT / "docs" / "treaties" / "bbnj.md").read_text(encoding="utf-8")
    assert "| duration | Nobody has read this rule yet | (unread) | not yet |" in page
    assert "Nobody has read its rules on" in page
    assert "| 68(2) | 2026-11-22 |" in page


def test_a_page_tells_an_exit_with_its_notice_and_its_effect() -> None:
    # UN Treaty Collection, C.N.360.2025: Estonia, notified 27 June 2025, effect 27 December 2025.
    page = (ROOT / "docs" / "treaties" / "apmbc.md").read_text(encoding="utf-8")
    assert "| Estonia | 2025-06-27 | 2025-12-27 | 2025-12-27 | effective |" in page


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


@pytest.mark.parametrize(
    "setting", ["INFORCE_STORE", "INFORCE_CATALOGUE", "INFORCE_CACHE", "INFORCE_REPORTS"]
)
def test_every_setting_stands_in_the_manual(setting: str) -> None:
    pages = [*(ROOT / "docs").glob("*.md"), ROOT / "README.md"]
    assert any(setting in page.read_text(encoding="utf-8") for page in pages)


def test_every_public_name_stands_in_the_manual_with_its_purpose() -> None:
    import inforce

    manual = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    sections = {part.split("`")[0]: part for part in manual.split("## `inforce.")[1:]}
    assert list(sections) == inforce.__all__
    for name, section in sections.items():
        assert len(section.split("```")[2].split()) >= 5, name
        assert "'Iter" not in section, name


def test_the_verbs_mirror_the_library() -> None:
    import inforce
    from inforce.cli.main import COMMANDS

    verbs = set(COMMANDS) & set(inforce.__all__)
    assert {"audit", "check", "panel", "parties", "read", "status", "timeline"} <= verbs
    assert all(callable(getattr(inforce, verb)) for verb in verbs)
