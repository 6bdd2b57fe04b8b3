"""What takes effect: entry into force, exits, suspensions."""

from __future__ import annotations

from itertools import pairwise

from inforce.reading.context import Context
from inforce.reading.ellipses import counted_pairs
from inforce.reading.frames import Frame
from inforce.reading.items import Item
from inforce.reading.meaning import (
    ABOUT,
    JOINING,
    Reading,
    intention,
    object_pronoun,
    role_of,
    subject_items,
    treaty_named,
)
from inforce.reading.verb import Verb
from inforce.terms import Act, Modality

_EFFECTS = {
    "leave": Act.EXIT_EFFECT,
    "join": Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    "ratify": Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    "accept": Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    "suspend": Act.SUSPENSION,
}
"""What an act does when it takes effect."""


def effect(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """An exit, a treaty or a suspension takes effect."""
    verb = frame.clause.verb
    core = None if _treaty_is_subject(frame) else frame.core
    if _for_anyone(frame):
        return []
    present = verb is not None and not (
        verb.past or verb.perfect or verb.mood or verb.passive or verb.progressive
    )
    if mode is Modality.DONE and present and verb is not None and verb.finite:
        mode = Modality.PLANNED
    action = any(i.kind == "w" and i.has("actions") for i in frame.clause.before)
    leaving = core.concept == "leave" if core is not None else context.last_core == "leave"
    if for_participant(frame) is not None and leaving and (core is not None or action):
        return [Reading(mode, Act.EXIT_EFFECT, words="effect for")]
    if for_participant(frame) is not None:
        return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="effect for")]
    those = any(i.kind == "w" and i.has("those") for i in frame.clause.before[:2])
    last = frame.clause.before[-1] if frame.clause.before else None
    those = those or (last is not None and last.kind == "E" and last.possessive)  # "Poland's will"
    if core is None and those and context.last_core == "leave":
        return [Reading(mode, Act.EXIT_EFFECT, words="effect of those")]
    if core is not None and core.concept in _EFFECTS:
        return [Reading(mode, _EFFECTS[core.concept], words="effect")]
    if frame.has("plan", "move") and context.last_core == "leave":
        return [Reading(mode, Act.EXIT_EFFECT, words="effect")]
    before = subject_items(frame.clause)
    it = any(i.kind == "E" and i.value.pronoun == "one" for i in before)
    told = context.last_act is not None and context.last_act.act is Act.WITHDRAWAL
    head = frame.clause.head
    if it and told and head is not None and not head.has("into_force"):
        return [Reading(mode, Act.EXIT_EFFECT, words="it takes effect")]
    joining = it and context.last_core in JOINING
    if joining or any(i.kind == "T" for i in before + frame.clause.antecedent):
        return [Reading(mode, Act.ENTRY_INTO_FORCE, words="effect")]
    return []


def _for_anyone(frame: Frame) -> bool:
    """ "enters into force for a newcomer": a rule, and no event."""
    after = frame.clause.after
    return any(i.has("for") and k.has("indefinite") for i, k in pairwise(after))


def _treaty_is_subject(frame: Frame) -> bool:
    """ "the treaty entered into force after 40 ratifications": an act named after is no subject."""
    core, before = frame.core, frame.clause.before
    behind = core is not None and core.side == "after" and core.concept != "leave"
    return behind and any(i.kind == "T" and not i.possessive for i in before)


def for_participant(frame: Frame) -> Item | None:
    """The one for whom a treaty enters into force: "for Vanuatu", "for which"."""
    for items in (frame.clause.after, frame.clause.before):
        for place, item in enumerate(items[:-1]):
            if item.kind == "w" and item.has("for"):
                return next((i for i in items[place + 1 : place + 3] if i.kind == "E"), None)
    dative = (i for i in frame.clause.after if i.kind == "E" and i.value.to)
    if (found := next(dative, None)) is not None:
        return found
    antecedent = frame.clause.antecedent
    if len(antecedent) > 1 and antecedent[-1].has("for"):
        return next((i for i in reversed(antecedent) if i.kind == "E"), None)
    return None


