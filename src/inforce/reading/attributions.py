"""Who is said to have said it, and through whom it came."""

from __future__ import annotations

from inforce.reading.drafts import Draft
from inforce.reading.items import Item
from inforce.reading.verbs import Verb
from inforce.record.values import Attribution
from inforce.terms import ClaimKind, Modality

MOST_WORDS = 14


def attributions(items: list[Item], verbs: list[Verb], text: str) -> list[Draft]:
    """The sources that a sentence names, the first voice with the one that passes it on."""
    said: list[tuple[int, int]] = []
    inside = {place for verb in verbs for place in range(verb.start, verb.end)}
    for verb in verbs:
        if verb.concept != "say" or verb.head is None or verb.negative:
            continue
        if items[verb.head].has("cites"):
            continue
        speaker = (
            _after(items, verb.end)
            if verb.passive or _inverted(items, verb)
            else _before(items, verb.start, inside)
        )
        if speaker is not None:
            said.append(speaker)
    cited = [
        span
        for place, item in enumerate(items)
        if item.kind == "w" and (item.has("according") or item.has("cites"))
        for span in [_after(items, place + 1)]
        if span is not None
    ]
    said += _wires(items)
    if cited:
        return [_draft(items, text, span, said[0] if said else None) for span in cited]
    if len(said) == 2 and said[0][1] < said[1][0] and _chained(items, said):
        return [_draft(items, text, said[0], said[1])]
    return [_draft(items, text, span, None) for span in said]


def _chained(items: list[Item], said: list[tuple[int, int]]) -> bool:
    """ "reported by BNS, writes UNN": the second passes on the first."""
    between = items[said[0][1] : said[1][0]]
    return any(i.kind == "," for i in between) and len(between) <= 8


def _inverted(items: list[Item], verb: Verb) -> bool:
    """ "writes UNN": the speaker stands after the verb, which follows a comma or a quotation."""
    before = items[verb.start - 1] if verb.start else None
    after = items[verb.end] if verb.end < len(items) else None
    mark = before is not None and before.kind in ',"'
    return mark and after is not None and after.capital


def _before(items: list[Item], end: int, verbs: set[int]) -> tuple[int, int] | None:
    """The speaker's noun group before a verb: back to a mark that ends it."""
    start = end
    commas = 0
    while start and end - start < MOST_WORDS:
        item = items[start - 1]
        if item.kind in '.;:"-' or start - 1 in verbs or item.has("time") or item.has("in"):
            break
        if item.kind == ",":
            apposition = commas == 0 and any(
                i.capital or i.kind == "E" for i in items[max(0, start - 5) : start - 1]
            )
            if start == end:
                start -= 1
                continue
            if not apposition:
                break
            commas += 1
        if item.kind == "w" and (
            (item.has("coordinate") and not item.has("list_join")) or item.has("relative")
        ):
            break
        start -= 1
    while start < end and (
        items[start].kind in ",D" or items[start].has("in") or items[start].has("coordinate")
    ):
        start += 1
    return _named(items, start, end)


def _after(items: list[Item], start: int) -> tuple[int, int] | None:
    """The speaker after "by" or "according to", up to the next mark or verb."""
    place = start
    while (
        place < len(items)
        and items[place].kind == "w"
        and (items[place].has("by") or items[place].has("articles") or items[place].has("adverbs"))
    ):
        place += 1
    end = place
    while end < len(items) and end - place < MOST_WORDS:
        item = items[end]
        if (
            item.kind in ',.;:")D'
            or (item.has("in") and end > place)
            or (item.kind == "w" and (item.has("relative") or item.has("be") or item.has("have")))
        ):
            break
        end += 1
    return _named(items, place, end)


def _named(items: list[Item], start: int, end: int) -> tuple[int, int] | None:
    """The span, if it holds a name, a body or an office."""
    while end > start and (items[end - 1].kind in ",-" or items[end - 1].has("adverbs")):
        end -= 1
    group = items[start:end]
    if any(_proper(i) for i in group):
        return start, end
    return None


def _proper(item: Item) -> bool:
    """Whether it names someone: a capital on no grammar word, or a body of a named state."""
    if item.kind == "E":
        named = bool(item.value.participants) or any(
            part.capital and not part.word.role for part in item.parts
        )
        return named and item.value.pronoun is None and item.value.role != "state"
    return item.capital and item.kind in "wO" and not item.word.function and not item.word.noun


def _wires(items: list[Item]) -> list[tuple[int, int]]:
    """An agency's sign in brackets or between strokes: (AFP), /TASS/."""
    found: list[tuple[int, int]] = []
    for place, item in enumerate(items[1:-1], 1):
        marked = items[place - 1].low in ("(", "/") and items[place + 1].low in (")", "/")
        if item.kind == "w" and item.has("wires") and marked:
            found.append((place, place + 1))
    return found


def _draft(
    items: list[Item], text: str, span: tuple[int, int], via: tuple[int, int] | None
) -> Draft:
    source = text[items[span[0]].start : items[span[1] - 1].end]
    known = next((i.value.id for i in items[span[0] : span[1]] if i.kind == "O"), None)
    if known and known not in source:
        source = f"{source} ({known})"
    through = text[items[via[0]].start : items[via[1] - 1].end] if via is not None else None
    start = min(items[s[0]].start for s in (span, via) if s is not None)
    end = max(items[s[1] - 1].end for s in (span, via) if s is not None)
    return Draft(
        ClaimKind.ATTRIBUTION,
        Modality.DONE,
        start,
        end,
        value=Attribution(source, through),
        trace={"words": "attribution"},
    )
