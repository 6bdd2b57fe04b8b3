"""Lines that hang under their first word, and names in columns."""

from __future__ import annotations

from collections.abc import Sequence

WIDEST = 100
"""Columns of names are laid out for this many characters where no width is given."""


def hung(text: str, *, width: int | None, first: str = "") -> list[str]:
    """The text behind ``first``, later lines indented to match; one line without a width.

    A word that is longer than the line stands on a line of its own, whole.
    """
    if width is None:
        return [first + text]
    lines, line = [], first
    indent = " " * len(first)
    filled = False
    for word in text.split():
        if filled and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, filled = indent, False
        line += f" {word}" if filled else word
        filled = True
    return [*lines, line.rstrip() if not filled else line]


def columns(items: Sequence[str], *, width: int | None, indent: str = "  ") -> list[str]:
    """The items in as many columns as fit, read downwards, two spaces apart."""
    if not items:
        return []
    room = (width or WIDEST) - len(indent)
    widest = max(map(len, items)) + 2
    across = max(1, min(len(items), (room + 2) // widest))
    down = -(-len(items) // across)
    rows = [items[place::down] for place in range(down)]
    return [indent + "".join(f"{item:<{widest}}" for item in row).rstrip() for row in rows]
