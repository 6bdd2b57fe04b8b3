"""What is expected: words of likelihood, the event, the horizon and the condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from inforce.reading.agents import agent_of, governed, subject_of
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.forecast_targets import target_of
from inforce.reading.frames import Frame
from inforce.reading.horizons import horizon_of, window_of
from inforce.reading.items import Actor, Item
from inforce.reading.verb import Verb
from inforce.record.values import Forecast
from inforce.terms import ClaimKind, Modality

__all__ = ["forecasts", "horizon_of"]
_MEANT = frozenset({"plan", "propose"})
_SILENT = frozenset({"copula", "ellipsis", "say"})
LONGEST_EVENT = 160


@dataclass(frozen=True, slots=True)
class _Expected:
    """A clause whose event is expected: in which words, from which item on, by which verb."""

    clause: Clause
    words: str
    start: int
    concept: str
    likely: bool


def forecasts(
    frame: Frame,
    told: list[Draft],
    context: Context,
    text: str,
    *,
    items: Sequence[Item],
    below: Sequence[Clause],
) -> list[Draft]:
    """The forecast that a clause makes.

    ``items`` are those whose places the verbs name; ``below`` are the clauses that hang on this
    one. A forecast of an act carries it, and is told instead of the act; without a word of
    likelihood an act that is told is no forecast.
    """
    clause = frame.clause
    verb = clause.verb
    if verb is None or clause.head is None or clause.marker.startswith(("condition", "time")):
        return []
    found = _by_likelihood(clause, verb, items, below)
    if found is None and not told and not verb.negative:
        found = _by_mood(frame, verb)
    if found is None or (verb.negative and not found.likely):
        return []
    return _drafted(found, context, text)


def _by_likelihood(
    clause: Clause, verb: Verb, items: Sequence[Item], below: Sequence[Clause]
) -> _Expected | None:
    """The word of likelihood that governs the verb, not one beside a noun."""
    group = items[verb.start : verb.end]
    inside = next((i for i in group if i.has("likely")), None)
    if inside is not None and clause.head is not None and verb.concept not in _SILENT:
        hedged = verb.mood == "may" and group[0].kind == "w" and group[0] is not inside
        words = f"{group[0].low} {inside.low}" if hedged else inside.low
        return _Expected(clause, words, clause.head.start, verb.concept, likely=True)
    if verb.concept != "copula":
        return None
    if inside is not None:  # "it is likely that X will ..."
        said = next((c for c in below if c.parent is clause and c.marker == "that"), None)
        if said is None or said.verb is None or said.head is None:
            return None
        return _Expected(said, inside.low, said.head.start, said.verb.concept, likely=True)
    near = [i for i in clause.after[:4] if not (i.has("articles") or i.has("adverbs"))]
    word = next((i for i in clause.after[:4] if i.has("likely")), None)
    if word is None or not near or verb.past:
        return None
    child = next((c for c in below if c.verb is not None and _opens(c, word, clause)), None)
    if child is not None and child.verb is not None and child.head is not None:
        return _Expected(child, word.low, child.head.start, child.verb.concept, likely=True)
    at = clause.after.index(word)
    words = word.low.removesuffix(" to")
    bare = clause.after[at + 1] if at + 1 < len(clause.after) else None
    if bare is not None and words != word.low and bare.kind == "w":
        return _Expected(clause, words, bare.start, bare.word.verb or "neutral", likely=True)
    for item in clause.after[at + 1 : at + 5]:
        inner = clause.inner.get(item.start)
        if inner is not None and inner.form == "infinitive":
            return _Expected(clause, word.low, item.start, inner.concept, likely=True)
    return None


def _opens(child: Clause, word: Item, clause: Clause) -> bool:
    """ "a possibility that X may": whether a clause says what is likely."""
    if child.parent is not clause or child.marker not in ("that", "relative"):
        return False
    return child.marker == "that" or any(i is word for i in child.antecedent)


def _by_mood(frame: Frame, verb: Verb) -> _Expected | None:
    """What a named state will do or means to do, and what an event that is named could bring."""
    clause, head = frame.clause, frame.clause.head
    if head is None or verb.passive or clause.marker in ("relative", "relative_possessive"):
        return None
    if _means(frame, verb):
        return _Expected(clause, head.low, head.start, verb.concept, likely=False)
    subject = subject_of(clause.before)
    named = subject is not None and subject.value.pronoun is None
    if named and verb.concept in _MEANT and clause.inner and (not verb.past or verb.progressive):
        return _Expected(clause, head.low, head.start, verb.concept, likely=False)
    if verb.concept in _SILENT or verb.concept in _MEANT or verb.form != "finite":
        return None
    dated = any(i.kind == "D" and not i.value.adjective for i in clause.items)
    someone = named and (dated or frame.has("plan"))
    event = dated and _event_subject(clause)
    if verb.mood == "will" and (someone or event) and (dated or not verb.perfect):
        return _Expected(clause, "will", head.start, verb.concept, likely=False)
    could = verb.mood == "may" and not verb.perfect and _event_subject(clause)
    if could and clause.before[0].has("articles"):
        return _Expected(clause, "could", head.start, verb.concept, likely=False)
    return None


def _means(frame: Frame, verb: Verb) -> bool:
    """ "would produce mines and was also aiming to export them": a plan of the same subject."""
    clause = frame.clause
    inner = any(one.form == "infinitive" for one in clause.inner.values())
    shared = verb.progressive and clause.inherits is not None and frame.agent is not None
    return verb.concept in _MEANT and inner and shared


def _event_subject(clause: Clause) -> bool:
    """Whether the subject is an event or another thing, told with an article."""
    before = clause.before
    nobody = bool(before) and not any(i.kind in "ETO" for i in before)
    return nobody and before[0].has("articles") and not before[0].has("indefinite")


def _drafted(found: _Expected, context: Context, text: str) -> list[Draft]:
    clause = found.clause
    event, end = _event(found, text)
    if len(event.split()) < 2:
        return []
    condition = next((c for c in _conditions(clause) if c.items), None)
    words = _words(condition, text) if condition is not None else None
    target = target_of(clause, found.concept, context) if found.likely else None
    when, horizon = window_of(clause, context, text)
    modality = Modality.PLANNED
    if condition is not None:
        modality = Modality.HYPOTHETICAL
    elif clause.verb is not None and clause.verb.concept == "propose":
        modality = Modality.PROPOSED
    act, about, treaty = target or (None, None, None)
    before = [i.start for i in clause.before if i.kind not in ',"-']
    return [
        Draft(
            ClaimKind.FORECAST,
            modality,
            min([*before, found.start]),
            end,
            act=act,
            about=about,
            treaty=treaty,
            participants=_who(found, condition, context),
            date=when,
            value=Forecast(found.words, event, horizon, words),
            trace={"words": found.words},
        )
    ]


def _event(found: _Expected, text: str) -> tuple[str, int]:
    """The expected verb and what follows it, in the text's own words, up to an aside."""
    clause = found.clause
    before = [i for i in clause.before if i.kind not in ',"-']
    subject = not agent_of(clause)[0] and len(before) > 1 and found.concept != "copula"
    start = before[0].start if subject else found.start
    end = clause.head.end if clause.head is not None else found.start
    after = [i for i in clause.after if i.end > found.start]
    for place, item in enumerate(after):
        following = after[place + 1] if place + 1 < len(after) else None
        listed = following is not None and following.kind in "EN"
        if item.kind in ";:" or (item.kind == "," and not listed):
            break
        end = max(end, item.end) if item.kind not in '.",' else end
    return " ".join(text[start:end].split())[:LONGEST_EVENT], end


