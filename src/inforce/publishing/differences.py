"""Two readers' statements side by side, for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from inforce.publishing.claims import claim_words
from inforce.publishing.inert import shortened
from inforce.publishing.names import Namer
from inforce.reading.compare import Agreement, Compared
from inforce.record.model import Statement

_QUOTE = 120


def differences(compared: Sequence[Compared], catalogue: Namer | None) -> RenderableType:
    """How many statements both readers told alike, and each that differs or stands alone."""
    counts = Counter(one.agreement for one in compared)
    line = Text(
        f"\nBeside the deterministic reader: {counts[Agreement.SAME]} told alike, "
        f"{counts[Agreement.DIFFERS]} with a difference, {counts[Agreement.ALONE]} by one alone",
        style="bold",
    )
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=16)
    table.add_column(ratio=1)
    for one in compared:
        if one.agreement is Agreement.SAME:
            continue
        differs = f"differ: {', '.join(one.differs)}" if one.differs else "told by one"
        table.add_row(Text(differs, style="bold"), Text(""))
        for name, statement in (("deterministic", one.left), ("model", one.right)):
            table.add_row(Text(f"  {name}", style="dim"), _told(statement, catalogue))
    return Group(line, table)


def _told(statement: Statement | None, catalogue: Namer | None) -> Text:
    if statement is None:
        return Text("nothing", style="dim")
    text = Text(f"{statement.claim.exchange.value}: {claim_words(statement, catalogue).line}  ")
    return text.append(f"“{shortened(statement.evidence.quote, _QUOTE)}”", style="italic")
