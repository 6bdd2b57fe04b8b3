"""Verbs parted from their particle by an object: "took Latvia out of", "brought it back"."""

from __future__ import annotations

from dataclasses import replace

from inforce.reading.items import EMPTY, Item

REACH = 6
"""How many items after the verb its particle may stand."""
_OBJECT = frozenset({"articles", "notice_words"})


def parted_verbs(items: list[Item]) -> list[Item]:
    """The items, with each such verb read as leaving, joining or taking back."""
    for place, item in enumerate(items):
        if item.kind != "w" or not (item.has("moves_out") or item.has("moves_back")):
            continue
        object_at, particle_at = _object(items, place)
        if particle_at is None:
            continue
        particle, them = items[particle_at], items[object_at]
        out = particle.has("gone") and item.has("moves_out") and them.kind == "E"
        if out:
            item.word = replace(item.word, verb="leave")
        elif particle.has("back_words") and item.has("moves_back"):
            concept = _taken_back(item, them)
            if concept is not None:
                item.word = replace(item.word, verb=concept)
                particle.word = EMPTY
    return items


def _taken_back(item: Item, them: Item) -> str | None:
    """What is brought or taken back: a state into a treaty, or a notice."""
    state = them.kind == "E" and them.value.role == "state"
    if item.has("moves_in") and state:
        return "join"
    papers = them.word.noun in ("docs", "notify") or (state and bool(them.value.pronoun))
    return "reverse" if not item.has("moves_in") and papers else None


def _object(items: list[Item], place: int) -> tuple[int, int | None]:
    """The places of the object and of the particle behind it; None: no particle."""
    object_at = place
    for step in range(place + 1, min(len(items), place + REACH)):
        item = items[step]
        if item.kind == "w" and (item.has("gone") or item.has("back_words")):
            return (object_at, step) if object_at > place else (place, None)
        if item.kind == "E" or item.word.noun in ("docs", "notify"):
            object_at = step
        elif item.kind not in "w" or item.word.verb or item.has("by"):
            break
    return place, None
