"""inforce editors: who may decide and state facts on the site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce.cli.output import print_lines

if TYPE_CHECKING:
    from inforce.web.accounts import Accounts

editors_option = click.option(
    "--editors",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="INFORCE_EDITORS",
    help="The file of editors' accounts; by default one in the user's data folder.",
)


@click.group()
def editors() -> None:
    """Who may decide between dates and state facts on the site of `serve`.

    Accounts are made, changed and removed here only, never over the web.
    """


def _accounts(file: Path | None) -> Accounts:
    from inforce.web.accounts import Accounts
    from inforce.web.settings import editors_file

    return Accounts(file or editors_file())


def _password() -> str:
    """A password typed twice at a terminal, or one line of standard input."""
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


@editors.command()
@click.argument("name")
@editors_option
def add(name: str, *, file: Path | None) -> None:
    """Make an account for NAME, who signs decisions so; the password is asked for.

    \b
    inforce editors add "A. Analyst"
    """
    accounts = _accounts(file)
    accounts.add(name, _password())
    click.echo(f"added    {name}")


@editors.command("password")
@click.argument("name")
@editors_option
def change(name: str, *, file: Path | None) -> None:
    """Give NAME another password, and end NAME's sessions."""
    _accounts(file).set_password(name, _password())
    click.echo(f"changed  {name}")


@editors.command()
@click.argument("name")
@editors_option
def remove(name: str, *, file: Path | None) -> None:
    """Take NAME's account away; what NAME signed stays."""
    _accounts(file).remove(name)
    click.echo(f"removed  {name}")


@editors.command("list")
@editors_option
def every(*, file: Path | None) -> None:
    """The editors' names."""
    print_lines(_accounts(file).names())
