"""Which treaty, which participants and which date belong to what a clause says."""

from __future__ import annotations

from inforce.dates import PartialDate
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.frames import Frame, Node
from inforce.reading.items import Item, TreatyRef

_FREE = frozenset(
    {
        "articles",
        "prepositions",
        "adverbs",
        "this",
        "of",
        "in",
        "on",
        "by",
        "with",
        "for",
        "from",
        "time",
        "coordinate",
        "to",
    }
)


FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Between these a number alone is a year: "acceded after 2002"."""


def treaties_in(items: list[Item], context: Context) -> list[str]:
    """The treaties that some items name, in order."""
    found: list[str] = []
    for item in items:
        if item.kind == "T":
            for named in item.value.ids or (treaty_id(item.value, context),):
                if named and named not in found:
                    found.append(named)
    return found


def treaty_id(ref: TreatyRef, context: Context) -> str | None:
    """The id of a treaty named or meant."""
    return ref.id or context.treaty_of(ref.noun)


def object_treaties(frame: Frame, node: Node | None, context: Context) -> list[str] | None:
    """The treaties a core acts on; None where its object is evidently something else."""
    clause = frame.clause
    if node is not None and node.side == "inner":
        for child in frame.children:
            named = _first_group(child.after + child.before, context)
            if named:
                return named
        return treaties_in(clause.items, context)
    outer = clause.parent
    robbed = clause.marker == "that" and outer is not None and outer.verb is None
    if node is None and robbed and not clause.after:
        return None  # "notice that X is leaving the treaty was given": a later clause took it
    if node is None:
        sides = clause.after + clause.before
    else:
        side = clause.after if node.side == "after" else clause.before
        place = next((k for k, i in enumerate(side) if i is node.item), -1)
        sides = side[place + 1 :]
    named = _first_group(sides, context)
    if named:
        return named
    if _other_object(clause.after if node is None else sides):
        return None
    before = treaties_in(clause.before, context)
    return before or treaties_in(clause.antecedent, context)


def _first_group(items: list[Item], context: Context) -> list[str]:
    """The first treaty after the core, with those listed beside it."""
    found: list[str] = []
    for place, item in enumerate(items):
        if item.kind == "T" and item.possessive:
            continue  # "the convention's sister treaty" is another
        if item.kind == "T":
            for named in item.value.ids or (treaty_id(item.value, context),):
                if named and named not in found:
                    found.append(named)
            following = items[place + 1] if place + 1 < len(items) else None
            if following is None or not (following.kind == "," or following.has("list_join")):
                break
        elif found and item.kind != "," and not item.has("list_join") and not item.has("articles"):
            break
    return found


def _other_object(items: list[Item]) -> bool:
    """Whether an unknown noun stands where the treaty would."""
    first = next((i for i in items[:3] if not (i.kind == "w" and i.has("from"))), None)
    for item in items[:5]:
        if item.kind == "E" and item.possessive:
            continue
        if item.kind == "E" and item.value.participants and item is first:
            return True
        if item.kind in "DP,)(;.-EO" or item.has("coordinate") or item.has("order_before"):
            return False
        if item.kind == "w":
            free = item.word.classes & _FREE or (item.word.verb and not item.word.noun)
            named = item.has("treaty_nouns") or item.has("body_nouns") or item.has("own")
            if free or not item.low[0].isalpha() or named:
                continue
            return item.word.noun is None and item.word.role is None
        if item.kind == "N":
            return not FIRST_YEAR <= item.value.n <= LAST_YEAR
    return False


def _of_noun(items: list[Item], place: int) -> bool:
    """Whether a date before the verb belongs to a noun or an insertion, not to the verb.

    "following a vote in April, the country left"; "Montenegro, independent since 2006, signed".
    """
    start = next((k + 1 for k in range(place - 1, -1, -1) if items[k].kind in ",;"), 0)
    end = next((k for k in range(place, len(items)) if items[k].kind in ",;"), len(items))
    segment = items[start:place]
    timed = any(i.kind == "w" and (i.has("after") or i.has("time")) for i in segment[:1])
    if timed and end - place <= 4 and any(i.kind == "w" and i.word.noun for i in segment):
        return True
    inserted = start > 0 and end < len(items)
    return inserted and any(i.kind == "w" and not i.word.function for i in segment)


def _of_text(items: list[Item], place: int) -> bool:
    """ "a treaty dating from 1992": the date is the text's own, not the act's."""
    return any(i.kind == "w" and i.has("dating") for i in items[max(0, place - 2) : place])


def _present(clause: Clause) -> bool:
    verb = clause.verb
    return verb is not None and verb.finite and not (verb.past or verb.perfect or verb.mood)


def date_of(
    clause: Clause, context: Context, *, future: bool, spoken: bool = False
) -> tuple[PartialDate | None, Item | None]:
    """The clause's own date: the one nearest to its verb, after it first."""
    after = [
        i
        for k, i in enumerate(clause.after)
        if i.kind == "D" and not i.value.adjective and not _of_text(clause.after, k)
    ]
    before = [
        i
        for k, i in enumerate(clause.before)
        if i.kind == "D" and not i.value.adjective and not _of_noun(clause.before, k)
    ]
    outer = clause.parent
    if not after and not before and clause.marker == "participial" and outer is not None:
        after = [i for i in outer.after if i.kind == "D" and not i.value.adjective]
    said = outer is not None and outer.verb is not None and outer.verb.concept in ("say", "plan")
    if (
        not after
        and not before
        and clause.marker == "that"
        and said
        and spoken
        and outer is not None
    ):
        after = [i for i in outer.items if i.kind == "D" and not i.value.adjective]
    for item in [*after, *reversed(before)]:
        resolved = context.resolve(item.value, item.start, future=future, present=_present(clause))
        if resolved is not None:
            return resolved, item
    return None, None
