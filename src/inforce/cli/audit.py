"""inforce audit FILE."""

from __future__ import annotations

from pathlib import Path

import click

from inforce import api
from inforce.cli.options import catalogue_option, json_option
from inforce.cli.output import print_json, print_lines, width, write_file


def column_pairs(
    _context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """OURS=THEIRS pairs, several to an option where commas stand between them."""
    found: dict[str, str] = {}
    for pair in (pair for text in given for pair in text.split(",")):
        ours, sign, theirs = pair.partition("=")
        if not (sign and ours.strip() and theirs.strip()):
            raise click.BadParameter(f"found {pair!r}, expected a pair such as consent=ratified_on")
        found[ours.strip()] = theirs.strip()
    return found


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--treaty", help="Audit by this treaty's rules; sought in the rows when left out.")
@click.option("--rows-of", metavar="NAME", help="Only the rows whose treaty column is NAME.")
@click.option(
    "--columns",
    multiple=True,
    metavar="OURS=THEIRS",
    callback=column_pairs,
    help="Which of the file's columns is which; several with commas or repeated.",
)
@click.option("--unflagged", is_flag=True, help="Only rows whose flags column is empty.")
@click.option("--leave-out-bad", is_flag=True, help="Go on without the rows that cannot be read.")
@click.option(
    "--csv", "csv_out", type=click.Path(path_type=Path), help="Write every row as a CSV table."
)
@click.option(
    "--html", "html_out", type=click.Path(path_type=Path), help="Write a page with pictures."
)
@click.option("--all", "every", is_flag=True, help="Print every treaty and every faulty row.")
@catalogue_option
@json_option
def audit(
    file: Path,
    *,
    treaty: str | None,
    rows_of: str | None,
    columns: dict[str, str],
    unflagged: bool,
    leave_out_bad: bool,
    csv_out: Path | None,
    html_out: Path | None,
    every: bool,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """Set the dates of FILE, a CSV table, against the treaties' own rules.

    \b
    Its columns are treaty, participant, consent and force; if it has them also
    consent_kind, signature, exit_notice, exit_effect, treaty_force, treaty_end, flags.

    \b
    inforce audit parties.csv --treaty apmbc
    inforce audit dataset.csv --columns participant=iso3,consent=ratified --html audit.html
    """
    from inforce.checking.audit import read_table

    view = api.View.open(catalogue_dir=catalogue_dir)
    table = read_table(file, columns=columns, leave_out_bad=leave_out_bad)
    rows = [row for row in table.rows if not (unflagged and row.flagged)]
    found = api.audit(rows, treaty=treaty, rows_of=rows_of, view=view)
    for fault in table.faults:
        click.echo(f"inforce: {fault}", err=True)
    if as_json:
        from inforce.publishing.audit_rows import audit_json

        print_json(audit_json(found))
    else:
        from inforce.publishing.audit_text import audit_lines

        print_lines(audit_lines(found, every=every, width=width()))
    if csv_out is not None:
        from inforce.publishing.audit_rows import audit_csv

        write_file(csv_out, audit_csv(found), as_json=as_json)
    if html_out is not None:
        from inforce.publishing.audit_page import audit_page

        write_file(html_out, audit_page(found, source=file.name), as_json=as_json)
