"""inforce parties TREATY."""

from __future__ import annotations

import click

from inforce import api
from inforce.cli.options import json_option, on_option
from inforce.cli.output import print_json, print_lines, width
from inforce.cli.view import view_options
from inforce.dates import PartialDate


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
    view: api.View,
    as_json: bool,
) -> None:
    """Who is bound by TREATY on a day: in force, and counting deposits.

    \b
    inforce parties apmbc --on 2025-12-27
    inforce parties apmbc --on 2026-02-20 --known-on 2026-02-03 --group EU
    """
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
