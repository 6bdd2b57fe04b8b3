"""The README is true: examples give what it shows; no room, page or language is left out."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inforce.clauses.propose import LANGUAGES
from inforce.documents.language import language_name
from inforce.reading.languages import languages

if TYPE_CHECKING:
    from cli.conftest import Run

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
FLAT = " ".join(TEXT.split())


def _examples() -> Iterator[tuple[str, str]]:
    """Each command shown with an answer, and the answer."""
    for block in re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL):
        for shown in block.split("$ inforce ")[1:]:
            command, _, answer = shown.partition("\n")
            yield command, answer


EXAMPLES = tuple(_examples())


@pytest.mark.parametrize(("command", "answer"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_gives_the_answer_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch, *, command: str, answer: str
) -> None:
    """Each paragraph shown stands in the answer, in this order, however lines are wrapped."""
    monkeypatch.chdir(ROOT)
    found = run(*shlex.split(command))
    assert found.code == 0
    at = 0
    for paragraph in re.split(r"\n\s*\n", answer.strip()):
        words = " ".join(paragraph.split())
        assert words in found.flat[at:]
        at = found.flat.index(words, at) + len(words)


def test_examples_are_shown() -> None:
    assert {command.split()[0] for command, _ in EXAMPLES} == {
        "check",
        "status",
        "parties",
        "deadlines",
    }


def test_the_python_shown_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report = ROOT / "examples" / "reports" / "06-cluster-munitions.txt"
    (tmp_path / "report.txt").write_bytes(report.read_bytes())
    monkeypatch.chdir(tmp_path)
    (shown,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(compile(shown, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith("party")
    assert "notice of withdrawal received by the depositary on 2025-06-27" in printed


def _joined(codes: tuple[str, ...]) -> str:
    first, *others = sorted(language_name(code) for code in codes if code != "en")
    names = ["English", first, *others]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def test_it_names_the_languages_that_are_read() -> None:
    assert f"It reads reports in {_joined(languages())}, and best in English" in FLAT


def test_it_names_the_languages_in_which_treaties_are_read() -> None:
    assert f"Treaties' own texts are read in {_joined(tuple(LANGUAGES))}." in FLAT


def test_every_room_stands_in_the_table() -> None:
    table = TEXT.split("| room | holds |")[1].split("\n\n")[0]
    rooms = {
        path.name
        for path in (ROOT / "src" / "inforce").iterdir()
        if path.name not in {"__init__.py", "__pycache__", "errors.py", "py.typed"}
    }
    assert {name for name in re.findall(r"`([\w.]+)`", table) if name in rooms} == rooms


def test_every_page_is_linked_once() -> None:
    table = TEXT.split("## Where things are")[1].split("The rooms of")[0]
    linked = re.findall(r"\]\(docs/([\w-]+\.md)\)", table)
    assert sorted(linked) == sorted(path.name for path in (ROOT / "docs").glob("*.md"))


def test_every_target_of_make_is_told() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert [t for t in sorted(targets) if f"make {t}" not in TEXT] == []
