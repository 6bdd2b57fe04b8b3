"""inforce treaty TREATY."""

from __future__ import annotations

from pathlib import Path

import click

from inforce import api
from inforce.cli.options import catalogue_option, json_option
from inforce.cli.output import print_json, print_lines, width


@click.command()
@click.argument("treaty")
@catalogue_option
@json_option
def treaty(treaty: str, *, catalogue_dir: Path | None, as_json: bool) -> None:
    """TREATY's rules in plain words, each with its article and the day of its last check.

    \b
    inforce treaty apmbc
    inforce treaty "Convention on Cluster Munitions" --json
    """
    view = api.View.open(catalogue_dir=catalogue_dir)
    found, rules = api.rules(treaty, view=view)
    if as_json:
        from inforce.publishing.jsonlines import treaty_json

        print_json([treaty_json(found, rules)])
    else:
        from inforce.publishing.plain import treaty_lines

        print_lines(treaty_lines(found, rules, width=width()))
