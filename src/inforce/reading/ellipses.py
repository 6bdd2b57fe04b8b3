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
