"""inforce parties TREATY."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce import api
from inforce.cli.options import json_option, on_option, view_options
from inforce.cli.output import print_json, print_lines, width
from inforce.cli.view import opened
from inforce.dates import PartialDate

if TYPE_CHECKING:
    from inforce.record.database import Place


@click.command()
@click.argument("treaty")
@on_option
@click.option("--group", help="Only the members of this group on the day: EU, NATO, COE, UN ...")
@click.option("--names/--no-names", default=True, show_default=True, help="List who they are.")
@view_options
@json_option
def parties(
    treaty: str,
    *,
    on: PartialDate | None,
    group: str | None,
    names: bool,
    known_on: PartialDate | None,
    recorded_on: PartialDate | None,
    store: Place | None,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """Who is bound by TREATY on a day: in force, and counting deposits.

    \b
    inforce parties apmbc --on 2025-12-27
    inforce parties apmbc --on 2026-02-20 --known-on 2026-02-03 --group EU
    """
    with opened(
        known_on=known_on, recorded_on=recorded_on, store=store, catalogue_dir=catalogue_dir
    ) as view:
        answer = api.parties(treaty, on=on, group=group, view=view)
        if as_json:
            from inforce.publishing.jsonlines import parties_json

            print_json([parties_json(answer, view.catalogue, known_on=view.known_on, group=group)])
        else:
            from inforce.publishing.plain import parties_lines

            print_lines(
                parties_lines(
                    answer,
                    view.catalogue,
                    names=names,
                    known_on=view.known_on,
                    group=group,
                    width=width(),
                )
            )
