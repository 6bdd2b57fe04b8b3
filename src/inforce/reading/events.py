"""From a clause's frame to the acts it tells: which step, of what, in which modality."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.reading.clauses import Clause
from inforce.reading.context import Context
from inforce.reading.frames import CORES, Frame, Node
from inforce.reading.verbs import Verb
from inforce.record.values import Intended
from inforce.terms import Act, ClaimKind, Modality, Standing

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
PARLIAMENT = frozenset({"parliament"})
RULERS = frozenset({"president", "government"})


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
    at: Clause | None = clause
    while at is not None:
        if at.marker == "condition":
            return Modality.HYPOTHETICAL
        at = at.parent if at.marker in ("that", "coordinate") else None
    if verb is None:
        return Modality.DONE
    if verb.negative:
        return Modality.DENIED
    if verb.mood == "will" or (verb.form == "infinitive"):
        return Modality.PLANNED
    if verb.mood == "would":
        return Modality.PLANNED
    if verb.mood == "may":
        return Modality.HYPOTHETICAL
    return Modality.DONE


def events_of(frame: Frame, context: Context) -> list[Reading]:
    """Every act or standing that a frame tells."""
    rule = _RULES.get(frame.head)
    if rule is None:
        return []
    mode = modality_of(frame.clause.verb, frame.clause)
    return rule(frame, context, mode)


def _about(node: Node | None, context: Context) -> Act:
    concept = node.concept if node is not None else context.last_core
    return ABOUT.get(concept, Act.WITHDRAWAL)


def _role(frame: Frame) -> str:
    return frame.agent.role if frame.agent is not None else ""


def _has_class(frame: Frame, name: str) -> bool:
    return any(i.kind == "w" and i.has(name) for i in frame.clause.items)


def _treaty_named(frame: Frame) -> bool:
    return any(i.kind == "T" for i in frame.clause.items + frame.clause.antecedent)


def _parliament_near(frame: Frame) -> bool:
    if _role(frame) in PARLIAMENT:
        return True
    items = frame.clause.items + frame.clause.antecedent
    return any(i.kind == "E" and i.value.role in PARLIAMENT for i in items)


def _vote(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if _role(frame) == "court" or frame.has("reverse"):
        return []
    theme = core is not None or frame.has("law", "plan", "propose") or _treaty_named(frame)
    if not theme:
        return []
    about = Act.RATIFICATION if core is None and not frame.has("law", "plan", "propose") else _about(core, context)
    if _parliament_near(frame):
        return [Reading(mode, Act.BILL_ADOPTED, about, words="vote")]
    if core is None or frame.agent is None:
        return []
    if _role(frame) in RULERS or _role(frame) == "state":
        return [_intention(mode, about, "approved")]
    return []


def _intention(mode: Modality, about: Act, words: str, *, proposed: bool = False) -> Reading:
    act = Act.PROPOSED if proposed else Act.INTENTION_ANNOUNCED
    if mode in (Modality.DENIED, Modality.HYPOTHETICAL):
        return Reading(mode, act, about, words=words)
    put = Modality.PROPOSED if proposed else Modality.PLANNED
    return Reading(put, act, about, words=words)


def _plan(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if core is None:
        return []
    inner = {node.concept for node in frame.nodes[: frame.nodes.index(core)]}
    about = _about(core, context)
    if "vote" in inner and _parliament_near(frame):
        return []
    if core.concept == "suspend" and mode is Modality.DONE and core.noun:
        return [Reading(mode, Act.SUSPENSION, words="suspend")]
    if _is_core_done(frame, core):
        return []
    return [_intention(mode, about, "plan", proposed="propose" in inner)]


def _is_core_done(frame: Frame, core: Node) -> bool:
    """ "announced that it had ratified": the complement tells an act of its own."""
    return core.side == "inner" and core.concept in ("ratify", "sign", "join", "accept") and not core.noun


def _propose(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if core is None and not (frame.has("membership") and _treaty_named(frame)):
        return []
    return [_intention(mode, _about(core, context), "propose", proposed=True)]


def _notify(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    items = frame.clause.items
    recipient = any((i.kind == "O" and i.value.kind == "depositary") or (i.kind == "O" and i.value.id in ("UN", "UNSC")) for i in items)
    recipient = recipient or any(i.kind == "E" and i.value.role == "depositary" for i in items)
    if frame.has("law") and not frame.has("docs") and _parliament_near(frame):
        return [_intention(Modality.DONE, _about(core, context), "submitted", proposed=True)] if mode is Modality.DONE else []
    if not recipient and not frame.has("docs", "notify"):
        return []
    if core is None and not recipient:
        return []
    about = _about(core, context)
    act = about if about in (Act.WITHDRAWAL, Act.RATIFICATION, Act.ACCESSION, Act.ACCEPTANCE, Act.SUSPENSION, Act.SUCCESSION) else Act.WITHDRAWAL
    return [Reading(mode, act, words="notify")]


def _effect(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    verb = frame.clause.verb
    present = verb is not None and not (verb.past or verb.perfect or verb.mood or verb.passive or verb.progressive)
    if mode is Modality.DONE and present and verb is not None and verb.finite:
        mode = Modality.PLANNED
    if core is not None and core.concept == "leave":
        return [Reading(mode, Act.EXIT_EFFECT, words="effect")]
    if core is not None and core.concept in ("join", "ratify", "accept"):
        return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="effect")]
    if core is not None and core.concept == "suspend":
        return [Reading(mode, Act.SUSPENSION, words="effect")]
    if frame.has("plan", "move") and context.last_core == "leave":
        return [Reading(mode, Act.EXIT_EFFECT, words="effect")]
    if any(i.kind == "T" for i in frame.clause.before + frame.clause.antecedent):
        return [Reading(mode, Act.ENTRY_INTO_FORCE, words="effect")]
    return []


def _end(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    if frame.has("member", "membership", "belong") and (frame.agent is not None):
        return [Reading(mode, Act.EXIT_EFFECT, words="end")]
    return []


def _complete(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if core is None or core.concept not in ("leave", "join", "ratify"):
        return []
    act = Act.EXIT_EFFECT if core.concept == "leave" else ABOUT[core.concept]
    return [Reading(mode, act, words="complete")]


def _begin(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    core = frame.core
    if core is None:
        return []
    return [_intention(mode, _about(core, context), "begin")]


def _leave(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    verb = frame.clause.verb
    role = _role(frame)
    if verb is None or verb.passive and not _treaty_named(frame):
        return []
    if role == "parliament":
        return [Reading(mode, Act.BILL_ADOPTED, Act.WITHDRAWAL, words="leave")]
    if verb.progressive and mode is Modality.DONE:
        return [_intention(mode, Act.WITHDRAWAL, "leaving")]
    if mode is Modality.HYPOTHETICAL:
        return [_intention(mode, Act.WITHDRAWAL, "leave")]
    if mode is Modality.PLANNED:
        return [Reading(mode, Act.EXIT_EFFECT, words="leave planned")]
    return [Reading(mode, Act.EXIT_EFFECT, words="leave")]


def _consent(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    concept = frame.head
    act = ABOUT[concept]
    role = _role(frame)
    if concept == "sign":
        law = frame.has("law", "plan", "docs") or frame.has("ratify")
        if law and role in ("president", "", "government") or (role == "president" and frame.has("leave")):
            return [Reading(mode, Act.LAW_SIGNED, _about(frame.core if frame.core and frame.core.concept != "sign" else None, context), words="sign law")]
        if law:
            return []
    if role == "parliament":
        return [Reading(mode, Act.BILL_ADOPTED, act, words=concept)] if concept != "sign" else []
    if not _treaty_named(frame) and not _object_pronoun(frame) and not frame.has("docs"):
        return []
    if mode is Modality.DENIED:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words=f"not {concept}")]
    if mode is Modality.HYPOTHETICAL:
        return []
    return [Reading(mode, act, words=concept)]


def _object_pronoun(frame: Frame) -> bool:
    first = frame.clause.after[:1]
    return bool(first) and first[0].kind == "E" and first[0].value.pronoun == "one"


def _suspend(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    return [Reading(mode, Act.SUSPENSION, words="suspend")]


def _promulgate(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    if frame.core is None and not frame.has("law"):
        return []
    if _role(frame) in ("president", ""):
        return [Reading(mode, Act.LAW_SIGNED, _about(frame.core, context), words="promulgate")]
    return []


def _reverse(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    if frame.has("leave", "suspend"):
        return [Reading(mode, Act.REVOCATION, words="reverse")]
    return []


def _member(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "is not a party to", "remain members of", "belongs to"."""
    if not _treaty_named(frame):
        return []
    if _has_class(frame, "no_longer"):
        return [Reading(Modality.DONE, Act.EXIT_EFFECT, words="no longer")]
    if mode is Modality.DENIED:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not a member")]
    return []


