"""A published figure, as a row of the catalogue's figures holds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A published figure, such as casualties of a year in a place, or the seats of a chamber."""

    figure: str
    """What is counted, as one word: ``casualties``, ``seats``, ``parties`` ..."""
    value: float
    cmp: str
    """``=``, or ``>`` where the source says "more than"."""
    unit: str
    place: str
    """A participant's id, or ``WORLD``."""
    period: str
    """The EDTF day, month or year that the figure is of; ``2022/2023`` for a change."""
    source: str
    verified: bool
    scope: str = ""
    """What is included, where sources count differently: ``civilian``, ``all``."""
    body: str = ""
    """For seats and votes, the chamber."""
    treaty: str | None = None
    """For a printed count, the treaty."""
    reference: str = ""
    note: str = ""
