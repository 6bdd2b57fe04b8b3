"""What surrounds a statement: when it was told, its neighbours, and what is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from inforce.catalogue.model import Treaty
from inforce.checking.knowledge import Knowledge
from inforce.checking.milestones import History, history_of
from inforce.dates import PartialDate
from inforce.record.model import Statement


@dataclass(frozen=True, slots=True)
class Context:
    """The setting of a check: pure, and shared by the statements of one document.

    ``published`` is the document's day, where the statement does not carry one of its own.
    ``siblings`` are all statements of the document. ``on`` is the day for which the present
    tense is judged where nothing says when a text was published.
    """

    knowledge: Knowledge
    published: PartialDate | None = None
    siblings: tuple[Statement, ...] = ()
    on: PartialDate | None = None
    histories: dict[tuple[str, str], History] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Histories already worked out; contexts with the same knowledge may share it."""

    def told(self, statement: Statement) -> PartialDate | None:
        """When the statement was made, as far as that is known."""
        days = (statement.evidence.asserted, self.published, self.on)
        return next((day for day in days if day is not None and day.latest is not None), None)

    def treaty(self, statement: Statement) -> Treaty | None:
        """The statement's treaty, if its rules and its record are here to check against."""
        treaty = self.knowledge.treaty(statement.claim.treaty)
        if treaty is None or treaty.rules is None or self.knowledge.record(treaty.id) is None:
            return None
        return treaty

    def history(self, treaty: Treaty, participant: str) -> History:
        """Everything between a participant and a treaty, as milestones."""
        key = (treaty.id, participant)
        if key not in self.histories:
            self.histories[key] = history_of(self.knowledge, treaty, participant)
        return self.histories[key]

    def others(self, statement: Statement) -> tuple[Statement, ...]:
        """The document's other statements."""
        return tuple(s for s in self.siblings if s is not statement)
