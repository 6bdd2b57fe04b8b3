"""What an event's page shows: one act, all that was said of it, by whom and when."""

from __future__ import annotations

from dataclasses import dataclass

from inforce import api, over_time
from inforce.checking.words import happened
from inforce.checking.words import when as when_words
from inforce.publishing.inert import one_line, with_links
from inforce.publishing.names import in_sentence, participant_name, source_name, treaty_name
from inforce.publishing.page import Part
from inforce.publishing.words import upper_first
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct
from inforce.terms import DEFINITIONS, Act, rung
from inforce.web.asked import Asked, address
from inforce.web.data.common import EffectLine, effect_line
from inforce.web.errors import Refused


@dataclass(frozen=True, slots=True)
class Said:
    """What one source said of the act; ``role`` is followed, agrees or differs."""

    id: str
    role: str
    source: str
    reference: tuple[Part, ...]
    day: str
    asserted: str
    assumed: bool
    verified: bool
    modality: str
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One act as the record has it: the date followed, why, and every statement of it."""

    title: str
    day: str
    why: str
    contested: bool
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """An act of a participant under a treaty (several tellings where it was done twice).

    ``meaning`` says what such an act is in law and ``article`` where; ``effect`` is what it
    leads to.
    """

    participant: str
    name: str
    treaty: str
    treaty_name: str
    act: str
    meaning: str
    article: str
    rung: str
    acts: tuple[AdjudicatedAct, ...]
    tellings: tuple[Telling, ...]
    effects: tuple[EffectLine, ...]
    links: tuple[tuple[str, str], ...]


def event_page(
    treaty: str, participant: str, act: str, day: str, *, asked: Asked, view: api.View
) -> EventPage:
    """The page of an act; raises Refused (404) where the record as asked has no such act."""
    what = view.catalogue.treaty(treaty)
    who = "" if participant == "-" else view.catalogue.participant(participant).id
    found = tuple(
        one
        for one in view.record(what.id).of(who)
        if one.act.value == act and _has_day(one, day.replace("_", "/"))
    )
    if not found:
        raise Refused(
            404,
            "no_such_act",
            f"the record of {what.id} as known then has no {act} of {participant} on {day}",
        )
    kind = Act(act)
    meaning = DEFINITIONS[kind]
    name = participant_name(view.catalogue, who) if who else ""
    coming = over_time.effects(treaty=what.id, participant=who, view=view) if who else ()
    return EventPage(
        participant=who,
        name=name,
        treaty=what.id,
        treaty_name=treaty_name(view.catalogue, what.id),
        act=act,
        meaning=upper_first(meaning.words),
        article=meaning.source,
        rung=rung(kind).word,
        acts=found,
        tellings=tuple(_telling(one, view) for one in found),
        effects=tuple(
            effect_line(one, view, asked) for one in coming if one.cause and one.cause in found
        ),
        links=tuple(_links(who, name, what.id, what.short_name or what.title, asked)),
    )


def _links(who: str, name: str, treaty: str, called: str, asked: Asked) -> list[tuple[str, str]]:
    found = [(called, address(f"/treaties/{treaty}", asked))]
    return [*found, (name, address(f"/participants/{who}", asked))] if who else found


def _has_day(act: AdjudicatedAct, day: str) -> bool:
    told = [act.date, *(one.claim.date for one in act.rivals)]
    return any((one.edtf if one else "-") == day for one in told)


def _telling(act: AdjudicatedAct, view: api.View) -> Telling:
    known = view.catalogue
    who = (
        in_sentence(known, act.participant)
        if act.participant
        else f"the {treaty_name(known, act.treaty)}"
    )
    roles = (("followed", (act.followed,)), ("agrees", act.support), ("differs", act.rivals))
    return Telling(
        title=upper_first(happened(act.act, who)),
        day=when_words(act.date) if act.date else "",
        why=upper_first(one_line(act.why)),
        contested=act.contested,
        said=tuple(_said(one, role, view) for role, told in roles for one in told),
    )


def _said(one: Statement, role: str, view: api.View) -> Said:
    e = one.evidence
    return Said(
        id=one.id,
        role=role,
        source=one_line(source_name(view.catalogue, e.source)),
        reference=tuple(with_links(e.reference)),
        day=when_words(one.claim.date) if one.claim.date else "",
        asserted=when_words(e.asserted) if e.asserted else "",
        assumed=e.asserted_assumed,
        verified=e.verified,
        modality=one.modality.value,
        quote=one_line(e.quote),
        note=one_line(e.note),
    )
