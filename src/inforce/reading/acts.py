"""A frame's acts as drafts: whose, of which treaty, when, and in which modality."""

from __future__ import annotations

from inforce.dates import PartialDate
from inforce.reading.attach import date_of, object_treaties, treaties_in
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.effects import for_participant
from inforce.reading.ellipses import counted_pairs, further_agents
from inforce.reading.events import events_of
from inforce.reading.frames import Frame, Node
from inforce.reading.items import Item
from inforce.reading.meaning import Reading
from inforce.reading.participants import Who, participants_of
from inforce.reading.verb import CORES
from inforce.record.values import Intended
from inforce.terms import Act, ClaimKind, Modality, Standing

_MARKS = frozenset(',.;-()"')
_HYPOTHETICAL = frozenset({Act.INTENTION_ANNOUNCED, Act.PROPOSED, Act.SUSPENSION, Act.BILL_ADOPTED})
"""Acts of which even a mere possibility is worth a statement."""
_BY_SOMEONE = frozenset(
    {Act.WITHDRAWAL, Act.RATIFICATION, Act.ACCESSION, Act.SIGNATURE, Act.ACCEPTANCE}
)


def complements(child: Clause) -> bool:
    """Whether a clause says what its parent's verb or law is about."""
    if child.marker == "that":
        return True
    return child.marker == "relative" and any(
        i.kind == "w" and i.word.noun == "law" for i in child.antecedent
    )


def acts_of(frame: Frame, context: Context) -> list[Draft]:
    """The drafts of every act or standing that a frame tells."""
    readings = events_of(frame, context)
    drafts: list[Draft] = []
    core = frame.core
    for told in readings:
        reading = told
        treaties = _treaties(frame, core, reading, context)
        if not treaties:
            continue
        if _counted_agent(frame):
            continue
        who = participants_of(frame, context, core)
        pairs = counted_pairs(frame) if not who.ids and who.item is None else []
        if pairs:
            who = Who(pairs[0][0].value.participants, None, pairs[0][0])
        for_whom = reading.act is Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT or frame.head == "effect"
        named = for_participant(frame) if for_whom else None
        if named is not None:
            who = Who(context.participants(named.value), named.value, named)
        if reading.modality is Modality.HYPOTHETICAL and (
            frame.agent_item is None
            or reading.act not in _HYPOTHETICAL
            or frame.clause.marker in ("condition", "condition_time", "time")
        ):
            continue
        verb = frame.clause.verb
        general = verb is not None and verb.finite and not (verb.past or verb.perfect or verb.mood)
        if general and who.item is None and reading.act in _BY_SOMEONE:
            continue  # "an instrument is deposited with": a rule, not an event
        needs = reading.act not in (Act.ENTRY_INTO_FORCE, Act.ADOPTION)
        if needs and not who.ids:
            continue
        future = reading.modality is Modality.PLANNED and reading.act not in (
            Act.INTENTION_ANNOUNCED,
            Act.PROPOSED,
        )
        date, _ = date_of(
            frame.clause, context, future=future, spoken=reading.act is Act.INTENTION_ANNOUNCED
        )
        if pairs and pairs[0][1] is not None:
            date = context.resolve(pairs[0][1].value, pairs[0][1].start)
        if reading.words == "leave planned" and date is None:
            reading = Reading(
                Modality.PLANNED, Act.INTENTION_ANNOUNCED, Act.WITHDRAWAL, words="leave"
            )
            date, _ = date_of(frame.clause, context, future=False, spoken=True)
        general = who.item is None
        if (
            reading.act is Act.EXIT_EFFECT
            and reading.modality is Modality.PLANNED
            and date is None
            and (general or reading.words == "it takes effect")
        ):
            continue
        for treaty in treaties:
            drafts.append(_draft(frame, reading, who, treaty, date, needs=needs, context=context))
            others = _others(frame, pairs, reading) if needs else []
            for item, dated in others:
                other = Who(item.value.participants, item.value, item)
                day = context.resolve(dated.value, dated.start, future=future) if dated else None
                drafts.append(
                    _draft(frame, reading, other, treaty, day, needs=True, context=context)
                )
            later = _effect_beside(frame, reading, context)
            if later is not None:
                beside = Reading(Modality.PLANNED, Act.EXIT_EFFECT, words="effective from")
                drafts.append(
                    _draft(frame, beside, who, treaty, later, needs=True, context=context)
                )
    return drafts


def _others(
    frame: Frame, pairs: list[tuple[Item, Item | None]], reading: Reading
) -> list[tuple[Item, Item | None]]:
    """Who else did the same, each with a date: further agents, or those named after a number."""
    if reading.words == "nth to act":
        return counted_pairs(frame)
    return pairs[1:] or further_agents(frame)


