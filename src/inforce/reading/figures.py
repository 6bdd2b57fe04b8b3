"""Money, casualties and comparisons: figures that no treaty rule decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inforce.dates import PartialDate
from inforce.reading.context import Context
from inforce.reading.drafts import Draft
from inforce.reading.items import Actor, Item
from inforce.reading.verb import Verb
from inforce.record.values import Amount, Casualties, Comparison, Other
from inforce.terms import ClaimKind, Modality

REACH = 6
_BENDING = ("about", "more", "less", "at_least", "ratio_starts")


def figures(
    items: list[Item],
    verbs: list[Verb],
    context: Context,
    classes: set[str],
    tables: Mapping[str, Any],
) -> list[Draft]:
    """The amounts, casualties, comparisons and rankings of a sentence.

    ``classes``: all the classes of its words.
    """
    money = not tables["currencies"].keys().isdisjoint([item.low for item in items])
    return [
        *(_money(items, verbs, context, tables) if money else ()),
        *(_casualties(items, context) if "casualties" in classes else ()),
        *(_rankings(items, context) if "largest" in classes else ()),
    ]


def _money(
    items: list[Item], verbs: list[Verb], context: Context, tables: Mapping[str, Any]
) -> list[Draft]:
    drafts: list[Draft] = []
    for place, item in enumerate(items):
        currency = tables["currencies"].get(item.low) if item.kind == "w" else None
        if currency is None:
            continue
        value, span = _amount(items, place, tables)
        if value is None and span is None:
            continue
        start, end = span or (place, place)
        words = None if value is not None else items[start].low
        amount = Amount(
            value, currency, words, "~" if _about(items, start) else "=", _purpose(items, end)
        )
        planned = any(
            v.mood in ("will", "would") or v.concept in ("plan", "propose") for v in verbs
        )
        drafts.append(
            Draft(
                ClaimKind.AMOUNT,
                Modality.PLANNED if planned else Modality.DONE,
                items[start].start,
                items[min(len(items) - 1, end + 2)].end,
                participants=_subject(items, start, context),
                value=amount,
                trace={"words": item.low},
            )
        )
    return drafts


def _amount(
    items: list[Item], place: int, tables: Mapping[str, Any]
) -> tuple[float | None, tuple[int, int] | None]:
    """The number at a currency sign or word, and the places it spans."""
    if place + 1 < len(items) and items[place + 1].kind == "N":
        value, end = _scaled(items, place + 1, tables)
        return value, (place, end)
    before = place - 1
    while (
        before >= 0
        and items[before].kind == "w"
        and (items[before].has("of") or items[before].low in tables["magnitudes"])
    ):
        before -= 1
    if before >= 0 and items[before].kind == "N":
        value, _ = _scaled(items, before, tables)
        return value, (before, place)
    if before >= 0 and items[before].kind == "w" and items[before].low in tables["vague"]:
        return None, (before, place)
    return None, None


def _scaled(items: list[Item], place: int, tables: Mapping[str, Any]) -> tuple[float, int]:
    value = float(items[place].value.n)
    after = items[place + 1] if place + 1 < len(items) else None
    if after is not None and after.low in tables["magnitudes"]:
        return value * float(tables["magnitudes"][after.low]), place + 1
    return value, place


def _about(items: list[Item], place: int) -> bool:
    return any(i.kind == "w" and i.has("about") for i in items[max(0, place - 2) : place])


def _purpose(items: list[Item], end: int) -> str | None:
    """What the money is for: the words after "on" or "for", up to the next mark."""
    for place in range(end + 1, min(len(items), end + 8)):
        if items[place].kind in ",.;":
            return None
        if items[place].kind == "w" and (items[place].has("on") or items[place].has("for")):
            words: list[str] = []
            for item in items[place + 1 : place + 9]:
                if item.kind in ",.;" or item.has("on"):
                    break
                words.append(item.low)
            return " ".join(words) or None
    return None


def _subject(items: list[Item], place: int, context: Context) -> tuple[str, ...]:
    actor = next((i.value for i in items[:place] if i.kind == "E"), Actor(()))
    return context.participants(actor)


def _casualties(items: list[Item], context: Context) -> list[Draft]:
    found: list[tuple[Casualties, int, int, PartialDate | None]] = []
    for place, item in enumerate(items):
        if item.kind != "N":
            continue
        noun = next(
            (k for k in range(place + 1, min(len(items), place + 4)) if items[k].has("casualties")),
            None,
        )
        share = place + 1 < len(items) and items[place + 1].has("percent")
        if share and any(i.kind == "w" and i.has("casualties") for i in items):
            value = Casualties(None, _words(items, place), None, share=item.value.n / 100)
            found.append(
                (value, place, min(len(items) - 1, place + 5), _year(items, place, context))
            )
        elif noun is not None and item.value.n == int(item.value.n):
            value = Casualties(float(item.value.n), _words(items, place), items[noun].low)
            found.append((value, place, noun, _year(items, place, context)))
    drafts = [
        Draft(
            ClaimKind.CASUALTIES,
            Modality.DONE,
            items[start].start,
            items[end].end,
            treaty=None,
            date=date,
            value=value,
            trace={"words": items[end].low},
        )
        for value, start, end, date in found
    ]
    ratio = next((i for k, i in enumerate(items) if i.has("ratios") and _is_ratio(items, k)), None)
    counted = [(value, start, date) for value, start, _, date in found if value.n is not None]
    if ratio is not None and len(counted) == 1:
        counted += _bare_figure(items, items.index(ratio), counted[0], context)
        drafts += [_figure(items, one) for one in counted[1:]]
    if ratio is not None and len(counted) == 2:
        drafts.append(_comparison(items, ratio, counted))
    return drafts


def _is_ratio(items: list[Item], place: int) -> bool:
    """A word of comparison; "third" only in "a third fewer"."""
    after = items[place + 1] if place + 1 < len(items) else None
    return items[place].kind == "w" or (after is not None and after.has("ratio_ends"))


_Counted = tuple[Casualties, int, PartialDate | None]


def _bare_figure(
    items: list[Item], ratio: int, first: _Counted, context: Context
) -> list[_Counted]:
    """ "more than double the 390 recorded in 2023": a number of what was counted before it."""
    for place in range(ratio + 1, min(len(items), ratio + REACH)):
        item = items[place]
        if item.kind == "N" and place > first[1] and item.value.n == int(item.value.n):
            value = Casualties(float(item.value.n), first[0].unit, first[0].unit)
            return [(value, place, _year(items, place, context))]
    return []


def _figure(items: list[Item], counted: _Counted) -> Draft:
    value, place, date = counted
    return Draft(
        ClaimKind.CASUALTIES,
        Modality.DONE,
        items[place].start,
        items[min(len(items) - 1, place + 1)].end,
        date=date,
        value=value,
        trace={"words": "figure beside a comparison"},
    )


def _ratio_words(items: list[Item], ratio: Item) -> str:
    """The ratio with the words that bend it: "nearly three times", "up by more than half"."""
    first = last = items.index(ratio)
    while first and any(items[first - 1].has(name) for name in _BENDING):
        first -= 1
    while last + 1 < len(items) and items[last + 1].has("ratio_ends"):
        last += 1
    return " ".join(i.low for i in items[first : last + 1])


def _comparison(items: list[Item], ratio: Item, counted: list[_Counted]) -> Draft:
    (left, first, _), (right, second, _) = counted
    words = _ratio_words(items, ratio)
    value = Comparison(left.n or 0.0, right.n or 0.0, words, left.unit, right.unit)
    return Draft(
        ClaimKind.COMPARISON,
        Modality.DONE,
        items[first].start,
        items[min(len(items) - 1, second + 1)].end,
        value=value,
        trace={"words": ratio.low},
    )


def _words(items: list[Item], place: int) -> str:
    words: list[str] = []
    for item in items[place + 1 : place + 9]:
        if item.kind in ",.;-" or (item.kind == "D" and item.value.relative):
            break
        words.append(item.low)
    return " ".join(words)


def _year(items: list[Item], place: int, context: Context) -> PartialDate | None:
    """The date nearest to a figure: after it within reach, else the last one before it."""
    after = [i for i in items[place : place + REACH] if i.kind == "D"]
    before = [i for i in items[:place] if i.kind == "D"]
    nearest = after[0] if after else before[-1] if before else None
    return context.resolve(nearest.value, nearest.start) if nearest is not None else None


def _rankings(items: list[Item], context: Context) -> list[Draft]:
    for place, item in enumerate(items):
        if item.kind == "w" and item.has("largest") and place and items[place - 1].kind == "N":
            rank = int(items[place - 1].value.n)
            return [
                Draft(
                    ClaimKind.OTHER,
                    Modality.DONE,
                    items[place - 1].start,
                    items[min(len(items) - 1, place + 3)].end,
                    participants=_subject(items, place, context),
                    value=Other("ranking", f"{rank} {item.low} {_words(items, place)}"),
                    trace={"words": item.low},
                )
            ]
    return []
