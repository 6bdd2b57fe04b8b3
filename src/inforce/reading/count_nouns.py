"""What a number counts: a noun after it, before it or left out; and whether a treaty counts it."""

from __future__ import annotations

from inforce.reading.items import Item

_RELATIONS = frozenset({"join", "sign", "ratify", "accept", "belong", "member"})


def part_of_more(items: list[Item], noun: int) -> bool:
    """ "of Africa's 54 states, 33 are parties": the first number only bounds the second."""
    later = items[noun + 1 : noun + 4]
    return len(later) > 2 and later[0].kind == "," and later[1].kind == "N" and later[2].has("be")


def nearest(items: list[Item], place: int) -> str | None:
    """The treaty named after the number before the next comma."""
    for item in items[place + 1 :]:
        if item.kind in ",;":
            return None
        if item.kind == "T":
            return None if item.value.id is None else str(item.value.id)
    return None


def number_reached(items: list[Item], place: int) -> int | None:
    """ "brings the number of states parties to 73": the noun whose number it is."""
    before = items[max(0, place - 6) : place]
    counted = [k for k, i in enumerate(before) if i.kind == "w" and i.has("countable")]
    if not counted or not any(i.has("number_word") or i.has("total_words") for i in before):
        return None
    return max(0, place - 6) + counted[-1]


def noun_after(items: list[Item], place: int) -> int | None:
    """The place of the noun that a number counts, after a few words between."""
    dash = (
        place + 1 < len(items)
        and items[place + 1].kind == "-"
        and items[place + 1].start == items[place].end
    )
    if dash and place + 2 < len(items) and items[place + 2].has("countable_one"):
        return place + 2
    for k in range(place + 1, min(len(items), place + 4)):
        item = items[k]
        if item.kind != "w":
            return None
        if item.has("countable"):
            after = items[k + 1] if k + 1 < len(items) else None
            return (
                k + 1 if after is not None and after.kind == "w" and after.has("countable") else k
            )
        if item.word.classes - {
            "state_adjectives",
            "tally_for",
            "adverbs",
            "countable_one",
            "counted_alone",
            "signed_words",
            "earlier",
            "later",
        }:
            return None
    return None


def verb_after(items: list[Item], place: int) -> int | None:
    """ "eight have joined", "13 that have only signed": a number that stands for states."""
    step = place + 1
    before = items[max(0, place - 2) : place]
    by = len(before) == 2 and before[1].has("by") and before[0].word.verb in _RELATIONS
    if by and (step == len(items) or items[step].kind in ".,;"):
        return place
    if _number_belongs(items, step):
        return place
    if step < len(items) and (items[step].has("relative") or items[step].has("have")):
        near = items[step : step + 8]
        if any(i.kind == "w" and i.has("not") for i in near) and not items[step].has("relative"):
            return None
        joins = any(
            i.kind == "w" and (i.word.verb in _RELATIONS or i.word.noun in _RELATIONS) for i in near
        )
        return place if joins else None
    return None


def _number_belongs(items: list[Item], at: int) -> bool:
    """ "33 are parties to the statute", "24 are bound by it": a number that is a subject."""
    if at + 1 >= len(items) or not items[at].has("be"):
        return False
    told = next((i for i in items[at + 1 : at + 4] if not i.has("adverbs")), None)
    return told is not None and (told.word.noun == "member" or told.has("bound"))


def _body_counts(items: list[Item], noun: int) -> bool:
    """ "the court has 125 member states", "Thirty-three states remain in the treaty"."""
    before = items[max(0, noun - 6) : noun]
    counts = next((k for k, i in enumerate(before) if i.kind == "w" and i.has("counting_words")), 0)
    owner = before[counts - 1] if counts else None
    body = owner is not None and (
        owner.has("body_nouns") or (owner.kind == "E" and owner.value.role == "court")
    )
    after = items[noun + 1 : noun + 6]
    stays = any(i.kind == "w" and i.word.verb == "remain" for i in after[:2])
    return body or (stays and any(i.kind == "T" for i in after))


def related(items: list[Item], noun: int) -> bool:
    """Whether a word of belonging, joining or signing stands near the noun."""
    near = items[max(0, noun - 12) : noun] + items[noun + 1 : noun + 7]
    for item in near:
        if item.kind == "w" and (item.word.verb in _RELATIONS or item.word.noun in _RELATIONS):
            return True
    if _body_counts(items, noun):
        return True
    owner = next((i for i in reversed(items[max(0, noun - 3) : noun]) if i.possessive), None)
    if owner is not None and stands_for_body(owner):
        return True  # "the court's 124th member"
    following = items[noun + 1 : noun + 4]
    named_at = next((k for k, i in enumerate(following) if i.kind == "T"), None)
    if named_at is not None and all(i.word.function for i in following[:named_at]):
        return True
    counting = items[max(0, noun - 5) : noun]
    named = any(i.kind == "T" for i in items[max(0, noun - 9) : noun])
    return named and any(i.kind == "w" and i.has("counting_words") for i in counting)


def stands_for_body(item: Item) -> bool:
    """Whether "the court", "the agency" stands for the body whose membership is counted."""
    court = item.kind == "E" and item.value.role == "court"
    return court or (item.kind == "w" and item.has("body_nouns"))
