"""Values that several pages share: statuses with their shapes, acts, steps, effects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from inforce import api
from inforce.checking.words import noun
from inforce.checking.words import when as when_words
from inforce.dates import PartialDate, Truth
from inforce.law import Effect, History, Step
from inforce.law.status import party_of
from inforce.publishing.inert import visible, with_links
from inforce.publishing.names import participant_name, source_name, told_and_cited, treaty_name
from inforce.publishing.page import StepView
from inforce.publishing.phrases import exit_words
from inforce.publishing.words import STATUS, article_words, upper_first
from inforce.record.view import AdjudicatedAct
from inforce.terms import AnswerKind, StatusKind
from inforce.web.asked import Asked, address

SHAPES = {
    StatusKind.NONE: "·",
    StatusKind.SIGNATORY: "✎",
    StatusKind.CONTRACTING: "◐",
    StatusKind.PARTY: "●",
    StatusKind.PARTY_EXIT_RUNNING: "◩",
    StatusKind.FORMER_PARTY: "○",
    None: "?",
}
"""A shape for each status, so that none is told by colour alone."""
OPEN = "open"


@dataclass(frozen=True, slots=True)
class Shown:
    """A status as it is shown: its value for the style sheet, its shape, its words."""

    kind: str
    shape: str
    words: str


def shown(status: StatusKind | None) -> Shown:
    """The status, or that none is settled."""
    if status is None:
        return Shown(OPEN, SHAPES[None], "not settled")
    return Shown(status.value, SHAPES[status], STATUS[status])


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of the record: when, who, what, from which source, and the page of it."""

    day: str
    sort: str
    participant: str
    name: str
    treaty: str
    treaty_name: str
    words: str
    source: str
    contested: bool
    href: str


def bound_on(held: History, day: PartialDate) -> frozenset[str]:
    """Those for whom the treaty is in force on every day that ``day`` may mean.

    They are the ones that :func:`inforce.law.parties` names.
    """
    asked = day.possible
    return frozenset(
        who
        for who, line in held.lines.items()
        if all(party_of(s) is AnswerKind.YES for s in line.spans if s.days.overlaps(asked))
    )


def act_href(act: AdjudicatedAct, asked: Asked) -> str:
    """The address of an act's own page."""
    who, day = act.participant or "-", act.date.edtf if act.date else "-"
    return address(f"/events/{act.treaty}/{who}/{act.act.value}/{day.replace('/', '_')}", asked)


def act_line(act: AdjudicatedAct, view: api.View, asked: Asked) -> ActLine:
    """The act as a line."""
    known = view.catalogue
    said = act.followed.evidence
    return ActLine(
        day=when_words(act.date) if act.date else "",
        sort=_sort(act.date),
        participant=act.participant,
        name=participant_name(known, act.participant) if act.participant else "",
        treaty=act.treaty,
        treaty_name=treaty_name(known, act.treaty),
        words=upper_first(noun(act.act)),
        source=source_name(known, said.source),
        contested=act.contested,
        href=act_href(act, asked),
    )


def _sort(day: PartialDate | None) -> str:
    return (day.earliest or day.latest or date.min).isoformat() if day else ""


def steps_of(trace: tuple[Step, ...], view: api.View) -> tuple[StepView, ...]:
    """A trace for a reader."""
    found = []
    for step in trace:
        words, cite = told_and_cited(view.catalogue, step.words, step.source)
        article = article_words(step.article) if step.article else ""
        found.append(
            StepView(upper_first(visible(words)), visible(article), tuple(with_links(cite)))
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One effect: its day, who and which treaty, whether it is sure, and its clock.

    ``days`` is how many days lie between the day asked and the effect; None where the day is
    not exact.
    """

    day: str
    edtf: str
    days: int | None
    participant: str
    name: str
    treaty: str
    treaty_name: str
    act: str
    words: str
    state: str
    reason: str
    steps: tuple[StepView, ...]
    href: str


def effect_line(effect: Effect, view: api.View, asked: Asked) -> EffectLine:
    """The effect as a line."""
    known, day = view.catalogue, effect.day
    return EffectLine(
        day=when_words(day),
        edtf=day.edtf,
        days=_until(effect, asked),
        participant=effect.participant,
        name=participant_name(known, effect.participant),
        treaty=effect.treaty,
        treaty_name=treaty_name(known, effect.treaty),
        act=effect.act.value,
        words=upper_first(noun(effect.act)),
        state=effect.state.value,
        reason=_reason(effect, view, asked),
        steps=steps_of(effect.trace, view),
        href=act_href(effect.cause, asked) if effect.cause else "",
    )


def asked_again(line: EffectLine, effect: Effect, view: api.View, asked: Asked) -> EffectLine:
    """The line of the same effect as another day sees it."""
    return replace(
        line,
        days=_until(effect, asked),
        reason=_reason(effect, view, asked),
        href=act_href(effect.cause, asked) if effect.cause else "",
    )


def _until(effect: Effect, asked: Asked) -> int | None:
    day, from_day = effect.day, asked.day
    exact = day.is_day and from_day.is_day
    return (day.the_day() - from_day.the_day()).days if exact else None


def _reason(effect: Effect, view: api.View, asked: Asked) -> str:
    """Where an exit stands; an effect that is known already and lies ahead has yet to come."""
    if effect.exit is None:
        return ""
    words = exit_words(effect.exit, view.catalogue)
    ahead = effect.day.after(asked.day) is Truth.YES
    return upper_first(words.replace("took effect", "takes effect") if ahead else words)
