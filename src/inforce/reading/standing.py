"""Consents to be bound, and who is or is not a party."""

from __future__ import annotations

from itertools import pairwise

from inforce.reading.context import Context
from inforce.reading.effects import node_is_party
from inforce.reading.frames import Frame, Node
from inforce.reading.meaning import (
    ABOUT,
    JOINING,
    Reading,
    about_of,
    bare,
    has_class,
    intention,
    object_pronoun,
    subject_state,
    treaty_named,
)
from inforce.reading.verb import CORES
from inforce.terms import Act, Modality, Standing


def ellipsis(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "Russia and China have not", after a sentence on signing or joining."""
    if mode is Modality.DENIED and frame.agent is not None and context.last_core in JOINING:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="have not")]
    neither = has_class(frame, "neither") and frame.agent is not None
    if neither and context.last_core in JOINING:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="did neither")]
    dated = any(i.kind == "D" for i in frame.clause.after)
    again = object_pronoun(frame) or has_class(frame, "so")
    known = context.last_core in ABOUT and frame.agent is not None
    if mode is Modality.DONE and known and dated and again:
        leaving = context.last_core == "leave"
        act = Act.EXIT_EFFECT if leaving else ABOUT[context.last_core]
        return [Reading(mode, act, words="did it")]
    return []


def neutral(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "has not been willing to sign", "will no longer be bound", "no longer applies to it"."""
    core, head = frame.core, frame.clause.head
    by_duty = _bound(frame, context, mode)
    if by_duty:
        return by_duty
    earlier = context.last_act
    effected = head is not None and head.has("effected") and has_class(frame, "actions")
    if effected and earlier is not None and mode is Modality.DONE:
        return [Reading(mode, earlier.act, earlier.about, words="effected")]
    if head is not None and head.has("binds") and _ended(frame) and treaty_named(frame):
        return [Reading(mode, Act.EXIT_EFFECT, words="no longer binds")]
    if mode is Modality.DENIED and core is not None and not core.noun and core.concept in JOINING:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not willing")]
    return []


def member(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "is not a party to", "remain members of", "belongs to"."""
    party = node_is_party(frame) and context.treaty is not None
    alone = frame.head == "belong" and bare(frame, context)
    if not (treaty_named(frame) or _pronoun_treaty(frame) or party or alone):
        return []
    if _ended(frame):
        put = mode if mode is Modality.PLANNED else Modality.DONE
        return [Reading(put, Act.EXIT_EFFECT, words="no longer")]
    if _until_a_day(frame) and mode in (Modality.DONE, Modality.PLANNED):
        return [Reading(Modality.PLANNED, Act.EXIT_EFFECT, words="until")]
    if mode is Modality.DENIED:
        verb = frame.clause.verb
        group = frame.agent is not None and any(len(p) != 3 for p in frame.agent.participants)
        if (
            group and frame.clause.marker == "relative"
        ):  # "those that are not part": only some of them
            return []
        if (
            verb is not None
            and verb.past
            and not verb.perfect
            and not any(i.has("at_no_time") or i.has("as_yet") for i in frame.clause.items)
            and frame.clause.marker != "that"
        ):
            return []
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not a member")]
    return _inside(frame, mode)


def _bound(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "is bound until 10 January", "no longer considers itself bound", "is not bound"."""
    head, verb = frame.clause.head, frame.clause.verb
    bound = has_class(frame, "bound") or (head is not None and head.has("bound"))
    by_treaty = treaty_named(frame) or context.treaty is not None
    if not (bound and by_treaty and subject_state(frame)) or verb is None:
        return []
    if _until_a_day(frame):
        return [Reading(Modality.PLANNED, Act.EXIT_EFFECT, words="bound until")]
    if _ended(frame):
        put = mode if mode is Modality.PLANNED else Modality.DONE
        return [Reading(put, Act.EXIT_EFFECT, words="no longer bound")]
    if _since_a_day(frame) and mode in (Modality.DONE, Modality.PLANNED):
        return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="bound from")]
    if mode is Modality.DENIED and not (verb.mood or verb.past):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not bound")]
    return []


def _inside(frame: Frame, mode: Modality) -> list[Reading]:
    """ "is a party", "remains a member", "is a signatory": a standing of today."""
    verb, node = frame.clause.verb, frame.first("member")
    today = verb is not None and not verb.past and not verb.mood and mode is Modality.DONE
    if not today or frame.agent is None or frame.clause.marker in ("relative_place",):
        return []
    if _of_the_treaty(frame):  # "..., and the convention has 161 parties"
        return []
    if node is not None and node.side == "before":  # "despite not being a party, it is likely"
        return []
    if node is not None and node.item.has("signatory_words"):
        return [Reading(mode, standing=Standing.SIGNATORY, words="a signatory")]
    return [Reading(mode, standing=Standing.PARTY, words="a party")]


def _of_the_treaty(frame: Frame) -> bool:
    """Whether the subject of a clause is the treaty itself, and no state."""
    kinds = {item.kind for item in frame.clause.before}
    return "T" in kinds and "E" not in kinds


