"""The steps inside a state: announced, proposed, voted, signed into law."""

from __future__ import annotations

from itertools import pairwise

from inforce.reading.context import Context
from inforce.reading.frames import Frame, Node
from inforce.reading.meaning import (
    JOINING,
    PARLIAMENT,
    RULERS,
    Reading,
    about_of,
    has_class,
    intention,
    parliament_near,
    role_of,
    treaty_named,
)
from inforce.terms import Act, Modality, Standing


def vote(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """A chamber's vote on an act, or on the bill that leads to it."""
    core = frame.core
    if _adopted(frame):
        return [Reading(mode, Act.ADOPTION, words="adopted")]
    if role_of(frame) == "court" or (frame.has("reverse") and not parliament_near(frame)):
        return []
    verb = frame.clause.verb
    law_before = any(
        i.kind == "w" and i.word.noun == "law"
        for i in frame.clause.antecedent + frame.clause.before
    )
    if verb is not None and verb.passive and frame.agent is None and not parliament_near(frame):
        return []
    against = any(i.kind == "w" and i.has("tally_against") for i in frame.clause.after[:2])
    if against or (
        frame.clause.marker == "condition_time"
        and role_of(frame) not in PARLIAMENT
        and not parliament_near(frame)
    ):
        return []
    theme = (
        core is not None or law_before or frame.has("law", "plan", "propose") or treaty_named(frame)
    ) or _scored(frame)
    if not theme:
        return []
    about = (
        Act.RATIFICATION
        if core is None
        and not law_before
        and not frame.has("law", "plan", "propose")
        and (treaty_named(frame) or not _scored(frame))
        else about_of(core, context)
    )
    if parliament_near(frame):
        return [Reading(mode, Act.BILL_ADOPTED, about, words="vote")]
    approved = frame.clause.head is not None and frame.clause.head.has("approve_words")
    if core is None and approved and role_of(frame) == "state" and about is Act.RATIFICATION:
        return (
            [Reading(mode, Act.APPROVAL, words="approve")]
            if mode in (Modality.DONE, Modality.PLANNED)
            else []
        )
    if core is None or frame.agent is None:
        return []
    if role_of(frame) in RULERS or role_of(frame) == "state":
        return [intention(mode, about, "approved")]
    return []


def _adopted(frame: Frame) -> bool:
    """ "the convention was adopted in Dublin in May 2008": by the states that made it."""
    verb, head = frame.clause.verb, frame.clause.head
    passive = verb is not None and verb.passive and head is not None and head.has("adopts")
    named = any(i.kind == "T" and not i.possessive for i in frame.clause.before)
    dated = any(i.kind == "D" for i in frame.clause.after)
    return passive and named and dated and frame.agent is None and not parliament_near(frame)


def _scored(frame: Frame) -> bool:
    """ "cleared the way by 134 votes to 37": a chamber's vote told with its score."""
    after = frame.clause.after
    score = any(i.kind == "N" and k.has("voters") for i, k in pairwise(after))
    head = frame.clause.head
    agreed = head is not None and head.has("clears_the_way")
    return role_of(frame) in PARLIAMENT and (score or agreed)


def plan(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """What a state announces, decides or means to do."""
    core = frame.core
    verb = frame.clause.verb
    if core is not None and core.concept == "sign" and not treaty_named(frame):
        return []
    by_chamber = _planned_by_chamber(frame, core, context, mode=mode)
    if by_chamber:
        return by_chamber
    if core is None:
        return _planned_without_core(frame, context, mode)
    if verb is not None and verb.concept == "light" and verb.passive and frame.agent is None:
        return []
    if core.side == "inner" and mode is Modality.DONE and _child_denies(frame):
        return [intention(Modality.DENIED, about_of(core, context), "plan not to")]
    inner = {node.concept for node in frame.nodes[: frame.nodes.index(core)]}
    about = about_of(core, context)
    if "vote" in inner and parliament_near(frame):
        return []
    if core.concept == "suspend" and mode is Modality.DONE and core.noun:
        return [Reading(mode, Act.SUSPENSION, words="suspend")]
    if _is_core_done(core):
        return []
    decree = mode is Modality.DONE and any(
        i.kind == "w" and i.has("decrees") for i in frame.clause.before
    )
    if decree:
        return [
            Reading(mode, Act.LAW_SIGNED, about, words="decree"),
            intention(mode, about, "plan"),
        ]
    return [intention(mode, about, "plan", proposed="propose" in inner)]


def _planned_by_chamber(
    frame: Frame, core: Node | None, context: Context, *, mode: Modality
) -> list[Reading]:
    """What a chamber decides is its vote; what it plans or announces, a proposal."""
    verb = frame.clause.verb
    light = verb is not None and verb.concept == "light"
    if role_of(frame) not in PARLIAMENT or (core is None and not light):
        return []
    about = about_of(core, context)
    head = frame.clause.head
    if (
        head is not None
        and verb is not None
        and verb.concept == "plan"
        and not head.has("deciding")
    ):
        return [intention(mode, about, "plan", proposed=True)]
    return [Reading(mode, Act.BILL_ADOPTED, about, words="decision")]


def _planned_without_core(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """A membership to be reviewed, an act to be repeated, a treaty not to be joined."""
    if mode is Modality.DENIED and frame.has("become") and frame.has("member"):
        return [Reading(Modality.DONE, Act.INTENTION_NOT_TO_JOIN, words="not to become a party")]
    if frame.has("propose") and frame.has("membership"):
        return [intention(mode, Act.WITHDRAWAL, "review", proposed=True)]
    if frame.has("follow") and context.last_act is not None:
        return [intention(mode, about_of(None, context), "plan to follow")]
    moved = any(i.has("the_move") for i in frame.clause.after[:3])
    if moved and frame.agent is not None and context.treaty in context.exit_treaties:
        return [intention(mode, Act.WITHDRAWAL, "announced the move")]
    return []


def _child_denies(frame: Frame) -> bool:
    """ "promised that it will never leave": what is announced is not to do it."""
    return any(child.verb is not None and child.verb.negative for child in frame.children)


def _is_core_done(core: Node) -> bool:
    """ "announced that it had ratified": the complement tells an act of its own."""
    return (
        core.side == "inner"
        and core.concept in ("ratify", "sign", "join", "accept")
        and not core.noun
    )


def propose(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """What someone recommends, considers or asks for."""
    core = frame.core
    if frame.agent is not None and has_class(frame, "no_longer") and has_class(frame, "bound"):
        return [Reading(Modality.DONE, Act.EXIT_EFFECT, words="no longer bound")]
    if core is not None and core.item.has("moves_in"):
        return []  # "asked him to bring the country back": whose country is not told
    membership = frame.has("membership") and (
        treaty_named(frame) or (context.last_act is not None and context.last_core == "leave")
    )
    if frame.agent is None or (core is None and not membership):
        return []
    return [intention(mode, about_of(core, context), "propose", proposed=True)]


def promulgate(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """A bill made law by the head of state."""
    if frame.core is None and not frame.has("law"):
        return []
    if role_of(frame) in ("president", ""):
        return [Reading(mode, Act.LAW_SIGNED, about_of(frame.core, context), words="promulgate")]
    return []


def law(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """A decree that came out or was issued is an act of the head of state."""
    decree = any(i.kind == "w" and i.has("decrees") for i in frame.clause.items)
    core = frame.core
    if (
        decree
        and core is not None
        and mode is Modality.DONE
        and role_of(frame) in ("", "president", "state")
    ):
        return [Reading(mode, Act.LAW_SIGNED, about_of(core, context), words="decree")]
    return []


def reject(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "denied having withdrawn", "ruled out leaving", "rejected the bill", "refused to sign"."""
    core = frame.core
    if core is None or mode is not Modality.DONE:
        return []
    if parliament_near(frame):
        return [Reading(Modality.DENIED, Act.BILL_ADOPTED, about_of(core, context), words="reject")]
    if core.concept in JOINING and treaty_named(frame):
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words="refuse")]
    items = frame.clause.after
    told = not core.noun and bool(core.item.word.forms & {"past", "participle"})
    if core.concept == "leave" and (told or any(i.kind == "w" and i.has("have") for i in items)):
        return [Reading(Modality.DENIED, Act.EXIT_EFFECT, words="deny")]
    if core.concept == "leave":
        return [Reading(Modality.DENIED, Act.INTENTION_ANNOUNCED, Act.WITHDRAWAL, words="reject")]
    return []


def begin(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """The first steps towards an act; membership that begins."""
    core = frame.core
    if core is None:
        membership = any(i.kind == "w" and i.word.noun == "membership" for i in frame.clause.before)
        if membership and mode in (Modality.DONE, Modality.PLANNED):
            return [Reading(mode, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, words="membership begins")]
        return []
    return [intention(mode, about_of(core, context), "begin")]
