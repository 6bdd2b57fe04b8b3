"""inforce read FILE..."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import click

from inforce import api
from inforce.cli.inputs import documents_of, file_options
from inforce.cli.options import catalogue_option, json_option
from inforce.cli.output import print_json
from inforce.cli.readers import ReaderOptions, print_usage, reader_of, reader_options
from inforce.reading.errors import ReadingError

if TYPE_CHECKING:
    from inforce.documents import Document
    from inforce.reading import Explanation, Reading
    from inforce.reading.compare import Compared


@click.command()
@file_options
@catalogue_option
@click.option("--verbose", is_flag=True, help="List the sentences passed over, and why.")
@click.option("--explain", is_flag=True, help="Show how each statement came about, word by word.")
@reader_options
@click.option(
    "--compare",
    is_flag=True,
    help="Show where a language model and the deterministic reader differ.",
)
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
    compare: bool,
    as_json: bool,
    **asked: Unpack[ReaderOptions],
) -> None:
    """Print the statements in FILES, each with its quote; nothing is checked.

    FILES are files, http or https addresses, or - for standard input. What is read: plain text,
    HTML, Markdown, PDF, Word (docx), mail, web archives (MHTML), RSS and Atom feeds, JSON Lines of
    articles, and gzip and zip of these. A feed, JSON Lines or an archive holds many documents.

    \b
    inforce read report.txt
    inforce read https://example.org/report feed.xml bundle.zip -
    inforce read --json *.txt --published 2025-12-27 > statements.jsonl
    inforce read report.txt --reader model --model NAME --endpoint URL --compare
    """
    if explain and asked["reader"] != "deterministic":
        raise click.UsageError("--explain tells how the deterministic reader came to a statement")
    if compare and asked["reader"] == "deterministic":
        raise click.UsageError("--compare sets another reader beside the deterministic one")
    view = api.View.open(catalogue_dir=catalogue_dir)
    reader = reader_of(view.catalogue, asked)
    shown = _Shown(view, verbose, as_json, explain, compare)
    failed = False
    for found in documents_of(files, published):
        if isinstance(found, Exception):
            failed = True
            click.echo(f"inforce: {found}", err=True)
            continue
        try:
            shown.show(found, api.read(found, view=view, reader=reader))
        except ReadingError as error:
            failed = True
            click.echo(f"inforce: {found.name}: {error}", err=True)
            if getattr(error, "lasting", False):
                break
    shown.finish()
    print_usage(reader)
    if failed:
        ctx.exit(2)


@dataclass(slots=True)
class _Shown:
    """How readings are shown: at once as JSON Lines, or together at the end as text."""

    view: api.View
    verbose: bool
    as_json: bool
    explain: bool
    compare: bool
    readings: list[tuple[Document, Reading]] = field(default_factory=list)
    explanations: dict[str, Explanation] = field(default_factory=dict)
    compared: dict[str, tuple[Compared, ...]] = field(default_factory=dict)

    def show(self, document: Document, reading: Reading) -> None:
        """Take in one document's reading; as JSON Lines it is printed now."""
        why = api.explain(document, reading, view=self.view) if self.explain else ()
        compared = self._compared(document, reading) if self.compare else ()
        if not self.as_json:
            self.readings.append((document, reading))
            self.explanations.update((one.statement, one) for one in why)
            self.compared[document.name] = compared
        elif self.compare:
            print_json({"document": document.name, **one.to_json()} for one in compared)
        else:
            told = (_with_page(document, s.to_json()) for s in reading.statements)
            print_json(_with_reasons(told, why) if self.explain else told)

    def finish(self) -> None:
        """Print what was taken in, as text."""
        if not self.readings:
            return
        from inforce.publishing.terminal import print_readings, terminal

        print_readings(
            terminal(),
            self.readings,
            verbose=self.verbose,
            catalogue=self.view.catalogue,
            explanations=self.explanations,
            compared=self.compared,
        )

    def _compared(self, document: Document, reading: Reading) -> tuple[Compared, ...]:
        from inforce.reading.compare import compare

        other = api.read(document, view=self.view)
        return compare(other.statements, reading.statements)


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
