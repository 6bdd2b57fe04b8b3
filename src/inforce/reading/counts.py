"""How many belong: numbers and quantifiers over a treaty's participants."""

from __future__ import annotations

from inforce.dates import PartialDate
from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.count_nouns import (
    nearest,
    noun_after,
    number_reached,
    part_of_more,
    related,
    stands_for_body,
    verb_after,
)
from inforce.reading.drafts import Draft
from inforce.reading.items import Item, Number
from inforce.reading.verb import Verb
from inforce.record.values import Count
from inforce.terms import ClaimKind, CountOf, Modality

MOST_STATES = 250


def counts(items: list[Item], verbs: list[Verb], context: Context) -> list[Draft]:
    """The counts of a sentence."""
    drafts: list[Draft] = []
    for place, item in enumerate(items):
        if item.kind == "N" and isinstance(item.value, Number) and 0 < item.value.n <= MOST_STATES:
            draft = (
                _ordinal(items, place, verbs, context)
                if item.value.ordinal
                else _cardinal(items, place, verbs, context)
            )
            if draft is not None:
                drafts.append(draft)
        elif item.kind == "w" and (item.has("most_of") or item.has("all_of")):
            draft = _quantified(items, place, context)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _ordinal(items: list[Item], place: int, verbs: list[Verb], context: Context) -> Draft | None:
    """ "the 112th country in the treaty", "its 125th state party"."""
    others = [k for k in _near(items, place) if k != place and _is_ordinal(items[k])]
    kind = "countable" if others else "countable_one"
    noun = next((k for k in _near(items, place) if k > place and items[k].has(kind)), None)
    if noun is None or int(items[place].value.n) < 2:
        return None
    following = items[noun + 1 : noun + 4]
    leaving = any(i.kind == "w" and "leave" in (i.word.verb, i.word.noun) for i in following)
    if leaving or (following and following[0].has("order_after")):
        return None  # "the second country to leave" counts no members
    treaty = _treaty(items, context)
    ranked = any(i.has("ranks") for i in items[max(0, place - 4) : place])
    alone = items[noun].has("counted_alone") or ranked
    if treaty is None or not (alone or related(items, noun)):
        return None
    draft = _draft(
        items,
        (place, noun),
        Count(int(items[place].value.n), of=_of(items, noun)),
        treaty,
        context,
        verbs,
    )
    several = _several(items, place) if others else ()
    rank = sum(k < place for k in others)
    whole = len(several) == len(others) + 1
    draft.participants = (several[rank],) if whole else _who(items, place)
    return draft


def _near(items: list[Item], place: int) -> range:
    """The places on which "the 165th and 166th states" may stand round one of its ordinals."""
    return range(max(0, place - 3), min(len(items), place + 5))


def _is_ordinal(item: Item) -> bool:
    return item.kind == "N" and isinstance(item.value, Number) and item.value.ordinal


def _several(items: list[Item], place: int) -> tuple[str, ...]:
    """The states named together before a pair of ordinals, in their order."""
    lists = [i for i in items[:place] if i.kind == "E" and len(i.value.participants) > 1]
    return lists[-1].value.participants if lists else ()


def _who(items: list[Item], place: int) -> tuple[str, ...]:
    """Whose joining makes the number: the one state named nearest before it, else after it."""
    states = [
        i
        for i in items[:place]
        if i.kind == "E" and i.value.role == "state" and len(i.value.participants) == 1
    ]
    later = [
        i
        for i in items[place:]
        if i.kind == "E" and i.value.role == "state" and len(i.value.participants) == 1
    ]
    near = states[-1:] or later[:1]
    return near[0].value.participants if near else ()


def _cardinal(items: list[Item], place: int, verbs: list[Verb], context: Context) -> Draft | None:
    n = int(items[place].value.n)
    if items[place].value.n != n or n < 2:
        return None
    before = items[place - 1] if place else None
    if before is not None and before.kind == "w" and before.has("number_word"):
        owner = items[place - 2] if place > 1 else None
        alone = owner is not None and owner.kind == "w" and owner.has("countable_one")
        if alone or related(items, place):
            treaty = _treaty(items, context)
            if treaty:
                draft = _draft(
                    items,
                    (place - 1, place),
                    Count(n, of=_of(items, place)),
                    treaty,
                    context,
                    verbs,
                )
                draft.participants = _who(items, place)
                return draft
        return None
    noun = noun_after(items, place)
    if noun is None:
        noun = verb_after(items, place)
    if noun is None:
        noun = number_reached(items, place)
    if noun is None:
        return None
    if part_of_more(items, noun):
        return None
    treaty = nearest(items, place) or _treaty(items, context, place)
    if treaty is None:
        return None
    plain = not items[noun].has("counted_alone")
    if plain and not related(items, noun):
        return None
    threshold = _threshold(items, place)
    cmp = _comparison(items, place)
    value = Count(n, of=_of(items, noun), role="threshold" if threshold else None, cmp=cmp)
    return _draft(items, (place, noun), value, treaty, context, verbs)


