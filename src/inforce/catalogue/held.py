"""What the linter compares: every row of the catalogue with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from inforce.catalogue.duties import DutyRow
from inforce.catalogue.faults import Faults
from inforce.catalogue.figures import FigureRow
from inforce.catalogue.model import ActRow, ConditionRow, FindingRow, SourceInfo, Treaty
from inforce.catalogue.row_files import Row

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Held:
    """Every row of the facts, the ids of the participants, and which are no more."""

    treaties: list[Row[Treaty]]
    acts: list[Row[ActRow]]
    steps: list[Row[ActRow]]
    conditions: list[Row[ConditionRow]]
    findings: list[Row[FindingRow]]
    duties: list[Row[DutyRow]]
    figures: list[Row[FigureRow]]
    sources: list[Row[SourceInfo]]
    participants: frozenset[str]
    dissolved: dict[str, date]
    """The first day without it, of each state that is no more."""
    source_ids: frozenset[str] = field(init=False)
    treaty_by_id: dict[str, Treaty] = field(init=False)
    _acts: dict[str, dict[str, list[Row[ActRow]]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "source_ids", frozenset(row.value.id for row in self.sources))
        by_id = {row.value.id: row.value for row in self.treaties}
        object.__setattr__(self, "treaty_by_id", by_id)
        acts: dict[str, dict[str, list[Row[ActRow]]]] = {}
        for row in self.acts:
            of_treaty = acts.setdefault(row.value.treaty, {})
            of_treaty.setdefault(row.value.participant, []).append(row)
        object.__setattr__(self, "_acts", acts)

    def acts_of(self, treaty: str) -> dict[str, list[Row[ActRow]]]:
        """The acts under a treaty, by participant."""
        return self._acts.get(treaty, {})

    def lint_participant(self, row: Row[T], participant: str, faults: Faults) -> None:
        """Note a participant that the catalogue doesn't know."""
        if participant not in self.participants:
            words = f"participant: found {participant!r}, expected the id of a participant"
            row.fault(faults, words)

    def lint_treaty(self, row: Row[T], treaty: str | None, faults: Faults) -> None:
        """Note a treaty that the catalogue doesn't know."""
        if treaty is not None and treaty not in self.treaty_by_id:
            row.fault(faults, f"treaty: found {treaty!r}, expected the id of a treaty")
