"""inforce import and inforce refresh: official data into a store, shown before it is added."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce import api
from inforce.cli.options import EDTF, catalogue_option, json_option, store_option
from inforce.cli.output import print_json, print_lines
from inforce.dates import PartialDate
from inforce.errors import InforceError
from inforce.official.formats import FORMATS

if TYPE_CHECKING:
    from inforce.catalogue import Catalogue
    from inforce.official.formats import Given
    from inforce.official.model import Imported
    from inforce.official.plan import Plan
    from inforce.record.database import Place

_store_option = store_option("Your statements; the store is made when there is none.")
_by_option = click.option("--by", default="", help="Who imports.")
_why_option = click.option("--why", default="", help="On which ground.")
_dry_option = click.option("--dry-run", is_flag=True, help="Show what would change; add nothing.")


@click.command("import")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("files", nargs=-1, required=True)
@click.option("--treaty", help="The treaty, where the file of a register does not tell it.")
@click.option("--as-at", type=EDTF, help="The day of the list, where the file does not print it.")
@click.option(
    "--leave-out-bad", is_flag=True, help="For csv: add the good rows though some are bad."
)
@click.option(
    "--propose",
    "proposing",
    is_flag=True,
    help="Add a treaty that the catalogue lacks to your own, with the clause that its file quotes.",
)
@_dry_option
@_by_option
@_why_option
@_store_option
@catalogue_option
@json_option
def import_(
    format_: str,
    files: tuple[str, ...],
    *,
    treaty: str | None,
    as_at: PartialDate | None,
    leave_out_bad: bool,
    proposing: bool,
    dry_run: bool,
    by: str,
    why: str,
    store: Place | None,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """Import official FILES, all of them or none, and show what that changes.

    \b
    FORMAT is one of:
      mtdsg               the UN Treaty Collection's XML of a treaty
      status-page         its status page, saved as HTML
      treaty-database-nl  a page of the Dutch Treaty Database
      unoda               action rows of UNODA's database, JSON or CSV
      coe                 signature rows of the Council of Europe, JSON or HTML
      csv                 rows of your own; see `inforce record import` for the header

    \b
    inforce import mtdsg XXVI-5.en.xml --dry-run --json
    inforce import status-page ottawa.html --store my.db --by "A. Analyst" --why "monthly check"
    inforce import mtdsg XXV-4.en.xml --propose --catalogue mine --store my.db --by A --why new
    """
    from inforce.official.formats import Given

    # The folder of a first proposal is made with it.
    fresh = proposing and catalogue_dir is not None and not catalogue_dir.exists()
    view = api.View.open(catalogue_dir=None if fresh else catalogue_dir)
    given = Given(treaty=treaty, as_at=as_at, by=by, leave_out_bad=leave_out_bad)
    told, failed = _read(files, format_, view.catalogue, given, as_json=as_json)
    stop = failed and not dry_run
    _settle(
        told,
        view.catalogue,
        store=store,
        by=by,
        why=why,
        dry_run=dry_run or failed,
        as_json=as_json,
    )
    if proposing and not (dry_run or failed):
        _propose(told, catalogue_dir)
    if stop:
        click.echo("inforce: nothing was imported, since a file could not be read", err=True)
    if failed:
        raise SystemExit(2)


@click.command()
@click.argument("treaty")
@_dry_option
@_by_option
@_why_option
@_store_option
@catalogue_option
@json_option
def refresh(
    treaty: str,
    *,
    dry_run: bool,
    by: str,
    why: str,
    store: Place | None,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """Fetch TREATY's official data from the addresses of the catalogue, and show what is new.

    Without --store, or with --dry-run, nothing is added.

    \b
    inforce refresh apmbc
    inforce refresh apmbc --store my.db --by "A. Analyst" --why "weekly refresh"
    """
    from inforce.official.refresh import refresh as fetched

    view = api.View.open(catalogue_dir=catalogue_dir)
    found = fetched(treaty, catalogue=view.catalogue)
    for problem in found.problems:
        click.echo(f"inforce: {problem}", err=True)
    _settle(
        found.imported,
        view.catalogue,
        store=store,
        by=by,
        why=why,
        dry_run=dry_run or store is None,
        as_json=as_json,
    )


def _read(
    files: tuple[str, ...], format_: str, catalogue: Catalogue, given: Given, *, as_json: bool
) -> tuple[list[Imported], bool]:
    """What each file says, and whether any could not be read; each fault is told."""
    from inforce.official.formats import read_file
    from inforce.publishing.imports import problem_json

    told: list[Imported] = []
    failed = False
    for file in files:
        try:
            told += read_file(file, format_, catalogue=catalogue, given=given)
        except InforceError as error:
            failed = True
            click.echo(f"inforce: {error}", err=True)
            if as_json:
                print_json([problem_json(file, error)])
    return told, failed


def _propose(told: Iterable[Imported], catalogue_dir: Path | None) -> None:
    """Add the treaties that are new and whose file quotes a rule to the user's own catalogue."""
    from inforce.clauses.overlay import Identity, add_proposal
    from inforce.cli.catalogue import own_folder, today_day
    from inforce.official.quoted_clause import printed_day

    folder = own_folder(catalogue_dir)
    for one in told:
        if one.treaty is not None or one.clause is None or one.clause.problem:
            continue
        identity = Identity(one.called, one.title, one.number, one.source, printed_day(one))
        path = add_proposal(folder, one.clause, identity, on=today_day())
        click.echo(f"Written: {path}; every rule in it is unconfirmed", err=True)


def _settle(
    told: Iterable[Imported],
    catalogue: Catalogue,
    *,
    store: Place | None,
    by: str,
    why: str,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Show the plans; without ``dry_run`` carry them out, in one transaction."""
    from inforce.official.plan import apply, plan_import
    from inforce.record.opening import has_store
    from inforce.record.store import Store

    if dry_run:
        if store is not None and has_store(store):
            with Store.open(store, readonly=True) as held:
                plans = [plan_import(held, catalogue, each) for each in told]
        else:
            plans = [plan_import(None, catalogue, each) for each in told]
        _show(plans, as_json=as_json)
        return
    if store is None or not why.strip():
        raise click.UsageError("--store and --why are needed, or --dry-run to add nothing")
    with Store.open(store, create=True) as held:
        plans = [plan_import(held, catalogue, each) for each in told]
        _show(plans, as_json=as_json)
        added = apply(held, plans, by=by, why=why)
    click.echo(f"{len(added.new)} added, {len(added.already)} there already", err=as_json)


def _show(plans: list[Plan], *, as_json: bool) -> None:
    from inforce.publishing.imports import plan_json, plan_lines

    if as_json:
        print_json(map(plan_json, plans))
    else:
        for plan in plans:
            print_lines(plan_lines(plan))
