"""Labels on a picture, stacked in rows so that none lies over another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CHARACTER = 6.9
"""Width of a character at 12 pixels in a common sans serif font, on the generous side."""
ROW = 20.0
_GAP = 12.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``y`` is its upper edge."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share some area."""
        beside = self.x + self.width <= other.x or other.x + other.width <= self.x
        apart = self.y + self.height <= other.y or other.y + other.height <= self.y
        return not (beside or apart)


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a label goes: its row (0 is nearest the bar) and its left edge."""

    row: int
    x: float
    width: float


def text_width(text: str) -> float:
    """How wide a text is at 12 pixels, at most; East Asian wide characters count twice."""
    wide = sum(1 for letter in text if "\u1100" <= letter <= "\ufaff")
    return (len(text) + wide) * CHARACTER


def slots(wanted: Sequence[tuple[float, float]], *, left: float, right: float) -> list[Slot]:
    """A slot for each (anchor, width): it starts at its anchor, or ends there near the right.

    Labels are placed from right to left, so that the line from a label to its point does not
    cross a label that was placed before.
    """
    taken: list[list[tuple[float, float]]] = []
    found: dict[int, Slot] = {}
    for place in sorted(range(len(wanted)), key=lambda n: -wanted[n][0]):
        anchor, width = wanted[place]
        x = anchor if anchor + width <= right else anchor - width
        x = max(left, min(x, right - width))
        row = next(
            (
                n
                for n, boxes in enumerate(taken)
                if all(x + width + _GAP <= a or b + _GAP <= x for a, b in boxes)
            ),
            len(taken),
        )
        if row == len(taken):
            taken.append([])
        taken[row].append((x, x + width))
        found[place] = Slot(row, x, width)
    return [found[place] for place in range(len(wanted))]


def rows_of(found: Sequence[Slot]) -> int:
    """How many rows the slots take up."""
    return max((slot.row + 1 for slot in found), default=0)
