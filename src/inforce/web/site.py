"""What a server holds: one catalogue, and the records and histories that were asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from inforce import api
from inforce.catalogue import Catalogue, load
from inforce.law import History
from inforce.record.store import Store
from inforce.record.view import TreatyRecord
from inforce.web.asked import Asked
from inforce.web.settings import Settings

T = TypeVar("T")
_MOST = 400
"""How many derived values are held: some views of each treaty of the catalogue."""


class Held:
    """The last values that were worked out, by what they follow from; safe across threads."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._values: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[Any, ...], make: Callable[[], T]) -> T:
        """The value of the key, made where it is not held."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                found: T = self._values[key]
                return found
        made = make()
        with self._lock:
            self._values[key] = made
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class SiteView(api.View):
    """A view whose records and histories are worked out once for each state of the store."""

    held: Held = field(default_factory=Held)
    state: str = ""

    def _key(self, kind: str, treaty: str) -> tuple[Any, ...]:
        known = self.known_on.edtf if self.known_on else None
        return kind, treaty, self.state, known, self.recorded_by

    def record(self, treaty: str, *, participants: Iterable[str] | None = None) -> TreatyRecord:
        """The whole record, whoever is asked for: it serves the next question too."""
        _ = participants
        key = self._key("record", treaty)
        return self.held.get(key, lambda: api.View.record(self, treaty))

    def history(self, treaty: str) -> History:
        """The treaty's history."""
        key = self._key("history", treaty)
        return self.held.get(key, lambda: api.View.history(self, treaty))

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Something that follows from the catalogue, the store's state and the view's limits."""
        return self.held.get(self._key(name, ""), make)


class Site:
    """The catalogue and the store behind every page; opens a view for each question."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.catalogue: Catalogue = load(settings.catalogue_dir)
        self.held = Held()
        # A store that cannot be read is told of now, not at the first question.
        self.state()

    @contextmanager
    def view(self, asked: Asked) -> Iterator[SiteView]:
        """The record as the question limits it; the store is closed at the end.

        Raises StoreError when the store cannot be read.
        """
        limits = (self.catalogue, asked.known_on, asked.recorded_on)
        if self.settings.store is None:
            yield SiteView(*limits, None, self.held)
            return
        with Store.open(self.settings.store, readonly=True) as store:
            yield SiteView(*limits, store, self.held, store.state())

    def state(self) -> str:
        """What every answer follows from, beside the question: the catalogue and the store."""
        if self.settings.store is None:
            return self.catalogue.digest
        with Store.open(self.settings.store, readonly=True) as store:
            return f"{self.catalogue.digest}-{store.state()}"
