"""inforce catalogue: what the catalogue holds, and its linter."""

from __future__ import annotations

from pathlib import Path

import click

from inforce import api
from inforce.cli.options import catalogue_option, json_option, on_option
from inforce.cli.output import print_json, print_lines
from inforce.dates import PartialDate


@click.group()
def catalogue() -> None:
    """The facts and rules that every answer rests on."""


@catalogue.command()
@catalogue_option
def lint(catalogue_dir: Path | None) -> None:
    """Check every file of the catalogue; each fault is one line with its place."""
    from inforce.catalogue.lint import lint as lint_all

    faults = lint_all(catalogue_dir)
    for fault in faults:
        click.echo(str(fault))
    if faults:
        raise click.ClickException(f"{len(faults)} faults in the catalogue")
    click.echo("The catalogue has no faults.")


@catalogue.command()
@catalogue_option
@json_option
def treaties(catalogue_dir: Path | None, *, as_json: bool) -> None:
    """Every treaty: its id, its name, and how far its record goes."""
    held = api.View.open(catalogue_dir=catalogue_dir).catalogue
    if as_json:
        print_json(
            {
                "id": t.id,
                "title": t.title,
                "number": t.number,
                "rules": t.rules is not None,
                "complete_until": t.complete_until.isoformat() if t.complete_until else None,
            }
            for t in held.treaties()
        )
        return
    for t in held.treaties():
        far = f"record until {t.complete_until}" if t.complete_until else "known by name only"
        click.echo(f"{t.id:16} {t.short_name}  ({far})")


@catalogue.command()
@catalogue_option
@json_option
def participants(catalogue_dir: Path | None, *, as_json: bool) -> None:
    """Every state and other entity that can join a treaty."""
    held = api.View.open(catalogue_dir=catalogue_dir).catalogue
    if as_json:
        print_json(
            {"id": p.id, "name": p.name, "kind": p.kind, "alpha2": p.alpha2}
            for p in held.participants()
        )
        return
    print_lines(f"{p.id}  {p.name}" for p in held.participants())


@catalogue.command()
@click.argument("name", required=False)
@on_option
@catalogue_option
@json_option
def groups(
    name: str | None, *, on: PartialDate | None, catalogue_dir: Path | None, as_json: bool
) -> None:
    """Every group of states, or the members of the one NAMEd on a day."""
    held = api.View.open(catalogue_dir=catalogue_dir).catalogue
    if name is None:
        rows = [{"id": g.id, "name": g.name} for g in held.groups()]
    else:
        ids = sorted(api.members(held, name, on=on or api.today()))
        rows = [{"id": i, "name": held.participant(i).name} for i in ids]
    if as_json:
        print_json(rows)
    else:
        print_lines(f"{row['id']:12} {row['name']}" for row in rows)
