"""What a rule of reading yields before it becomes statements."""

from __future__ import annotations

from dataclasses import dataclass, field

from inforce.dates import PartialDate
from inforce.record.values import Value
from inforce.terms import Act, ClaimKind, Modality, Standing


@dataclass(slots=True)
class Draft:
    """One claim read, still for several participants at once.

    ``participants`` empty means treaty level. ``start`` and ``end`` are the quote's span;
    ``trace`` names the words that gave each part.
    """

    kind: ClaimKind
    modality: Modality
    start: int
    end: int
    act: Act | None = None
    about: Act | None = None
    standing: Standing | None = None
    participants: tuple[str, ...] = ()
    treaty: str | None = None
    date: PartialDate | None = None
    body: str | None = None
    value: Value | None = None
    presupposed: bool = False
    dropped: bool = False
    """Replaced by a later draft that says more."""
    attributed: tuple[str, ...] = ()
    trace: dict[str, str] = field(default_factory=dict)
