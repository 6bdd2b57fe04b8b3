"""inforce timeline PARTICIPANT TREATY."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce import api
from inforce.cli.options import json_option, view_options
from inforce.cli.output import print_json, print_lines, width
from inforce.cli.view import opened
from inforce.dates import PartialDate

if TYPE_CHECKING:
    from inforce.record.database import Place


@click.command()
@click.argument("participant")
@click.argument("treaty")
@view_options
@json_option
def timeline(
    participant: str,
    treaty: str,
    *,
    known_on: PartialDate | None,
    recorded_on: PartialDate | None,
    store: Place | None,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """PARTICIPANT's whole history under TREATY: every act, every status, every exit.

    \b
    inforce timeline Lithuania apmbc
    """
    with opened(
        known_on=known_on, recorded_on=recorded_on, store=store, catalogue_dir=catalogue_dir
    ) as view:
        answer = api.timeline(participant, treaty, view=view)
        if as_json:
            from inforce.publishing.jsonlines import timeline_json

            print_json([timeline_json(answer, view.catalogue, known_on=view.known_on)])
        else:
            from inforce.publishing.plain import timeline_lines

            print_lines(
                timeline_lines(answer, view.catalogue, known_on=view.known_on, width=width())
            )
