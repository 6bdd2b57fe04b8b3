"""Drafts as statements: one a participant, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.record.model import Claim, Evidence, Statement

if TYPE_CHECKING:
    from inforce.reading.context import Context
    from inforce.reading.drafts import Draft
    from inforce.reading.readable import Readable
    from inforce.terms import Modality


def statements_of(
    drafts: list[Draft], document: Readable, context: Context
) -> tuple[list[Statement], list[dict[str, str]]]:
    """The statements of a document's drafts in order of place, and beside each its trace."""
    found: list[Statement] = []
    traces: list[dict[str, str]] = []
    source = document.outlet or document.name
    text, name, digest = document.text, document.name, document.digest
    kept = [draft for draft in drafts if not draft.dropped]
    kept.sort(key=lambda draft: (draft.start, draft.end))
    beside: list[tuple[Claim, Modality]] = []
    place = (-1, -1)
    for draft in kept:
        if place != (draft.start, draft.end):
            place, beside = (draft.start, draft.end), []
        evidence = Evidence(
            source=source,
            asserted=context.published,
            document=name,
            digest=digest,
            quote=text[draft.start : draft.end],
            start=draft.start,
            end=draft.end,
            attributed_to=draft.attributed,
        )
        for participant in draft.participants or (None,):
            claim = Claim(
                draft.kind,
                participant,
                draft.treaty,
                draft.date,
                draft.act,
                draft.standing,
                draft.about,
                draft.body,
                draft.value,
                draft.presupposed,
            )
            if (claim, draft.modality) in beside:
                continue
            statement = Statement(claim, draft.modality, evidence)
            beside.append((claim, draft.modality))
            found.append(statement)
            traces.append(draft.trace)
    return found, traces
