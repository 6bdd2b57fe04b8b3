"""The order among participants' acts: "a day after Latvia's exit", "before Poland did"."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Item
from inforce.reading.meaning import ABOUT
from inforce.reading.verb import CORES
from inforce.record.values import Order
from inforce.terms import Act, ClaimKind, Modality

_RELATIONS = {
    "follows": "after",
    "order_after": "after",
    "order_before": "before",
    "order_same": "same_day",
}
_NOT_ORDERED = frozenset({Act.INTENTION_ANNOUNCED, Act.PROPOSED, Act.ENTRY_INTO_FORCE})
_ECHOES = frozenset({"ellipsis", "follow"})


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whose act comes before or after, which act, and of which treaty."""

    participants: tuple[str, ...]
    act: Act | None
    treaty: str | None
    start: int


def orders(items: list[Item], told: list[Draft], context: Context) -> list[Draft]:
    """One claim for each word of order that stands between two participants' acts."""
    drafts: list[Draft] = []
    for place, item in enumerate(items):
        relation = next((r for name, r in _RELATIONS.items() if item.has(name)), None)
        if relation is None or item.kind != "w":
            continue
        others = _others(items, place + 1)
        subject = _subject(items, place, told, context) if others is not None else None
        if others is None or subject is None:
            continue
        rest = tuple(p for p in others.value.participants if p not in subject.participants)
        if rest:
            drafts.append(_draft(item, others, subject, Order(relation, rest)))
    return drafts


def _others(items: list[Item], start: int) -> Item | None:
    """The participants after the word of order, if it is their act that is meant."""
    place = start
    while place < len(items) and _leads(items[place]):
        place += 1
    if place >= len(items):
        return None
    item = items[place]
    if item.kind != "E" or item.value.role != "state" or item.value.pronoun:
        return None
    following = items[place + 1] if place + 1 < len(items) else None
    owned = item.possessive or (item.value.adjective and not item.value.nationals)
    if owned:
        noun = following is not None and following.word.noun in CORES
        return item if noun else None
    return item if following is None or _closes(following) else None


def _leads(item: Item) -> bool:
    return item.kind == "w" and (item.has("those") or item.has("of") or item.has("articles"))


def _closes(item: Item) -> bool:
    """Whether nothing of its own is told of the participants named."""
    if item.kind != "w":
        return item.kind not in "NQ("
    past_act = item.word.verb in CORES and "past" in item.word.forms
    echo = item.has("do") or item.has("have") or item.word.verb in _ECHOES
    return echo or past_act or item.has("coordinate") or item.has("on") or item.has("in")


def _subject(items: list[Item], place: int, told: list[Draft], context: Context) -> _Subject | None:
    """The act told before the word of order, or after it where the sentence begins with it."""
    at = items[place].start
    acts = [d for d in told if d.act is not None and d.act not in _NOT_ORDERED and d.participants]
    before = [d for d in acts if d.start < at]
    leading = not any(i.kind == "E" for i in items[:place])
    near = before[-1:] or ([d for d in acts if d.start > at][:1] if leading else [])
    for draft in near:
        return _Subject(draft.participants, draft.act, draft.treaty, draft.start)
    return _noun_subject(items[:place], context, bare=items[place].has("follows"))


def _noun_subject(items: list[Item], context: Context, *, bare: bool) -> _Subject | None:
    """ "Finland's withdrawal came", "it follows": the first actor and the act it owns.

    ``bare``: the actor may stand without an act.
    """
    actor = next((i for i in items if i.kind == "E"), None)
    if actor is None or actor.value.role != "state" or actor is not _first_noun(items):
        return None
    concept = next((i.word.noun for i in items if i.word.noun in CORES), None)
    if concept is None and (not bare or actor.possessive or context.last_core not in CORES):
        return None
    act = None if concept in (None, "leave") else ABOUT[concept]
    named = treaties_in(items, context)
    treaty = named[0] if named else context.treaty_of(None)
    ids = context.participants(actor.value)
    return _Subject(ids, act, treaty, actor.start) if ids else None


def _first_noun(items: list[Item]) -> Item | None:
    return next((i for i in items if i.kind in "ETO" or i.word.noun in CORES), None)


def _draft(item: Item, others: Item, subject: _Subject, value: Order) -> Draft:
    return Draft(
        ClaimKind.ORDER,
        Modality.DONE,
        min(item.start, subject.start),
        max(others.end, item.end),
        act=None if subject.act is Act.WITHDRAWAL else subject.act,
        participants=subject.participants,
        treaty=subject.treaty,
        value=value,
        trace={"words": item.low},
    )
