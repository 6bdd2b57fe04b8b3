"""Drafts as statements: one a participant, each with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.record.model import Claim, Evidence, Statement

if TYPE_CHECKING:
    from inforce.reading.context import Context
    from inforce.reading.drafts import Draft
    from inforce.reading.readable import Readable


def statements_of(
    drafts: list[Draft], document: Readable, context: Context
) -> tuple[list[Statement], dict[str, dict[str, str]]]:
    """The statements of a document's drafts in order of place, and how each came about."""
    found: dict[str, Statement] = {}
    explanations: dict[str, dict[str, str]] = {}
    source = document.outlet or document.name
    kept = [draft for draft in drafts if not draft.dropped]
    for draft in sorted(kept, key=lambda draft: (draft.start, draft.end)):
        evidence = Evidence(
            source=source,
            asserted=context.published,
            document=document.name,
            digest=document.digest,
            quote=document.text[draft.start : draft.end],
            start=draft.start,
            end=draft.end,
            attributed_to=draft.attributed,
        )
        for participant in draft.participants or (None,):
            claim = Claim(
                kind=draft.kind,
                participant=participant,
                treaty=draft.treaty,
                date=draft.date,
                act=draft.act,
                standing=draft.standing,
                about=draft.about,
                body=draft.body,
                value=draft.value,
                presupposed=draft.presupposed,
            )
            statement = Statement(claim, draft.modality, evidence)
            identity = statement.id
            if identity not in found:
                found[identity] = statement
                explanations[identity] = draft.trace
    return list(found.values()), explanations
