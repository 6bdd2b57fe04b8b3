"""Who is said to have said it, and through whom it came."""

from __future__ import annotations

from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Item
from inforce.reading.verb import Verb
from inforce.record.values import Attribution
from inforce.terms import ClaimKind, Modality

MOST_WORDS = 14
SHORT = 3
"""Letters that a title or an initial before a stop has at most."""
_ENDS_SPEAKER = ("relative", "be", "have", "time", "condition", "reason")


def attributions(items: list[Item], verbs: list[Verb], context: Context, text: str) -> list[Draft]:
    """The sources that a sentence names, the first voice with the one that passes it on.

    A voice named before in full, and now by its surname or initials, is marked as dropped.
    """
    drafts = _voices(items, verbs, text)
    for draft in drafts:
        if isinstance(draft.value, Attribution):
            draft.dropped = context.heard(draft.value.source)
    return drafts


def _voices(items: list[Item], verbs: list[Verb], text: str) -> list[Draft]:
    said: list[tuple[int, int]] = []
    inside = {place for verb in verbs for place in range(verb.start, verb.end)}
    for verb in verbs:
        if verb.concept != "say" or verb.head is None or verb.negative:
            continue
        if items[verb.head].has("cites"):
            continue
        speaker = (
            _after(items, verb.end)
            if verb.passive or _inverted(items, verb, inside)
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


def _inverted(items: list[Item], verb: Verb, verbs: set[int]) -> bool:
    """ "writes UNN": the speaker stands after the verb, which follows a comma or a quotation.

    Not in "the minister, said Estonia would leave", where the name is another verb's subject.
    """
    before = items[verb.start - 1] if verb.start else None
    place = verb.end
    while place < len(items) and items[place].capital:
        place += 1
    mark = before is not None and before.kind in ',"'
    return mark and place > verb.end and place not in verbs


def _before(items: list[Item], end: int, verbs: set[int]) -> tuple[int, int] | None:
    """The speaker's noun group before a verb: back to a mark that ends it.

    A comma is crossed only inside "X, the minister, said", where one stands before the verb too.
    """
    if end and items[end - 1].has("coordinate"):
        return None
    closing = bool(end) and items[end - 1].kind == ","
    start = end - closing
    commas = 0
    while start and end - start < MOST_WORDS:
        item = items[start - 1]
        if start - 1 in verbs and closing:
            return None
        if item.kind == ",":
            named = any(i.capital or i.kind == "E" for i in items[max(0, start - 5) : start - 1])
            if not closing or commas or not named:
                break
            commas += 1
        elif start - 1 in verbs or _before_speaker(items, start - 1):
            break
        start -= 1
    while start < end and (
        items[start].kind in ",D" or items[start].has("in") or items[start].has("coordinate")
    ):
        start += 1
    return _named(items, start, end)


def _before_speaker(items: list[Item], place: int) -> bool:
    """Whether an item cannot be part of the speaker's name, office or house."""
    item, earlier = items[place], items[place - 1] if place else None
    if item.kind == ".":
        return not _abbreviates(items, place)
    if item.kind in ';:"-T':
        return True
    if item.kind != "w":
        return False
    if item.has("in"):
        return earlier is None or earlier.kind in ',.;:-"' or earlier.word.verb is not None
    joined = item.has("coordinate") and not item.has("list_join")
    return joined or item.has("time") or item.has("relative")


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
            (item.kind in ',.;:")D' and not _abbreviates(items, end))
            or (item.has("in") and end > place)
            or (item.kind == "w" and any(item.has(name) for name in _ENDS_SPEAKER))
        ):
            break
        end += 1
    return _named(items, place, end)


def _abbreviates(items: list[Item], place: int) -> bool:
    """Whether a stop stands inside a name: "Mr. Cayetano", "Alan S. Cayetano"."""
    around = items[max(0, place - 1) : place + 2]
    short = len(around[0].low) <= SHORT and around[0].capital
    return (
        around[1:2] == [items[place]] and items[place].kind == "." and short and around[-1].capital
    )


def _named(items: list[Item], start: int, end: int) -> tuple[int, int] | None:
    """The span, if it holds a name, a body or an office."""
    while end > start and (items[end - 1].kind in ",-" or items[end - 1].has("adverbs")):
        end -= 1
    group = items[start:end]
    if any(i.kind == "E" and i.value.pronoun and not i.possessive for i in group):
        return None
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