def _who(found: _Expected, condition: Clause | None, context: Context) -> tuple[str, ...]:
    """Whose act or lot it is: the subject; of an abstract subject, whom the event falls on."""
    clause = found.clause
    subject = subject_of(clause.before) or (agent_of(clause)[1] if not clause.before else None)
    if subject is not None and not subject.possessive:
        ids = context.participants(subject.value)
        company = _company(clause)
        who = (*ids, *(p for p in company if p not in ids))
        context.foreseen = who
        return who
    pointing = any(i.has("this") for i in clause.before)
    if pointing and condition is not None:
        named = [p for i in condition.items if i.kind == "E" for p in i.value.participants]
        if named:
            return tuple(dict.fromkeys(named))
    company = _company(clause)
    if company:
        return (*(p for p in context.implied() if p not in company), *company)
    falls_on = _falls_on(clause.after)
    if falls_on:
        context.foreseen = falls_on
        return falls_on
    return context.foreseen if pointing else ()


def _falls_on(after: list[Item]) -> tuple[str, ...]:
    """ "criticism from the Russian government", "a rift within the EU", "EU unity"."""
    for place, item in enumerate(after):
        if item.kind in ",;":
            break
        actor: Actor | None = item.value if item.kind == "E" else None
        if actor is None or not actor.participants or actor.pronoun:
            continue
        if governed(after, place) or item.possessive or actor.adjective:
            return actor.participants
    return ()


def _company(clause: Clause) -> list[str]:
    """Those named after "with": "in cooperation with Finland", "together with Finland"."""
    found: list[str] = []
    for items in (clause.before, clause.after):
        for before, item in pairwise(items):
            if before.kind == "," and items is clause.after:
                break
            if item.kind == "E" and item.value.role == "state" and before.has("company"):
                found += item.value.participants
    return found


def _conditions(clause: Clause) -> list[Clause]:
    """The "if" clauses beside a clause or above it."""
    found: list[Clause] = []
    outer: Clause | None = clause
    while outer is not None:
        found += outer.conditions
        outer = outer.parent
    return found


def _words(clause: Clause, text: str) -> str:
    """A condition in the text's own words."""
    items = [*clause.items, *([clause.head] if clause.head is not None else [])]
    kept = [i for i in items if i.kind not in ',."']
    start, end = min(i.start for i in items), max(i.end for i in kept or items)
    return " ".join(text[start:end].split())[:120]
