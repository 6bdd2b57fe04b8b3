"""Noun groups: lists of states, bodies with their state, treaties meant by a noun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from inforce.reading.items import EMPTY, Actor, Item
from inforce.reading.later import later_dates
from inforce.reading.lexicon import POINTERS
from inforce.reading.nouns import counted_actors, joined, owned_bodies, treaty_nouns
from inforce.reading.particles import parted_verbs
from inforce.reading.treaty_shapes import shaped_treaties

_POSSESSIVE = frozenset({"'s", "'"})
_REPEATED = frozenset({"articles", "state_adjectives", "repeats"})
"""Words that may stand again before each name of a list."""
MOST_MODIFIERS = 4
"""Words that may stand between "Lithuanian" and "parliament"."""


def group(items: list[Item], lexicon: Mapping[str, Any]) -> list[Item]:
    """The items with possessives, lists, bodies and treaty nouns each made one item."""
    classes: set[str] = set()
    owned = titled = roles = False
    heads = lexicon["treaty_titles"]["heads"]
    for item in items:
        word = item.word
        if word is not EMPTY:
            classes |= word.classes
            roles = roles or word.role is not None
        if item.capital:
            titled = titled or item.low in heads
        elif item.low in _POSSESSIVE:
            owned = True
    if owned:
        items = _possessives(items)
    if titled:
        items = shaped_treaties(items, lexicon)
    actors = [item.kind for item in items].count("E")
    if actors and "state_nouns" in classes:
        items = _states_of(items)
    if actors > 1:
        items = lists_of(items)
    if actors or roles:
        items = _bodies(items, lexicon)
    if actors > 1:
        items = lists_of(items)
    if not POINTERS.isdisjoint(classes):
        items = owned_bodies(counted_actors(items))
    if "treaty_nouns" in classes:
        items = treaty_nouns(items)
    if "later" in classes or "earlier" in classes:
        items = later_dates(items)
    moved = "moves_out" in classes or "moves_back" in classes
    return parted_verbs(items) if moved else items


def _possessives(items: list[Item]) -> list[Item]:
    out: list[Item] = []
    for place, item in enumerate(items):
        if item.low == "'s" and out and out[-1].kind in "ETOw":
            before = out[-1]
            # after a pronoun or noun at a verb's place it is "is" or "has"; names take a genitive
            following = items[place + 1] if place + 1 < len(items) else None
            if before.kind != "w" or following is not None:
                before.possessive = True
                before.end = item.end
                continue
        if item.low == "'" and out and out[-1].kind in "ETO" and out[-1].low.endswith("s"):
            out[-1].possessive = True
            continue
        out.append(item)
    return out


def _is_state(item: Item) -> bool:
    return item.kind == "E" and item.value.role == "state" and item.value.pronoun is None


def _states_of(items: list[Item]) -> list[Item]:
    """ "the Republic of X", "the Government of X" where X is a state."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.has("state_nouns") and item.kind == "w" and at + 2 < len(items):
            step = at + 1
            if items[step].has("of"):
                step += 1
                if items[step].has("articles") and step + 1 < len(items):
                    step += 1
                if _is_state(items[step]):
                    out.append(joined(items[at : step + 1], items[step].value, "E"))
                    at = step + 1
                    continue
        out.append(item)
        at += 1
    return out


