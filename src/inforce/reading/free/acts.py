"""A frame's acts as drafts: whose, of which treaty, when; by cases and nearness."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from inforce.dates import PartialDate
from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.events import events_of
from inforce.reading.frames import Frame
from inforce.reading.free.frames import owner_of
from inforce.reading.free.segments import Segment
from inforce.reading.items import Actor, Item
from inforce.reading.meaning import Reading
from inforce.record.values import Intended
from inforce.terms import Act, ClaimKind, Modality, Standing

_IN_VIEW = frozenset({"vote", "notify", "docs", "leave", "effect", "reverse", "end", "follow"})
"""Heads that may be about the treaty in view without naming an act."""
_AT_TREATY = frozenset({Act.ENTRY_INTO_FORCE})
_INTENDED = frozenset({Act.INTENTION_ANNOUNCED, Act.PROPOSED})
_WORTH = frozenset({*_INTENDED, Act.SUSPENSION, Act.BILL_ADOPTED})
_MARKS = frozenset(',.;-()"')


def acts_of(frame: Frame, segments: tuple[Segment, list[Segment]], context: Context) -> list[Draft]:
    """The drafts of every act or standing that a frame tells; the frame's clause comes first."""
    drafts: list[Draft] = []
    for told in events_of(frame, context):
        draft = _draft(frame, told, segments, context)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _draft(
    frame: Frame, told: Reading, segments: tuple[Segment, list[Segment]], context: Context
) -> Draft | None:
    segment, children = segments
    reading = told
    treaty = _treaty(frame, segment, children, context)
    if treaty is None:
        return None
    if reading.act is Act.PROPOSED and reading.modality is Modality.DENIED:
        return None  # nobody recommended it: that says nothing of what the state means to do
    hypothetical = reading.modality is Modality.HYPOTHETICAL
    if hypothetical and (frame.agent is None or reading.act not in _WORTH or segment.marker):
        return None
    if reading.modality is Modality.DENIED and frame.agent is None and frame.clause.conditions:
        return None  # "if a war goes on, the exit takes no effect": a rule, and nobody's exit
    if frame.agent is None and reading.act not in _AT_TREATY and _unnamed(segment):
        return None
    actor, item = _who(frame, reading, segment, children, context)
    counted = reading.act not in _AT_TREATY and _counted(segment)
    if item is None and (segment.has("all_of") or segment.has("most_of") or counted):
        return None  # "of the members, all have ratified": a count, and nobody's act
    ids = () if reading.act in _AT_TREATY else context.participants(actor)
    if not ids and reading.act not in _AT_TREATY:
        return None
    if segment.marker in ("relative", "time") and (frame.agent is None or frame.agent.pronoun):
        return None  # "the day on which it notified": what a rule is about, not an event
    date = _date(segment, context, reading)
    if reading.words == "leave planned" and date is None:
        reading = Reading(Modality.PLANNED, Act.INTENTION_ANNOUNCED, Act.WITHDRAWAL, words="leave")
    exit_ahead = reading.act is Act.EXIT_EFFECT and reading.modality is Modality.PLANNED
    if exit_ahead and date is None:
        return None
    start, end = _span(frame, item)
    intended = reading.act in _INTENDED
    return Draft(
        ClaimKind.STANDING if reading.standing else ClaimKind.ACT,
        reading.modality,
        start,
        end,
        act=reading.act,
        about=reading.about or (Act.WITHDRAWAL if intended else None),
        standing=reading.standing,
        participants=ids,
        treaty=treaty,
        date=date if reading.standing is not Standing.NON_PARTY else None,
        body=actor.role if actor.role != "state" else None,
        value=Intended(reading.words) if intended else None,
        trace={"words": reading.words, "head": frame.head},
    )


def _unnamed(segment: Segment) -> bool:
    """ "ratified by 73 states", "no NATO country joined": states that nobody names, or a count."""
    for first, noun in pairwise(segment.items):
        counted = first.kind == "N" and not first.value.ordinal and noun.has("countable")
        some = first.kind == "O" or first.has("indefinite")
        if counted or (some and (noun.has("countable_one") or noun.has("own_country"))):
            return True
    return False


def _treaty(
    frame: Frame, segment: Segment, children: list[Segment], context: Context
) -> str | None:
    """The treaty named beside the act, else in the clause it hangs on, else the one in view."""
    near: list[Segment] = [*children, segment]
    if any(clause.has("other_treaties") for clause in near):
        return None
    if segment.parent is not None:
        near.append(segment.parent)
    for clause in near:
        named = treaties_in(clause.items, context)
        if named:
            return named[0]
    named = treaties_in(frame.clause.after, context)
    if named:
        return named[0]
    law = frame.head == "promulgate" or (frame.head == "sign" and frame.has("law", "plan", "docs"))
    law = law and context.last_act is not None
    if frame.core is None and frame.head not in _IN_VIEW and not law:
        return None
    return context.treaty_of(None)


