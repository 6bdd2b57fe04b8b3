"""inforce record backup, export and restore: a store kept in a file, and made again from one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce.cli.options import store_option

if TYPE_CHECKING:
    from inforce.record.database import Place
    from inforce.record.keeping import Kept

_file = click.argument("file", type=click.Path(path_type=Path))
_from = store_option("The store.", required=True)


@click.command()
@_file
@_from
def backup(file: Path, *, store: Place) -> None:
    """Write the whole store to a new FILE, itself a store, while others go on using it.

    \b
    inforce record backup monday.db --db postgresql://clerk@host/treaties
    inforce record list --store monday.db
    """
    from inforce.record.keeping import backup as keep
    from inforce.record.store import Store

    with Store.open(store, readonly=True) as held:
        _tell("backed up", keep(held, file))


@click.command()
@_file
@_from
def export(file: Path, *, store: Place) -> None:
    """Write the whole store to a new FILE of JSON Lines, which `record restore` reads.

    docs/data-model.md describes the lines.
    """
    from inforce.record.keeping import export as keep
    from inforce.record.store import Store

    with Store.open(store, readonly=True) as held:
        _tell("exported", keep(held, file))


@click.command()
@_file
@store_option("A new or an empty store.", required=True)
def restore(file: Path, *, store: Place) -> None:
    """Make the store of a backup or an export FILE again, whole or not at all.

    What was learned when, by whom and why is as it was.

    \b
    inforce record restore monday.db --store my.db
    inforce record restore all.jsonl --db postgresql://clerk@host/treaties
    """
    from inforce.record.keeping import restore as remake

    _tell("restored", remake(file, store))


def _tell(done: str, kept: Kept) -> None:
    click.echo(f"{done} {_some(kept.statements, 'statement')}, {_some(kept.decisions, 'decision')}")


def _some(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
