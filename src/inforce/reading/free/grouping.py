"""Noun groups by cases and nearness: bodies with their state, lists, treaties meant by a noun."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from inforce.reading.groups import lists_of
from inforce.reading.items import EMPTY, Actor, Item, TreatyRef
from inforce.reading.nouns import joined
from inforce.reading.treaty_shapes import shaped_treaties, slug_of

NEAR = 3
"""Words that may stand between a body and the state it belongs to."""
_TO_TREATY = frozenset({"sign", "ratify", "accept", "join", "leave", "belong", "remain", "vote"})
LONGEST_TITLE = 6
"""Words of a title that are taken into its name."""
_IN_TITLE = frozenset({"list_join", "coordinate", "treaty_nouns", "treaty_about"})
_HELPING = frozenset({"have", "be", "not", "adverbs"})
_LINKS = frozenset({"of", "articles", "in", "state_adjectives", "modifiers"})


def group(items: list[Item], data: Mapping[str, Any]) -> list[Item]:
    """The items with bodies, lists, pronouns and treaty nouns each made one item."""
    _cases(items, data.get("cases", {}))
    _neighbours(items, data.get("cases", {}))
    items = _named_twice(_titled(shaped_treaties(items, data), data))
    items = lists_of(_bodies(lists_of(items)))
    return [_treaty(item) for item in _pronouns(items)]


def _cases(items: list[Item], cases: Mapping[str, Any]) -> None:
    """Mark the names of states that stand in an oblique case: they own, and do not act."""
    endings, agents = tuple(cases.get("oblique", ())), tuple(cases.get("agent", ()))
    datives = tuple(cases.get("dative", ()))
    plain = frozenset(cases.get("nominative", ()))
    if not endings:
        return
    for before, item in pairwise([Item("w", 0, 0, ""), *items]):
        if item.kind == "E" and item.low in plain:
            item.possessive = before.word.role is not None  # "президент США": no ending tells it
        elif item.kind == "E" and not item.value.adjective:
            first = item.low.split()[0]  # of "Republika Południowej Afryki" the first word tells
            item.possessive = item.value.role == "state" and first.endswith(endings)
            item.value.by = bool(agents) and first.endswith(agents)
            item.value.to = bool(datives) and first.endswith(datives)
        elif item.kind == "w" and item.word.role:
            item.possessive = bool(agents) and item.low.split()[0].endswith(agents)


def _neighbours(items: list[Item], cases: Mapping[str, Any]) -> None:
    """Mark the states whose case only the word behind them tells: "Leedu lahkumine"."""
    behind = frozenset(cases.get("behind", ()))
    adjoined = cases.get("adjoined", False)
    for item, after in pairwise(items):
        if item.kind != "E" or item.value.role != "state" or after.kind != "w":
            continue
        if after.low in behind:
            item.possessive = item.value.to = True
        elif adjoined and (after.word.role or (after.word.noun and not after.word.verb)):
            item.possessive = True


def _bodies(items: list[Item]) -> list[Item]:
    """ "the Lithuanian parliament", "le parlement lituanien", "парламент Литвы"."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        state = item.kind == "E" and item.value.role == "state"
        placed = state and at > 0 and items[at - 1].has("in") and not item.value.adjective
        if state and not placed and (item.value.adjective or item.possessive):
            body = _role_at(items, at + 1)
            if body is not None:
                actor = replace(item.value, role=str(items[body].word.role), adjective=False)
                at = _named_to(items, body)
                actor.by = items[body].possessive
                out.append(_whole(items, items.index(item), at, actor))
                at += 1
                continue
        if item.kind == "w" and item.word.role:
            owner = _owner_at(items, at + 1)
            actor = Actor(() if owner is None else items[owner].value.participants)
            actor.by = item.possessive
            end = _named_to(items, at if owner is None else owner)
            out.append(_whole(items, at, end, replace(actor, role=item.word.role)))
            at = end + 1
            continue
        out.append(item)
        at += 1
    return out


def _named_twice(items: list[Item]) -> list[Item]:
    """The items, with "Estlands Riigikogu", "il Riigikogu estone" as the one body named."""
    out: list[Item] = []
    for item in items:
        before = out[-1] if out else None
        if before is None or before.kind != "E" or item.kind != "E":
            out.append(item)
            continue
        roles = {before.value.role, item.value.role}
        body, owner = (before, item) if item.value.role == "state" else (item, before)
        owns = owner.value.adjective or (owner is before and owner.possessive)
        whose = owner.value.participants
        same = bool(whose) and whose == body.value.participants
        if len(roles) == 2 and "state" in roles and owns and same:
            out[-1] = _whole([before, item], 0, 1, body.value)
        else:
            out.append(item)
    return out


def _whole(items: list[Item], first: int, last: int, actor: Actor) -> Item:
    """The body as one item, in the case of its own noun."""
    whole = joined(items[first : last + 1], actor, "E")
    whole.possessive = actor.by  # what is done by it; it is no subject
    return whole


