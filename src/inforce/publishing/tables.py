"""Plain tables that are the same on the terminal and on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inforce.publishing.rendered import rendered
from inforce.publishing.wrap import hung


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table; every row has as many cells as ``head``, and ``notes`` stand below."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def table_lines(tables: Iterable[Table], *, width: int | None = None) -> list[str]:
    """The tables as lines of text: columns two spaces apart, the last one wrapped."""
    lines: list[str] = []
    for table in tables:
        lines += ["", table.title] if lines else [table.title]
        head = [table.head] if any(table.head) else []
        rows = [*head, *table.rows] if table.rows else []
        widths = [max(len(row[n]) for row in rows) for n in range(len(table.head))] if rows else []
        for row in rows:
            *cells, last = row
            first = "  " + "".join(
                f"{cell:<{room}}  " for cell, room in zip(cells, widths, strict=False)
            )
            lines += hung(last, width=width, first=first)
        for note in table.notes:
            lines += hung(note, width=width, first="  ")
    return lines


def table_page(title: str, lead: str, tables: Sequence[Table]) -> str:
    """The tables as one self-contained HTML page."""
    return rendered("tables.html", title=title, lead=lead, tables=tables)
