"""inforce clauses FILE."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from inforce import api
from inforce.cli.audit import column_pairs
from inforce.cli.options import catalogue_option, json_option
from inforce.cli.output import print_json, print_lines, width


@click.command()
@click.argument("file")
@click.option(
    "--dates", type=click.Path(path_type=Path), help="A CSV table of dates to set the rule against."
)
@click.option("--rows-of", metavar="NAME", help="Only the rows whose treaty column is NAME.")
@click.option(
    "--columns",
    multiple=True,
    metavar="OURS=THEIRS",
    callback=column_pairs,
    help="Which of the table's columns is which; several with commas or repeated.",
)
@click.option("--yaml", "as_yaml", is_flag=True, help="Print the catalogue's YAML, unconfirmed.")
@catalogue_option
@json_option
def clauses(
    file: str,
    *,
    dates: Path | None,
    rows_of: str | None,
    columns: dict[str, str],
    as_yaml: bool,
    catalogue_dir: Path | None,
    as_json: bool,
) -> None:
    """Read a treaty's final clauses in FILE and propose its rules, each with its words.

    Nothing is proposed without words of the text. With --dates, the share of a table's days that
    the rule explains, beside the best rule's, and the likely fault of every other.

    \b
    inforce clauses convention.txt
    inforce clauses convention.txt --dates parties.csv --columns participant=state
    inforce clauses convention.txt --yaml
    """
    from inforce.clauses.as_catalogue import proposal_json, rules_mapping
    from inforce.documents import load
    from inforce.publishing.clauses_text import explained_lines, proposal_lines

    view = api.View.open(catalogue_dir=catalogue_dir)
    proposal = api.clauses(load(file), view=view)
    today = datetime.now(UTC).date()
    if as_yaml and not proposal.problem:
        from inforce.clauses.overlay import yaml_of

        click.echo(yaml_of({"rules": rules_mapping(proposal, on=today)}), nl=False)
    elif as_json:
        print_json([proposal_json(proposal, on=today)])
    else:
        print_lines(proposal_lines(proposal, width=width()))
    if dates is None or proposal.problem:
        return
    from inforce.checking.audit import read_table
    from inforce.publishing.audit_rows import audit_json

    rows = read_table(dates, columns=columns, leave_out_bad=True).rows
    for reading, given, best in api.explained(proposal, rows, rows_of=rows_of, view=view):
        if as_json:
            print_json(audit_json(given))
        else:
            print_lines(explained_lines(reading, given, best, width=width()))
