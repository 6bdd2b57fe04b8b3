"""One clause: who stands before its verb, what after it, and on what it hangs."""

from __future__ import annotations

from dataclasses import dataclass, field

from inforce.reading.items import Item
from inforce.reading.verb import Verb


@dataclass(slots=True)
class Clause:
    """``before`` and ``after`` are the items on each side of the verb.

    ``marker``: main, that, relative, relative_possessive, relative_place, condition, time,
    reason, coordinate or participial. ``parent`` is the clause it hangs on.
    """

    marker: str
    parent: Clause | None = None
    before: list[Item] = field(default_factory=list)
    verb: Verb | None = None
    after: list[Item] = field(default_factory=list)
    inherits: Clause | None = None
    """The clause whose subject this one shares."""
    antecedent: list[Item] = field(default_factory=list)
    head: Item | None = None
    """The main verb's word."""
    conditions: list[Clause] = field(default_factory=list)
    """The "if" clauses that hang on it."""
    inner: dict[int, Verb] = field(default_factory=dict)
    """Non-finite verbs by the start of their main word."""
    _items: list[Item] | None = None

    @property
    def items(self) -> list[Item]:
        """All its items but the verb's; asked for only when the clause is complete."""
        if self._items is None:
            self._items = self.before + self.after
        return self._items

    def add(self, item: Item) -> None:
        """Put an item on the side of the verb where it stands."""
        (self.before if self.verb is None else self.after).append(item)
