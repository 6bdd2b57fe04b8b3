"""Nouns and pronouns that stand for states, bodies and treaties named elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inforce.reading.items import Actor, Item, Number, TreatyRef


def joined(parts: list[Item], value: Any, kind: str) -> Item:
    """One item over several."""
    first, last = parts[0], parts[-1]
    whole = Item(kind, first.start, last.end, first.low, value=value, parts=parts)
    whole.possessive = last.possessive
    whole.capital = first.capital
    return whole


def counted_actors(items: list[Item]) -> list[Item]:
    """Pronouns, "the country", "the three states", "the five" as actors to be resolved."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if not item.word.points or item.kind != "w":
            out.append(item)
            at += 1
            continue
        after = items[at + 1] if at + 1 < len(items) else None
        definite = (item.has("articles") or item.has("this")) and not item.has("indefinite")
        if item.kind == "w" and item.has("pronouns_both"):
            out.append(joined([item], Actor((), pronoun="many", number=2), "E"))
        elif item.kind == "w" and item.has("pronouns_many") and not item.has("state_nouns"):
            out.append(joined([item], Actor((), pronoun="many"), "E"))
        elif item.kind == "w" and (item.has("pronouns_one") or item.has("persons")):
            out.append(joined([item], Actor((), pronoun="one"), "E"))
        elif definite and after is not None and _noun_of_states(items, at + 1) is not None:
            end, actor = _noun_of_states(items, at + 1) or (at, Actor(()))
            out.append(joined(items[at : end + 1], actor, "E"))
            at = end + 1
            continue
        else:
            out.append(item)
            at += 1
            continue
        if item.low.endswith(("s", "ir")) and item.has("possessives"):
            out[-1].possessive = True
        at += 1
    return out


def owned_bodies(items: list[Item]) -> list[Item]:
    """ "its parliament", "the country's president" as one actor."""
    out: list[Item] = []
    for item in items:
        owner = out[-1] if out else None
        owned = item.kind == "E" and item.value.role != "state" and not item.value.participants
        if (
            owner is not None
            and owned
            and owner.kind == "E"
            and owner.possessive
            and owner.value.pronoun
        ):
            out[-1] = joined([owner, item], replace(item.value, pronoun=owner.value.pronoun), "E")
            continue
        out.append(item)
    return out


def _noun_of_states(items: list[Item], at: int) -> tuple[int, Actor] | None:
    """What "country", "three countries" or "five" after an article stands for."""
    number: int | None = None
    place = at
    first = items[place]
    if first.kind == "N" and isinstance(first.value, Number) and not first.value.ordinal:
        number, place = int(first.value.n), place + 1
    steps = 0
    while place < len(items) and items[place].has("state_adjectives") and steps < 2:
        place, steps = place + 1, steps + 1
    if place < len(items) and items[place].kind == "w":
        if items[place].has("state_nouns") and number is None:
            return place, Actor((), pronoun="one")
        if items[place].has("plural_state_nouns"):
            return place, Actor((), pronoun="many", number=number)
    if number is not None and 2 <= number <= 12 and place == at + 1:
        following = items[place] if place < len(items) else None
        adverb = following is not None and following.has("adverbs")
        free = (
            following is None
            or following.kind != "w"
            or bool(following.word.function or following.word.verb)
        )
        named = following is not None and following.kind == "E"
        if (
            free
            and not named
            and not adverb
            and (following is None or following.word.noun is None or following.word.function)
        ):
            return at, Actor((), pronoun="many", number=number)
    return None


def treaty_nouns(items: list[Item]) -> list[Item]:
    """ "the convention", "this global pact", "a treaty that ..." as treaties to be resolved."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        kind, word = item.kind, item.word
        starts = word.points and kind == "w" and (item.has("articles") or item.has("this"))
        owned = kind == "E" and item.possessive and item.value.pronoun is not None
        if starts or owned:
            end = _treaty_noun_after(items, at + 1)
            if end is not None:
                ref = TreatyRef(None, items[end].low, indefinite=item.has("indefinite"))
                ref.plural = items[end].has("treaty_nouns_plural")
                out.append(joined(items[at : end + 1], ref, "T"))
                at = end + 1
                continue
        if kind == "w" and item.capital and at and item.has("treaty_nouns"):
            out.append(joined([item], TreatyRef(None, item.low), "T"))
        else:
            out.append(item)
        at += 1
    return out


def _treaty_noun_after(items: list[Item], at: int) -> int | None:
    for place in range(at, min(len(items), at + 4)):
        item = items[place]
        if item.kind not in ("w", "N", "D"):
            return None
        if item.has("treaty_nouns"):
            return place
        if (
            item.word.function
            or (item.word.verb and item.word.verb not in ("neutral", "light"))
            or item.word.noun
        ):
            return None
    return None
