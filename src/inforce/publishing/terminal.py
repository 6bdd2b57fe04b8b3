"""A report for the terminal: documents with their verdicts, what stands between them, the sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from inforce.checking.model import DocumentReport, Report
from inforce.documents import Document
from inforce.publishing.claims import claim_words
from inforce.publishing.differences import differences
from inforce.publishing.explained import explained
from inforce.publishing.granted import without_granted
from inforce.publishing.inert import one_line, shortened
from inforce.publishing.names import Namer
from inforce.publishing.terminal_between import (
    basis_lines,
    events_left,
    events_table,
    quiet_line,
    reconciled_tables,
    relations_table,
)
from inforce.publishing.terminal_checks import (
    checks_table,
    counts_lines,
    document_facts,
    passed_over,
)
from inforce.publishing.told import verdict_counts
from inforce.publishing.words import count_of
from inforce.reading import Explanation, Reading
from inforce.reading.compare import Compared

WIDEST = 160
"""Lines longer than this are hard to follow, however wide the window is."""


def terminal() -> Console:
    """A console on standard output that adds no colour where nobody would see it."""
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.width = min(console.width, WIDEST)
    return console


def print_report(
    console: Console,
    report: Report,
    *,
    verbose: bool = False,
    catalogue: Namer | None = None,
) -> None:
    """Print the whole report; ``verbose`` adds the working and the sentences passed over.

    What a text takes for granted is printed where it does not hold, or with ``verbose``.

    ``catalogue`` gives participants and treaties their names; without it their ids stand.
    """
    report, granted = (report, 0) if verbose else without_granted(report)
    for found in report.documents:
        _document(console, found, verbose=verbose, catalogue=catalogue)
    _between(console, report, verbose=verbose)
    if report.problems:
        console.print()
    for problem in report.problems:
        console.print(Text(f"Not used: {one_line(problem.message)}", style="bold red"))
    basis = basis_lines(report, catalogue)
    if basis:
        _title(console, "What this rests on")
        console.print(Text("\n".join(basis), style="dim"))
    _sum(console, report)
    if granted:
        words = f"The record also bears out {count_of(granted, 'thing')} taken for granted."
        console.print(Text(words, style="dim"))


def print_readings(
    console: Console,
    readings: Iterable[tuple[Document, Reading]],
    *,
    verbose: bool = False,
    catalogue: Namer | None = None,
    explanations: Mapping[str, Explanation] | None = None,
    compared: Mapping[str, Sequence[Compared]] | None = None,
) -> None:
    """Print the statements read in each document, unchecked.

    ``explanations`` are printed below their statements, by whose ids they are given;
    ``compared``, by document, what another reader made of it.
    """
    for document, reading in readings:
        _title(console, document.title or document.name)
        console.print(document_facts(document))
        for note in reading.notes:
            console.print(Text(f"Note: {one_line(note)}", style="dim"))
        told = ""
        for statement in reading.statements:
            quote = statement.evidence.quote
            if quote != told:
                console.print(Text(f"\n“{shortened(quote, 300)}”", style="italic"))
            words = claim_words(statement, catalogue).line
            line = Text(f"{statement.claim.exchange.value}: ", style="bold").append(words)
            console.print(Padding(line, (0, 0, 0, 2)))
            if explanations and statement.id in explanations:
                console.print(Padding(explained(explanations[statement.id]), (0, 0, 1, 4)))
            told = quote
        if not reading.statements:
            console.print(Text(one_line(reading.reason or "Nothing was found."), style="yellow"))
        if compared and document.name in compared:
            console.print(differences(compared[document.name], catalogue))
        over = tuple((p.start, p.end, p.reason) for p in reading.passed_over)
        found = DocumentReport(document, (), over)
        console.print(Padding(passed_over(found, verbose=verbose), (1, 0, 0, 0)))


def _document(
    console: Console, found: DocumentReport, *, verbose: bool, catalogue: Namer | None
) -> None:
    _title(console, found.document.title or found.document.name)
    console.print(document_facts(found.document))
    for note in (*found.document.notes, *found.notes):
        console.print(Text(f"Note: {one_line(note)}", style="dim"))
    console.print()
    if found.reason:
        console.print(Text(one_line(found.reason), style="yellow"))
    if found.checks:
        width = console.width
        console.print(checks_table(found, width=width, verbose=verbose, catalogue=catalogue))
    silent = sum(check.verdict is None for check in found.checks)
    if silent and not verbose:
        words = count_of(silent, "further statement")
        console.print(Text(f"{words} without anything to check", style="dim"))
    over = passed_over(found, verbose=verbose)
    if over:
        console.print(over)


def _between(console: Console, report: Report, *, verbose: bool) -> None:
    relations = relations_table(report, verbose=verbose)
    quiet = "" if verbose else quiet_line(report)
    if relations or quiet:
        _title(console, "Between statements")
        if relations:
            console.print(relations)
        if quiet:
            console.print(Text(f"Also {quiet}.", style="dim"))
    events = events_table(report, verbose=verbose)
    left = "" if verbose else events_left(report)
    if events or left:
        _title(console, "Events, and how many independent sources tell of them")
        if events:
            console.print(events)
        if left:
            console.print(Text(f"{'Also ' if events else ''}{left}.", style="dim"))
    if report.reconciled:
        _title(console, "Counts, by day and by way of counting")
        for part in reconciled_tables(report):
            console.print(part)


def _title(console: Console, words: str) -> None:
    console.print()
    title = Text(shortened(words, console.width - 6), style="bold")
    console.print(Rule(title, style="dim", align="left"))


def _sum(console: Console, report: Report) -> None:
    checks = [check for found in report.documents for check in found.checks]
    documents = count_of(len(report.documents), "document")
    statements = count_of(len(checks), "statement")
    _title(console, f"{documents}, {statements}")
    console.print(counts_lines(verdict_counts(checks), width=console.width))