def _who(
    frame: Frame,
    reading: Reading,
    segment: Segment,
    children: list[Segment],
    context: Context,
) -> tuple[Actor, Item | None]:
    """Who did it: the owner of the act where a body or nobody acts, else the agent."""
    agent = frame.agent
    spelled = _spelled_out([segment, *children])
    if spelled is not None and (agent is None or _is_group(agent)):
        return spelled.value, spelled
    owner = None
    nodes = [n.item for n in frame.nodes if n.noun]
    if frame.clause.head is not None:
        nodes.append(frame.clause.head)
    for node in nodes:
        owner = owner or next(
            (o for s in (segment, *children) if (o := owner_of(s, node)) is not None), None
        )
    if agent is not None and (agent.participants or agent.pronoun) and agent.role == "state":
        return agent, frame.agent_item
    if owner is not None and context.participants(owner.value):
        role = agent.role if agent is not None else owner.value.role
        return Actor(context.participants(owner.value), role), owner
    if agent is not None:
        where = None
        if agent.role != "state" and not agent.participants:
            where = _where(segment) or _acting_in(children if frame.has("law") else [])
            if where is None and segment.marker == "relative" and segment.parent is not None:
                where = _acting_in([segment.parent])  # "Hungary, whose parliament has voted"
        if where is not None:
            return replace(agent, participants=where.value.participants), frame.agent_item
        return agent, frame.agent_item
    inside = _acting_in(children)
    if inside is not None and (reading.act in _WORTH or frame.head == "reject" or frame.has("law")):
        return inside.value, inside
    return Actor((), pronoun="one"), None


def _acting_in(clauses: list[Segment]) -> Item | None:
    """The first state that clauses name, or mean by "they"."""
    states = (i for s in clauses for i in s.items if i.kind == "E" and i.value.role == "state")
    return next((i for i in states if i.value.participants or i.value.pronoun == "many"), None)


def _counted(segment: Segment) -> bool:
    """ "45 states have signed": a number of states acts, and nobody by name."""
    return any(n.kind == "N" and after.has("countable") for n, after in pairwise(segment.items))


def _where(segment: Segment) -> Item | None:
    """ "In Finland 157 members voted for it": where a body is that nobody's name goes with."""
    for before, item in pairwise(segment.items):
        state = item.kind == "E" and item.value.role == "state" and not item.value.adjective
        if state and item.value.participants and before.has("in"):
            return item
    return None


def _is_group(actor: Actor) -> bool:
    """Whether only some of those whom an actor names need be meant; the Union is a group too."""
    named = actor.participants
    return not named or "EUU" in named or any(len(name) != 3 for name in named)


def _spelled_out(clauses: list[Segment]) -> Item | None:
    """Those whom a list names after "among them"."""
    for clause in clauses:
        for place, item in enumerate(clause.items):
            if item.kind == "w" and item.has("list_intro"):
                near = clause.items[place + 1 : place + 4]
                return next((i for i in near if i.kind == "E" and i.value.participants), None)
    return None


def _date(segment: Segment, context: Context, reading: Reading) -> PartialDate | None:
    """The date in the clause that is nearest to its verb."""
    future = reading.modality is Modality.PLANNED and reading.act not in _INTENDED
    finite = segment.finite
    at = segment.items.index(finite) if finite is not None else 0
    places = [
        k
        for k, i in enumerate(segment.items)
        if i.kind == "D"
        and not i.value.adjective
        and not _beyond_treaty(segment.items, k)
        and not _year_of_another(segment.items, k)
    ]
    for place in sorted(places, key=lambda k: abs(k - at)):
        item = segment.items[place]
        found = context.resolve(item.value, item.start, future=future)
        beside = segment.items[max(0, place - 1) : place] + segment.items[place + 1 : place + 2]
        of = next((i for i in beside if i.kind == "D" and not i.value.month), None)
        if of is not None and item.value.month and not item.value.year:
            found = _in_year(item, of, context) or found
        if found is not None:
            return found
    if segment.said is not None and reading.act in _INTENDED:
        return _date(segment.said, context, reading)
    return None


def _year_of_another(items: list[Item], place: int) -> bool:
    """Whether a date only gives the year of the one beside it: "that year, in November"."""
    item, beside = items[place], items[max(0, place - 1) : place] + items[place + 1 : place + 2]
    dates = [i for i in beside if i.kind == "D" and i.value.month and not i.value.year]
    behind = place > 0 and items[place - 1].kind == "D" and not items[place - 1].value.year
    return (bool(dates) and not item.value.month) or (behind and not item.value.month)


def _in_year(item: Item, after: Item, context: Context) -> PartialDate | None:
    """ "18 декабря этого года": a day whose year the words after it give."""
    year = context.resolve(after.value, after.start)
    if year is None or year.earliest is None:
        return None
    return context.resolve(replace(item.value, year=year.earliest.year), item.start)


def _beyond_treaty(items: list[Item], place: int) -> bool:
    """Whether a date is the text's own: "the convention of 18 September 1997"."""
    before = items[place - 1] if place else None
    linked = before is not None and before.has("of")
    return (before is not None and before.kind == "T") and linked


def _span(frame: Frame, who: Item | None) -> tuple[int, int]:
    """The quote: the clause, with the words that name who acts."""
    items = [i for i in frame.clause.items if i.kind not in _MARKS]
    items += [i for i in (frame.clause.head, who) if i is not None]
    return (min(i.start for i in items), max(i.end for i in items)) if items else (0, 0)
