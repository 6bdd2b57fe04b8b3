"""What is expected: words of likelihood, the event, the horizon and the condition."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from inforce.dates import PartialDate, Period
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.frames import Frame, agent_of
from inforce.reading.items import Actor, Item
from inforce.record.values import Forecast
from inforce.terms import ClaimKind, Modality

_MOODS = {"will": "will", "would": "would", "may": "could"}
_MEANT = frozenset({"plan", "propose"})


def horizon_of(heading: list[Item]) -> tuple[str, Period | None, Period | None] | None:
    """What a heading such as "Medium-term (3-12 months)" sets for what stands under it.

    The heading's words, and from and until how long after publication; None: no bound.
    """
    if not any(i.kind == "w" and i.has("horizon") for i in heading):
        return None
    periods = [i for i in heading if i.kind == "P"]
    if not periods:
        return " ".join(i.low for i in heading), None, None
    last: Period = periods[-1].value
    at = heading.index(periods[-1])
    before = [i for i in heading[:at] if i.kind == "N"]
    beyond = any(i.low in (">", "+") for i in heading)
    if beyond:
        return f">{last.n} {last.unit}", last, None
    first = int(before[-1].value.n) if before else 0
    return f"{first}-{last.n} {last.unit}", Period(first, last.unit), last


def forecasts(frame: Frame, told: list[Draft], context: Context, text: str) -> list[Draft]:
    """The forecast that a clause makes, unless it tells an act of a treaty."""
    clause = frame.clause
    verb = clause.verb
    if verb is None or clause.head is None or told or clause.marker in ("condition", "time"):
        return []
    likely = next((i for i in clause.items if i.kind == "w" and i.has("likely")), None)
    if likely is None:
        likely = next((i for i in _verb_items(clause) if i.has("likely")), None)
    if likely is None and not verb.mood and verb.concept not in _MEANT:
        return []
    named = (
        frame.agent is not None and frame.agent.pronoun is None and bool(frame.agent.participants)
    )
    dated = any(i.kind == "D" for i in clause.items)
    meant = named and verb.concept in _MEANT and bool(clause.inner) and not verb.past
    ahead = verb.mood == "will" and (named or dated) and verb.concept != "copula"
    ahead = (
        ahead
        or (verb.mood == "would" and named and verb.concept == "light")
        or (verb.mood == "may" and frame.agent is None)
    )
    if likely is None and not meant and not ahead:
        return []
    if verb.negative or verb.concept == "ellipsis":
        return []
    words = likely.low if likely is not None else _MOODS.get(verb.mood, clause.head.low)
    if frame.children and frame.agent is None and likely is not None:
        return _of_children(frame, words, context, text)
    event = _event(clause, text, whole=frame.agent is None)
    if len(event.split()) < 2 or (likely is None and frame.agent is None and not ahead):
        return []
    who = context.participants(frame.agent or Actor(()))
    if frame.agent is None:
        who = (*who, *(p for p in _company(clause) if p not in who))
    start = min(i.start for i in [*clause.items, clause.head])
    end = max(i.end for i in [*clause.items, clause.head])
    condition = _condition(clause, text)
    modality = Modality.HYPOTHETICAL if condition else Modality.PLANNED
    if verb.concept == "propose":
        modality = Modality.PROPOSED
    when, horizon = _when(clause, context)
    return [
        Draft(
            ClaimKind.FORECAST,
            modality,
            start,
            end,
            participants=who,
            date=when,
            value=Forecast(words, event, horizon, condition),
            trace={"words": words},
        )
    ]


def _verb_items(clause: Clause) -> list[Item]:
    return [clause.head] if clause.head is not None else []


def _of_children(frame: Frame, words: str, context: Context, text: str) -> list[Draft]:
    """ "There is a realistic possibility that X may ...": what the complement says."""
    child = frame.children[0]
    agent, _ = agent_of(child)
    if child.head is None or agent is None:
        return []
    when, horizon = _when(child, context)
    items = [*child.items, child.head]
    return [
        Draft(
            ClaimKind.FORECAST,
            Modality.PLANNED,
            min(i.start for i in items),
            max(i.end for i in items),
            participants=context.participants(agent),
            date=when,
            value=Forecast(words, _event(child, text, whole=False), horizon),
            trace={"words": words},
        )
    ]


def _company(clause: Clause) -> list[str]:
    """Those named after "with": "in cooperation with Finland"."""
    found: list[str] = []
    for before, item in pairwise(clause.after):
        if item.kind == "E" and item.value.role == "state" and before.has("company"):
            found += item.value.participants
    return found


def _event(clause: Clause, text: str, *, whole: bool) -> str:
    """The verb and what follows it, in the text's own words; ``whole``: with the subject."""
    if clause.head is None:
        return ""
    start = clause.before[0].start if whole and clause.before else clause.head.start
    ends = [i.end for i in clause.after if i.kind not in '."']
    return " ".join(text[start : max([*ends, clause.head.end])].split())[:160]


def _condition(clause: Clause, text: str) -> str | None:
    """The words of the "if" beside the clause."""
    outer: Clause | None = clause
    while outer is not None:
        for near in outer.conditions:
            items = near.items
            if items:
                return " ".join(text[items[0].start : max(i.end for i in items)].split())[:120]
        outer = outer.parent
    return None


def _when(clause: Clause, context: Context) -> tuple[PartialDate | None, str | None]:
    dated = next((i for i in clause.items if i.kind == "D" and not i.value.adjective), None)
    if dated is not None:
        return context.resolve(dated.value, dated.start, future=True), dated.low
    if context.horizon is None:
        return None, None
    words, first, last = context.horizon
    day = context.day
    if day is None or (first is None and last is None):
        return None, words
    return PartialDate.between(_shifted(day, first), _shifted(day, last)), words


def _shifted(day: date, period: Period | None) -> date | None:
    if period is None:
        return None
    return period.end_after(day).day
