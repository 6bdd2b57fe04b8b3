"""inforce editors: accounts from the command line alone."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from inforce.cli.main import cli


def run(*args: str, typed: str = "", file: Path) -> tuple[int, str]:
    found = CliRunner().invoke(cli, ["editors", *args, "--editors", str(file)], input=typed)
    told = str(found.exception) if found.exception else ""
    return found.exit_code, found.output + told


def test_an_account_is_made_changed_and_removed(tmp_path: Path) -> None:
    file = tmp_path / "editors.sqlite3"
    assert run("list", file=file) == (0, "")
    typed = "a long enough password\n"
    assert run("add", "A. Analyst", typed=typed, file=file) == (0, "added    A. Analyst\n")
    assert run("list", file=file) == (0, "A. Analyst\n")
    assert run("password", "A. Analyst", typed=typed, file=file)[0] == 0
    code, told = run("add", "B", typed="short\n", file=file)
    assert (code, "expected 12 to 1000" in told) == (1, True)
    assert run("remove", "A. Analyst", file=file) == (0, "removed  A. Analyst\n")
    assert run("remove", "A. Analyst", file=file)[0] == 1
