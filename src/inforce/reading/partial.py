"""Numbers before a group: "two EU countries" are some of its members, never the group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from inforce.reading.items import Actor, Item, Number


def part_groups(items: list[Item], sizes: Mapping[str, int]) -> None:
    """Mark the groups of which only a number of members is meant.

    ``sizes``: how many members each group has today. "The three Baltic states" are the group;
    "the five NATO states" are those that were named before; "two NATO states" are nobody named.
    """
    for place, item in enumerate(items):
        if item.kind != "E" or not place or item.value.role != "state" or item.value.pronoun:
            continue
        actor: Actor = item.value
        lead = item.parts[0].value if item.parts and item.parts[0].kind == "E" else actor
        name = lead.participants[0] if lead.participants else ""
        if name not in sizes:
            continue
        number, definite = _number(items, place)
        if number is None or number == sizes[name]:
            continue
        rest = tuple(p for p in actor.participants if p != name)
        if rest:
            item.value = replace(actor, participants=rest)
        elif definite and number:
            item.value = replace(actor, participants=(), pronoun="many", number=number)
        else:
            item.value = replace(actor, participants=(), pronoun="some", number=number or None)


def _number(items: list[Item], place: int) -> tuple[int | None, bool]:
    """How many of a group are meant (0: some), and whether they are known from before."""
    at = place - 1
    while at >= 0 and (items[at].has("state_adjectives") or items[at].has("articles")):
        at -= 1
    number = _quantity(items, at)
    if number is not None and at >= 2 and items[at - 1].has("articles") and items[at - 2].has("of"):
        return (_quantity(items, at - 3) if at > 2 else None), False
    if number is not None:
        return number, at > 0 and items[at - 1].has("articles")
    if at > 0 and items[at].has("of"):
        return _quantity(items, at - 1), False
    return None, False


def _quantity(items: list[Item], at: int) -> int | None:
    """The number at a place; 0 for "several"; None where no part is meant."""
    if at < 0:
        return None
    item = items[at]
    if item.kind == "N" and isinstance(item.value, Number):
        return 1 if item.value.ordinal else int(item.value.n) or None
    return 0 if item.has("partly") else None