def copula(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """What "is" says of a participant: a party, outside, the n-th to act."""
    verb = frame.clause.verb
    if verb is None:
        return []
    nth = _nth_to_act(frame)
    if nth is not None and mode in (Modality.DONE, Modality.PLANNED) and treaty_named(frame):
        act = Act.EXIT_EFFECT if nth.concept == "leave" else ABOUT[nth.concept]
        planned_exit = nth.concept == "leave" and mode is Modality.PLANNED
        return [Reading(mode, act, words="leave planned" if planned_exit else "nth to act")]
    sought = _inverted_plan(frame)
    if sought is not None and frame.core is not None:
        about = about_of(frame.core, context)
        return [intention(mode, about, "inverted", proposed=sought == "propose")]
    if mode is Modality.DENIED and _core_infinitive(frame):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not willing")]
    party = node_is_party(frame) and context.treaty is not None
    if not (treaty_named(frame) or _pronoun_treaty(frame) or party):
        return _inside_or_out(frame, context, mode) if _until_a_day(frame) else []
    if frame.has("member", "belong"):
        return member(frame, context, mode)
    if verb.past and not verb.perfect and mode is not Modality.DENIED:
        return []
    return _inside_or_out(frame, context, mode)


def _inside_or_out(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "is outside the treaty", "is not in it", "is no longer bound", "remains bound"."""
    outside = has_class(frame, "outside") and frame.agent is not None
    left = frame.agent is not None and set(frame.agent.participants) & context.leavers
    gone = has_class(frame, "gone") and frame.head == "copula"
    if outside and (gone or _since_a_day(frame)) and mode in (Modality.DONE, Modality.PLANNED):
        return [Reading(mode, Act.EXIT_EFFECT, words="out since")]
    if outside and mode is Modality.DONE and not left:
        return [Reading(mode, standing=Standing.NON_PARTY, words="outside")]
    if mode is Modality.DENIED and _in_treaty(frame):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="not in")]
    bound = has_class(frame, "bound")
    if bound and _until_a_day(frame) and mode in (Modality.DONE, Modality.PLANNED):
        return [Reading(Modality.PLANNED, Act.EXIT_EFFECT, words="bound until")]
    if bound and _ended(frame):
        return [Reading(Modality.DONE, Act.EXIT_EFFECT, words="no longer bound")]
    if bound and mode is Modality.DONE and context.last_core == "leave":
        return [Reading(Modality.DENIED, Act.EXIT_EFFECT, words="bound")]
    return []


def _ended(frame: Frame) -> bool:
    """Whether "no longer" stands in the clause or its verb."""
    verb = frame.clause.verb
    return (verb is not None and verb.ended) or has_class(frame, "no_longer")


def _until_a_day(frame: Frame) -> bool:
    """ "remains a party until 27 December": the day on which it will be out."""
    verb, after = frame.clause.verb, frame.clause.after
    present = verb is not None and not (verb.past or verb.perfect)
    return present and any(
        i.kind == "w" and i.has("until") and k.kind == "D" and not k.value.adjective
        for i, k in pairwise(after)
    )


def _since_a_day(frame: Frame) -> bool:
    """ "out of the treaty since 27 December", "from today"."""
    for items in (frame.clause.before, frame.clause.after):
        for place, item in enumerate(items[:-1]):
            dated = items[place + 1].kind == "D" and not items[place + 1].value.adjective
            if dated and item.kind == "w" and (item.has("since") or item.has("from")):
                return True
    return False


def _core_infinitive(frame: Frame) -> bool:
    core = frame.core
    if core is None or core.concept not in JOINING or core.side != "after":
        return False
    inner = frame.clause.inner.get(core.item.start)
    return inner is not None and inner.form == "infinitive"


def _inverted_plan(frame: Frame) -> str | None:
    """ "also being sought is a departure": the concept of the participle before the verb."""
    core, inner = frame.core, frame.clause.inner.values()
    behind = core is not None and core.side == "after" and core.noun
    plans = (v.concept for v in inner if v.passive and v.concept in ("plan", "propose"))
    return next(plans, None) if behind else None


def _nth_to_act(frame: Frame) -> Node | None:
    """ "the 192nd country to join", "the first state to sign": the act that sets it apart."""
    for node in frame.nodes:
        inner = frame.clause.inner.get(node.item.start)
        if node.concept in CORES and inner is not None and inner.form == "infinitive":
            side = frame.clause.after if node.side == "after" else frame.clause.before
            near = side[max(0, node.place - 4) : node.place]
            if near and near[-1].kind == "N" and near[-1].value.ordinal:
                return node  # "the first to sign"
            if any(
                i.kind == "w"
                and (i.has("state_nouns") or i.has("countable_one") or i.has("countable"))
                for i in near
            ):
                return node
    return None


def _pronoun_treaty(frame: Frame) -> bool:
    """ "part of it", "outside it"."""
    after = frame.clause.after
    return any(
        item.kind == "E"
        and item.value.pronoun == "one"
        and not item.possessive
        and place
        and after[place - 1].kind == "w"
        for place, item in enumerate(after[:5])
    )


def _in_treaty(frame: Frame) -> bool:
    after = frame.clause.after
    return (
        bool(after)
        and after[0].kind == "w"
        and after[0].has("in")
        and any(i.kind == "T" for i in after[:3])
    )


def become(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """Someone becomes a party, or the first to act."""
    nth = _nth_to_act(frame)
    core = frame.core
    if nth is None and core is not None and frame.has("plan") and not frame.has("member"):
        return [intention(mode, about_of(core, context), "become")]
    if nth is not None and nth.concept != "leave":
        return [Reading(mode, ABOUT[nth.concept], words="nth to act")]
    if nth is not None:
        return [Reading(mode, Act.EXIT_EFFECT, words="leave")]
    if has_class(frame, "bound") and frame.agent is not None and mode is not Modality.DENIED:
        return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="become bound")]
    if not frame.has("member"):
        return []
    if not (treaty_named(frame) or node_is_party(frame)):
        return []
    ranked = any(i.kind == "N" for i in frame.clause.after[:6])
    if ranked and not any(i.kind == "D" for i in frame.clause.items):
        return []  # "became the 112th party by depositing": the rank is told, not the day
    return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="become")]
