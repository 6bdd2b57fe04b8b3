"""What stands behind a treaty's page: every participant's row, every change, both counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from inforce import api
from inforce.catalogue.model import Treaty
from inforce.checking.words import when as when_words
from inforce.dates import PartialDate
from inforce.law import History
from inforce.publishing.names import participant_name
from inforce.web.asked import Asked, address
from inforce.web.data.chart import Count
from inforce.web.data.common import EffectLine, Shown, effect_line, shown
from inforce.web.data.treaty import shape_of


@dataclass(frozen=True, slots=True)
class Member:
    """A participant's row: its status on the day asked, and the days behind it."""

    id: str
    name: str
    status: Shown
    signed: str
    consented: str
    in_force: str
    ended: str
    href: str


@dataclass(frozen=True, slots=True)
class MembersPage:
    """Every participant of a treaty's record on the day asked, by name."""

    treaty: Treaty
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Every change under a treaty, the newest first, and both counts over time."""

    treaty: Treaty
    changes: tuple[EffectLine, ...]
    counts: tuple[Count, ...]
    deposits: tuple[Count, ...]


def members_page(name: str, asked: Asked, view: api.View) -> MembersPage:
    """The page of a treaty's participants; raises UnknownTreaty, RuleNotReadError."""
    treaty, _ = api.rules(name, view=view)
    return MembersPage(treaty, tuple(_members(treaty, view, asked)))


def changes_page(name: str, asked: Asked, view: api.View) -> ChangesPage:
    """The page of a treaty's changes; raises UnknownTreaty, RuleNotReadError."""
    treaty, _ = api.rules(name, view=view)
    shape = shape_of(treaty, view)
    lines = tuple(effect_line(one, view, asked) for one in reversed(shape.effects))
    return ChangesPage(treaty, lines, shape.counts, shape.deposits)


def _members(treaty: Treaty, view: api.View, asked: Asked) -> Iterator[Member]:
    held: History = view.history(treaty.id)
    statuses = view.ground(treaty.id).statuses(asked.day)
    named = sorted((participant_name(view.catalogue, who), who) for who in held.lines)
    for name, who in named:
        line = held.lines[who]
        one = line.episodes[-1] if line.episodes else None
        signed = [act.date for act in line.events if act.act.value.endswith("signature")]
        yield Member(
            who,
            name,
            shown(statuses.get(who)),
            _day(signed[0] if signed else None),
            _day(one.consent.date if one else None),
            _day(one.force.partial if one and one.force and one.force.first else None),
            _day(one.end.partial if one and one.end and one.end.first else None),
            address(f"/participants/{who}", asked),
        )


def _day(day: PartialDate | None) -> str:
    return when_words(day) if day else ""
