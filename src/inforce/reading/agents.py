"""Who acts in a clause: the subject, or in the passive the one after "by"."""

from __future__ import annotations

from dataclasses import replace

from inforce.reading.clause import Clause
from inforce.reading.items import Actor, Item


def agent_of(clause: Clause) -> tuple[Actor | None, Item | None]:
    """Who acts in a clause: its subject, or in the passive the one after "by"."""
    verb = clause.verb
    if verb is not None and verb.passive:
        item = _after_by(clause.after) or _on_behalf(clause.after)
        if item is not None and clause.marker == "relative_place" and not item.value.participants:
            place = _last_actor(clause.antecedent, possessor=True)
            if place is not None:
                return replace(item.value, participants=place.value.participants), item
        return (item.value, item) if item is not None else (None, None)
    item = subject_of(clause.before)
    if item is None and clause.marker.startswith("relative") and clause.marker != "relative_place":
        item = _last_actor(clause.antecedent, possessor=clause.marker == "relative_possessive")
    if clause.marker == "relative_place" and item is not None and not item.value.participants:
        place = _last_actor(clause.antecedent, possessor=True)
        if place is not None:
            return replace(item.value, participants=place.value.participants, pronoun=None), item
    if item is None and clause.inherits is not None:
        inherited = agent_of(clause.inherits)
        outer = clause.inherits.verb
        if outer is not None and outer.passive and clause.marker == "coordinate":
            same = subject_of(clause.inherits.before)
            return (same.value, same) if same is not None else inherited
        if inherited[1] is None and clause.marker == "participial":
            near = _after_by(clause.inherits.after)
            return (near.value, near) if near is not None else inherited
        return inherited
    if item is None and clause.before:
        item = _owner(_subject_part(clause.before))
    return (item.value, item) if item is not None else (None, None)


def subject_of(items: list[Item]) -> Item | None:
    """The actor that no preposition governs, nearest to the verb."""
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if item.kind != "E" or item.possessive:
            continue
        if item.value.adjective and not item.value.nationals:
            continue
        if not governed(items, place):
            return item
    return None


def governed(items: list[Item], place: int) -> bool:
    """Whether a preposition stands before the noun group at ``place``."""
    step = place - 1
    while step >= 0 and (
        items[step].kind in ("N",)
        or (
            items[step].kind == "w"
            and (items[step].has("articles") or items[step].has("state_adjectives"))
        )
    ):
        step -= 1
    if step < 0 or items[step].kind != "w":
        return False
    before = items[step]
    if before.has("list_intro") and step > 0:
        states = items[step - 1].has("plural_state_nouns")
        if states or not before.has("company"):
            return governed(items, step - 1)
    if before.has("of") and step > 0:
        owner = items[step - 1]
        if (
            owner.kind in ("N", "Q")
            or owner.has("not")
            or owner.has("each")
            or owner.has("tally_none")
        ):
            return governed(items, step - 1)
    return bool(
        before.word.classes & {"prepositions", "of", "by", "in", "on", "with", "from", "for"}
    )


def _after_by(items: list[Item]) -> Item | None:
    for place, item in enumerate(items):
        if item.kind == "w" and item.has("by"):
            for later in items[place + 1 : place + 6]:
                if later.kind == "E":
                    return later
                if later.kind == "N" and not _voters_next(items, later):
                    return None
                if later.kind == "w" and later.has("prepositions") and not later.has("of"):
                    break
    return None


def _on_behalf(items: list[Item]) -> Item | None:
    """ "signed on Russia's behalf", "signed on behalf of Russia"."""
    place = next((k for k, i in enumerate(items) if i.kind == "w" and i.has("on_behalf")), None)
    if place is None:
        return None
    return next((i for i in items[max(0, place - 1) : place + 4] if i.kind == "E"), None)


def _voters_next(items: list[Item], number: Item) -> bool:
    """Whether a number counts members of a body: "by 107 lawmakers"."""
    place = items.index(number)
    return any(i.kind == "E" and i.value.role != "state" for i in items[place + 1 : place + 3])


def _last_actor(items: list[Item], *, possessor: bool) -> Item | None:
    for item in reversed(items):
        if item.kind == "E":
            return item
        if item.kind in "TO" and not possessor:
            return None
        if item.kind == "w" and item.word.noun and not possessor:
            return None
    return None


def _subject_part(items: list[Item]) -> list[Item]:
    """What stands before a verb, without a phrase set before the subject by a comma."""
    cut = next((k for k in range(len(items) - 1, -1, -1) if items[k].kind == ","), None)
    tail = items[cut + 1 :] if cut is not None else []
    plain = any(i.kind == "w" and not i.word.function and not i.has("time") for i in tail)
    return tail if plain else items


def _owner(items: list[Item]) -> Item | None:
    """ "Lithuania's withdrawal", "the exit of Lithuania", "a statement by the ministers"."""
    for item in items:
        if item.kind == "E" and (item.possessive or item.value.adjective):
            return item
    for place, item in enumerate(items):
        if item.kind == "E" and place and _linked(items, place):
            return item
    return None


def _linked(items: list[Item], place: int) -> bool:
    step = place - 1
    while step > 0 and items[step].kind == "w" and items[step].has("articles"):
        step -= 1
    return items[step].kind == "w" and (items[step].has("of") or items[step].has("by"))
