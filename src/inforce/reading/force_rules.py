"""A treaty's entry into force told as a rule: how many instruments, how long after."""

from __future__ import annotations

from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Item
from inforce.record.values import ForceRule
from inforce.terms import Act, ClaimKind, Modality


def force_rules(items: list[Item], context: Context) -> list[Draft]:
    """ "enters into force three months after five ratifications", as one draft."""
    effect = next(
        (i for i in items if i.kind == "w" and "effect" in (i.word.verb, i.word.noun)), None
    )
    if effect is None or any(
        i.kind == "w" and "leave" in (i.word.verb, i.word.noun) for i in items
    ):
        return []
    waits = any(
        i.kind == "w"
        and (
            i.has("after")
            or i.has("condition_time")
            or i.has("time")
            or (i.has("needed") and "third" in i.word.forms)
        )
        for i in items
    )
    period = next((i for i in items if i.kind == "P"), None)
    number = next(
        (i for place, i in enumerate(items) if i.kind == "N" and _of_consents(items, place)), None
    )
    treaties = treaties_in(items, context)
    if number is None or not waits or not treaties:
        return []
    value = ForceRule(period.value if period is not None else None, int(number.value.n))
    return [
        Draft(
            ClaimKind.ACT,
            Modality.HYPOTHETICAL,
            items[0].start,
            items[-1].end,
            act=Act.ENTRY_INTO_FORCE,
            treaty=treaties[0],
            value=value,
            trace={"words": "rule of entry into force"},
        )
    ]


def _of_consents(items: list[Item], place: int) -> bool:
    near = items[max(0, place - 4) : place + 4]
    return any(
        i.kind == "w" and (i.has("ratified_words") or i.word.noun in ("ratify", "join", "docs"))
        for i in near
    )