def _role_at(items: list[Item], at: int) -> int | None:
    for place in range(at, min(len(items), at + NEAR)):
        item = items[place]
        if item.kind != "w" or item.word.function:
            return None
        if item.word.role:
            after = items[place + 1] if place + 1 < len(items) else None
            return place + 1 if after is not None and after.word.role else place
    return None


def _owner_at(items: list[Item], at: int) -> int | None:
    """The adjective or the name, in its case or after "of", that follows a body's noun."""
    for place in range(at, min(len(items), at + NEAR)):
        item = items[place]
        if item.kind == "E":
            linked = place > at or item.value.adjective or item.possessive
            return place if item.value.role == "state" and linked else None
        if item.kind != "w" or not (item.word.classes & _LINKS or item.word.role):
            return None
    return None


def _named_to(items: list[Item], at: int) -> int:
    """The last word of a person's name after an office."""
    end = at
    for place in range(at + 1, min(len(items), at + 4)):
        item = items[place]
        if item.kind != "w" or not item.capital or item.word.verb or item.word.classes:
            break
        end = place
    return end


def _pronouns(items: list[Item]) -> list[Item]:
    """ "the country" and "its" as actors to be resolved."""
    for place, item in enumerate(items):
        if item.kind != "w":
            continue
        before = items[place - 1] if place else None
        other = before is not None and (before.kind in "NO-" or before.has("indefinite"))
        party = before is not None and before.kind == "T" and "member" in item.word.nouns
        after = items[place + 1] if place + 1 < len(items) else None
        other = other or (after is not None and after.kind in "EO")  # "the countries of NATO"
        if item.has("treaty_pronouns") and before is not None and before.has("for"):
            item.kind, item.value = "E", Actor((), pronoun="one")
        elif item.has("treaty_pronouns") and _for_treaty(items, place):
            item.kind, item.value = "T", TreatyRef(None)
        elif item.has("pronouns_one") or (item.has("own_country") and not (other or party)):
            item.kind, item.value = "E", Actor((), pronoun="one")
            item.possessive = item.has("possessives")
        elif item.has("pronouns_many"):
            item.kind, item.value = "E", Actor((), pronoun="many")
            item.possessive = item.has("possessives")
    return items


def _for_treaty(items: list[Item], place: int) -> bool:
    """Whether a pronoun is what somebody joins, leaves, votes on or is a member of."""
    after = items[place + 1] if place + 1 < len(items) else None
    if after is not None and after.word.noun == "member":
        return True
    later = [i for i in items[place + 1 : place + 5] if not _helps(i)]
    told = bool(later) and later[0].kind == "w" and later[0].word.verb in _TO_TREATY
    if told and items[place].has("articles"):  # "l'ha firmata", but "l'uscita"
        return after is not None and after.has("have")
    if told:
        return True
    if items[place].has("repeats"):
        return False  # an article: "denunciato l'anno precedente", "ratificato la riforma"
    step = place - 1
    while step >= max(0, place - 2) and items[step].has("prepositions"):
        step -= 1
    before = items[step] if step >= 0 else None
    plain = before is not None and before.kind == "w" and before.word.noun is None
    if plain and before is not None and before.word.verb in _TO_TREATY:
        return True
    governed = place > 0 and items[place - 1].has("prepositions")
    return governed and any(i.word.verb in _TO_TREATY for i in items[place + 1 : place + 5])


def _helps(item: Item) -> bool:
    return item.kind == "w" and not item.word.classes.isdisjoint(_HELPING)


def _titled(items: list[Item], data: Mapping[str, Any]) -> list[Item]:
    """ "договор о дружбе", "Paktu Północnoatlantyckiego": what a treaty noun goes on to name."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        end = _title_end(items, at) if items[at].has("treaty_nouns") else at
        if end > at:
            parts = items[at : end + 1]
            slug = slug_of([p.low for p in parts], data["treaty_titles"]["small"])
            whole = joined(parts, TreatyRef(slug, items[at].low), "T")
            out.append(whole)
        else:
            out.append(items[at])
        at = end + 1
    return out


def _title_end(items: list[Item], at: int) -> int:
    """The last word of a title that a treaty noun opens; ``at`` where none is named."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.kind != "w":
        return at
    if after.capital and after.word is EMPTY:
        return at + 1
    end = at + 1
    if not after.has("treaty_about"):
        return at
    for place in range(at + 2, min(len(items), at + 2 + LONGEST_TITLE)):
        item = items[place]
        told = item.word.verb or item.word.role or item.word.classes - _IN_TITLE
        if item.kind not in "wEO" or (item.kind == "w" and told):
            break
        end = place
        if item.kind in "EO":
            break
    return end if end > at + 1 else at


def _treaty(item: Item) -> Item:
    if item.kind == "w" and item.has("treaty_nouns"):
        item.kind, item.value = "T", TreatyRef(None, item.low)
    return item
