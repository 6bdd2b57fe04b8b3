"""inforce read FILE..."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inforce import api
from inforce.cli.inputs import documents_of, file_options
from inforce.cli.options import catalogue_option, json_option
from inforce.cli.output import print_json

if TYPE_CHECKING:
    from inforce.documents import Document
    from inforce.reading import Explanation


@click.command()
@file_options
@catalogue_option
@click.option("--verbose", is_flag=True, help="List the sentences passed over, and why.")
@click.option("--explain", is_flag=True, help="Show how each statement came about, word by word.")
@json_option
@click.pass_context
def read(
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    published: tuple[str, ...],
    catalogue_dir: Path | None,
    verbose: bool,
    explain: bool,
    as_json: bool,
) -> None:
    """Print the statements in FILES, each with its quote; nothing is checked.

    FILES are files, http or https addresses, or - for standard input. What is read: plain text,
    HTML, Markdown, PDF, Word (docx), mail, web archives (MHTML), RSS and Atom feeds, JSON Lines of
    articles, and gzip and zip of these. A feed, JSON Lines or an archive holds many documents.

    \b
    inforce read report.txt
    inforce read https://example.org/report feed.xml bundle.zip -
    inforce read --json *.txt --published 2025-12-27 > statements.jsonl
    """
    view = api.View.open(catalogue_dir=catalogue_dir)
    problems = []
    readings = []
    explanations: dict[str, Explanation] = {}
    for found in documents_of(files, published):
        if isinstance(found, Exception):
            problems.append(found)
            click.echo(f"inforce: {found}", err=True)
            continue
        reading = api.read(found, view=view)
        why = api.explain(found, reading, view=view) if explain else ()
        if as_json:
            told = (_with_page(found, s.to_json()) for s in reading.statements)
            print_json(_with_reasons(told, why) if explain else told)
        else:
            readings.append((found, reading))
            explanations.update((one.statement, one) for one in why)
    if readings:
        from inforce.publishing.terminal import print_readings, terminal

        print_readings(
            terminal(),
            readings,
            verbose=verbose,
            catalogue=view.catalogue,
            explanations=explanations,
        )
    if problems:
        ctx.exit(2)


def _with_reasons(
    told: Iterable[dict[str, Any]], why: tuple[Explanation, ...]
) -> Iterator[dict[str, Any]]:
    """The objects, each with the reasons for its parts and the words of its quote."""
    for one, reasons in zip(told, why, strict=True):
        yield one | {"explanation": reasons.to_json()}


def _with_page(document: Document, told: dict[str, Any]) -> dict[str, Any]:
    """A statement's object with the page of its quote, where the document has pages."""
    start, end = told.get("start"), told.get("end")
    if document.page_starts and start is not None and end is not None:
        pages = document.pages(start, end)
        told["page"] = pages[0] if pages else None
    return told