def end(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """Membership ends; a state ceases to be a party."""
    other = any(i.kind == "O" for i in frame.clause.items) and not treaty_named(frame)
    if node_is_party(frame) and context.treaty is not None and not other:
        return [Reading(mode, Act.EXIT_EFFECT, words="end")]
    subject = any(i.kind == "w" and i.word.noun == "membership" for i in frame.clause.before)
    if _ceases_for(frame) is not None:
        return [Reading(mode, Act.EXIT_EFFECT, words="ceases for")]
    node = frame.first("member")
    kind = node is not None and (node.item.has("countable") or node.item.has("countable_one"))
    leaving = kind and context.last_core == "leave"
    if not subject and not leaving and not treaty_named(frame):
        return []
    if frame.has("member", "membership", "belong") and frame.agent is not None and not other:
        return [Reading(mode, Act.EXIT_EFFECT, words="end")]
    return []


def node_is_party(frame: Frame) -> bool:
    """ "a party", "a State Party", "a contracting party": nobody is that but of a treaty."""
    nodes = [n for side in frame.sides for n in side if n.concept == "member"]
    return frame.agent is not None and any(n.item.has("counted_alone") for n in nodes)


def _ceases_for(frame: Frame) -> Item | None:
    """ "the treaty will cease to apply to Poland", "ceases to be in force for it": for whom."""
    clause = frame.clause
    if not any(i.kind == "T" for i in clause.before) or frame.agent is not None:
        return None
    words = [k for k, i in enumerate(clause.after) if i.has("binds") or i.has("in_force")]
    later = clause.after[words[0] + 1 : words[0] + 4] if words else []
    return next((i for i in later if i.kind == "E"), None)


def complete(frame: Frame, _context: Context, mode: Modality) -> list[Reading]:
    """The procedure of an act is brought to its end."""
    core = frame.core
    if core is None or core.concept not in ("leave", "join", "ratify"):
        return []
    act = Act.EXIT_EFFECT if core.concept == "leave" else ABOUT[core.concept]
    return [Reading(mode, act, words="complete")]


def leave(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """Someone leaves a treaty, or will, or may."""
    verb = frame.clause.verb
    if verb is None:
        return []
    earlier = context.last_act.act if context.last_act is not None else None
    noticed = earlier in (Act.WITHDRAWAL, Act.REVOCATION) and not denounced(frame)
    if noticed and object_pronoun(frame) and mode is Modality.DONE:
        return [Reading(mode, Act.REVOCATION, words="withdrew it")]
    papers = frame.first("docs", "notify")
    taken_back = papers is not None and papers.item.has("notices") and frame.clause.after
    if taken_back and frame.clause.after[0].possessive and mode is Modality.DONE:
        return [Reading(mode, Act.REVOCATION, words="withdrew its notice")]
    signature = frame.first("sign")
    if signature is not None and signature.noun and _own_signature(frame):
        return [Reading(mode, Act.INTENTION_NOT_TO_JOIN, words="withdrew its signature")]
    if not _leaves_a_treaty(frame, verb):
        return []
    role = role_of(frame)
    told = mode is Modality.DONE
    if role == "parliament":
        return [Reading(mode, Act.BILL_ADOPTED, Act.WITHDRAWAL, words="leave")]
    if role == "government" and told and verb.past and not verb.progressive:
        return [Reading(mode, Act.WITHDRAWAL, words="a government left")]
    if mode is Modality.HYPOTHETICAL or (told and verb.progressive):
        return [intention(mode, Act.WITHDRAWAL, "leaving")]
    act = Act.WITHDRAWAL if denounced(frame) or _takes_effect_later(frame) else Act.EXIT_EFFECT
    if mode is Modality.PLANNED:
        return [Reading(mode, act, words="leave planned")]
    return [Reading(mode, act, words="leave")]


def _own_signature(frame: Frame) -> bool:
    """ "withdrew its signature": one's own, taken back."""
    after = frame.clause.after
    return len(after) > 1 and after[0].possessive and after[1].word.noun == "sign"


def _takes_effect_later(frame: Frame) -> bool:
    """ "pulled out in 2011, effective a year later": the first date is the notice's."""
    after = frame.clause.after
    then = next((k for k, i in enumerate(after) if i.kind == "w" and i.has("from_then")), 0)
    return any(i.kind == "D" for i in after[:then])


def denounced(frame: Frame) -> bool:
    """Whether the verb is the treaty's own word for giving notice, not for being out."""
    head = frame.clause.head
    return head is not None and head.has("denounces")


def _leaves_a_treaty(frame: Frame, verb: Verb) -> bool:
    """Whether somebody named leaves, and not a signature, a troop or a mere possibility."""
    first = next((i for i in frame.clause.after[:3] if i.kind in "wT"), None)
    by_notice = any(i.kind == "P" for i in frame.clause.after) and verb.mood == "may"
    if by_notice and any(i.word.noun in ("docs", "notify") for i in frame.clause.after):
        return False  # "may leave on three months' notice": a rule
    if first is not None and first.kind == "w" and first.word.noun in ("sign", "ratify", "docs"):
        return False
    present = verb.finite and not (verb.past or verb.perfect or verb.mood or verb.progressive)
    if present and frame.clause.marker.startswith("relative"):
        return False  # "the papers by which they leave" tells no act of its own
    if verb.mood == "would" and verb.perfect:
        return False
    if denounced(frame) and any(i.kind == "w" and i.has("as_a") for i in frame.clause.after):
        return False  # "denounced the treaty as unfair"
    if verb.passive:
        left_with = bool(frame.clause.after) and frame.clause.after[0].has("with")
        return treaty_named(frame) and not left_with
    item = frame.agent_item
    if frame.agent is None or item is None:
        return _pulls_out(frame)
    owned = item.possessive or (item.value.adjective and not item.value.nationals)
    return not (item.value.role == "state" and owned)


def _pulls_out(frame: Frame) -> bool:
    """ "pulled the country out of the treaty": someone unknown, and the state that leaves.

    Or "three states have left it: ...", where they are named after a colon.
    """
    after = frame.clause.after
    listed = any(i.kind == ":" and k.kind == "E" for i, k in pairwise(after))
    if listed or counted_pairs(frame):
        return True
    state = next((k for k, i in enumerate(after[:4]) if i.kind == "E"), None)
    if state is None or state + 1 >= len(after) or after[state].value.role != "state":
        return False
    return after[state + 1].has("gone") or after[state + 1].has("from")


def suspend(frame: Frame, _context: Context, mode: Modality) -> list[Reading]:
    """Someone suspends a treaty or its part in it, or takes a notice back for a time."""
    if frame.core is not None and frame.core.concept == "leave" and mode is Modality.DONE:
        return [Reading(mode, Act.REVOCATION, words="suspend the exit")]
    return [Reading(mode, Act.SUSPENSION, words="suspend")]


def follow(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "Latvia followed suit", "Finland added its voice": the act told last, by another."""
    if frame.core is not None and frame.core.concept == "leave" and frame.core.side == "before":
        return [Reading(mode, Act.EXIT_EFFECT, words="exits follow")]
    earlier, verb = context.last_act, frame.clause.verb
    ahead = mode is Modality.DENIED and verb is not None and verb.mood in ("will", "would")
    if ahead and frame.agent is not None and context.treaty in context.exit_treaties:
        return [intention(mode, Act.WITHDRAWAL, "will not follow")]
    if earlier is None or frame.agent is None or mode is not Modality.DONE:
        return []
    if frame.agent.pronoun or any(
        i.kind == "E" and i.value.participants for i in frame.clause.after[:2]
    ):
        return []
    return [Reading(earlier.modality, earlier.act, earlier.about, words="follow")]
