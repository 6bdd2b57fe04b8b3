"""Verb groups: auxiliaries, negation, modality, tense and voice round one main verb."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.reading.items import Item
from inforce.reading.lexicon import Lexicon

CORES = frozenset({"leave", "join", "ratify", "accept", "sign", "suspend", "succeed", "expel"})
"""Concepts of acts towards a treaty."""
_NOUN_CLASSES = frozenset(
    {"state_nouns", "plural_state_nouns", "countable", "countable_one", "treaty_nouns"}
)


@dataclass(slots=True)
class Verb:
    """One verb group over ``items[start:end]``; ``head`` is the main verb's place or None.

    ``concept`` is the lexicon's, ``copula`` for a form of "be" alone, ``ellipsis`` for an
    auxiliary that repeats an earlier verb. ``mood`` is "", ``will``, ``would`` or ``may``.
    ``form`` is finite, infinitive, gerund or participle.
    """

    start: int
    end: int
    head: int | None
    concept: str
    form: str = "finite"
    mood: str = ""
    negative: bool = False
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    ended: bool = False
    """Whether "no longer" stands in it."""

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause of its own."""
        return self.form == "finite"


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
    if item.word.verb or _looks_past(items, at, suffixes):
        return _bare(items, at, suffixes)
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
            last == "be" and _gerund_like(item, suffixes)
        ):
            _take(verb, place, item.word.verb or "neutral")
            verb.progressive = True
            return
        if last == "be" and ("participle" in forms or _past_like(item, suffixes)):
            _take(verb, place, item.word.verb or "neutral")
            verb.passive = True
            return
        if last == "have" and ("participle" in forms or _past_like(item, suffixes)):
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


def _past_like(item: Item, suffixes: dict[str, list[str]]) -> bool:
    return (
        item.word.verb is None
        and not item.word.function
        and item.low.endswith(tuple(suffixes["past_participle_suffix"]))
    )


def _gerund_like(item: Item, suffixes: dict[str, list[str]]) -> bool:
    plain = item.word.verb is None and item.word.noun is None and not item.word.function
    return plain and item.low.endswith(tuple(suffixes["gerund_suffix"]))


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


def _bare(items: list[Item], at: int, suffixes: dict[str, list[str]]) -> Verb | None:
    """A main verb without auxiliaries, unless it is a noun or an adjective here."""
    item = items[at]
    forms = item.word.forms
    concept = item.word.verb or "neutral"
    previous = at - 1
    negative = False
    while (
        previous >= 0
        and items[previous].kind == "w"
        and (items[previous].has("adverbs") or items[previous].has("not"))
    ):
        negative = negative or items[previous].has("not")
        previous -= 1
    before = items[previous] if previous >= 0 else None
    if forms and forms <= {"gerund"}:
        noun_like = before is not None and before.kind == "w" and before.has("articles")
        return None if noun_like else Verb(at, at + 1, at, concept, "gerund")
    pointing = before is not None and before.kind == "w" and before.has("this") and "past" in forms
    bound = before is not None and before.word.verb in ("become", "remain") and "past" in forms
    if bound or (before is not None and _noun_place(before) and not pointing):
        return None
    if "past" not in forms and item.word.classes & _NOUN_CLASSES:
        return None
    verb = Verb(at, at + 1, at, concept, past="past" in forms or not forms, negative=negative)
    after = items[at + 1] if at + 1 < len(items) else None
    by_next = after is not None and after.kind == "w" and after.has("by")
    if "past" in forms or not forms:
        if by_next and ("participle" in forms or not forms):
            verb.form, verb.passive = "participle", True
        elif before is not None and before.kind == "," and (item.low not in suffixes["past_signs"]):
            verb.form = "finite"
        return verb
    if "participle" in forms:
        verb.form, verb.passive = "participle", True
        return verb
    if "third" in forms:
        is_noun = item.word.noun or item.word.role
        subject = before is not None and (
            before.kind in "ETO"
            or (before.kind == "w" and bool(before.word.role))
            or (concept == "say" and before.capital and not before.word.function)
            or (concept in ("effect", "end") and before.word.noun is not None)
        )
        relative = before is not None and before.kind == "w" and before.has("relative")
        plain = before is not None and before.kind == "w" and not before.word.function
        if is_noun and not (subject or relative):
            return None
        if not subject and not relative and (after is None or after.kind in ".,;"):
            return None
        return (
            verb
            if subject or relative or plain or (before is not None and before.kind in ",)-")
            else None
        )
    # base form: a present plural, or what a headline or a subjunctive puts
    if before is not None and before.kind == "," and previous > 0:
        before = items[previous - 1]
    plural = before is not None and _plural(before, suffixes)
    if before is not None and before.kind == "T":
        owner = _noun_over(items, previous)
        plural = owner is not None and _plural(owner, suffixes)
    if item.word.noun or item.word.role or item.word.function:
        return verb if plural else None
    relative = before is not None and before.kind == "w" and before.has("relative")
    return verb if plural or relative or before is None else None


def _noun_over(items: list[Item], at: int) -> Item | None:
    """ "obligations under the convention": the noun on which the treaty before a verb hangs."""
    step = at - 1
    while step >= 0 and items[step].has("articles"):
        step -= 1
    governed = step > 0 and items[step].has("in")
    return items[step - 1] if governed else None


def _noun_place(before: Item) -> bool:
    """Whether what stands before makes the next word a noun or an adjective."""
    if before.kind in "ET" and (
        before.possessive
        or (before.kind == "E" and before.value.adjective and not before.value.nationals)
    ):
        return True
    if before.kind == "N":
        return True
    if before.kind != "w":
        return False
    if before.possessive:
        return True
    return bool(
        before.word.classes & {"articles", "prepositions", "of", "by", "in", "on", "with", "this"}
    ) and not (before.has("relative") or before.has("to"))


def _plural(before: Item, suffixes: dict[str, list[str]]) -> bool:
    if before.kind == "E":
        actor = before.value
        return bool(
            len(actor.participants) > 1
            or actor.pronoun == "many"
            or actor.role != "state"
            or before.parts
            or (actor.participants and len(actor.participants[0]) != 3)
        )
    if before.kind == "T":
        return False
    if before.kind != "w" or not before.low.endswith(tuple(suffixes["plural_suffix"])):
        return before.kind == "w" and before.has("countable")
    if before.has("countable"):
        return True
    return before.word.verb is None or before.word.noun is not None


def _looks_past(items: list[Item], at: int, suffixes: dict[str, list[str]]) -> bool:
    """Whether a word the lexicon lacks looks like a past tense at a verb's place."""
    item = items[at]
    if (
        item.word.function
        or item.word.noun
        or item.word.role
        or item.capital
        or not _past_like(item, suffixes)
    ):
        return False
    before = items[at - 1] if at else None
    return before is not None and (
        before.kind in "EO),"
        or (before.kind == "w" and (before.has("relative") or before.has("adverbs")))
    )