def _copula(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    verb = frame.clause.verb
    if verb is None or not _treaty_named(frame):
        return []
    if frame.has("member", "belong"):
        return _member(frame, context, mode)
    outside = _has_class(frame, "outside")
    if outside and mode is Modality.DONE:
        return [Reading(mode, standing=Standing.NON_PARTY, words="outside")]
    if mode is Modality.DENIED and _in_treaty(frame):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not in")]
    if _has_class(frame, "bound") and mode is Modality.DONE and context.last_core == "leave":
        return [Reading(Modality.DENIED, Act.EXIT_EFFECT, words="bound")]
    return []


def _in_treaty(frame: Frame) -> bool:
    after = frame.clause.after
    return bool(after) and after[0].kind == "w" and after[0].has("in") and any(i.kind == "T" for i in after[:3])


def _become(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    if not frame.has("member") or any(i.kind == "N" for i in frame.clause.after[:3]):
        return []
    return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="become")]


def _receive(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    if frame.has("docs"):
        return _notify(frame, context, mode)
    if frame.has("law") and _parliament_near(frame):
        return [_intention(Modality.DONE, _about(frame.core, context), "received", proposed=True)]
    return []


_RULES = {
    "vote": _vote,
    "plan": _plan,
    "propose": _propose,
    "notify": _notify,
    "docs": _notify,
    "receive": _receive,
    "effect": _effect,
    "end": _end,
    "complete": _complete,
    "begin": _begin,
    "procedure": _begin,
    "leave": _leave,
    "suspend": _suspend,
    "promulgate": _promulgate,
    "reverse": _reverse,
    "belong": _member,
    "member": _member,
    "remain": _copula,
    "copula": _copula,
    "become": _become,
    **{concept: _consent for concept in CORES if concept not in ("leave", "suspend", "expel")},
}
