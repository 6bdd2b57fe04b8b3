"""Coming back to a treaty that somebody left: "it returned in 2003"."""

from __future__ import annotations

from inforce.reading.context import Context
from inforce.reading.frames import Frame
from inforce.reading.meaning import Reading, bare, treaty_named
from inforce.terms import Act, Modality


def returns(frame: Frame, context: Context, mode: Modality) -> list[Reading]:
    """Whoever was told to have left comes back, by whatever act the treaty asks for."""
    if frame.agent is None or mode not in (Modality.DONE, Modality.PLANNED):
        return []
    who = set(context.participants(frame.agent))
    fold = any(i.kind == "w" and i.has("fold") for i in frame.clause.after)
    told = bool(who & context.leavers) and (bare(frame, context) or treaty_named(frame))
    if told or (fold and context.last_core == "leave") or (treaty_named(frame) and "to" in _to(frame)):
        return [Reading(mode, Act.ACCESSION, words="return")]
    return []


def _to(frame: Frame) -> list[str]:
    """The preposition before the treaty to which somebody returns."""
    after = frame.clause.after
    return [i.low for i, k in zip(after, after[1:], strict=False) if k.kind == "T" or k.has("articles")]
