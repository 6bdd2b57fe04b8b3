"""inforce whatif, inforce needs and inforce exposure."""

from __future__ import annotations

from pathlib import Path

import click

from inforce import api
from inforce.cli.options import json_option, on_option
from inforce.cli.output import print_json, print_lines, width, write_file
from inforce.cli.view import view_options
from inforce.dates import PartialDate


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@on_option
@click.option(
    "--html", "html_out", type=click.Path(path_type=Path), help="Write a page with the tables."
)
@view_options
@json_option
def whatif(
    files: tuple[Path, ...],
    *,
    on: PartialDate | None,
    html_out: Path | None,
    view: api.View,
    as_json: bool,
) -> None:
    """What if: lay the acts and facts of scenario FILES over the record, and compare.

    \b
    A scenario is TOML. Several compose; those that contradict each other are refused.
      name = "Two more leave"
      on = 2027-12-31
      groups = ["EU"]
      [[act]]
      participant = "Norway"
      treaty = "apmbc"
      act = "withdrawal"
      date = 2027-01-15
      [[fact]]
      participant = "Norway"
      fact = "armed_conflict"
      holds = false
      since = 2027-01-15
      [[without]]
      participant = "Estonia"
      treaty = "apmbc"
      act = "withdrawal"

    \b
    inforce whatif leave.toml --on 2027-12-31
    """
    found = api.whatif(files, on=on, view=view)
    from inforce.publishing.scenarios import whatif_json, whatif_tables
    from inforce.publishing.tables import table_lines, table_page

    tables = whatif_tables(found, view.catalogue)
    if html_out is not None:
        lead = f"Before and after on {found.on}. {view.catalogue.compiled_on}."
        page = table_page(f"What if: {found.scenario.name}", lead, tables)
        write_file(html_out, page, as_json=as_json)
    if as_json:
        print_json([whatif_json(found, view.catalogue)])
    else:
        print_lines(table_lines(tables, width=width()))


@click.command()
@click.argument("treaty")
@on_option
@view_options
@json_option
def needs(
    treaty: str,
    *,
    on: PartialDate | None,
    view: api.View,
    as_json: bool,
) -> None:
    """What TREATY still lacks for its entry into force: how many, who, and from which day.

    \b
    inforce needs ctbt
    """
    found = api.needs(treaty, on=on, view=view)
    from inforce.publishing.scenarios import needs_json, needs_tables
    from inforce.publishing.tables import table_lines

    if as_json:
        print_json([needs_json(found, view.catalogue)])
    else:
        print_lines(table_lines(needs_tables(found, view.catalogue), width=width()))


@click.command()
@click.argument("treaty")
@click.argument("participant", required=False)
@click.option("--group", help="Each member of this group: EU, NATO, COE, UN ...")
@on_option
@view_options
@json_option
def exposure(
    treaty: str,
    *,
    participant: str | None,
    group: str | None,
    on: PartialDate | None,
    view: api.View,
    as_json: bool,
) -> None:
    """What still binds PARTICIPANT, or each member of a group, once it has left TREATY.

    \b
    inforce exposure apmbc Lithuania
    inforce exposure apmbc --group BALTIC
    """
    if (participant is None) == (group is None):
        raise click.UsageError("expected a participant or --group, one of the two")
    found = api.exposure(treaty, participant, group=group, on=on, view=view)
    from inforce.publishing.scenarios import exposure_json, exposure_tables
    from inforce.publishing.tables import table_lines

    if as_json:
        print_json(exposure_json(one, view.catalogue) for one in found)
    elif found:
        print_lines(table_lines(exposure_tables(found, view.catalogue), width=width()))
    else:
        print_lines([f"The catalogue names no other treaty on the subject of {treaty}."])
