"""Which members of a group are meant: "two EU countries" are some, "no EU country" is all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from inforce.reading.drafts import Draft
from inforce.reading.items import EMPTY, Actor, Item, Number

_ONE_OF_ALL = ("not", "tally_none", "all_of")
"""Classes of the words by which one member stands for each: "no NATO country", "every one"."""


def part_groups(items: list[Item], sizes: Mapping[str, int]) -> None:
    """Mark the groups of which only a number of members is meant.

    ``sizes``: how many members each group has today. "The three Baltic states" are the group;
    "the five NATO states" are those that were named before; "two NATO states" are nobody named.
    """
    _each_member(items, sizes)
    for place, item in enumerate(items):
        if item.kind != "E" or not place or item.value.role != "state" or item.value.pronoun:
            continue
        actor: Actor = item.value
        lead = item.parts[0].value if item.parts and item.parts[0].kind == "E" else actor
        name = lead.participants[0] if lead.participants else ""
        if name not in sizes:
            continue
        number, definite = _number(items, place)
        if number is None and lead is actor and _narrowed(items, place):
            number = 0
        if number is None or number == sizes[name]:
            continue
        rest = tuple(p for p in actor.participants if p != name)
        if rest:
            item.value = replace(actor, participants=rest)
        elif definite and number:
            item.value = replace(actor, participants=(), pronoun="many", number=number)
        else:
            item.value = replace(actor, participants=(), pronoun="some", number=number or None)


def _each_member(items: list[Item], sizes: Mapping[str, int]) -> None:
    """ "no NATO country", "not a single member of the EU": the body's name stands for its group."""
    for place, item in enumerate(items):
        body = _body(item)
        if body not in sizes or not place:
            continue
        at, member = place - 1, items[place + 1] if place + 1 < len(items) else None
        if items[at].has("articles") and at:
            at -= 1
        if items[at].has("of") and at:
            at, member = at - 2, items[at - 1]
        if member is None or not (member.has("countable_one") or member.has("state_nouns")):
            continue
        if any(_counts_all(i) for i in items[max(0, at - 2) : at + 1]):
            item.kind, item.value = "E", Actor((body,), "state")


def _body(item: Item) -> str:
    """The group that goes by a body's name: NATO, and the EU for the European Union itself."""
    if item.kind == "O":
        return str(item.value.id)
    plain = item.kind == "E" and item.value.role == "state" and not item.value.pronoun
    return "EU" if plain and item.value.participants == ("EUU",) else ""


def _counts_all(item: Item) -> bool:
    return item.kind == "w" and any(item.has(name) for name in _ONE_OF_ALL)


def _narrowed(items: list[Item], place: int) -> bool:
    """Whether a word beside a group leaves only some of it: "all permanent members of the UN".

    Before it, a word unknown to the lexicon counts where a quantifier or article leads it, as a
    verb may stand there otherwise: "urged EU members".
    """
    item, before = items[place], items[place - 1]
    following = items[place + 1] if place + 1 < len(items) else None
    if following is not None and following.kind in "EO" and following.start == item.end + 1:
        return True  # "members of the UN Security Council"
    if before.kind == "w" and before.has("narrows"):
        return True
    if following is not None and following.has("narrows"):
        return True
    lead = items[place - 2] if place > 1 else None
    led = lead is not None and any(lead.has(n) for n in ("all_of", "most_of", "articles"))
    unknown = (
        before.kind == "w" and before.word is EMPTY and before.low.isalpha() and not before.capital
    )
    return led and unknown


def _number(items: list[Item], place: int) -> tuple[int | None, bool]:
    """How many of a group are meant (0: some), and whether they are known from before."""
    at = place - 1
    while at >= 0 and _quantity(items, at) is None and _lead(items[at]):
        at -= 1
    number = _quantity(items, at)
    if number is not None and at >= 2 and items[at - 1].has("articles") and items[at - 2].has("of"):
        return (_quantity(items, at - 3) if at > 2 else None), False
    if number is not None:
        return number, at > 0 and items[at - 1].has("articles")
    if at > 0 and items[at].has("of"):
        return _quantity(items, at - 1), False
    return None, False


def _lead(item: Item) -> bool:
    return item.has("state_adjectives") or item.has("articles")


def but_mostly(drafts: list[Draft], items: list[Item]) -> list[Draft]:
    """The drafts but those of a whole group of which the sentence tells only what most do.

    "Most NATO states are parties" is a count, and says of none of them that it is one.
    """
    most = {
        item.value.participants
        for place, item in enumerate(items)
        if item.kind == "E" and any(i.has("most_of") for i in items[max(0, place - 3) : place])
    }
    return [d for d in drafts if d.participants not in most] if most else drafts


def _quantity(items: list[Item], at: int) -> int | None:
    """The number at a place; 0 for "several"; None where no part is meant."""
    if at < 0:
        return None
    item = items[at]
    if item.kind == "N" and isinstance(item.value, Number):
        return 1 if item.value.ordinal else int(item.value.n) or None
    return 0 if item.has("partly") else None
