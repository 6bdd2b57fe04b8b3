"""One verb for several: "Latvia voted on 16 April, and the parliament of Lithuania on 8 May"."""

from __future__ import annotations

from dataclasses import replace

from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.frames import Frame
from inforce.reading.free.segments import Segment
from inforce.reading.items import Item
from inforce.reading.meaning import JOINING

_ENDS = frozenset(",.;:)")
_CONTINUED = frozenset({"reverse", "leave", "suspend", "plan", "propose", "sign", *JOINING})
"""What a clause without a subject can tell of the subject of the one before it."""
_BETWEEN = 4
"""Words that may stand between a name and its date."""


def further_acts(items: list[Item], acts: list[Draft], context: Context) -> list[Draft]:
    """The acts of those who stand with a date, and without a verb, after an act told with one."""
    found: list[Draft] = []
    for place, item in enumerate(items):
        base = next(
            (a for a in reversed(acts) if a.date is not None and a.start < item.start), None
        )
        at = _date_after(items, place) if base is not None and item.kind in "ET" else None
        if base is None or at is None or not _fresh(items, place):
            continue
        date = context.resolve(items[at].value, items[at].start)
        named = context.participants(item.value) if item.kind == "E" else base.participants
        treaty = item.value.id if item.kind == "T" else _treaty(items[place:at]) or base.treaty
        told = (base.participants, base.treaty)
        chamber = item.kind == "E" and item.value.role == "parliament" and date != base.date
        if date is not None and named and treaty and ((named, treaty) != told or chamber):
            act = replace(base, participants=named, treaty=treaty, date=date)
            act.start, act.end = item.start, items[at].end
            found.append(act)
    return found


def _fresh(items: list[Item], place: int) -> bool:
    """Whether a mark or "and" opens a new part just before a name, over a preposition."""
    for item in reversed(items[max(0, place - 2) : place]):
        if item.kind in ",;" or item.has("coordinate"):
            return True
        if item.kind != "w" or not (item.has("prepositions") or item.has("articles")):
            return False
    return False


def _date_after(items: list[Item], place: int) -> int | None:
    """The date that ends the part which a name opens, with no verb or noun of an act between."""
    for at in range(place + 1, min(len(items), place + 1 + _BETWEEN)):
        item = items[at]
        if item.kind == "D":
            dated = not item.value.adjective and (item.value.month or item.value.year)
            ended = at + 1 == len(items) or items[at + 1].kind in _ENDS
            ended = ended or items[at + 1].has("coordinate")
            return at if dated and ended else None
        if item.kind not in "w-T" or item.word.verb or item.word.noun:
            return None
    return None


def _treaty(items: list[Item]) -> str | None:
    return next((i.value.id for i in items if i.kind == "T" and i.value.id), None)


def share(frame: Frame, earlier: Frame | None) -> None:
    """Give "but did not ratify" the treaty, and who acts, of the clause before it."""
    if earlier is None or frame.head not in JOINING or earlier.head not in JOINING:
        return
    if not any(item.kind == "T" for item in frame.clause.items):
        frame.clause.after += [item for item in earlier.clause.items if item.kind == "T"]
    if frame.agent is None:
        frame.agent, frame.agent_item = earlier.agent, earlier.agent_item


def inherit(frame: Frame, earlier: Frame | None) -> None:
    """Give "but later took back the notices" the subject of the clause before it."""
    verb, head = frame.clause.verb, frame.clause.head
    if earlier is None or earlier.agent is None or frame.agent is not None:
        return
    finite = head is not None and bool(head.word.verb) and verb is not None and not verb.passive
    if not finite or frame.head not in _CONTINUED or not earlier.agent.participants:
        return
    role = earlier.agent.role if frame.head in ("sign", "vote", "plan") else "state"
    frame.agent = replace(earlier.agent, role=role)
    frame.agent_item = earlier.agent_item


def speak(frame: Frame, said: Segment | None) -> None:
    """Give "we do not plan to leave", said the minister of Norway, the one who says so."""
    verb = frame.clause.verb
    if frame.agent is not None or said is None or verb is None or verb.passive:
        return
    if frame.head not in _CONTINUED or frame.clause.head is None:
        return
    speaker = next((i for i in said.items if i.kind == "E" and i.value.participants), None)
    if speaker is not None:
        frame.agent, frame.agent_item = replace(speaker.value, role="state"), speaker
