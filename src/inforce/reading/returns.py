"""Coming back to a treaty: "it returned in 2003"; and acts told by their date alone."""

from __future__ import annotations

from itertools import pairwise

from inforce.reading.context import Context
from inforce.reading.frames import Frame
from inforce.reading.meaning import ABOUT, Reading, bare, treaty_named
from inforce.terms import Act, Modality


def returns(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """Whoever was told to have left comes back, by whatever act the treaty asks for."""
    if frame.agent is None or mode not in (Modality.DONE, Modality.PLANNED):
        return []
    who = set(context.participants(frame.agent))
    fold = any(i.kind == "w" and i.has("fold") for i in frame.clause.after)
    left = bool(who & context.leavers) or context.last_core == "leave"
    told = left and (bare(frame, context) or treaty_named(frame))
    towards = treaty_named(frame) and "to" in _to(frame)
    if told or towards or (fold and context.last_core == "leave"):
        return [Reading(mode, Act.ACCESSION, words="return")]
    return []


def _to(frame: Frame) -> list[str]:
    """The preposition before the treaty to which somebody returns."""
    after = frame.clause.after
    return [i.low for i, k in pairwise(after) if k.kind == "T" or k.has("articles")]


def dated(frame: Frame, _context: Context, mode: Modality) -> list[Reading]:
    """ "its notice dates from 2014", "whose exit dates back to 2017"."""
    clause = frame.clause
    if mode is not Modality.DONE or not any(i.kind == "D" for i in clause.after):
        return []
    before = frame.sides[0]
    papers = any(node.concept in ("docs", "notify") for node in before)
    core = next((node for node in before if node.concept in ABOUT), None)
    if papers and (core is None or core.concept == "leave"):
        return [Reading(mode, Act.WITHDRAWAL, words="notice dates")]
    if core is None:
        return []
    act = Act.EXIT_EFFECT if core.concept == "leave" else ABOUT[core.concept]
    return [Reading(mode, act, words="act dates")]
