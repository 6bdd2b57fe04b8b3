"""One verb, several agents each with a date: "by Japan in 2014 and by Chile in 2018"."""

from __future__ import annotations

from inforce.reading.frames import Frame
from inforce.reading.items import Item


def further_agents(frame: Frame) -> list[tuple[Item, Item | None]]:
    """The agents that share the frame's verb after its own, each with its date."""
    verb, after = frame.clause.verb, frame.clause.after
    if verb is None:
        return []
    if verb.passive:
        starts = [k for k, i in enumerate(after) if i.kind == "w" and i.has("by")][1:]
    else:
        starts = [k for k in range(1, len(after)) if _shares(after, k)]
    found: list[tuple[Item, Item | None]] = []
    for order, start in enumerate(starts):
        stop = starts[order + 1] if order + 1 < len(starts) else len(after)
        part = after[start + 1 : stop]
        who = next((i for i in part[:3] if _state(i)), None)
        if who is not None:
            found.append((who, next((i for i in part if _date(i)), None)))
    return found


def counted_pairs(frame: Frame) -> list[tuple[Item, Item | None]]:
    """ "only two countries have left, Burundi in 2017 and the Philippines in 2019"."""
    after = frame.clause.after
    found: list[tuple[Item, Item | None]] = []
    for place, item in enumerate(after):
        lead = after[place - 1] if place else None
        if lead is not None and lead.has("articles") and place > 1:
            lead = after[place - 2]
        parted = lead is not None and (
            lead.kind in ",:-(" or lead.has("list_join") or lead.has("order_after")
        )
        if not _state(item) or not parted:
            continue
        dated = next((i for i in after[place + 1 : place + 4] if _date(i)), None)
        if dated is not None:
            found.append((item, dated))
    return found


def also(items: list[Item]) -> Item | None:
    """ "as does Hungary", "so did Belarus", "nor has Jordan": who did the same, or did not."""
    for place, item in enumerate(items[:-2]):
        again = items[place + 1]
        if not (item.has("as_well") or item.has("inverting")):
            continue
        if not (again.has("do") or again.has("have") or again.has("be")):
            continue
        named = items[place + 2]
        if named.has("articles") and place + 3 < len(items):
            named = items[place + 3]
        if _state(named):
            return named
    return None


def _shares(after: list[Item], place: int) -> bool:
    """ "in 2023, those of Spain in 2025", "on 1 May and Latvia on 2 May"."""
    item, before = after[place], after[place - 1]
    joined = before.kind == "," or before.has("list_join")
    if item.kind == "w" and item.has("those"):
        return joined
    lead = item.kind == "," or item.has("list_join")
    later = after[place + 1 : place + 5]
    dated = any(_date(i) for i in later)
    return lead and _date(before) and dated and any(_state(i) for i in later[:2])


def _state(item: Item) -> bool:
    actor = item.value
    return item.kind == "E" and actor.role == "state" and bool(actor.participants)


def _date(item: Item) -> bool:
    return item.kind == "D" and not item.value.adjective
