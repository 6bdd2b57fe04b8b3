"""Who stands outside a treaty, and since when it is in force, told without a verb of its own."""

from __future__ import annotations

from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Item
from inforce.terms import Act, ClaimKind, Modality, Standing

REACH = 7


def standings(items: list[Item], told: list[Draft], context: Context) -> list[Draft]:
    """ "Russia, a non-party to ...", "non-signatories include ...", "in force since ..."."""
    drafts: list[Draft] = []
    for place, item in enumerate(items):
        if item.kind != "w":
            continue
        if item.has("not") and place + 1 < len(items) and items[place + 1].has("gerund_aux"):
            draft = _dangling(items, place, context)
        elif item.has("non_party_nouns") or _not_in(items, place):
            draft = _outsiders(items, place, context)
        elif item.word.noun == "member" and _beside(items, place) is not None:
            draft = _apposed(items, place, context)
        elif item.has("no_longer") and place == 0:
            draft = _gone(items, context)
        elif item.has("in_force"):
            draft = _in_force(items, place, context)
        else:
            continue
        if draft is not None and not _known(draft, told):
            drafts.append(draft)
    return drafts


def _not_in(items: list[Item], place: int) -> bool:
    """ "the few countries not yet in the convention", "states outside the treaty"."""
    if not (items[place].has("plural_state_nouns") or items[place].has("countable")):
        return False
    after = items[place + 1 : place + 6]
    if not after or after[0].kind != "w":
        return False
    negative = after[0].has("not") and any(
        i.kind == "w" and (i.has("in") or i.has("to")) for i in after[1:4]
    )
    return (negative or after[0].has("outside")) and any(i.kind == "T" for i in after)


def _outsiders(items: list[Item], place: int, context: Context) -> Draft | None:
    """The states beside the noun: after "include" or "such as", else those it is put beside."""
    later = items[place + 1 :]
    listing = next(
        (
            k
            for k, i in enumerate(later[:REACH])
            if i.kind == "w" and (i.has("list_intro") or i.has("include"))
        ),
        None,
    )
    who: Item | None = None
    if listing is not None:
        who = next((i for i in later[listing : listing + 4] if _named(i)), None)
    if who is None:
        near = items[max(0, place - REACH) : place]
        as_at = next((k for k, i in enumerate(near) if i.kind == "w" and i.has("as_a")), 0)
        who = near[as_at - 1] if as_at and _named(near[as_at - 1]) else None
    if who is None:
        before = items[max(0, place - REACH) : place]
        commas = [k for k, i in enumerate(before) if i.kind in ",("]
        if commas and commas[-1] and _named(before[commas[-1] - 1]):
            who = before[commas[-1] - 1]
    if who is None:
        return None
    treaties = treaties_in(items[place:], context) or treaties_in(items, context)
    treaty = treaties[0] if treaties else context.treaty_of(None)
    if treaty is None:
        return None
    start, end = min(who.start, items[place].start), max(who.end, items[place].end)
    return Draft(
        ClaimKind.STANDING,
        Modality.DONE,
        start,
        end,
        standing=Standing.NON_PARTY,
        participants=who.value.participants,
        treaty=treaty,
        trace={"words": items[place].low},
    )


def _beside(items: list[Item], place: int) -> Item | None:
    """ "Mali and Niger, both signatories of the Statute": who stands before the comma."""
    step = place - 1
    while step >= 0 and (items[step].has("articles") or items[step].has("each")):
        step -= 1
    paired = items[step].kind == "E" and items[step].value.pronoun == "many" and step == place - 1
    step -= 1 if paired else 0
    if step < 1 or step == place - 1 or items[step].kind not in ",(":
        return None
    treaty = any(i.kind == "T" for i in items[place + 1 : place + 4])
    return items[step - 1] if treaty and _named(items[step - 1]) else None


def _gone(items: list[Item], context: Context) -> Draft | None:
    """ "No longer a party: Estonia", without a verb."""
    who = next((i for i in items if _named(i)), None)
    treaties = treaties_in(items, context)
    member = any(i.word.noun == "member" for i in items)
    treaty = treaties[0] if treaties else context.treaty_of(None)
    if who is None or treaty is None or not member:
        return None
    return Draft(
        ClaimKind.ACT,
        Modality.DONE,
        items[0].start,
        items[-1].end,
        act=Act.EXIT_EFFECT,
        participants=who.value.participants,
        treaty=treaty,
        trace={"words": "no longer"},
    )


def _apposed(items: list[Item], place: int, context: Context) -> Draft | None:
    """A standing told beside a name; with "no longer" before it, an exit."""
    who = _beside(items, place)
    treaties = treaties_in(items[place + 1 : place + 4], context)
    if who is None or not treaties:
        return None
    signatory = items[place].has("signatory_words")
    return Draft(
        ClaimKind.STANDING,
        Modality.DONE,
        who.start,
        items[place].end,
        standing=Standing.SIGNATORY if signatory else Standing.PARTY,
        participants=who.value.participants,
        treaty=treaties[0],
        trace={"words": items[place].low},
    )


def _dangling(items: list[Item], place: int, context: Context) -> Draft | None:
    """ "despite not being a signatory itself": whoever in the sentence is told to be none."""
    near = items[place + 2 : place + 6]
    noun = next((i for i in near if i.kind == "w" and i.word.noun == "member"), None)
    who = tuple(p for p in context.sentence if p in context.outsiders)
    treaty = context.treaty_of(None)
    if noun is None or not who or treaty is None:
        return None
    return Draft(
        ClaimKind.STANDING,
        Modality.DONE,
        items[max(0, place - 1)].start,
        noun.end,
        standing=Standing.NON_PARTY,
        participants=who,
        treaty=treaty,
        trace={"words": "not being " + noun.low},
    )


def _named(item: Item) -> bool:
    return (
        item.kind == "E"
        and item.value.role == "state"
        and bool(item.value.participants)
        and not item.value.adjective
    )


def _in_force(items: list[Item], place: int, context: Context) -> Draft | None:
    after = items[place + 1 : place + 4]
    since = bool(after) and after[0].kind == "w" and after[0].has("since")
    date = next((i for i in after if i.kind == "D"), None)
    treaties = treaties_in(items, context)
    if not since or date is None or not treaties:
        return None
    resolved = context.resolve(date.value, date.start)
    return Draft(
        ClaimKind.ACT,
        Modality.DONE,
        items[place].start,
        date.end,
        act=Act.ENTRY_INTO_FORCE,
        treaty=treaties[0],
        date=resolved,
        trace={"words": items[place].low},
    )


def _known(draft: Draft, told: list[Draft]) -> bool:
    return any(
        t.standing is draft.standing and t.act is draft.act and t.participants == draft.participants
        for t in told
    )
