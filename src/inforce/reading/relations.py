"""What a sentence says beside acts: an order, a scope, what it takes for granted."""

from __future__ import annotations

from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.frames import Frame
from inforce.reading.items import Item
from inforce.record.values import Order, Scope
from inforce.terms import Act, ClaimKind, Modality, Standing

_EXITS = frozenset({Act.WITHDRAWAL, Act.EXIT_EFFECT, Act.SUSPENSION})


def orders(frame: Frame, context: Context) -> list[Draft]:
    """ "It follows Estonia and Latvia": this one's act comes after theirs."""
    clause = frame.clause
    if clause.head is None or not clause.head.has("follows") or frame.agent is None:
        return []
    others = next((i for i in clause.after[:2] if i.kind == "E" and i.value.participants), None)
    who = context.participants(frame.agent)
    if others is None or not who or others.value.role != "state":
        return []
    return [
        Draft(
            ClaimKind.ORDER,
            Modality.DONE,
            min(i.start for i in [*clause.items, clause.head]),
            others.end,
            participants=who,
            treaty=context.treaty_of(None),
            value=Order("after", others.value.participants),
            trace={"words": clause.head.low},
        )
    ]


def scopes(items: list[Item], context: Context) -> list[Draft]:
    """What a treaty is said to cover or to leave out."""
    drafts: list[Draft] = []
    for place, item in enumerate(items):
        covered = item.kind == "w" and item.has("scope_in")
        if not covered and not (item.kind == "w" and item.has("scope_out")):
            continue
        named = any(i.kind == "T" for i in items[:place])
        end = _end(items, place + 1)
        words = [i for i in items[place + 1 : end] if i.kind in "w,"]
        if not named or not words:
            continue
        treaties = treaties_in(items[:place], context)
        terms = _terms(words)
        if treaties and terms:
            drafts.append(
                Draft(
                    ClaimKind.SCOPE,
                    Modality.DONE,
                    item.start,
                    items[end - 1].end,
                    treaty=treaties[-1],
                    value=Scope(terms, covered),
                    trace={"words": item.low},
                )
            )
    return drafts


def _end(items: list[Item], start: int) -> int:
    """Where the things named end: at a stop, a "but", a relative clause or a speaker."""
    for place in range(start, len(items)):
        item = items[place]
        breaks = item.has("coordinate") and not item.has("list_join")
        speaker = item.kind == "," and any(
            i.kind == "w" and i.word.verb == "say" for i in items[place + 1 : place + 5]
        )
        if item.kind in ".;-(" or breaks or speaker or item.has("relative"):
            return place
    return len(items)


def _terms(items: list[Item]) -> tuple[str, ...]:
    """The things named: parted at commas and conjunctions if commas show a list."""
    listed = any(item.kind == "," for item in items)
    terms: list[list[str]] = [[]]
    for item in items[:16]:
        if item.kind == "," or (listed and item.has("coordinate")):
            terms.append([])
        elif terms[-1] or not item.has("articles"):
            terms[-1].append(item.low)
    return tuple(" ".join(words) for words in terms if words)


def presuppositions(drafts: list[Draft]) -> list[Draft]:
    """Whoever leaves a treaty, or means to, is taken to be a party to it."""
    found: list[Draft] = []
    seen: set[tuple[tuple[str, ...], str | None]] = set()
    for draft in drafts:
        about = (
            draft.about
            if draft.act in (Act.INTENTION_ANNOUNCED, Act.PROPOSED, Act.BILL_ADOPTED)
            else draft.act
        )
        if about not in _EXITS or draft.modality is Modality.DENIED or not draft.participants:
            continue
        key = (draft.participants, draft.treaty)
        if key in seen:
            continue
        seen.add(key)
        found.append(
            Draft(
                ClaimKind.STANDING,
                Modality.DONE,
                draft.start,
                draft.end,
                standing=Standing.PARTY,
                participants=draft.participants,
                treaty=draft.treaty,
                presupposed=True,
                trace={"words": "presupposed"},
            )
        )
    return found
