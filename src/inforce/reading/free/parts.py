"""Sentences that the dot of a date hides, and datelines, each made a passage of its own."""

from __future__ import annotations

from inforce.reading.items import Item
from inforce.reading.sentences import Sentence

_DATELINE = 5
"""Items that a dateline has at most: a place, brackets, a comma and the date."""


def parted(items: list[Item], text: str, sentence: Sentence) -> list[tuple[Sentence, list[Item]]]:
    """The sentence, cut behind each date whose own dot ends a sentence ("gegužės 8 d. Seimas ...").

    A verb must stand on both sides, since the dot of "8 d." stands inside sentences too; a date
    with only a place before it is a dateline.
    """
    parts: list[tuple[Sentence, list[Item]]] = []
    begin = 0
    for place in range(1, len(items)):
        if _ends(items, begin, place, text):
            parts.append(_part(sentence, items, begin, place))
            begin = place
    return [*parts, _part(sentence, items, begin, len(items))]


def _ends(items: list[Item], begin: int, place: int, text: str) -> bool:
    head, tail = items[begin:place], items[place:]
    if not begin and _dateline(head, tail[0]):
        return True
    dated = head[-1].kind == "D" and text[head[-1].end - 1] == "."
    return dated and tail[0].capital and _tells(head) and _tells(tail)


def _dateline(head: list[Item], after: Item) -> bool:
    """ "VILNIUS, 10 luglio -", "HELSINKI (10. juli):"."""
    place = head[0].kind == "E" or (head[0].kind == "w" and head[0].capital)
    if len(head) > _DATELINE or not place or after.kind in ".,)":
        return False
    marks = [i for i in head if i.kind not in ".,():-"]
    closed = head[-1].kind in ".:-" or (head[-1].kind == "D" and after.capital)
    shape = len(marks) == 2 and marks[1].kind == "D" and head[1].kind in ",("
    return closed and shape


def _tells(items: list[Item]) -> bool:
    return any(i.kind == "w" and (i.word.verb or "be" in i.word.classes) for i in items)


def _part(
    sentence: Sentence, items: list[Item], begin: int, end: int
) -> tuple[Sentence, list[Item]]:
    start = sentence.start if not begin else items[begin].start
    last = sentence.end if end == len(items) else items[end - 1].end
    return Sentence(start, last, sentence.heading), items[begin:end]
