"""CSV to nodes: a header that is known, and rows of exactly its length."""

from __future__ import annotations

import csv
import io

from inforce.catalogue.faults import Faults
from inforce.catalogue.nodes import Node, cut_short, decoded, undecodable


def read_csv(
    raw: bytes,
    columns: tuple[str, ...],
    *,
    shown: str,
    faults: Faults,
    more: tuple[str, ...] = (),
) -> list[Node]:
    """The rows of a CSV file as mappings from column to text; empty cells are None.

    Lines before the header that begin with ``#`` are comments. The header must be ``columns`` in
    that order, and may go on with ``more``, whose cells are else None. A row of another length is a
    fault, and so is a quote that is never closed; the rows that are whole are returned.
    """
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        faults.add(shown, *undecodable(raw, error))
        return []
    if (cut := cut_short(raw)) is not None:
        faults.add(shown, *cut)
    comments, text = _without_comments(text)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Node] = []
    line = comments + 1
    try:
        header = next(reader, [])
        if tuple(header) == columns + more:
            columns, more = columns + more, ()
        if tuple(header) != columns:
            found = ",".join(header) or "nothing"
            faults.add(shown, line, f"found the header {found}; expected {','.join(columns)}")
            return []
        line = comments + reader.line_num + 1
        for cells in reader:
            end = comments + reader.line_num
            if len(cells) == len(columns):
                rows.append(_row(columns + more, cells + [""] * len(more), line=line, end=end))
            elif cells:
                words = f"found {len(cells)} cells, expected {len(columns)}"
                faults.add(shown, line, f"{words}: {','.join(columns)}")
            line = end + 1
    except csv.Error as error:
        faults.add(shown, line, f"the row that begins here is not CSV; found {error}")
    return rows


def _without_comments(text: str) -> tuple[int, str]:
    """How many lines of comment stand before the header, and the text from the header on."""
    lines = 0
    while text.startswith("#"):
        _, _, text = text.partition("\n")
        lines += 1
    return lines, text


def _row(columns: tuple[str, ...], cells: list[str], *, line: int, end: int) -> Node:
    values = [cell.strip() for cell in cells]
    return Node(
        {
            column: Node(value or None, line, end)
            for column, value in zip(columns, values, strict=True)
        },
        line,
        end,
    )
