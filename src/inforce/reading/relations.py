"""What a sentence takes for granted beside the acts it tells."""

from __future__ import annotations

from inforce.reading.drafts import Draft
from inforce.terms import Act, ClaimKind, Modality, Standing

_EXITS = frozenset({Act.WITHDRAWAL, Act.EXIT_EFFECT, Act.SUSPENSION})


def presuppositions(drafts: list[Draft]) -> list[Draft]:
    """Whoever leaves a treaty, or means to, is taken to be a party to it."""
    found: list[Draft] = []
    seen: set[tuple[tuple[str, ...], str | None]] = set()
    for draft in drafts:
        about = (
            draft.about
            if draft.act in (Act.INTENTION_ANNOUNCED, Act.PROPOSED, Act.BILL_ADOPTED)
            else draft.act
        )
        if about not in _EXITS or draft.modality is Modality.DENIED or not draft.participants:
            continue
        key = (draft.participants, draft.treaty)
        if key in seen:
            continue
        seen.add(key)
        found.append(
            Draft(
                ClaimKind.STANDING,
                Modality.DONE,
                draft.start,
                draft.end,
                standing=Standing.PARTY,
                participants=draft.participants,
                treaty=draft.treaty,
                presupposed=True,
                trace={"words": "presupposed"},
            )
        )
    return found