def _effect_beside(frame: Frame, reading: Reading, context: Context) -> PartialDate | None:
    """The date of "notified ..., effective 31 December": when the exit takes effect."""
    about_exit = reading.act in (Act.WITHDRAWAL, Act.DENUNCIATION) or (
        reading.about is Act.WITHDRAWAL and reading.modality is Modality.PLANNED
    )
    after = frame.clause.after if about_exit else []
    for place, item in enumerate(after[:-1]):
        if item.kind == "w" and item.has("from_then") and after[place + 1].kind == "D":
            dated = after[place + 1]
            return context.resolve(dated.value, dated.start, future=True)
    return None


def _counted_agent(frame: Frame) -> bool:
    """Whether a number or a quantifier acts ("signed by 163 countries", "most EU members")."""
    verb, item = frame.clause.verb, frame.agent_item
    before = frame.clause.before
    if before and before[-1].kind == "N":
        return verb is not None and not verb.negative
    if verb is not None and verb.passive and item is None:
        after = frame.clause.after
        by = [k for k, i in enumerate(after) if i.kind == "w" and i.has("by")]
        return any(all(i.kind != "T" for i in after[k + 1 : k + 3]) for k in by)
    if item is None or item.value.pronoun:
        return False
    side = frame.clause.before if item in frame.clause.before else frame.clause.after
    place = side.index(item) if item in side else 0
    return any(i.kind == "w" and i.has("quantified") for i in side[max(0, place - 3) : place])


def _treaties(frame: Frame, core: Node | None, reading: Reading, context: Context) -> list[str]:
    if frame.head == "law" or (core is None and frame.children):
        for child in frame.children:
            named = treaties_in(child.items, context)
            if named:
                return named[:1]
    if core is not None or frame.head in CORES:
        node = core
        active = frame.clause.verb is not None and not frame.clause.verb.passive
        acted_on = object_treaties(frame, None if frame.head in CORES and active else node, context)
        if acted_on is None and reading.act in (Act.BILL_ADOPTED, Act.LAW_SIGNED):
            acted_on = treaties_in(frame.clause.items, context)[:1]
        if acted_on is None:
            return []
        if acted_on:
            return acted_on
    named = treaties_in(frame.clause.items + frame.clause.antecedent, context)
    if named:
        return named[:1]
    parent = frame.clause.parent
    while parent is not None:
        named = treaties_in(parent.items, context)
        if named:
            return named[:1]
        parent = parent.parent
    fallback = context.treaty_of(None)
    return [fallback] if fallback else []


def _draft(
    frame: Frame,
    reading: Reading,
    who: Who,
    treaty: str,
    date: PartialDate | None,
    *,
    needs: bool,
    context: Context,
) -> Draft:
    start, end = _span(frame, who)
    act = reading.act
    modality = _placed(reading.modality, frame, date, context)
    intended = act in (Act.INTENTION_ANNOUNCED, Act.PROPOSED)
    about = reading.about or (Act.WITHDRAWAL if intended else None)
    return Draft(
        ClaimKind.STANDING if reading.standing else ClaimKind.ACT,
        modality,
        start,
        end,
        act=act,
        about=about,
        standing=reading.standing,
        participants=who.ids if needs else (),
        treaty=treaty,
        date=date if reading.standing is not Standing.NON_PARTY else None,
        body=who.actor.role if who.actor is not None and who.actor.role != "state" else None,
        value=Intended(reading.words) if intended else None,
        trace={"words": reading.words, "head": frame.head},
    )


def _placed(
    modality: Modality, frame: Frame, date: PartialDate | None, context: Context
) -> Modality:
    """A present or a participle with a date after publication, or under a plan, is planned."""
    verb, clause = frame.clause.verb, frame.clause
    latest = context.latest_day
    present = verb is not None and not (verb.past or verb.perfect or verb.mood)
    if modality is Modality.PLANNED and present and verb is not None and verb.concept == "effect":
        last = date.latest if date is not None else None
        over = latest is not None and last is not None and last <= latest
        return Modality.DONE if over else modality
    if modality is not Modality.DONE or verb is None or verb.past or verb.perfect:
        return modality
    latest = context.latest_day
    if (
        date is not None
        and any(i.kind == "w" and i.has("from_then") for i in clause.items)
        and latest is None
    ):
        return Modality.PLANNED
    if (
        latest is not None
        and date is not None
        and date.earliest is not None
        and date.earliest > latest
    ):
        return Modality.PLANNED
    parent = clause.parent.verb if clause.parent is not None else None
    if (
        clause.marker == "participial"
        and parent is not None
        and (parent.mood == "will" or parent.concept in ("plan", "propose"))
    ):
        return Modality.PLANNED
    return modality


def _span(frame: Frame, who: Who) -> tuple[int, int]:
    """The quote: the clause with its verb, back to the words that name who acts."""
    clause = frame.clause
    items = [i for i in clause.items if i.kind not in _MARKS]
    items += [i for i in (clause.head, who.item) if i is not None]
    return (min([i.start for i in items]), max([i.end for i in items])) if items else (0, 0)
