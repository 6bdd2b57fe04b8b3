"""One sentence's drafts in a language without fixed order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from inforce.reading.attributions import attributions
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.counts import counts
from inforce.reading.dates_in_text import DateRef
from inforce.reading.drafts import Draft
from inforce.reading.frames import Frame, Node
from inforce.reading.free.acts import acts_of
from inforce.reading.free.ellipses import further_acts, inherit, share, speak
from inforce.reading.free.frames import OPERATORS, frame_of
from inforce.reading.free.segments import Segment, segments_of
from inforce.reading.items import Item
from inforce.reading.lexicon import Lexicon
from inforce.reading.memory import attribute, update
from inforce.reading.partial import but_mostly
from inforce.reading.relations import presuppositions
from inforce.reading.rules_in_text import periods
from inforce.reading.sentences import Sentence
from inforce.reading.tallies import merged, tallies
from inforce.reading.verb import CORES, Verb
from inforce.terms import Act, Modality


def tell(
    items: list[Item], sentence: Sentence, context: Context, lexicon: Lexicon, *, text: str
) -> list[Draft]:
    """The drafts of one sentence; ``context`` then remembers whom and what it named."""
    named = [p for i in items if i.kind == "E" for p in i.value.participants]
    context.sentence = tuple(dict.fromkeys(named))
    if _new_paragraph(text, sentence):
        context.treaty = None  # what another paragraph says in passing is no longer in view
    segments = segments_of(items, lexicon.data["gaps"])
    _complements(segments)
    acts = _acts(segments, context, heading=sentence.heading)
    if items and items[-1].low == "?":
        acts = []  # what a question asks is told by nobody
    acts += further_acts(items, acts, context)
    acts = but_mostly(acts, items)
    update(acts, context)
    verbs = _speech(items)
    sources = attributions(items, verbs, context, text)
    attribute(acts, sources, context)
    kinds = {item.kind for item in items}
    found = [*acts, *presuppositions(acts)]
    if "N" in kinds or context.open_tally is not None or any(i.has("tally_none") for i in items):
        found += merged(tallies(items, context), context)
    if "N" in kinds or any(i.has("most_of") or i.has("all_of") for i in items):
        found += counts(items, verbs, context)
    if "P" in kinds:
        found += [d for d in periods(items, context) if not _happened(d, segments, acts)]
    return [*found, *sources]


def _new_paragraph(text: str, sentence: Sentence) -> bool:
    return text[: sentence.start].rstrip(" \t\u00a0").endswith("\n")


def _happened(period: Draft, segments: list[Segment], acts: list[Draft]) -> bool:
    """ "Four months after the vote it left": a period in a clause that tells what was done."""
    at = next(k for k, s in enumerate(segments) if any(i.start >= period.start for i in s.items))
    clauses = segments[at : at + (1 if segments[at].finite is not None else 2)]
    items = [item for clause in clauses for item in clause.items]
    first, last = min(i.start for i in items), max(i.end for i in items)
    done = [a for a in acts if a.modality is Modality.DONE and a.participants]
    return any(first <= a.start and a.end <= last for a in done)


def _complements(segments: list[Segment]) -> None:
    """A clause with nothing but an infinitive says what the clause before it is about."""
    for before, segment in pairwise(segments):
        bare = any(i.word.forms & {"infinitive", "participle"} for i in segment.triggers)
        bare = bare and segment.finite is None
        reported = segment.has("may") and _plans(before)
        if not segment.marker and (bare or reported):
            segment.marker, segment.parent = "complementiser", before


def _plans(segment: Segment) -> bool:
    """Whether a clause tells of a plan without saying of what."""
    concepts = {i.word.verb or i.word.noun for i in segment.triggers}
    return "plan" in concepts and concepts.isdisjoint(CORES)


def _acts(segments: list[Segment], context: Context, *, heading: bool) -> list[Draft]:
    acts: list[Draft] = []
    consumed: set[int] = set()
    before: Frame | None = None
    for segment in segments:
        children = [s for s in segments if s.parent is segment and _about(s, segment)]
        frame = frame_of(segment, children, heading=heading)
        if frame is not None and any(s.marker == "condition" for s in segments):
            frame.clause.conditions = [Clause("condition")]
            verb = frame.clause.verb
            if verb is not None and verb.mood == "will" and not segment.marker:
                verb.mood = "may"  # "will leave only if others do"
        told: list[Draft] = []
        if frame is not None:
            _recall(frame, segment, context)
            _recall_law(frame, context, acts)
            speak(frame, segment.said)
            share(frame, before)
            inherit(frame, before)
            before = frame
        if frame is not None and id(segment) not in consumed and not _hypothetical(segment):
            told = acts_of(frame, (segment, children), context)
            if told and told[-1].act is not None:
                context.last_act = told[-1]
            acts += [draft for draft in told if not _told_before(draft, acts)]
        if frame is not None and frame.head in OPERATORS and (frame.head != "say" or told):
            consumed.update(id(c) for c in children if told or not _signs_a_law(c))
        consumed.update(id(child) for child in children if child.marker == "relative")
        _remember(segment, frame, context)
    return acts


def _told_before(draft: Draft, acts: list[Draft]) -> bool:
    """Whether a dateless act repeats one that the sentence has told with its date."""
    return draft.date is None and any(
        other.act is draft.act
        and other.date is not None
        and other.participants == draft.participants
        and (other.treaty, other.modality) == (draft.treaty, draft.modality)
        for other in acts
    )


_POINTING = frozenset({"plan", "vote", "reject"})
"""Heads that may point at what was told before: "Czechia rules that out"."""


def _recall(frame: Frame, segment: Segment, context: Context) -> None:
    """ "fasste dazu den Beschluss", "lo anunció": the act told last is what is planned."""
    word = next((i for i in segment.items if i.kind == "w" and i.has("anaphor")), None)
    earlier = context.last_act
    if word is None or earlier is None or frame.head not in _POINTING or frame.core is not None:
        return
    if frame.head == "vote" and any(item.kind == "T" for item in segment.items):
        return
    frame.core = Node(context.last_core, word, noun=True)
    frame.nodes.append(frame.core)
    if frame.agent is not None and not frame.agent.participants:
        frame.agent = replace(frame.agent, participants=earlier.participants)


def _signs_a_law(segment: Segment) -> bool:
    """ "announced that he will sign the law": what is announced is the signing."""
    finite = segment.finite
    law = any(i.word.noun == "law" for i in segment.triggers)
    return finite is not None and finite.word.verb == "sign" and law


def _recall_law(frame: Frame, context: Context, told: list[Draft]) -> None:
    """ "the president signed it on 24 April", "and the senate on 9 July": the bill told last."""
    earlier, head = context.last_act, frame.clause.head
    if earlier is None or earlier.act not in (Act.BILL_ADOPTED, Act.LAW_SIGNED) or head is None:
        return
    named = any(i.kind == "T" and i.value.id for i in frame.clause.items)
    if named or frame.core is not None or frame.has("law", "plan", "docs", "propose"):
        return
    pointed = any(i.kind == "T" for i in frame.clause.items)
    role = frame.agent.role if frame.agent is not None else ""
    signed = frame.head == "sign" and role == "president" and pointed
    if signed or (frame.head == "vote" and role == "parliament" and (pointed or told)):
        frame.nodes.append(Node("law", head, noun=True))


def _about(segment: Segment, outer: Segment) -> bool:
    """Whether a clause says what another plans or says, or what its law is about."""
    if segment.marker == "complementiser":
        return True
    law = bool(outer.triggers) and outer.triggers[-1].word.noun == "law"
    return segment.marker == "relative" and law


def _hypothetical(segment: Segment) -> bool:
    """Whether a clause, or one it hangs on, is a mere condition."""
    first = segment.items.index(segment.triggers[0]) if segment.triggers else 1
    whether = any(i.kind == "w" and i.has("whether") for i in segment.items[: max(first, 1)])
    asked = any(
        i.kind == "w" and i.has("whether") and not i.has("complementiser") for i in segment.items
    )  # "выйдет ли": it may stand behind the verb
    return segment.marker == "condition" or whether or asked


def _speech(items: list[Item]) -> list[Verb]:
    """The verbs of saying, where their speakers can be looked for."""
    return [
        Verb(place, place + 1, place, "say", past=True)
        for place, item in enumerate(items)
        if item.kind == "w" and item.word.verb == "say"
    ]


def _is_told(date: DateRef) -> bool:
    return bool(date.year or date.month) and not date.adjective


def _remember(segment: Segment, frame: Frame | None, context: Context) -> None:
    """What later clauses need to know of whom and what this one names."""
    for item in segment.items:
        if item.kind == "E":
            subject = frame is not None and item is frame.agent_item
            context.mention(item.value, subject=subject)
        elif item.kind == "T" and item.value.id:
            context.treaty = item.value.id
        elif item.kind == "D" and _is_told(item.value):
            context.last_date = item.value
    if frame is not None:
        core = frame.core.concept if frame.core is not None else frame.head
        if core in CORES:
            context.last_core = core
