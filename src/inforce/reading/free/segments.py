"""A sentence cut into clauses at its marks and conjunctions, each with what tells its acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from inforce.reading.items import Item
from inforce.reading.lexicon import EMPTY, Word

FINITE = frozenset({"past", "present", "future", "would", "conditional", "passive"})
HELPERS = frozenset({"have", "be", "passive", "will", "would", "may"})
_OPENERS = ("relative", "condition", "complementiser", "time", "reason")
_GOVERNING = frozenset({"prepositions", "of", "by", "in", "from", "with", "for"})
_NOMINAL = frozenset({"articles", "of", "prepositions", "modifiers"})
_SPEAKING = frozenset({"plan", "propose", "say", "vote", "reject", "notify", "begin"})
_HARD = frozenset(";:-()|")


@dataclass(slots=True)
class Segment:
    """One clause: its items, and the class of the word that opens it ("" for a main clause)."""

    items: list[Item]
    marker: str = ""
    parent: Segment | None = None
    triggers: list[Item] = field(default_factory=list)
    said: Segment | None = None
    """The clause beside it that only tells who said it, and when."""
    """The words that stand for a concept, in order."""

    @property
    def finite(self) -> Item | None:
        """The word whose form says when and whether: the first finite verb of a concept."""
        return next((i for i in self.triggers if is_finite(i, self.items)), None)

    def has(self, name: str) -> bool:
        """Whether a word of that class stands in the clause."""
        return any(i.kind == "w" and i.has(name) for i in self.items)


def is_finite(item: Item, items: list[Item]) -> bool:
    """Whether a form tells an act by itself, or with a helping verb beside it."""
    forms = item.word.forms
    if forms & FINITE:
        return True
    if not forms & {"participle", "infinitive"}:
        return False
    place = items.index(item)
    before, after = items[max(0, place - 2) : place], items[place + 1 : place + 3]
    if any(i.has("infinite") for i in before) or any(i.has("infinite_after") for i in after):
        return False  # "to have left": only what another verb is about
    wanted = HELPERS if "participle" in forms else HELPERS - {"have", "be", "passive"}
    return any(i.kind == "w" and i.word.classes & wanted for i in items)


def segments_of(items: list[Item], gaps: Mapping[str, Any]) -> list[Segment]:
    """The clauses of a sentence, those without a concept joined to their neighbour."""
    segments = [Segment(part) for part in _cut(items) if part]
    for segment in segments:
        _fill_gaps(segment.items, gaps)
        _tell_nouns(segment.items)
        segment.triggers = [i for i in segment.items if _is_trigger(i)]
        segment.marker = next((m for m in _OPENERS if _opens(segment.items, m)), "")
    segments = [half for segment in segments for half in _halves(segment)]
    return _linked(_resumed(_joined(segments)))


def _cut(items: list[Item]) -> list[list[Item]]:
    """Runs between marks; a comma inside a list of numbers or before a name alone also cuts."""
    parts: list[list[Item]] = [[]]
    for place, item in enumerate(items):
        if item.kind == "-" and place and items[place - 1].end == item.start:
            parts[-1].append(item)  # "poolt- ja vastuhäält": a hyphen, not a dash
        elif item.kind == "," or item.kind in _HARD:
            parts.append([])
        elif item.kind == "w" and (item.has("complementiser") or item.has("splits")):
            parts.append([item])
        else:
            parts[-1].append(item)
    return parts


def _fill_gaps(items: list[Item], gaps: Mapping[str, Any]) -> None:
    """Give the first part of an entry whose parts stand apart the reading of the whole."""
    lows = [item.low for item in items]
    for place, item in enumerate(items):
        for last, word in gaps.get(item.low, ()) if item.kind == "w" else ():
            later = [k for k in range(place + 1, len(items)) if lows[k] == last]
            if later:
                item.word, items[later[-1]].word = word, EMPTY
                break


def _tell_nouns(items: list[Item]) -> None:
    """Take a word that can be a noun and a verb as a noun after an article or a preposition."""
    for before, item in pairwise(items):
        word = item.word
        if item.kind == "w" and word.noun and word.verb and before.kind == "w":
            if _NOMINAL.isdisjoint(before.word.classes):
                continue
            item.word = Word(None, frozenset(), word.noun, word.nouns, word.role, word.classes)


def _is_trigger(item: Item) -> bool:
    return item.kind == "w" and bool(item.word.verb or item.word.noun)


def _opens(items: list[Item], marker: str) -> bool:
    """Whether one of the first words, before any name, is of that class."""
    for place, item in enumerate(items[:3]):
        if item.kind != "w":
            return False
        if item.has(marker):
            if marker == "time" and item.has("prepositions"):
                return _verb_last(items)
            return marker != "relative" or _relates(items, place)
    return False


def _relates(items: list[Item], place: int) -> bool:
    """Whether a pronoun opens a clause, and is no article of "to leave the convention"."""
    to_do = any("infinitive" in i.word.forms for i in items)
    if items[place].has("articles") and (to_do or not _verb_last(items)):
        return False
    leading = _GOVERNING | {"articles"}  # "il cui parlamento"
    governed = place == 1 and not items[0].word.classes.isdisjoint(leading)
    infinitive = to_do or any(i.has("infinite_after") for i in items)
    return place == 0 or (governed and not infinitive)


def _verb_last(items: list[Item]) -> bool:
    """Whether a clause that an article may open ends in its verb, as a relative clause does."""
    words = [i for i in items if i.kind not in '."']
    return any(i.word.verb or i.word.classes & HELPERS for i in words[-2:])


def _halves(segment: Segment) -> list[Segment]:
    """Two clauses where "and" stands between two finite verbs."""
    finite = [i for i in segment.triggers if i.word.forms & (FINITE | {"participle"})]
    for first, second in pairwise(finite):
        between = range(segment.items.index(first) + 1, segment.items.index(second))
        cut = next((k for k in between if segment.items[k].has("coordinate")), None)
        if cut is not None:
            left, right = segment.items[:cut], segment.items[cut + 1 :]
            return [
                Segment(left, segment.marker, None, [i for i in segment.triggers if i in left]),
                *_halves(
                    Segment(right, "coordinate", None, [i for i in segment.triggers if i in right])
                ),
            ]
    return [segment]


def _joined(segments: list[Segment]) -> list[Segment]:
    """Clauses; a run without any concept belongs to the one before it, or else after it.

    A run that names who can act belongs to the clause after it, if that one names nobody.
    """
    out: list[Segment] = []
    waiting: list[Item] = []
    for place, segment in enumerate(segments):
        after = segments[place + 1] if place + 1 < len(segments) else None
        if waiting and after is not None and _inserted(segment, waiting, after):
            if waiting[-1].kind == "T":
                segment.items = [waiting[-1], *segment.items]
            after.items, segment.parent = waiting + after.items, after
            waiting = []
            out.append(segment)
        elif out and not waiting and _comes_with(segment):
            out[-1].items = out[-1].items + segment.items
            out[-1].triggers = out[-1].triggers + segment.triggers
        elif segment.triggers or segment.marker:
            segment.items = waiting + segment.items
            waiting = []
            out.append(segment)
        elif (
            _is_subject_of(segment, after)
            or not out
            or waiting
            or (out[-1].marker and len(out) > 1 and after is not None)
        ):
            waiting = waiting + segment.items
        else:
            out[-1].items = out[-1].items + [i for i in segment.items if not i.has("not")]
    if waiting and out:
        out[-1].items = out[-1].items + waiting
    elif waiting:
        out.append(Segment(waiting))
    return out


def _resumed(segments: list[Segment]) -> list[Segment]:
    """Clauses, with a subject that an insertion parts from its verb put before the verb again."""
    for first, inserted, third in zip(segments, segments[1:], segments[2:], strict=False):
        nouns = first.triggers and not first.marker and not any(i.word.verb for i in first.triggers)
        parted = inserted.marker or inserted.finite is None
        verb = third.finite
        if nouns and parted and verb is not None and not third.marker and verb in third.items[:3]:
            third.items, third.triggers = (
                first.items + third.items,
                first.triggers + third.triggers,
            )
            return [s for s in segments if s is not first]
    return segments


def _inserted(segment: Segment, subject: list[Item], after: Segment) -> bool:
    """Whether a clause only parts a subject from its verb: "Norway, which borders on it, has"."""
    if after.marker or after.finite is None or subject[-1].kind not in "ET":
        return False
    before = after.items[: after.items.index(after.finite)]
    if any(i.kind == "E" and i.value.role == "state" and not i.possessive for i in before):
        return False
    first = segment.items[0]
    told = first.kind == "w" and bool(first.word.forms & {"participle", "passive"})
    if told and subject[-1].kind == "T":
        first.word = replace(first.word, forms=first.word.forms | {"past"})
    return segment.marker == "relative" or told


def _comes_with(segment: Segment) -> bool:
    """ ", con una nota dirigida al secretario general": nouns alone, after "with"."""
    first = segment.items[0]
    return (
        first.kind == "w" and first.has("with") and not any(i.word.verb for i in segment.triggers)
    )


def _is_subject_of(segment: Segment, after: Segment | None) -> bool:
    """Whether a run names the one who does what the next clause, without a subject, tells."""
    if after is None or after.marker or after.finite is None:
        return False
    before = after.items[: after.items.index(after.finite)]
    named = any(i.kind == "E" and not i.possessive for i in segment.items)
    return named and not any(i.kind == "E" for i in before)


def _linked(segments: list[Segment]) -> list[Segment]:
    """Each marked clause hangs on the nearest clause before it, or else on the one after it."""
    for place, segment in enumerate(segments):
        beside = [s for s in segments[max(0, place - 1) : place + 2] if s is not segment]
        segment.said = next((s for s in beside if _only_says(s)), None)
        if segment.marker == "relative" and not place and segment.parent is None:
            segment.marker = ""
        if segment.marker and segment.parent is None:
            near = segments[place - 1] if place else segments[1] if len(segments) > 1 else None
            segment.parent = near
            if place and near and segment.marker == "relative" and _complements(segment, near):
                segment.marker = "complementiser"
    return segments


def _only_says(segment: Segment) -> bool:
    finite = segment.finite
    return finite is not None and finite.word.verb == "say" and len(segment.triggers) == 1


def _complements(segment: Segment, before: Segment) -> bool:
    """Whether "que" after a verb of planning or saying opens what is planned or said."""
    both = any(i.kind == "w" and i.has("complementiser") for i in segment.items[:1])
    finite = before.finite
    last = before.items[-1] if before.items else None
    if not both or finite is None or last is None or finite.word.verb not in _SPEAKING:
        return False
    return last.kind not in "ET" or last.value is None


def reading(word: Word) -> str:
    """The concept a trigger stands for."""
    return str(word.verb or word.noun)
