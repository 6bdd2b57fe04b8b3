"""What a group's page shows: its members, and when all of them were parties to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inforce import api, over_time
from inforce.catalogue.model import Group, Treaty
from inforce.checking.words import interval
from inforce.checking.words import when as when_words
from inforce.dates import DaySet
from inforce.publishing.names import participant_name
from inforce.web.asked import Asked, address
from inforce.web.data.common import bound_on

WORDS = ("all", "most", "none")


@dataclass(frozen=True, slots=True)
class Belonging:
    """A member, and from when to when."""

    id: str
    name: str
    since: str
    until: str
    now: bool
    href: str


@dataclass(frozen=True, slots=True)
class GroupTreaty:
    """A treaty and the group: how many members are parties on the day, and the days of all.

    ``days`` are the stretches on which ``word`` of the members of that day surely are parties;
    ``complete`` is whether the record promises to name every party.
    """

    treaty: str
    name: str
    parties: int
    of: int
    missing: tuple[str, ...]
    days: tuple[str, ...]
    stretches: tuple[tuple[date | None, date | None], ...]
    holds: bool
    complete: bool
    href: str


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group on a day."""

    group: Group
    word: str
    members: tuple[Belonging, ...]
    n_members: int
    treaties: tuple[GroupTreaty, ...]


def group_page(name: str, asked: Asked, view: api.View, *, word: str = "all") -> GroupPage:
    """The page of a group; raises UnknownGroup, and LawError for another word."""
    group = view.catalogue.group(name)
    among = api.members(view.catalogue, group.id, on=asked.day)
    word = word if word in WORDS else WORDS[0]
    treaties = [one for one in view.catalogue.treaties() if one.rules]
    return GroupPage(
        group=group,
        word=word,
        members=tuple(_members(group, among, asked, view)),
        n_members=len(among),
        treaties=tuple(
            _treaty(one, group, among, word=word, asked=asked, view=view)
            for one in sorted(treaties, key=lambda t: t.short_name or t.title)
        ),
    )


def _members(group: Group, among: frozenset[str], asked: Asked, view: api.View) -> list[Belonging]:
    rows = [
        Belonging(
            one.participant,
            participant_name(view.catalogue, one.participant),
            when_words(one.since) if one.since else "",
            when_words(one.until) if one.until else "",
            one.participant in among,
            address(f"/participants/{one.participant}", asked),
        )
        for one in group.members
    ]
    return sorted(rows, key=lambda row: (not row.now, row.name, row.since))


def _treaty(
    treaty: Treaty,
    group: Group,
    among: frozenset[str],
    *,
    word: str,
    asked: Asked,
    view: api.View,
) -> GroupTreaty:
    bound = among & bound_on(over_time.history(treaty.id, view=view), asked.day)
    days = all_days(group, treaty, word=word, view=view)
    missing = among - bound if 0 < len(among - bound) <= len(bound) else frozenset()
    return GroupTreaty(
        treaty=treaty.id,
        name=treaty.short_name or treaty.title,
        parties=len(bound),
        of=len(among),
        missing=tuple(sorted(participant_name(view.catalogue, one) for one in missing)),
        days=tuple(interval(one) for one in days),
        stretches=tuple((one.start, one.last_day) for one in days),
        holds=any(one.intersection(asked.day.possible) == asked.day.possible for one in days),
        complete=view.record(treaty.id).complete_until is not None,
        href=address(f"/treaties/{treaty.id}", asked),
    )


def all_days(group: Group, treaty: Treaty, *, word: str, view: api.View) -> DaySet:
    """The days on which that many of the group are parties, worked out once where views hold."""
    from inforce.web.site import SiteView

    def made() -> DaySet:
        return over_time.days_of_all(group.id, treaty.id, word=word, view=view)

    if isinstance(view, SiteView):
        return view.once(f"days {group.id} {treaty.id} {word}", made)
    return made()
