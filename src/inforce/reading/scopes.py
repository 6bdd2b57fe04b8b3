"""What a treaty is said to cover or to leave out."""

from __future__ import annotations

from inforce.reading.attach import treaties_in
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Item
from inforce.record.values import Scope
from inforce.terms import ClaimKind, Modality

MOST_ITEMS = 16
"""How far the list of things covered may run."""
_CLAUSAL = ("relative", "reason", "time", "be", "have", "may", "will", "would")
_BREAKS = '.;-("'


def scopes(items: list[Item], context: Context) -> list[Draft]:
    """ "It does not cover X", "it leaves X untouched", "X is not covered by the treaty"."""
    drafts: list[Draft] = []
    for place, item in enumerate(items):
        if item.kind != "w":
            continue
        found = _active(items, place, context) or _passive(items, place, context)
        if found is not None:
            drafts.append(found)
    return drafts


def _active(items: list[Item], place: int, context: Context) -> Draft | None:
    """The treaty before the word, and what it covers after it."""
    item = items[place]
    covered, end = item.has("scope_in"), _end(items, place + 1)
    if item.has("scope_leaves"):
        rest = (k for k in range(place + 2, end) if items[k].has("scope_rest"))
        end = next(rest, place)
    elif not covered and not item.has("scope_out"):
        return None
    treaty = _treaty_before(items[:place], context, certain=covered)
    whom = next((k for k in range(place + 1, min(end, place + 4)) if items[k].has("from")), place)
    return _draft(items, (whom + 1, end), (item.low, treaty), covered=covered)


def _treaty_before(items: list[Item], context: Context, *, certain: bool) -> str | None:
    """The treaty named last, or the one in focus where the subject is "it".

    ``certain``: "it bans" may be said of a state, so the treaty must have been the last subject.
    """
    named = treaties_in(items, context)
    if named:
        return named[-1]
    nouns = [i for i in items if i.kind == "E"]
    it = len(nouns) == 1 and nouns[0].value.pronoun == "one" and not nouns[0].possessive
    return context.treaty if it and (context.treaty_spoke or not certain) else None


def _passive(items: list[Item], place: int, context: Context) -> Draft | None:
    """The things before the word, and the treaty after it: "are outside its scope"."""
    item = items[place]
    beyond = item.has("scope_beyond")
    by = item.has("scope_by") and place + 1 < len(items) and items[place + 1].has("by")
    if not beyond and not by:
        return None
    verb = next((k for k in range(place, max(-1, place - 4), -1) if _is_be(items[k])), None)
    start = 0 if verb is None else _start(items, verb)
    named = treaties_in(items[place : place + 6], context)
    treaty = named[0] if named else context.treaty if beyond else None
    if verb is None or any(i.kind == "E" for i in items[start:verb]):
        return None
    covered = by and not any(i.has("not") for i in items[verb:place])
    return _draft(items, (start, verb), (item.low, treaty), covered=covered)


def _is_be(item: Item) -> bool:
    return item.has("be") or item.has("scope_falls")


def _start(items: list[Item], end: int) -> int:
    """Where the things named before a verb begin: after the last mark or conjunction."""
    for place in range(end - 1, -1, -1):
        item = items[place]
        if item.kind in _BREAKS or item.kind == "," or item.has("coordinate"):
            return place + 1
    return 0


def _draft(
    items: list[Item], span: tuple[int, int], told: tuple[str, str | None], *, covered: bool
) -> Draft | None:
    start, end = span
    words, treaty = told
    terms = _terms([i for i in items[start:end] if i.kind in "w,"])
    if treaty is None or not terms:
        return None
    return Draft(
        ClaimKind.SCOPE,
        Modality.DONE,
        items[start].start,
        items[end - 1].end,
        treaty=treaty,
        value=Scope(terms, covered),
        trace={"words": words},
    )


def _end(items: list[Item], start: int) -> int:
    """Where the things named end: at a stop, a "but", a relative clause or a speaker."""
    for place in range(start, len(items)):
        item = items[place]
        breaks = item.has("coordinate") and not item.has("list_join")
        speaker = item.kind == "," and any(
            i.kind == "w" and i.word.verb == "say" for i in items[place + 1 : place + 5]
        )
        if item.kind in ".;-(" or breaks or speaker or item.has("relative"):
            return place
        if (item.kind == "," or item.has("list_join")) and not _lists_on(items, place + 1):
            return place
    return len(items)


def _lists_on(items: list[Item], start: int) -> bool:
    """Whether another thing follows a comma, and not a clause or an insertion."""
    for place in range(start, min(len(items), start + MOST_ITEMS)):
        item = items[place]
        if item.kind in ",." or (place > start and item.has("list_join")):
            return True
        clause = any(item.has(name) for name in _CLAUSAL)
        insertion = place == start and (item.capital or item.has("articles"))
        clause = clause or insertion
        if item.kind != "w" or clause or (item.word.verb and "past" in item.word.forms):
            return False
    return True


def _terms(items: list[Item]) -> tuple[str, ...]:
    """The things named: parted at commas and conjunctions if commas show a list."""
    listed = any(item.kind == "," for item in items)
    terms: list[list[str]] = [[]]
    for item in items[:MOST_ITEMS]:
        if item.kind == "," or (listed and item.has("coordinate")):
            terms.append([])
        elif terms[-1] or not item.has("articles"):
            terms[-1].append(item.low)
    return tuple(" ".join(words) for words in terms if words)
