"""What a server holds: one catalogue, and the records and histories that were asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import local
from typing import Any, TypeVar

from inforce import api
from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.law import History
from inforce.law.answers import PartiesAnswer
from inforce.law.histories import Ground, ground
from inforce.law.model import StatusAnswer
from inforce.record.build import parent_of
from inforce.record.database import Place, is_address
from inforce.record.store import Store
from inforce.record.view import TreatyRecord
from inforce.web.asked import Asked
from inforce.web.held import Held
from inforce.web.settings import Settings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SiteView(api.View):
    """A view whose records and histories are worked out once for each state of the store.

    What follows from one treaty's record is held until something is added to that treaty.
    """

    held: Held = field(default_factory=Held)
    state: str = ""

    def _key(self, kind: str, treaty: str) -> tuple[Any, ...]:
        known = self.known_on.edtf if self.known_on else None
        state = self._revision(treaty) if treaty else self.state
        return kind, treaty, state, known, self.recorded_by

    def _revision(self, treaty: str) -> str:
        """The state of what the treaty's record is made of."""
        store = self.store
        if store is None:
            return ""

        def asked() -> str:
            above = parent_of(self.catalogue.treaty(treaty))
            own = store.revision(treaty)
            return f"{own}/{store.revision(above)}" if above else own

        return self.held.get(("revision", treaty, self.state), asked)

    def record(self, treaty: str, *, participants: Iterable[str] | None = None) -> TreatyRecord:
        """The whole record, whoever is asked for: it serves the next question too."""
        _ = participants
        key = self._key("record", treaty)
        return self.held.get(key, lambda: api.View.record(self, treaty))

    def ground(self, treaty: str) -> Ground:
        """What every question about the treaty's record shares."""
        key = self._key("ground", treaty)
        what = self.catalogue.treaty
        return self.held.get(key, lambda: ground(what(treaty), self.record(treaty)))

    def status(self, treaty: str, participant: str, *, on: PartialDate) -> StatusAnswer:
        """The status, from what is held."""
        return self.ground(treaty).status(participant, on)

    def parties(
        self, treaty: str, *, on: PartialDate, among: frozenset[str] | None = None
    ) -> PartiesAnswer:
        """Who is bound, from what is held."""
        return self.ground(treaty).parties(on, among=among)

    def history(self, treaty: str) -> History:
        """The treaty's history."""
        return self.held.get(self._key("history", treaty), self.ground(treaty).history)

    def once(self, name: str, make: Callable[[], T], *, treaty: str = "") -> T:
        """Something that follows from the view's limits and all records, or one treaty's."""
        return self.held.get(self._key(name, treaty), make)


def once(view: api.View, name: str, make: Callable[[], T], *, treaty: str) -> T:
    """What follows from one treaty's record, worked out once where the view holds such things."""
    return view.once(name, make, treaty=treaty) if isinstance(view, SiteView) else make()


def _file(place: Place) -> int:
    """Which file stands there now; 0 where none does."""
    try:
        return os.stat(place).st_ino
    except OSError:
        return 0


class Site:
    """The catalogue and the store behind every page; opens a view for each question."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.catalogue: Catalogue = load(settings.catalogue_dir)
        self.held = Held()
        self._open = local()
        # A store that cannot be read is told of now, not at the first question.
        self.state()

    @property
    def is_near(self) -> bool:
        """Whether the state of the facts is known without waiting for another machine."""
        place = self.settings.store
        return place is None or not is_address(place)

    @contextmanager
    def view(self, asked: Asked) -> Iterator[SiteView]:
        """The record as the question limits it.

        Raises StoreError when the store cannot be read.
        """
        limits = (self.catalogue, asked.known_on, asked.recorded_on)
        if self.settings.store is None:
            yield SiteView(*limits, None, self.held)
            return
        with self._store() as store:
            yield SiteView(*limits, store, self.held, store.state())

    @contextmanager
    def _store(self) -> Iterator[Store]:
        """The store for reading; of a file, each thread keeps its own open.

        A file that was put in the place of another is opened anew.
        """
        place = self.settings.store
        assert place is not None, "only a site with a store asks for it"
        if is_address(place):
            with Store.open(place, readonly=True) as store:
                yield store
            return
        kept: tuple[int, Store] | None = getattr(self._open, "kept", None)
        now = _file(place)
        if kept is None or kept[0] != now:
            self._open.kept = None
            if kept is not None:
                kept[1].close()
            kept = (now, Store.open(place, readonly=True))
            self._open.kept = kept
        yield kept[1]

    def state(self) -> str:
        """What every answer follows from, beside the question: the catalogue and the store."""
        if self.settings.store is None:
            return self.catalogue.digest
        with self._store() as store:
            return f"{self.catalogue.digest}-{store.state()}"
