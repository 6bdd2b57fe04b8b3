"""inforce reservations TREATY."""

from __future__ import annotations

import click

from inforce import api, beside
from inforce.cli.options import json_option, on_option
from inforce.cli.output import print_json, print_lines, width
from inforce.cli.view import view_options
from inforce.dates import PartialDate


@click.command()
@click.argument("treaty")
@click.argument("participant", required=False)
@on_option
@view_options
@json_option
def reservations(
    treaty: str,
    participant: str | None,
    *,
    on: PartialDate | None,
    view: api.View,
    as_json: bool,
) -> None:
    """Reservations and declarations to TREATY, of all or of PARTICIPANT, as they stand on a day.

    Each with what was objected to it, whether it was withdrawn, and whether the treaty forbids it.
    They come from the depositary's pages: import one into a store first.

    \b
    inforce reservations genocide --store my.db
    inforce reservations iccpr-op1 TTO --on 2000-01-01 --store my.db
    """
    from inforce.publishing.beside import objection_json, reservations_lines, said_json

    answer = beside.reservations(treaty, participant=participant, on=on, view=view)
    if as_json:
        print_json(said_json(answer))
        print_json(
            {"treaty": answer.treaty, "unmatched": objection_json(one)} for one in answer.unmatched
        )
    else:
        lines = reservations_lines(answer, view.catalogue, known_on=view.known_on, width=width())
        print_lines(lines)
