"""One treaty of the catalogue with what the law makes of its record, for its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from inforce import api
from inforce.catalogue.model import RuleState, Treaty
from inforce.dates import PartialDate
from inforce.law import (
    Force,
    PartiesAnswer,
    RuleLine,
    Timeline,
    parties,
    rule_says,
    timelines,
    treaty_force,
)
from inforce.publishing.course import Course, course
from inforce.publishing.names import participant_name
from inforce.record.view import TreatyRecord
from inforce.terms import CONSENTS, AnswerKind

_LEAST_DRAWN = 10
"""So many instruments must be in a record that promises no complete list, to be worth a picture."""


@dataclass(frozen=True)
class Subject:
    """One treaty with what the law makes of its record; worked out when first asked for."""

    view: api.View
    treaty: Treaty

    @cached_property
    def record(self) -> TreatyRecord:
        """What the shipped statements add up to."""
        return self.view.record(self.treaty.id)

    @cached_property
    def lines(self) -> dict[str, Timeline]:
        """The timeline of every participant that the record names."""
        return timelines(self.treaty, self.record)

    @cached_property
    def force(self) -> Force:
        """The treaty's own entry into force."""
        return treaty_force(self.treaty, self.record)

    @cached_property
    def in_force(self) -> date | None:
        """The published day of its entry into force, or the one that the law gives."""
        found = self.force.day if self.force.answer is AnswerKind.YES else None
        return self.treaty.in_force or (found.the_day() if found and found.is_day else None)

    @cached_property
    def rules(self) -> tuple[RuleLine, ...]:
        """Every rule in plain words."""
        return rule_says(self.treaty)

    @cached_property
    def unread(self) -> tuple[RuleLine, ...]:
        """The rules that nobody has read."""
        return tuple(line for line in self.rules if line.state is RuleState.UNREAD)

    @cached_property
    def is_drawn(self) -> bool:
        """Whether the record names enough for a picture."""
        given = sum(act.act in CONSENTS for act in self.record.acts)
        return given >= (1 if self.record.complete_until else _LEAST_DRAWN)

    @cached_property
    def course(self) -> Course | None:
        """The numbers over time, where the record names enough to draw them."""
        return course(self.treaty, self.record) if self.is_drawn else None

    @cached_property
    def counted_on(self) -> date | None:
        """The day for which the page counts: the last that the record speaks of."""
        return self.course.until if self.course else None

    @cached_property
    def counts(self) -> PartiesAnswer | None:
        """Both counts on that day; None where the record names too few."""
        day = self.counted_on
        if day is None:
            return None
        return parties(self.treaty, PartialDate.from_day(day), self.record)

    def name(self, participant: str) -> str:
        """The participant as a reader knows it."""
        return participant_name(self.view.catalogue, participant)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(_cell, line)) + " |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", r"\|").split())
