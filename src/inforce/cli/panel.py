"""inforce panel."""

from __future__ import annotations

from pathlib import Path

import click

from inforce import api
from inforce.cli.options import EDTF
from inforce.cli.view import view_options
from inforce.dates import PartialDate


@click.command()
@click.option(
    "--unit",
    type=click.Choice(["day", "month", "year"]),
    default="year",
    show_default=True,
    help="What a row is of; of a month or a year the status on its last day.",
)
@click.option("--from", "first", type=EDTF, default="1945", show_default=True, help="From when.")
@click.option("--to", "last", type=EDTF, default="2026", show_default=True, help="Until when.")
@click.option("--treaty", "treaties", multiple=True, help="Only this treaty; may be repeated.")
@click.option(
    "--participant", "participants", multiple=True, help="Only this participant; may be repeated."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="The file to write: .parquet or .csv.",
)
@view_options
def panel(
    *,
    unit: str,
    first: PartialDate,
    last: PartialDate,
    treaties: tuple[str, ...],
    participants: tuple[str, ...],
    out: Path,
    view: api.View,
) -> None:
    """Write every participant under every treaty, day by day, with status and source.

    \b
    inforce panel --unit year --out panel.csv
    inforce panel --unit day --from 1997 --to 2026 --treaty apmbc --out apmbc.parquet
    """
    api.panel(
        unit=unit,
        first=first,
        last=last,
        treaties=treaties,
        participants=participants,
        out=out,
        view=view,
    )
    click.echo(f"Written: {out}")
