"""How a statement came about, as a table for the terminal."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from inforce.publishing.inert import shortened
from inforce.reading import Explanation

_LONGEST = 60
_UNQUOTED = frozenset({"rule"})


def explained(explanation: Explanation) -> Table:
    """One row a reason: the part, the text's words, and what they were taken for."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold")
    table.add_column(style="italic")
    table.add_column()
    told = ""
    for reason in explanation.reasons:
        quoted = reason.words and reason.part not in _UNQUOTED
        words = f"“{shortened(reason.words, _LONGEST)}”" if quoted else ""
        part = {"word": "word by word"}.get(reason.part, reason.part)
        table.add_row(
            Text(part if part != told else ""), Text(words), Text(shortened(reason.meaning, 200))
        )
        told = part
    return table
