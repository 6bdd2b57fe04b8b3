"""Notices and instruments: handed over, received, told, taken back."""

from __future__ import annotations

from inforce.reading.context import Context
from inforce.reading.domestic import vote
from inforce.reading.frames import Frame, Node
from inforce.reading.items import Item
from inforce.reading.meaning import (
    JOINING,
    Reading,
    about_of,
    intention,
    object_pronoun,
    parliament_near,
)
from inforce.terms import Act, Modality


def notify(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """A notice or an instrument handed to the depositary, or a bill to parliament."""
    core = frame.core
    items = frame.clause.items
    recipient = any(
        (i.kind == "O" and i.value.kind == "depositary")
        or (i.kind == "O" and i.value.id in ("UN", "UNSC"))
        for i in items
    )
    recipient = recipient or any(i.kind == "T" and i.value.body for i in frame.clause.after[:1])
    recipient = recipient or any(i.kind == "E" and i.value.role == "depositary" for i in items)
    to_parliament = (
        (frame.has("law") or frame.has("docs")) and parliament_near(frame) and not recipient
    )
    if to_parliament and mode is Modality.PLANNED:
        return [
            Reading(mode, Act.BILL_ADOPTED, about_of(core, context), words="goes to parliament")
        ]
    if to_parliament:
        return (
            [intention(Modality.DONE, about_of(core, context), "submitted", proposed=True)]
            if mode is Modality.DONE
            else []
        )
    own = core is not None and core.side == "after" and _after_owner(frame, core)
    head = frame.clause.head
    lodged = own or (head is not None and head.has("deposits"))
    consent = core is not None and core.noun and (core.concept in JOINING or lodged)
    told_it = object_pronoun(frame) and context.last_core == "leave" and core is None
    named = frame.has("docs", "notify") or (head is not None and head.has("gives_notice"))
    if told_it and frame.agent is not None:
        return [Reading(mode, Act.WITHDRAWAL, words="notify it")]
    if not recipient and not consent and not named and frame.head != "docs":
        return []
    notice = head is not None and head.has("gives_notice")
    notice = notice or any(
        i.kind == "w" and (i.has("notice_words") or i.has("letters")) for i in items
    )
    if (
        core is None
        and not recipient
        and not (notice and frame.agent is not None and _exit_in_view(context))
    ):
        return []
    papers = frame.has("docs") and not frame.has("notify")
    guessed = core is None and _exit_in_view(context)
    alone = frame.head == "notify" and not papers
    about = Act.WITHDRAWAL if guessed and (alone or _notice(items)) else about_of(core, context)
    act = (
        about
        if about
        in (
            Act.WITHDRAWAL,
            Act.RATIFICATION,
            Act.ACCESSION,
            Act.ACCEPTANCE,
            Act.SUSPENSION,
            Act.SUCCESSION,
        )
        else Act.WITHDRAWAL
    )
    return [Reading(mode, act, words="notify")]


def _notice(items: list[Item]) -> bool:
    """Whether a notice, and no instrument, is what is handed over."""
    return any(i.kind == "w" and i.has("notices") for i in items)


def _exit_in_view(context: Context) -> bool:
    """Whether a notice can only be one of leaving: that is what the text tells of this treaty."""
    told = context.treaty in context.exit_treaties
    return told or context.last_core == "leave" or context.subject_of_text == "leave"


def _after_owner(frame: Frame, core: Node) -> bool:
    """ "handed in its withdrawal": the act itself is what is handed in."""
    before = frame.clause.after[: core.place]
    return bool(before) and before[-1].kind == "E" and before[-1].possessive


def receive(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """A depositary, a parliament or a president receives something."""
    if frame.has("sign") and not frame.has("docs"):
        ruler = any(i.kind == "E" and i.value.role == "president" for i in frame.clause.items)
        return (
            [Reading(Modality.DONE, Act.LAW_SIGNED, about_of(None, context), words="signature")]
            if ruler
            else []
        )
    if frame.has("vote"):
        return vote(frame, context, mode)
    if frame.has("docs", "notify"):
        return notify(frame, context, mode)
    if frame.has("law") and parliament_near(frame):
        return [intention(Modality.DONE, about_of(frame.core, context), "received", proposed=True)]
    return []


def say(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """ "told the United Nations it meant to leave": a notice in other words."""
    told = any(
        i.kind == "O" and (i.value.kind == "depositary" or i.value.id == "UN")
        for i in frame.clause.after
    )
    head = frame.clause.head
    written = head is not None and head.has("writes") and context.last_core == "leave"
    if told and written and frame.core is None and mode in (Modality.DENIED, Modality.PLANNED):
        return [Reading(mode, Act.WITHDRAWAL, words="write to the depositary")]
    if told and frame.has("reverse"):
        return [Reading(mode, Act.REVOCATION, words="told the depositary")]
    if told and frame.core is not None and frame.core.concept == "leave" and mode is Modality.DONE:
        return [Reading(mode, Act.WITHDRAWAL, words="told the depositary")]
    return []


def reverse(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """An act is taken back or annulled."""
    those = any(i.kind == "w" and i.has("those") for i in frame.clause.before)
    if those and context.last_act is not None and context.last_act.act is Act.REVOCATION:
        return [Reading(mode, Act.REVOCATION, words="reverse those")]
    papers = frame.core is None and frame.has("docs") and context.last_core == "leave"
    if frame.has("leave", "suspend") or papers:
        return [Reading(mode, Act.REVOCATION, words="reverse")]
    papers = frame.has("docs", "notify", "plan") or object_pronoun(frame) or _them(frame)
    if papers and _left_before(context) and not frame.has("join", "ratify", "sign"):
        return [Reading(mode, Act.REVOCATION, words="reverse the notice")]
    return []


def _them(frame: Frame) -> bool:
    after = frame.clause.after[:1]
    return bool(after) and after[0].kind == "E" and after[0].value.pronoun == "many"


def _left_before(context: Context) -> bool:
    """Whether what was told last is a notice of leaving, or a step towards it."""
    told = context.last_act
    if context.last_core != "leave":
        return False
    return told is None or told.act in _TOWARDS_EXIT


_TOWARDS_EXIT = frozenset(
    {Act.WITHDRAWAL, Act.EXIT_EFFECT, Act.INTENTION_ANNOUNCED, Act.REVOCATION, Act.BILL_ADOPTED}
)