def _treaty(items: list[Item], context: Context, place: int = 0) -> str | None:
    marks = [k for k, i in enumerate(items) if i.kind == ";"]
    start = max([k + 1 for k in marks if k < place], default=0)
    items = items[start : min([k for k in marks if k > place], default=len(items))]
    # Of several, the one named last before the number is what it counts.
    named = treaties_in(items[: max(0, place - start)], context)[-1:] or treaties_in(items, context)
    if named or any(i.kind == "T" and i.value.plural for i in items):
        return named[0] if named else None
    if context.main_is_body and not any(stands_for_body(i) for i in items):
        return None
    return context.treaty_of(None)


def _threshold(items: list[Item], place: int) -> bool:
    return any(i.kind == "w" and i.has("needed") for i in items[max(0, place - 5) : place + 6])


def _comparison(items: list[Item], place: int) -> str:
    for item in items[max(0, place - 2) : place]:
        if item.kind == "w":
            for name, sign in (("at_least", ">="), ("more", ">"), ("less", "<="), ("about", "~")):
                if item.has(name):
                    return sign
    return "="


def _of(items: list[Item], noun: int) -> CountOf:
    near = items[max(0, noun - 6) : noun + 6]
    own = items[noun]
    if own.has("counted_alone") and not (own.has("signed_words") or own.has("ratified_words")):
        near = [own, *(i for i in near if i.has("ratified_words"))]
    ratified = any(
        i.kind == "w" and i.has("ratified_words") and not (k and near[k - 1].has("not"))
        for k, i in enumerate(near)
    )
    signed = any(i.kind == "w" and i.has("signed_words") for i in near)
    if items[noun].kind == "w" and items[noun].has("signatory_words"):
        return CountOf.SIGNATORIES
    if ratified:
        return CountOf.RATIFIED
    return CountOf.SIGNED if signed else CountOf.PARTIES


def _quantified(items: list[Item], place: int, context: Context) -> Draft | None:
    """ "most EU members have signed", "all NATO states are parties"."""
    group = next(
        (k for k in range(place + 1, min(len(items), place + 4)) if items[k].kind == "E"), None
    )
    if group is None:
        return None
    ids = items[group].value.participants
    if len(ids) != 1 or (
        len(ids[0]) == 3 and ids[0] not in ("EUU",) and ids[0].isupper() and not _is_group(ids[0])
    ):
        return None
    ids = ("EU",) if ids == ("EUU",) else ids  # its members are counted
    treaty = _treaty(items, context)
    if treaty is None or not related(items, group):
        return None
    if any(
        i.kind == "w" and (i.word.verb == "leave" or i.word.noun == "leave")
        for i in items[group : group + 6]
    ):
        return None
    if any(i.kind == "w" and i.has("not") for i in items[group + 1 : group + 7]):
        return None  # "most are not parties"
    text = "most" if items[place].has("most_of") else "all"
    signed = any(i.kind == "w" and i.has("signed_words") and i.word.verb for i in items[group:])
    named = any(i.kind == "w" and i.has("signatory_words") for i in items[group:])
    of = CountOf.SIGNATORIES if named else CountOf.SIGNED if signed else CountOf.PARTIES
    draft = _draft(items, (place, len(items) - 1), Count(None, text, of), treaty, context, [])
    draft.participants = ids
    if any(i.kind == "w" and i.has("at_present") for i in items) and context.published is not None:
        draft.date = context.published
    return draft


def _is_group(name: str) -> bool:
    return name in ("COE", "OAS")


def _draft(
    items: list[Item],
    places: tuple[int, int],
    value: Count,
    treaty: str,
    context: Context,
    verbs: list[Verb],
) -> Draft:
    first, last = places
    date = _date(items, last, context, value)
    modality = Modality.DONE
    for verb in verbs:
        if verb.finite and verb.mood == "will" and abs(verb.start - first) < 12:
            modality = Modality.PLANNED
    return Draft(
        ClaimKind.COUNT,
        modality,
        items[max(0, first - 1)].start,
        items[min(len(items) - 1, last + 2)].end,
        treaty=treaty,
        date=date,
        value=value,
        trace={"words": "count", **(_condition(items) if modality is Modality.PLANNED else {})},
    )


def _condition(items: list[Item]) -> dict[str, str]:
    """The words before the first comma on which a coming count hangs: "after Poland's exit"."""
    first = items[0]
    fronted = first.has("time") or first.has("condition_time") or first.has("with")
    comma = next((k for k, i in enumerate(items) if i.kind == ","), 0)
    words = " ".join(i.low for i in items[:comma])
    return {"condition": words} if fronted and words else {}


def _date(items: list[Item], last: int, context: Context, value: Count) -> PartialDate | None:
    begins = items[:3]
    told = next((k for k, i in enumerate(begins) if i.word.verb), len(begins))
    for item in [*items[last : last + 7], *begins[:told]]:
        if item.kind == "D" and not item.value.adjective and item.value.year and value.role is None:
            return context.resolve(item.value, item.start)
    return None
