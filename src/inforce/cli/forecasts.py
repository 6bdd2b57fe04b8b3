"""inforce forecasts FILE..."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inforce import api
from inforce.cli.inputs import documents_of, file_options
from inforce.cli.options import json_option, on_option
from inforce.cli.output import print_json, print_lines, width, write_file
from inforce.cli.view import view_options
from inforce.dates import PartialDate

if TYPE_CHECKING:
    from inforce.record.model import Statement


@click.command()
@file_options
@on_option
@click.option(
    "--scale", help="Whose words of likelihood: phia (the default), icd203, ipcc, kent or your own."
)
@click.option(
    "--html", "html_out", type=click.Path(path_type=Path), help="Write a page with the tables."
)
@click.option(
    "--svg", "svg_out", type=click.Path(path_type=Path), help="Write the reliability diagram."
)
@view_options
@json_option
@click.pass_context
def forecasts(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    published: tuple[str, ...],
    on: PartialDate | None,
    scale: str | None,
    html_out: Path | None,
    svg_out: Path | None,
    view: api.View,
    as_json: bool,
) -> None:
    """What FILES forecast of treaties, and what became of it by the record.

    Each forecast gets a range of probability by a named scale, a window counted from the day on
    which it was made, and an outcome as known on --on. What no record can settle is kept, with
    why. Settled ones are scored.

    \b
    inforce forecasts assessment.txt --published 2025-05-19 --on 2026-03-01
    """
    failed = False

    def statements(view: api.View) -> Iterator[Statement]:
        nonlocal failed
        for found in documents_of(files, published):
            if isinstance(found, Exception):
                failed = True
                click.echo(f"inforce: {found}", err=True)
            else:
                yield from api.read(found, view=view).statements

    found = api.forecasts(statements(view), on=on, scale=scale, view=view)
    from inforce.publishing.ledger import (
        ledger_tables,
        reliability_diagram,
        resolution_json,
        scores_json,
    )
    from inforce.publishing.tables import table_lines, table_page

    tables = ledger_tables(found.resolved, found.scores, found.scale, view.catalogue)
    if html_out is not None:
        lead = f"As known on {found.on}. {view.catalogue.compiled_on}."
        write_file(html_out, table_page("Forecasts", lead, tables), as_json=as_json)
    if svg_out is not None:
        write_file(svg_out, reliability_diagram(found.scores.by_word), as_json=as_json)
    if as_json:
        print_json([*map(resolution_json, found.resolved), scores_json(found.scores)])
    else:
        print_lines(table_lines(tables, width=width()))
    if failed:
        ctx.exit(2)
