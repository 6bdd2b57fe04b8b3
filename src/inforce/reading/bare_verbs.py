"""Main verbs without auxiliaries, told from the nouns and adjectives that look like them."""

from __future__ import annotations

from inforce.reading.items import Item
from inforce.reading.verb import Verb

_PASSED = frozenset({"adverbs", "not", "no_longer"})
_NOUN_CLASSES = frozenset(
    {"state_nouns", "plural_state_nouns", "countable", "countable_one", "treaty_nouns"}
)


def past_like(item: Item, suffixes: dict[str, list[str]]) -> bool:
    """Whether a word that no lexicon lists looks like a past or a participle."""
    return (
        item.word.verb is None
        and not item.word.function
        and item.low.endswith(tuple(suffixes["past_participle_suffix"]))
    )


def gerund_like(item: Item, suffixes: dict[str, list[str]]) -> bool:
    """Whether a word that no lexicon lists looks like a gerund."""
    plain = item.word.verb is None and item.word.noun is None and not item.word.function
    return plain and item.low.endswith(tuple(suffixes["gerund_suffix"]))


def bare(items: list[Item], at: int, suffixes: dict[str, list[str]]) -> Verb | None:
    """A main verb without auxiliaries, unless it is a noun or an adjective here."""
    item = items[at]
    forms = item.word.forms
    concept = item.word.verb or "neutral"
    previous = at - 1
    negative = False
    while (
        previous >= 0
        and items[previous].kind == "w"
        and not items[previous].word.classes.isdisjoint(_PASSED)
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


def looks_past(items: list[Item], at: int, suffixes: dict[str, list[str]]) -> bool:
    """Whether a word the lexicon lacks looks like a past tense at a verb's place."""
    item = items[at]
    if (
        item.word.function
        or item.word.noun
        or item.word.role
        or item.capital
        or not past_like(item, suffixes)
    ):
        return False
    before = items[at - 1] if at else None
    return before is not None and (
        before.kind in "EO),"
        or (before.kind == "w" and (before.has("relative") or before.has("adverbs")))
    )
