"""What a participant's page shows: its treaties as bars over time, and its deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from inforce import api
from inforce.catalogue.model import Participant, Treaty
from inforce.checking.words import noun
from inforce.checking.words import when as when_words
from inforce.law import Deadline, StatusAnswer, Timeline, effects
from inforce.publishing.axis import Axis
from inforce.publishing.names import treaty_name
from inforce.publishing.page import StepView
from inforce.publishing.phrases import days_words
from inforce.publishing.plain_history import span_words
from inforce.publishing.words import article_words, upper_first
from inforce.web.asked import Asked, address
from inforce.web.data.chart import Bar, axis_of, bars, ticks_of
from inforce.web.data.common import (
    ActLine,
    EffectLine,
    Shown,
    act_line,
    effect_line,
    shown,
    steps_of,
)

_YEAR = timedelta(days=365)
_MARKS = {
    "signature": "✎",
    "definitive_signature": "✎",
    "withdrawal": "■",
    "denunciation": "■",
    "revocation": "↺",
}


@dataclass(frozen=True, slots=True)
class Lane:
    """One treaty of a participant: its status on the day asked, bars and acts over time."""

    treaty: str
    name: str
    status: Shown
    answer: StatusAnswer
    bars: tuple[Bar, ...]
    marks: tuple[tuple[float, str, str], ...]
    """(place, shape, words) of signature, consent, force, notice and effect."""
    acts: tuple[ActLine, ...]
    href: str


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """An obligation's deadline: when it is due, what for, and where it stands."""

    due: str
    treaty: str
    treaty_name: str
    words: str
    article: str
    state: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """A participant on a day: every treaty that it has something to do with."""

    participant: Participant
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    today: float
    """Where the day asked lies."""
    deadlines: tuple[DeadlineLine, ...]
    pending: tuple[EffectLine, ...]
    groups: tuple[tuple[str, str], ...]
    """(id, name) of the groups it belongs to on the day."""
    earlier_names: tuple[str, ...]


def participant_page(name: str, asked: Asked, view: api.View) -> ParticipantPage:
    """The page of a participant; raises UnknownParticipant."""
    who = view.catalogue.participant(name)
    lines = _lines(who, view)
    found = [day for _, line in lines for day in _days(line)]
    first = max(min(found, default=date(1945, 1, 1)), date(2, 1, 1)) - _YEAR
    last = min(max([*found, asked.day.latest or date(1945, 1, 1)]), date(9998, 1, 1)) + _YEAR
    axis = axis_of(first, last)
    coming = effects((line for _, line in lines), first=asked.day.earliest)
    return ParticipantPage(
        participant=who,
        lanes=tuple(_lane(what, line, axis, asked=asked, view=view) for what, line in lines),
        ticks=ticks_of(axis),
        today=axis.x(asked.day.earliest or last),
        deadlines=_deadlines(who, asked, view),
        pending=tuple(effect_line(one, view, asked) for one in coming if one.day.is_day),
        groups=_groups(who, asked, view),
        earlier_names=tuple(name for name, _ in who.names),
    )


def _lines(who: Participant, view: api.View) -> list[tuple[Treaty, Timeline]]:
    """The treaties under which the participant has an act, in order of their names."""
    treaties = sorted(view.catalogue.treaties(), key=lambda t: t.short_name or t.title)
    asked = ((t, view.record(t.id)) for t in treaties if t.rules)
    return [(t, api.timeline(who.id, t.id, view=view)) for t, record in asked if record.of(who.id)]


def _days(line: Timeline) -> list[date]:
    days = [day for span in line.spans for day in (span.days.start, span.days.end) if day]
    return days + [act.date.earliest for act in line.events if act.date and act.date.earliest]


def _lane(what: Treaty, line: Timeline, axis: Axis, *, asked: Asked, view: api.View) -> Lane:
    answer = api.status(line.participant, what.id, on=asked.day, view=view)
    words = [f"{upper_first(span_words(one))}: {days_words(one.days)}" for one in line.spans]
    marks = [
        (
            axis.x(act.date.earliest),
            _MARKS.get(act.act.value, "◆"),
            f"{upper_first(noun(act.act))}: {when_words(act.date)}",
        )
        for act in line.events
        if act.date and act.date.earliest
    ]
    return Lane(
        treaty=what.id,
        name=what.short_name or what.title,
        status=shown(answer.status),
        answer=answer,
        bars=bars(line.spans, axis, words),
        marks=tuple(marks),
        acts=tuple(act_line(act, view, asked) for act in line.events),
        href=address(f"/treaties/{what.id}", asked),
    )


def _deadlines(who: Participant, asked: Asked, view: api.View) -> tuple[DeadlineLine, ...]:
    """The deadlines under every treaty, those that have passed too."""
    return tuple(
        _deadline(one, view) for one in api.deadlines(who.id, on=asked.day, past=True, view=view)
    )


def _deadline(one: Deadline, view: api.View) -> DeadlineLine:
    return DeadlineLine(
        due=when_words(one.due),
        treaty=one.treaty,
        treaty_name=treaty_name(view.catalogue, one.treaty),
        words=one.obligation.at.words or one.obligation.name.replace("_", " "),
        article=article_words(one.obligation.at.article),
        state=one.state.value,
        steps=steps_of(one.trace, view),
    )


def _groups(who: Participant, asked: Asked, view: api.View) -> tuple[tuple[str, str], ...]:
    known = view.catalogue
    return tuple(
        (group.id, group.name)
        for group in known.groups()
        if who.id in api.members(known, group.id, on=asked.day)
    )
