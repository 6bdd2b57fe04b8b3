"""inforce check FILE..."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from inforce import api
from inforce.cli.inputs import documents_of, file_options
from inforce.cli.options import json_option, on_option
from inforce.cli.output import print_json
from inforce.cli.readers import ReaderOptions, print_usage, reader_of, reader_options
from inforce.cli.view import view_options
from inforce.dates import PartialDate
from inforce.terms import VerdictKind


@click.command()
@file_options
@on_option
@view_options
@click.option(
    "--dossier",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the whole answer to this file as one self-contained HTML page.",
)
@reader_options
@click.option("--strict", is_flag=True, help="Exit with code 1 when something is contradicted.")
@click.option("--verbose", is_flag=True, help="Print the working, and the sentences passed over.")
@json_option
@click.pass_context
def check(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    published: tuple[str, ...],
    on: PartialDate | None,
    view: api.View,
    dossier: Path | None,
    strict: bool,
    verbose: bool,
    as_json: bool,
    **asked: Unpack[ReaderOptions],
) -> None:
    """Check FILES against the record and the law, sentence by sentence.

    FILES are files, http or https addresses, or - for standard input. What is read: plain text,
    HTML, Markdown, PDF, Word (docx), mail, web archives (MHTML), RSS and Atom feeds, JSON Lines of
    articles, and gzip and zip of these. A feed, JSON Lines or an archive holds many documents.

    \b
    inforce check report.txt
    inforce check https://example.org/report feed.xml bundle.zip -
    inforce check *.txt --published report.txt=2025-05-08 --dossier dossier.html
    """
    found = list(documents_of(files, published))
    reader = reader_of(view.catalogue, asked)
    report = api.check(found, on=on, view=view, reader=reader)
    print_usage(reader)
    if as_json:
        from inforce.checking import report_to_json

        print_json(report_to_json(report))
        for problem in report.problems:
            click.echo(f"inforce: {problem.message}", err=True)
    else:
        from inforce.publishing.terminal import print_report, terminal

        print_report(terminal(), report, verbose=verbose, catalogue=view.catalogue)
    if dossier is not None:
        _write_dossier(dossier, api.dossier(report, view=view))
        click.echo(f"Dossier: {dossier}", err=as_json)
    if strict and any(
        c.verdict is VerdictKind.CONTRADICTED for d in report.documents for c in d.checks
    ):
        ctx.exit(1)
    if report.problems:
        ctx.exit(2)


def _write_dossier(path: Path, page: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise click.ClickException(
            f"the dossier cannot be written to {path}: {error.strerror or error}"
        ) from error
