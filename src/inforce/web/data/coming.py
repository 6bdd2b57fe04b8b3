"""What takes effect next, as the calendar shows it, and the same as calendar entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inforce import api, over_time
from inforce.law import Deadline, DeadlineState, Effect
from inforce.law.when import When
from inforce.publishing.icalendar_file import Entry
from inforce.publishing.names import participant_name, treaty_name
from inforce.publishing.words import upper_first
from inforce.web.asked import Asked, address
from inforce.web.data.common import EffectLine, effect_line

_WIDEST = timedelta(days=400)
"""An effect of which no source tells the year is no entry of a calendar."""
_AHEAD = "P2Y"
"""How far ahead a calendar names deadlines."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Whose effects: those of a treaty, of a participant, of a group's members; None: of all."""

    treaty: str | None = None
    participant: str | None = None
    group: str | None = None

    def named(self, view: api.View) -> Filter:
        """The same with ids in place of names; raises for names that nobody bears."""
        known = view.catalogue
        return Filter(
            known.treaty(self.treaty).id if self.treaty else None,
            known.participant(self.participant).id if self.participant else None,
            known.group(self.group).id if self.group else None,
        )

    @property
    def query(self) -> dict[str, str]:
        """What the address says of it."""
        named = {"treaty": self.treaty, "participant": self.participant, "group": self.group}
        return {key: value for key, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The effects from the day asked on, in order, and those of the year before it."""

    filter: Filter
    coming: tuple[EffectLine, ...]
    lately: tuple[EffectLine, ...]
    feed: str
    treaties: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]


def datable(
    which: Filter, view: api.View, *, first: date | None, last: date | None = None
) -> list[Effect]:
    """The effects of the filter whose day is known closely enough for a calendar."""
    found = over_time.effects(
        treaty=which.treaty,
        participant=which.participant,
        group=which.group,
        first=first,
        last=last,
        view=view,
    )
    return [one for one in found if _is_close(one)]


def _is_close(effect: Effect) -> bool:
    when = When.of(effect.day)
    return when.first is not None and when.last is not None and when.hi - when.lo <= _WIDEST


def calendar_page(which: Filter, asked: Asked, view: api.View) -> CalendarPage:
    """The calendar from the day asked on; raises for names that nobody bears."""
    which = which.named(view)
    day = asked.day.earliest or date.min
    before = day - timedelta(days=365) if day > date(2, 1, 1) else day
    every = datable(which, view, first=before)
    coming = [one for one in every if When.of(one.day).hi >= day]
    lately = [one for one in every if When.of(one.day).hi < day]
    known = view.catalogue
    return CalendarPage(
        filter=which,
        coming=tuple(effect_line(one, view, asked) for one in coming),
        lately=tuple(effect_line(one, view, asked) for one in reversed(lately)),
        feed=address("/calendar.ics", asked, **which.query),
        treaties=tuple((t.id, t.short_name or t.title) for t in known.treaties() if t.rules),
        groups=tuple((g.id, g.name) for g in known.groups()),
    )


def calendar_entries(which: Filter, asked: Asked, view: api.View, *, base: str) -> list[Entry]:
    """Effects from a year before the day asked on, and deadlines; ``base`` is the site."""
    which = which.named(view)
    day = asked.day.earliest or date.min
    first = day - timedelta(days=365) if day > date(2, 1, 1) else day
    found = [_entry(one, asked, view, base=base) for one in datable(which, view, first=first)]
    return [*found, *deadline_entries(which, asked, view, base=base)]


def deadline_entries(which: Filter, asked: Asked, view: api.View, *, base: str) -> list[Entry]:
    """The deadlines of the two years from the day asked on, where the filter names whose.

    One that an exit overtook is cancelled; an extension, or that it was met, is a change.
    """
    which = which.named(view)
    if which == Filter():
        # All deadlines of all are no calendar that anyone reads.
        return []
    found = api.deadlines(
        which.participant,
        which.treaty,
        group=which.group,
        on=asked.day,
        within=_AHEAD,
        view=view,
    )
    return [_due(one, asked, view, base=base) for one in found if one.due and one.due.is_day]


def _due(one: Deadline, asked: Asked, view: api.View, *, base: str) -> Entry:
    known = view.catalogue
    who, what = participant_name(known, one.participant), treaty_name(known, one.treaty)
    duty = one.obligation.name.replace("_", " ")
    lapsed = one.state is DeadlineState.LAPSED
    unsure = one.state is DeadlineState.UNKNOWN
    due = one.due.the_day() if one.due else date.max
    return Entry(
        uid=f"{one.treaty}-{one.participant}-due-{one.obligation.name}-{one.number}".lower(),
        day=due,
        title=f"{who}: {duty} due, {what}",
        words="\n".join(step.words for step in one.trace),
        state="cancelled" if lapsed else "tentative" if unsure else "confirmed",
        sequence=len(one.extensions) + int(lapsed) + int(one.settled_by is not None),
        changed=_changed(one, due),
        url=f"{base}{address(f'/participants/{one.participant}', asked)}",
        category=what,
    )


def _changed(one: Deadline, due: date) -> date:
    """The last day on which something was done about it; its own where nothing was."""
    acts = [*one.extensions, *([one.settled_by] if one.settled_by else [])]
    days = [act.date.latest for act in acts if act.date and act.date.latest]
    return max(days, default=due)


def _entry(one: Effect, asked: Asked, view: api.View, *, base: str) -> Entry:
    known = view.catalogue
    line = effect_line(one, view, asked)
    who, what = participant_name(known, one.participant), treaty_name(known, one.treaty)
    begun = one.cause.date.edtf if one.cause and one.cause.date else "unknown"
    changed = one.changed_on.latest if one.changed_on else None
    title = f"{who}: {line.words.lower()}, {what}"
    if one.state.value == "tentative":
        title += " (tentative)"
    if one.state.value == "cancelled":
        title += " (cancelled)"
    words = [line.reason or f"{upper_first(line.words)}: {line.day}"]
    words += [step.words for step in line.steps]
    return Entry(
        uid=f"{one.treaty}-{one.participant}-{one.act.value}-{begun.replace('/', '_')}".lower(),
        day=When.of(one.day).lo,
        title=title,
        words="\n".join(words),
        state=one.state.value,
        sequence=one.changes,
        changed=changed,
        url=f"{base}{line.href}" if line.href else "",
        category=what,
    )
