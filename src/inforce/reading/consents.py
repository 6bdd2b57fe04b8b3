"""Consents to be bound: signed, ratified, acceded to; and laws signed."""

from __future__ import annotations

from inforce.reading.context import Context
from inforce.reading.effects import follow
from inforce.reading.frames import Frame
from inforce.reading.meaning import (
    ABOUT,
    Reading,
    about_of,
    bare,
    has_class,
    intention,
    object_pronoun,
    role_of,
    treaty_named,
)
from inforce.terms import Act, Modality, Standing


def consent(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """Signature, ratification, accession and their kin; a law signed."""
    concept = frame.head
    act = ABOUT[concept]
    role = role_of(frame)
    if (
        concept == "join"
        and not treaty_named(frame)
        and (
            frame.has("propose", "plan")
            or has_class(frame, "move_words")
            or _joins_antecedent(frame)
        )
    ):
        return follow(frame, context, mode)
    law = _signs_law(frame, context, mode) if concept == "sign" else None
    if law is not None:
        return law
    if role == "parliament":
        return [Reading(mode, Act.BILL_ADOPTED, act, words=concept)] if concept != "sign" else []
    relative = frame.clause.marker == "relative" and frame.agent is not None
    told = treaty_named(frame) or object_pronoun(frame) or frame.has("docs") or relative
    if _joins_states(frame):
        return []
    if not (told or bare(frame, context)):
        return []
    verb = frame.clause.verb
    if verb is not None and verb.passive and frame.agent is None:
        in_view = (
            concept == "ratify"
            and verb.perfect
            and frame.clause.marker in ("main", "that", "coordinate")
        )
        earlier = context.last_act
        follows_signing = (
            concept == "ratify" and earlier is not None and earlier.act is Act.SIGNATURE
        ) and any(i.kind == "D" for i in frame.clause.after)
        on_behalf = any(i.has("on_behalf") for i in frame.clause.after)
        if not (in_view or on_behalf or follows_signing):
            return []
    if mode is Modality.DENIED and verb is not None and verb.mood == "will":
        return [intention(mode, act, f"will not {concept}")]
    if mode is Modality.DENIED:
        return [Reading(Modality.DONE, standing=Standing.NON_PARTY, words=f"not {concept}")]
    if mode is Modality.HYPOTHETICAL:
        return []
    return [Reading(mode, act, words=concept)]


def _signs_law(frame: Frame, context: Context, mode: Modality) -> list[Reading] | None:
    """ "signed the bill": a law signed, or nothing; None: no law, so a treaty is signed."""
    role = role_of(frame)
    law = frame.has("law", "plan", "docs") or frame.has("ratify")
    leaving = role == "president" and frame.has("leave")
    if not ((law and role in ("president", "", "government")) or leaving):
        return [] if law else None
    core = frame.core if frame.core and frame.core.concept != "sign" else None
    return [Reading(mode, Act.LAW_SIGNED, about_of(core, context), words="sign law")]


def _joins_states(frame: Frame) -> bool:
    """ "joined Iran and Libya": states are joined, and no treaty."""
    first = next((i for i in frame.clause.after[:2] if i.kind != "w"), None)
    named = first is not None and first.kind == "E" and first.value.role == "state"
    head = frame.clause.head
    brought = head is not None and head.has("moves_in")
    return (
        frame.head == "join"
        and not brought
        and named
        and first is not None
        and not first.possessive
    )


def _joins_antecedent(frame: Frame) -> bool:
    """ "a declaration, which was later joined by Finland"."""
    verb = frame.clause.verb
    return verb is not None and verb.passive and frame.clause.marker == "relative"
