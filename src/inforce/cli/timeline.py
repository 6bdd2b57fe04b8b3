"""inforce timeline PARTICIPANT TREATY."""

from __future__ import annotations

import click

from inforce import api
from inforce.cli.options import json_option
from inforce.cli.output import print_json, print_lines, width
from inforce.cli.view import view_options


@click.command()
@click.argument("participant")
@click.argument("treaty")
@view_options
@json_option
def timeline(
    participant: str,
    treaty: str,
    *,
    view: api.View,
    as_json: bool,
) -> None:
    """PARTICIPANT's whole history under TREATY: every act, every status, every exit.

    \b
    inforce timeline Lithuania apmbc
    """
    answer = api.timeline(participant, treaty, view=view)
    if as_json:
        from inforce.publishing.jsonlines import timeline_json

        print_json([timeline_json(answer, view.catalogue, known_on=view.known_on)])
    else:
        from inforce.publishing.plain import timeline_lines

        print_lines(timeline_lines(answer, view.catalogue, known_on=view.known_on, width=width()))
