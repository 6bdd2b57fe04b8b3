"""The catalogue as the other rooms ask it: by id or by name, decoded when asked for."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

from inforce.catalogue.codec import decoder
from inforce.catalogue.compiled import Shards, open_shards
from inforce.catalogue.duties import DutyRow
from inforce.catalogue.faults import (
    UnknownGroup,
    UnknownParticipant,
    UnknownSource,
    UnknownTerritory,
    UnknownTreaty,
)
from inforce.catalogue.figures import FigureRow
from inforce.catalogue.lookup import closest, fold, nearest
from inforce.catalogue.model import (
    ActRow,
    ConditionRow,
    FindingRow,
    Group,
    Participant,
    SourceInfo,
    Treaty,
)

if TYPE_CHECKING:
    from inforce.catalogue.names import NameEntry
    from inforce.catalogue.territories import ExtentRow, Territory


class Catalogue:
    """What is known of treaties, participants, groups and sources; a view that nobody changes.

    Every part is read and decoded when it is first asked for.
    """

    def __init__(self, shards: Shards) -> None:
        self._shards = shards
        self._treaties: dict[str, Treaty] = {}
        self._people: dict[str, Participant] = {}
        self._decoded: dict[str, tuple[Any, ...]] = {}

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change with any fact of the catalogue."""
        return self._shards.digest

    @property
    def compiled_on(self) -> str:
        """Words that say which catalogue an answer used, the user's own files included."""
        own = self._shards.layers.own_files
        if not own:
            return f"catalogue {self.digest}"
        files = "1 file" if len(own) == 1 else f"{len(own)} files"
        return f"catalogue {self.digest}, with {files} of {self._shards.layers.user_dir}"

    def shard(self, name: str) -> Any:
        """The JSON of a compiled part, for what has its own form; None where there is none."""
        return self._shards.get(name)

    def treaty(self, name: str) -> Treaty:
        """The treaty of an id, short name, official number or alias, in any case.

        Raises UnknownTreaty with the nearest names, or with the treaties that share the name.
        """
        if self._shards.get(f"treaties/{name}") is not None:
            return self._treaty(name)
        index = self._shards.get("treaties")
        ids = index["names"].get(fold(name), ())
        if len(ids) == 1:
            return self._treaty(ids[0])
        if ids:
            raise UnknownTreaty(
                f"the name {name!r} is borne by {' and '.join(ids)}; an id was expected"
            )
        like = [known for near in closest(name, index["names"]) for known in index["names"][near]]
        close = nearest(f"{self._treaty(known).short_name} ({known})" for known in like)
        raise UnknownTreaty(
            f"no treaty of the catalogue is called {name!r}; "
            f"an id, a short name or an alias was expected{close}"
        )

    def treaties(self) -> tuple[Treaty, ...]:
        """Every treaty, those that are only named included."""
        return tuple(map(self._treaty, self._shards.get("treaties")["ids"]))

    def _treaty(self, treaty_id: str) -> Treaty:
        if treaty_id not in self._treaties:
            raw = self._shards.get(f"treaties/{treaty_id}")
            self._treaties[treaty_id] = decoder(Treaty)(raw)
        return self._treaties[treaty_id]

    def participant(self, name: str) -> Participant:
        """The participant of an id, name or ISO 3166-1 alpha-2 code, in any case.

        Raises UnknownParticipant with the nearest names.
        """
        if name in self._participant_rows:
            return self._participants_read(name)
        folded = fold(name)
        found = self._own_names.get(folded) or self._all_names.get(folded)
        if found is not None:
            return self._participants[found]
        names = [known.name for known in self._participants.values()]
        close = nearest(closest(name, [*names, *self._participants]))
        raise UnknownParticipant(
            f"no participant of the catalogue is called {name!r}; "
            f"a name or a three-letter code was expected{close}"
        )

    def participants(self) -> tuple[Participant, ...]:
        """Every participant, former states included."""
        return tuple(self._participants.values())

    def _participants_read(self, participant_id: str) -> Participant:
        if participant_id not in self._people:
            self._people[participant_id] = decoder(Participant)(
                self._participant_rows[participant_id]
            )
        return self._people[participant_id]

    @cached_property
    def _participant_rows(self) -> dict[str, Any]:
        """The rows as compiled, by the first of their values, the id."""
        return {row[0]: row for row in self._shards.get("participants") or ()}

    @cached_property
    def _participants(self) -> dict[str, Participant]:
        return {known: self._participants_read(known) for known in self._participant_rows}

    @cached_property
    def _own_names(self) -> dict[str, str]:
        """Ids by folded id, name and code: enough for most questions, and a small part to read."""
        rows = self._participants.values()
        names = {fold(row.name): row.id for row in rows}
        names.update({fold(row.alpha2): row.id for row in rows if row.alpha2})
        names.update({fold(row.id): row.id for row in rows})
        return names

    @property
    def _all_names(self) -> dict[str, str]:
        """Ids by every folded name in every language."""
        return self._shards.get("participant_names") or {}

    def territory(self, name: str) -> Territory:
        """The territory of an id, name or ISO 3166-1 alpha-2 code, in any case.

        Raises UnknownTerritory with the nearest names.
        """
        names = self._shards.get("territory_names") or {}
        found = names.get(fold(name))
        for known in self.territories():
            if known.id == found:
                return known
        close = nearest(closest(name, [known.name for known in self.territories()]))
        raise UnknownTerritory(
            f"no territory of the catalogue is called {name!r}; "
            f"a name or a three-letter code was expected{close}"
        )

    def territories(self, state: str | None = None) -> tuple[Territory, ...]:
        """Every territory, or those that are or were parts of a state."""
        from inforce.catalogue.territories import Territory

        rows: tuple[Territory, ...] = self._rows("territories", Territory)
        return tuple(row for row in rows if state is None or row.of(state))

    def extents(self, treaty_id: str) -> tuple[ExtentRow, ...]:
        """The notifications on territories under a treaty."""
        from inforce.catalogue.territories import ExtentRow

        rows: tuple[ExtentRow, ...] = self._rows("extents", ExtentRow)
        return tuple(row for row in rows if row.treaty == treaty_id)

    def group(self, name: str) -> Group:
        """The group of an id or name, in any case. Raises UnknownGroup with the nearest names."""
        found = (self._shards.get("group_names") or {}).get(fold(name))
        for group in self.groups():
            if found == group.id or fold(name) in (fold(group.id), fold(group.name)):
                return group
        known = [text for group in self.groups() for text in (group.id, group.name)]
        raise UnknownGroup(
            f"no group of the catalogue is called {name!r}; "
            f"an id or a name was expected{nearest(closest(name, known))}"
        )

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        return self._rows("groups", Group)

    def groups(self) -> tuple[Group, ...]:
        """Every group."""
        return self._groups

    def names(self) -> tuple[NameEntry, ...]:
        """The gazetteer: every name of participants, groups and bodies, in every language."""
        from inforce.catalogue.names import rows_to_names

        return rows_to_names(self._shards.get("names") or ())

    def acts(self, treaty_id: str) -> tuple[ActRow, ...]:
        """Every recorded act under a treaty, in the order of its file; none is a fact too."""
        return self._rows(f"acts/{treaty_id}", ActRow)

    def steps(self, treaty_id: str | None = None) -> tuple[ActRow, ...]:
        """The domestic steps, of all treaties or of one."""
        rows: tuple[ActRow, ...] = self._rows("steps", ActRow)
        return tuple(row for row in rows if treaty_id is None or row.treaty == treaty_id)

    def conditions(self) -> tuple[ConditionRow, ...]:
        """The facts of the world that rules ask for."""
        return self._rows("conditions", ConditionRow)

    def findings(self, treaty_id: str) -> tuple[FindingRow, ...]:
        """What bodies and participants said of others' acts under a treaty."""
        rows: tuple[FindingRow, ...] = self._rows("findings", FindingRow)
        return tuple(row for row in rows if row.treaty == treaty_id)

    def duties(self, treaty_id: str) -> tuple[DutyRow, ...]:
        """What was told of duties under a treaty: extensions, completions, reports, failures."""
        rows: tuple[DutyRow, ...] = self._rows("duties", DutyRow)
        return tuple(row for row in rows if row.treaty == treaty_id)

    def figures(self) -> tuple[FigureRow, ...]:
        """The published figures."""
        return self._rows("figures", FigureRow)

    def sources(self) -> tuple[SourceInfo, ...]:
        """Every source."""
        return tuple(self._sources.values())

    def source(self, source_id: str) -> SourceInfo:
        """The source of an id. Raises UnknownSource with the nearest ids."""
        found = self._sources.get(source_id)
        if found is None:
            close = nearest(closest(source_id, self._sources))
            raise UnknownSource(f"no source of the catalogue has the id {source_id!r}{close}")
        return found

    @cached_property
    def _sources(self) -> dict[str, SourceInfo]:
        rows: tuple[SourceInfo, ...] = self._rows("sources", SourceInfo)
        return {row.id: row for row in rows}

    def _rows(self, shard: str, kind: type) -> tuple[Any, ...]:
        """A shard's rows, decoded once: nobody can change them."""
        if shard not in self._decoded:
            read = decoder(kind)
            self._decoded[shard] = tuple(map(read, self._shards.get(shard) or ()))
        return self._decoded[shard]


def load(user_dir: str | os.PathLike[str] | None = None) -> Catalogue:
    """The shipped catalogue, with a user's own directory laid over it.

    Without ``user_dir`` the environment variable INFORCE_CATALOGUE may name one. Raises
    CatalogueError, with every fault, when a file cannot be used.
    """
    return Catalogue(open_shards(user_dir))
