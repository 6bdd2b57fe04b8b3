"""Treaties that no catalogue names, recognised by the shape of their titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inforce.reading.items import Item, TreatyRef

MOST_WORDS = 40


def shaped_treaties(items: list[Item], lexicon: Mapping[str, Any]) -> list[Item]:
    """The items with every capitalised title of a treaty made one treaty item.

    "Framework Convention on X and Y" and "Treaty of Z" are titles; a bare "Convention" is not.
    """
    shapes = lexicon["treaty_titles"]
    out: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.kind == "w" and item.capital and item.low in shapes["heads"]:
            end = _right_end(items, at, shapes)
            start = _left_start(out, shapes)
            before = len(out) - start
            if end > at or _own_name(out[start:], shapes):
                parts = [*out[start:], *items[at : end + 1]]
                del out[start:]
                end = _acronym(items, end, parts)
                slug = slug_of([p.low for p in parts if p.kind not in "()"], shapes["small"])
                ref = TreatyRef(slug, item.low)
                whole = Item(
                    "T", parts[0].start, parts[-1].end, parts[0].low, value=ref, parts=parts
                )
                whole.capital, whole.possessive = True, parts[-1].possessive
                out.append(whole)
                at = end + 1
                continue
            del before
        out.append(item)
        at += 1
    return out


def slug_of(words: list[str], small: list[str]) -> str:
    """A name in the style of the catalogue's ids."""
    kept = [w for word in words for w in word.split() if w.isalnum() and w not in small]
    return "-".join(kept[:6]) or "treaty"


def _right_end(items: list[Item], at: int, shapes: Mapping[str, Any]) -> int:
    """The last item of the title after its head noun; ``at`` where nothing follows."""
    if at + 1 >= len(items) or items[at + 1].low not in shapes["links"] or items[at].possessive:
        return at
    end = at
    for place in range(at + 1, min(len(items), at + MOST_WORDS)):
        item = items[place]
        ended = item.kind == "w" and item.capital and item.word.role is not None
        if ended:
            break
        if item.kind in "EO" or (item.kind == "w" and item.capital):
            end = place
            if item.possessive:
                break
        elif item.kind == "w" and (item.low in shapes["links"] or item.low in shapes["small"]):
            continue
        elif item.kind == "w" and place - 2 == end and items[place - 1].low in shapes["inside"]:
            end = place
        elif item.kind == "w" and not item.word.verb and not item.word.function and end > at:
            if not _goes_on(items, place, shapes):
                break
        elif item.kind == "," and _goes_on(items, place, shapes):
            continue
        else:
            break
    return end


def _goes_on(items: list[Item], at: int, shapes: Mapping[str, Any]) -> bool:
    """Whether the title goes on after a comma or a small word: soon a capital and a link."""
    for place in range(at + 1, min(len(items), at + 4)):
        item = items[place]
        if item.kind != "w":
            return False
        if item.capital:
            following = items[place + 1] if place + 1 < len(items) else None
            return (
                following is not None
                and following.kind in "w,"
                and (
                    following.low in shapes["small"]
                    or following.low in shapes["links"]
                    or following.kind == ","
                )
            )
    return False


def _left_start(before: list[Item], shapes: Mapping[str, Any]) -> int:
    start = len(before)
    while start and _left_part(before[start - 1], shapes):
        start -= 1
    while start < len(before) and before[start].low in shapes["links"]:
        start += 1
    return start


def _left_part(item: Item, shapes: Mapping[str, Any]) -> bool:
    if item.possessive or item.kind not in "wEO":
        return False
    if item.kind == "w" and item.low in shapes["not_before"]:
        return False
    return item.capital or (item.kind == "w" and item.low in shapes["inside"])


def _own_name(before: list[Item], shapes: Mapping[str, Any]) -> bool:
    """Whether the words before the head name it by themselves: "Minamata Convention"."""
    return bool(before) and all(
        i.kind == "w" and i.capital and i.low not in shapes["not_names"] and not i.word.function
        for i in before
    )


def _acronym(items: list[Item], end: int, parts: list[Item]) -> int:
    """Take in a short name in brackets after the title."""
    short = items[end + 1 : end + 4]
    if len(short) == 3 and short[0].kind == "(" and short[2].kind == ")" and short[1].capital:
        parts += short
        return end + 3
    return end
