"""What a frame can be asked: who is near, what is named, in which modality it is put."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.frames import Frame, Node
from inforce.reading.items import Item
from inforce.reading.verb import Verb
from inforce.terms import Act, Modality, Standing

ABOUT = {
    "leave": Act.WITHDRAWAL,
    "join": Act.ACCESSION,
    "ratify": Act.RATIFICATION,
    "accept": Act.ACCEPTANCE,
    "sign": Act.SIGNATURE,
    "suspend": Act.SUSPENSION,
    "succeed": Act.SUCCESSION,
    "expel": Act.EXPULSION,
}


_NONE = frozenset({"tally_none", "no_state"})
PARLIAMENT = frozenset({"parliament"})


RULERS = frozenset({"president", "government"})


JOINING = frozenset({"join", "sign", "ratify", "accept"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one frame says: the act or standing, what it leads to, its modality."""

    modality: Modality
    act: Act | None = None
    about: Act | None = None
    standing: Standing | None = None
    words: str = ""


def modality_of(verb: Verb | None, clause: Clause) -> Modality:
    """How a clause puts its verb."""
    negated = verb is not None and (verb.negative or _negative_subject(clause))
    if clause.marker == "condition_time" and verb is not None and not _happened(verb):
        return Modality.HYPOTHETICAL
    if clause.marker == "time" and verb is not None and not (verb.past or verb.perfect):
        own = clause.before and any(i.kind == "E" and i.value.participants for i in clause.before)
        return Modality.PLANNED if verb.finite and own and not verb.mood else Modality.HYPOTHETICAL
    at: Clause | None = clause
    while at is not None:
        if at.marker == "condition":
            return Modality.HYPOTHETICAL
        at = at.parent if at.marker in ("that", "coordinate") else None
    if verb is None:
        return Modality.DONE
    if negated:
        return Modality.DENIED
    if verb.mood == "will" or (verb.form == "infinitive"):
        return Modality.PLANNED
    if verb.mood == "would" and (verb.perfect or clause.conditions):
        return Modality.HYPOTHETICAL
    if verb.mood == "would":
        return Modality.PLANNED
    if verb.mood == "may":
        return Modality.HYPOTHETICAL
    return Modality.DONE


def _happened(verb: Verb) -> bool:
    """Whether "once ..." tells what came before, and not a condition."""
    if verb.past and verb.perfect:
        return True
    return verb.past and verb.finite and verb.concept != "copula" and not verb.passive


def _negative_subject(clause: Clause) -> bool:
    """ "not one of the five has", "none of them will", "none of which has"."""
    for place, item in enumerate(clause.before):
        none = item.kind == "N" and not item.value.n
        none = none or (item.kind == "w" and not item.word.classes.isdisjoint(_NONE))
        if none and not any(later.kind == "," for later in clause.before[place:]):
            return True
    tail = clause.antecedent[-2:]
    of_which = len(tail) == 2 and tail[1].kind == "w" and tail[1].has("of")
    return of_which and ((tail[0].kind == "N" and not tail[0].value.n) or tail[0].has("tally_none"))


def about_of(node: Node | None, context: Context) -> Act:
    """The act that a domestic step leads to; where none is named, the one told of last."""
    concept = node.concept if node is not None else context.last_core
    return ABOUT.get(concept, Act.WITHDRAWAL)


def role_of(frame: Frame) -> str:
    """The role in which the agent acts; empty where no agent is named."""
    return frame.agent.role if frame.agent is not None else ""


def has_class(frame: Frame, name: str) -> bool:
    """Whether a word of that class stands beside the verb."""
    return any(i.kind == "w" and name in i.word.classes for i in frame.clause.items)


def treaty_named(frame: Frame) -> bool:
    """Whether the clause, or what it hangs on, names a treaty."""
    clause = frame.clause
    return any(i.kind == "T" for i in clause.items) or any(i.kind == "T" for i in clause.antecedent)


def parliament_near(frame: Frame) -> bool:
    """Whether a chamber is the agent or stands in the clause."""
    if role_of(frame) in PARLIAMENT:
        return True
    items = frame.clause.items + frame.clause.antecedent
    return any(i.kind == "E" and i.value.role in PARLIAMENT for i in items)


def object_pronoun(frame: Frame) -> bool:
    """Whether the object is "it"."""
    first = frame.clause.after[:1]
    return bool(first) and first[0].kind == "E" and first[0].value.pronoun == "one"


_AFTER_BARE = frozenset(
    {"in", "on", "since", "from", "after", "before", "adverbs", "time", "coordinate", "by", "as_a"}
)


def bare(frame: Frame, context: Context) -> bool:
    """Whether an act is told without its object, the treaty in view: "Rwanda ratified in 2004"."""
    verb, clause = frame.clause.verb, frame.clause
    if verb is None or verb.passive or frame.agent is None or context.treaty is None:
        return False
    if clause.marker in ("time", "condition", "condition_time") and not verb.past:
        return False
    if any(i.kind == "O" for i in clause.after):
        return False
    rest = [i for i in clause.after if not (i.kind == "w" and i.has("adverbs"))]
    first = rest[0] if rest else None
    if len(rest) > 1 and rest[1].kind == "D":
        return True  # "joined last November"
    if first is None or first.kind in "D.,;)":
        return True
    return first.kind == "w" and not first.word.classes.isdisjoint(_AFTER_BARE)


def subject_state(frame: Frame) -> Item | None:
    """The state that stands before the verb, or before the one whose subject a clause shares."""
    named = [i for i in subject_items(frame.clause) if i.kind == "E" and not i.possessive]
    return named[-1] if named and named[-1].value.role == "state" else None


def subject_items(clause: Clause) -> list[Item]:
    """What stands before the verb, or before the one whose subject a clause shares."""
    at: Clause | None = clause
    while at is not None and not any(i.kind in "ETO" for i in at.before):
        at = at.inherits
    return at.before if at is not None else []


def intention(mode: Modality, about: Act, words: str, *, proposed: bool = False) -> Reading:
    """An announced intention, or a proposal, in the modality of what is intended."""
    act = Act.PROPOSED if proposed else Act.INTENTION_ANNOUNCED
    if mode in (Modality.DENIED, Modality.HYPOTHETICAL):
        return Reading(mode, act, about, words=words)
    put = Modality.PROPOSED if proposed else Modality.PLANNED
    return Reading(put, act, about, words=words)