def lists_of(items: list[Item]) -> list[Item]:
    """ "A, B and C" of states, or of bodies of one role, as one actor."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        if items[at].kind == "E" and items[at].value.pronoun is None:
            end = _list_end(items, at)
            if end > at:
                members = [i for i in items[at : end + 1] if i.kind == "E"]
                out.append(joined(items[at : end + 1], _together(members), "E"))
                at = end + 1
                continue
        out.append(items[at])
        at += 1
    return out


def _list_end(items: list[Item], at: int) -> int:
    """The last item of the list that begins at ``at``; ``at`` where there is none."""
    role = items[at].value.role
    last_joined = at
    step = at
    while True:
        place, conjunction = step + 1, False
        while place < len(items) and (items[place].kind == "," or items[place].has("list_join")):
            conjunction = conjunction or items[place].has("list_join")
            place += 1
        if place == step + 1 or place >= len(items):
            break
        while place < len(items) - 1 and not _REPEATED.isdisjoint(items[place].word.classes):
            place += 1
        if place >= len(items) or items[place].kind != "E" or items[place].value.pronoun:
            break
        if items[place].value.role != role:
            break
        if items[step].possessive and not items[place].possessive:
            break
        step = place
        if conjunction:
            last_joined = step
    if last_joined > at and _two_clauses(items, at, last_joined):
        return at
    in_brackets = at > 0 and items[at - 1].kind == "(" and step + 1 < len(items)
    if in_brackets and items[step + 1].kind == ")":
        return step
    return last_joined


def _two_clauses(items: list[Item], at: int, end: int) -> bool:
    """ "not ratified by A, and B walked away": two names, but of two clauses."""
    between = items[at + 1 : end]
    comma = any(i.kind == "," for i in between) and not any(i.kind == "E" for i in between)
    after = items[end + 1] if end + 1 < len(items) else None
    verb_next = (
        after is not None and after.kind == "w" and bool({"past", "third"} & after.word.forms)
    )
    governed = at > 0 and items[at - 1].kind == "w"
    if governed and items[at - 1].has("articles") and at > 1:
        governed = bool(items[at - 2].word.classes & {"by", "prepositions"})
    elif governed:
        governed = bool(items[at - 1].word.classes & {"by", "prepositions"})
    return comma and verb_next and governed


def _together(members: list[Item]) -> Actor:
    ids: list[str] = []
    for member in members:
        ids += [p for p in member.value.participants if p not in ids]
    last: Actor = members[-1].value
    return replace(last, participants=tuple(ids), number=None)


def _bodies(items: list[Item], lexicon: Mapping[str, Any]) -> list[Item]:
    """A body with the states it belongs to, before it or after it."""
    modifiers = lexicon["role_words"]["modifiers"]
    links = lexicon["role_words"]["links"]
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.kind != "E" and item.word.role is None:
            out.append(item)
            at += 1
            continue
        owner = item.kind == "E" and bool(item.value.participants) and item.value.pronoun is None
        if (_is_state(item) and item.value.adjective) or (owner and item.possessive):
            role_at = _role_after(items, at + 1, modifiers)
            if role_at is not None:
                end = _name_after(items, role_at)
                role = str(items[role_at].word.role)
                out.append(
                    joined(
                        items[at : end + 1], replace(item.value, role=role, adjective=False), "E"
                    )
                )
                at = end + 1
                continue
        if item.kind == "w" and item.word.role and not _is_verb_here(items, at):
            role_at = _role_after(items, at, modifiers)
            if role_at is None:
                role_at = at
            role = str(items[role_at].word.role)
            state_at = _state_after(items, role_at + 1, links)
            if state_at is not None:
                owner = items[state_at].value
                end = _name_after(items, state_at)
                out.append(
                    joined(items[at : end + 1], replace(owner, role=role, adjective=False), "E")
                )
                at = end + 1
                continue
            end = _name_after(items, role_at)
            out.append(joined(items[at : end + 1], Actor((), role), "E"))
            at = end + 1
            continue
        if item.kind == "E" and item.value.role != "state":
            state_at = _state_after(items, at + 1, links)
            if (
                state_at is not None
                and items[state_at].value.participants == item.value.participants
            ):
                out.append(joined(items[at : state_at + 1], item.value, "E"))
                at = state_at + 1
                continue
        out.append(item)
        at += 1
    return out


def _is_verb_here(items: list[Item], at: int) -> bool:
    before = items[at - 1] if at else None
    return items[at].word.verb is not None and before is not None and before.has("to")


def _role_after(items: list[Item], at: int, modifiers: list[str]) -> int | None:
    """The last role word from ``at`` on, over words that may stand before it."""
    found = None
    for place in range(at, min(len(items), at + MOST_MODIFIERS)):
        item = items[place]
        if item.kind != "w":
            break
        if item.word.role:
            found = place
            if item.possessive:
                break
            continue
        if item.low in modifiers or (found is None and item.word is EMPTY and not item.capital):
            continue
        break
    return found


def _state_after(items: list[Item], at: int, links: list[str]) -> int | None:
    if at >= len(items) or items[at].low not in links:
        return None
    step = at + 1
    if step < len(items) and items[step].has("articles"):
        step += 1
    if step < len(items) and _is_state(items[step]) and not items[step].value.adjective:
        return step
    return None


def _name_after(items: list[Item], at: int) -> int:
    """The last word of a person's name that follows an office."""
    if items[at].possessive:
        return at
    end = at
    place = at + 1
    while place < len(items) and place - at < 6:
        item = items[place]
        initial = item.kind == "." and len(items[place - 1].low) == 1
        plain = item.kind == "w" and item.capital and item.word.verb is None
        if plain and not item.word.function:
            end = place
        elif not initial:
            break
        if item.possessive:
            break
        place += 1
    return end
