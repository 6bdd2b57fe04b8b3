"""The manual is true: every command, option and setting stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from docs.generate import PAGES, contexts, further

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


SETTINGS = sorted(
    {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r"\bINFORCE_[A-Z_]+", path.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_setting_stands_in_the_table_of_settings(setting: str) -> None:
    table = (ROOT / "docs" / "idea.md").read_text(encoding="utf-8").split("## Settings")[1]
    assert f"`{setting}`" in table


PAGES_OF_WORDS = sorted(
    str(path.relative_to(ROOT))
    for pattern in ("*.md", "docs/**/*.md", "eval/**/*.md", "examples/**/*.md", "tests/**/*.md")
    for path in ROOT.glob(pattern)
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_ANCHOR = re.compile(r"[^\w\- ]")


def _anchors(page: str) -> set[str]:
    """The places in a page to which a link may point, as GitHub makes them of its headings."""
    headings = re.findall(r"^#+ (.*)$", page, re.MULTILINE)
    return {_ANCHOR.sub("", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", PAGES_OF_WORDS)
def test_every_link_leads_somewhere(name: str) -> None:
    page = ROOT / name
    lost = []
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = link.partition("#")
        found = (page.parent / path).resolve() if path else page
        if not found.exists() or (
            anchor and anchor not in _anchors(found.read_text(encoding="utf-8"))
        ):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("name", ["add-a-treaty", "data-model", "languages", "law", "sources"])
def test_every_file_that_a_page_names_is_there(name: str) -> None:
    page = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:\w+/)+\w+\.(?:py|yaml|csv|toml))`", page))
    places = (ROOT, ROOT / "src" / "inforce", ROOT / "src" / "inforce" / "catalogue")
    assert [n for n in sorted(named) if not any((p / n).exists() for p in places)] == []


def test_the_objects_of_the_data_model_stand_where_it_says() -> None:
    page = (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.split("\n## ")[0].splitlines()
        if line.startswith("| ") and ".py`" in line
    ]
    assert len(rows) > 10
    for names, _, where in rows:
        code = "".join(
            (ROOT / "src" / "inforce" / path).read_text(encoding="utf-8")
            for path in re.findall(r"`([\w/]+\.py)`", where)
        )
        assert [n for n in names.split(", ") if f"\nclass {n}" not in code] == []


def _shown() -> Iterator[tuple[str, str]]:
    """Each command line that a page shows, with the page's name."""
    for name in PAGES_OF_WORDS:
        if name == "docs/command-line.md":
            continue
        page = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        for block in re.findall(r"```(?:text|sh)\n(.*?)```", page, re.DOTALL):
            for line in re.findall(r"^(?:\$ )?inforce (.*)$", block, re.MULTILINE):
                yield name, re.split(r"\s{3,}", line)[0]
        for line in re.findall(r"`inforce ([^`]*)`", page):
            yield name, " ".join(line.split())


def test_every_command_line_shown_is_of_a_command_with_these_options() -> None:
    known = {context.command_path: context.command for context in contexts()}
    wrong = []
    for name, line in _shown():
        words = line.split()
        path = " ".join(["inforce", *words[:2]])
        path = path if path in known else " ".join(["inforce", *words[:1]])
        options = {
            name
            for param in (known[path].params if path in known else [])
            for name in (*param.opts, *param.secondary_opts)
        } | {"--help"}
        given = re.findall(r"(?<!\S)\[?(--[a-z][a-z-]*)", line)
        if path not in known or not options.issuperset(given):
            wrong.append(f"{name}: inforce {line}")
    assert wrong == []


def test_every_public_name_stands_in_the_manual_with_its_purpose() -> None:
    import inforce

    manual = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    sections = {part.split("`")[0]: part for part in manual.split("## `inforce.")[1:]}
    questions = [f"{place}.{name}".removeprefix("inforce.") for place, name, _ in further()]
    assert {"api.whatif", "beside.reservations", "over_time.effects"} <= set(questions)
    assert list(sections) == [*inforce.__all__, *questions]
    for name, section in sections.items():
        assert len(section.split("```")[2].split("The modules of")[0].split()) >= 5, name
        assert "'Iter" not in section, name


def test_the_verbs_mirror_the_library() -> None:
    import inforce
    from inforce.cli.main import COMMANDS

    verbs = set(COMMANDS) & set(inforce.__all__)
    assert {"audit", "check", "panel", "parties", "read", "status", "timeline"} <= verbs
    assert all(callable(getattr(inforce, verb)) for verb in verbs)
