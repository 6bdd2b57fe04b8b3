"""inforce status PARTICIPANT TREATY."""

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
@click.argument("participant")
@click.argument("treaty")
@on_option
@view_options
@json_option
def status(
    participant: str,
    treaty: str,
    *,
    on: PartialDate | None,
    known_on: PartialDate | None,
    recorded_on: PartialDate | None,
    store: Place | None,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """PARTICIPANT's status under TREATY on a day, with the working.

    \b
    inforce status LTU apmbc --on 2025-12-20
    inforce status Lithuania "Ottawa Convention" --on 2025-12-20 --known-on 2025-07-04
    """
    with opened(
        known_on=known_on, recorded_on=recorded_on, store=store, catalogue_dir=catalogue_dir
    ) as view:
        answer = api.status(participant, treaty, on=on, view=view)
        if as_json:
            from inforce.publishing.jsonlines import status_json

            print_json([status_json(answer, view.catalogue, known_on=view.known_on)])
        else:
            from inforce.publishing.plain import status_lines

            print_lines(status_lines(answer, view.catalogue, known_on=view.known_on, width=width()))
