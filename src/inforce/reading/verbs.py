"""Verb groups: auxiliaries, negation, modality, tense and voice round one main verb."""

from __future__ import annotations

from inforce.reading.bare_verbs import bare, gerund_like, looks_past, past_like
from inforce.reading.items import Item
from inforce.reading.lexicon import Lexicon
from inforce.reading.verb import Verb


def verbs_of(items: list[Item], lexicon: Lexicon, *, heading: bool) -> list[Verb]:
    """The verb groups of a sentence, in order."""
    suffixes = lexicon.data["grammar"]
    past = tuple(suffixes["past_participle_suffix"])
    found: list[Verb] = []
    at, count = 0, len(items)
    while at < count:
        item = items[at]
        if item.kind != "w" or not (item.word.opens_verb or item.low.endswith(past)):
            at += 1
            continue
        verb = _verb_at(items, at, suffixes, heading=heading) or _shares_mood(items, at, found)
        if verb is None:
            at += 1
        else:
            found.append(verb)
            at = verb.end
            if (
                verb.concept == "copula"
                and at < len(items)
                and items[at].has("complete_adjectives")
            ):
                at += 1
    return found


def _shares_mood(items: list[Item], at: int, found: list[Verb]) -> Verb | None:
    """ "will suspend the treaty and leave": the second verb has the first one's auxiliary."""
    item, last = items[at], found[-1] if found else None
    before = items[at - 1] if at else None
    if last is None or not last.mood or before is None or not before.has("coordinate"):
        return None
    if item.kind != "w" or item.word.verb is None or "base" not in item.word.forms:
        return None
    return Verb(at, at + 1, at, item.word.verb, mood=last.mood)


def _auxiliary(item: Item) -> str | None:
    if item.kind != "w":
        return None
    return item.word.auxiliary


def _verb_at(
    items: list[Item], at: int, suffixes: dict[str, list[str]], *, heading: bool
) -> Verb | None:
    item = items[at]
    if item.kind != "w":
        return None
    if _auxiliary(item) and not item.possessive:
        return _with_auxiliaries(items, at, suffixes)
    if item.has("to") and at + 1 < len(items):
        return _infinitive(items, at, suffixes, heading=heading)
    if item.word.verb or looks_past(items, at, suffixes):
        return bare(items, at, suffixes)
    return None


def _skip(items: list[Item], at: int) -> tuple[int, bool]:
    """Past adverbs and negations from ``at``; whether one negates."""
    negative = False
    while at < len(items):
        item = items[at]
        if item.kind == "w" and item.has("not"):
            negative = True
        elif not (item.kind == "w" and item.has("adverbs") and not item.has("time")):
            break
        at += 1
    return at, negative


def _with_auxiliaries(items: list[Item], at: int, suffixes: dict[str, list[str]]) -> Verb:
    before = items[at - 1] if at else None
    verb = Verb(
        at,
        at + 1,
        None,
        "copula",
        negative=before is not None and before.kind == "w" and _negates(before),
    )
    place = at
    last = ""
    while place < len(items):
        name = _auxiliary(items[place])
        after_be = items[place].word.classes if last == "be" and items[place].kind == "w" else ()
        if "will_after_be" in after_be or "may_after_be" in after_be:
            verb.mood = verb.mood or ("will" if "will_after_be" in after_be else "may")
            last = verb.mood
            place += 1
            continue
        if name is None:
            if items[place].has("no_longer") and _verb_follows(items, place + 1):
                verb.ended = True
                place += 1
                continue
            after, negative = _skip(items, place)
            verb.negative = verb.negative or negative
            if after == place or after >= len(items):
                place = after
                break
            place = after
            continue
        if name == "yet_to":
            name, verb.negative = "do", True
        if name in ("will", "would", "may"):
            verb.mood = verb.mood or name
        if place == at and items[place].has("gerund_aux"):
            verb.form = "gerund"
        if name in ("be", "have", "do") and items[place].low in suffixes["past_signs"]:
            verb.past = True
        if name == "have" and last == "have":
            break
        verb.perfect = verb.perfect or name == "have"
        last = name
        place += 1
    _main(items, place, verb, suffixes, last)
    return verb


def _negates(before: Item) -> bool:
    """ "nor did it", "never has", "Rwanda never did"."""
    return before.has("inverting") or (before.has("at_no_time") and before.has("not"))


def _verb_follows(items: list[Item], at: int) -> bool:
    item = items[at] if at < len(items) else None
    return item is not None and (_auxiliary(item) is not None or item.word.verb is not None)


def _main(
    items: list[Item], place: int, verb: Verb, suffixes: dict[str, list[str]], last: str
) -> None:
    verb.end = place
    item = items[place] if place < len(items) else None
    if item is not None and item.kind == "w" and not (item.has("articles") and not item.word.verb):
        forms = item.word.forms
        if (last in ("be",) and "gerund" in forms) or (
            last == "be" and gerund_like(item, suffixes)
        ):
            _take(verb, place, item.word.verb or "neutral")
            verb.progressive = True
            return
        if last == "be" and ("participle" in forms or past_like(item, suffixes)):
            _take(verb, place, item.word.verb or "neutral")
            verb.passive = True
            return
        if last == "have" and ("participle" in forms or past_like(item, suffixes)):
            _take(verb, place, item.word.verb or "neutral")
            return
        if last in ("will", "would", "may", "do") and "base" in forms:
            _take(verb, place, item.word.verb or "neutral")
            return
        plain = last == "do" and not item.word.noun and not item.capital and item.kind == "w"
        if (last in ("will", "would", "may") or plain) and not item.word.function:
            _take(verb, place, "neutral")
            return
    if last == "be":
        verb.concept = "copula"
    elif last == "have" and item is not None and item.kind not in (".", ";"):
        verb.concept, verb.perfect = "light", False
    else:
        verb.concept = "ellipsis"


def _take(verb: Verb, place: int, concept: str) -> None:
    verb.head, verb.end, verb.concept = place, place + 1, concept


def _infinitive(
    items: list[Item], at: int, suffixes: dict[str, list[str]], *, heading: bool
) -> Verb | None:
    place, negative = _skip(items, at + 1)
    if place >= len(items) or items[place].kind != "w":
        return None
    item = items[place]
    forms = item.word.forms
    before = items[at - 1] if at else None
    negative = negative or (before is not None and before.kind == "w" and before.has("not"))
    verb = Verb(at, place + 1, place, item.word.verb or "neutral", "infinitive", negative=negative)
    if "be" in item.word.classes or "have" in item.word.classes:
        inner = _with_auxiliaries(items, place, suffixes)
        inner.start, inner.form, inner.negative = at, "infinitive", negative
        return inner
    if "base" not in forms:
        known = item.word.noun or item.word.role or item.word.function or item.capital
        return None if known or item.word.verb else verb
    if heading and before is not None and before.kind in "E,)":
        verb.form, verb.mood = "finite", "will"
    return verb
