"""inforce catalogue: what the catalogue holds, and its linter."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

import click

from inforce import api
from inforce.catalogue.layers import USER_DIRECTORY
from inforce.cli.options import EDTF, catalogue_option, json_option, on_option
from inforce.cli.output import print_json, print_lines
from inforce.dates import PartialDate
from inforce.errors import InforceError


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
        noun = "fault" if len(faults) == 1 else "faults"
        raise click.ClickException(f"{len(faults)} {noun} in the catalogue")
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
        if t.complete_until:
            far = f"record until {t.complete_until}"
        else:
            far = "a record of no told end" if t.rules else "known by name only"
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


@catalogue.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--id", "treaty_id", required=True, help="The catalogue id that the treaty gets.")
@click.option("--title", required=True, help="Its title.")
@click.option("--number", default="", help="Its official number, such as MTDSG XXVI-5.")
@click.option("--in-force", type=EDTF, help="The published day of its entry into force.")
@click.option("--source", default="", help="The source that stands for its depositary's record.")
@catalogue_option
def propose(
    file: Path,
    *,
    treaty_id: str,
    title: str,
    number: str,
    in_force: PartialDate | None,
    source: str,
    catalogue_dir: Path | None,
) -> None:
    """Add the rules that the text FILE states to your own catalogue, unconfirmed.

    Until a person confirms them, every answer that rests on them says so.

    \b
    inforce catalogue propose treaty.txt --id rivers --title "Rivers Treaty" --catalogue mine
    """
    from inforce.clauses.overlay import Identity, add_proposal
    from inforce.documents import load

    folder = own_folder(catalogue_dir)
    view = api.View.open(catalogue_dir=folder if folder.is_dir() else None)
    known = {known.id: known.title for known in view.catalogue.treaties()}
    if treaty_id in known:
        raise InforceError(
            f"the catalogue has a treaty {treaty_id} ({known[treaty_id]}); expected the id of a "
            "treaty that is new"
        )
    proposal = api.clauses(load(file), view=view)
    day = _one_day(in_force, "--in-force")
    identity = Identity(treaty_id, title, number, source, day)
    path = add_proposal(folder, proposal, identity, on=today_day())
    click.echo(f"Written: {path}; every rule in it is unconfirmed")


@catalogue.command()
@click.argument("treaty")
@click.argument("rule")
@click.option("--by", required=True, help="Who confirms: the confirmation is signed with it.")
@click.option("--on", type=EDTF, help="The day of confirming; today when left out.")
@click.option("--reading", type=int, help="Which of several readings, from 1 on.")
@click.option(
    "--set", "corrections", multiple=True, metavar="KEY=VALUE", help="Correct a part of the rule."
)
@catalogue_option
def confirm(
    treaty: str,
    rule: str,
    *,
    by: str,
    on: PartialDate | None,
    reading: int | None,
    corrections: tuple[str, ...],
    catalogue_dir: Path | None,
) -> None:
    """Confirm, or correct and confirm, a proposed RULE of TREATY in your own catalogue.

    \b
    inforce catalogue confirm rivers exit --by "A. Analyst" --catalogue mine
    inforce catalogue confirm rivers exit --by "A. Analyst" --set delay.period=P6M --catalogue mine
    """
    from inforce.clauses.overlay import confirm as confirm_rule
    from inforce.clauses.overlay import part_of

    path = own_folder(catalogue_dir) / "treaties" / f"{treaty}.yaml"
    day = _one_day(on, "--on")
    if day is not None and day > today_day():
        raise InforceError(f"found {day} as the day of confirming, expected one until today")
    before = path.read_bytes() if path.is_file() else b""
    made = confirm_rule(
        path,
        part_of(rule),
        by=by,
        on=day or today_day(),
        corrections=corrections,
        reading=reading,
    )
    try:
        api.View.open(catalogue_dir=path.parent.parent).catalogue.treaty(treaty)
    except InforceError:
        # What the catalogue refuses is not kept.
        path.write_bytes(before)
        raise
    click.echo(f"Confirmed: {rule} of {treaty}, by {made['checked_by']} on {made['checked']}")


def _one_day(given: PartialDate | None, option: str) -> date | None:
    if given is not None and not given.is_day:
        raise InforceError(f"found {given} for {option}, expected one day such as 2025-05-08")
    return given.earliest if given is not None else None


def own_folder(given: Path | None) -> Path:
    """The user's own catalogue, by the option or the environment."""
    named = given or os.environ.get(USER_DIRECTORY)
    if not named:
        raise click.UsageError("--catalogue (or INFORCE_CATALOGUE) must name your own catalogue")
    return Path(named)


def today_day() -> date:
    """The present day in UTC."""
    return datetime.now(UTC).date()
