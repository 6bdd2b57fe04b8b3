"""What stands between documents, for the terminal: relations, events, counts, what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from inforce.checking.model import Reconciled, Related, Report
from inforce.checking.words import one_day, when
from inforce.publishing.inert import one_line, shortened
from inforce.publishing.names import Namer, treaty_name
from inforce.publishing.told import days_told, short_name
from inforce.publishing.words import RELATION, RELATION_ORDER, count_of, listed
from inforce.terms import Relation

QUIET = (Relation.SAME_EVENT, Relation.COMPATIBLE)
"""Relations that are listed one by one only when asked for; there may be very many."""
_QUOTE = 90


def relations_table(report: Report, *, verbose: bool) -> Table | None:
    """Conflicts first, then the other relations that a reader should see; None without any."""
    shown = [one for one in report.relations if verbose or one.relation not in QUIET]
    if not shown:
        return None
    table = _table()
    for one in sorted(shown, key=lambda found: RELATION_ORDER[found.relation]):
        style = "bold red" if one.relation is Relation.CONFLICT else "bold"
        table.add_row(Text(RELATION[one.relation], style), _relation(report, one))
    return table


def quiet_line(report: Report) -> str:
    """How many pairs of statements merely tell the same, in words."""
    counts = Counter(one.relation for one in report.relations if one.relation in QUIET)
    parts = []
    if counts[Relation.SAME_EVENT]:
        parts.append(f"{count_of(counts[Relation.SAME_EVENT], 'pair')} of the same event")
    if counts[Relation.COMPATIBLE]:
        parts.append(f"{count_of(counts[Relation.COMPATIBLE], 'pair')} that are compatible")
    return listed(parts)


def events_table(report: Report, *, verbose: bool) -> Table | None:
    """Each event that several statements tell of, what the record says, and who stands behind.

    With ``verbose`` also those told once.
    """
    shown = [one for one in report.events if verbose or len(one.statements) > 1]
    if not shown:
        return None
    table = _table()
    for event in shown:
        text = Text(one_line(event.name), style="bold")
        text.append(f"\nThe record: {one_line(event.record or 'nothing')}", style="dim")
        named = listed(short_name(source) for source in event.sources)
        text.append(f"\n{count_of(len(event.statements), 'statement')}")
        text.append(f", told by {named}" if named else "")
        for chain in event.chains if verbose else ():
            through = " ← ".join(short_name(name) for name in chain)
            text.append(f"\n{through}" if len(chain) > 1 else "", style="dim")
        table.add_row(Text(count_of(event.independent, "source")), text)
    return table


def events_left(report: Report) -> str:
    """How many events are told only once, in words."""
    once = sum(len(one.statements) < 2 for one in report.events)
    return count_of(once, "event told once", "events told once") if once else ""


def reconciled_tables(report: Report) -> Iterator[RenderableType]:
    """Each printed count beside what both ways of counting give around its day."""
    for one in report.reconciled:
        yield Text(_printed(report, one))
        table = Table(box=None, padding=(0, 2, 0, 2), header_style="dim")
        table.add_column("days")
        table.add_column("in force", justify="right")
        table.add_column("deposited", justify="right")
        for days, in_force, deposited in one.by_day:
            cells = [Text(days_told(days))]
            for count in (in_force, deposited):
                hit = count == one.printed
                cells.append(
                    Text(f"{count} ←" if hit else f"{count}  ", "bold green" if hit else "")
                )
            table.add_row(*cells)
        yield table


def basis_lines(report: Report, catalogue: Namer | None) -> list[str]:
    """Which catalogue was used, as known on which day, and how far each record goes."""
    lines = [report.catalogue] if report.catalogue else []
    if report.known_on is not None:
        lines.append(f"As known on {when(report.known_on)}.")
    for treaty, until, words in report.record_until:
        name = treaty_name(catalogue, treaty)
        extent = (
            f"complete until {one_day(until)}" if until else "nothing promises its completeness"
        )
        lines.append(f"{name}: {extent}. {one_line(words)}".strip())
    return [one_line(line) for line in lines]


def _printed(report: Report, one: Reconciled) -> str:
    statement = report.statement(one.statement)
    where = f"{short_name(statement.evidence.document or '')}: " if statement else ""
    return f"{where}{one_line(one.words)}"


def _relation(report: Report, one: Related) -> Text:
    text = Text(one_line(one.words))
    for side in (one.left, one.right):
        statement = report.statement(side)
        if statement is None:
            continue
        name = short_name(statement.evidence.document or statement.evidence.source)
        text.append(f"\n{name}: ", style="dim")
        text.append(f"“{shortened(statement.evidence.quote, _QUOTE)}”", style="italic")
    return text


def _table() -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 1, 0), expand=True)
    table.add_column(width=20)
    table.add_column(ratio=1)
    return table
