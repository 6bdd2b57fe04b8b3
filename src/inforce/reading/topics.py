"""Treaties meant by their subjects: "the conventions on landmines and cluster munitions"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from inforce.reading.items import Item
from inforce.reading.plurals import stem

MOST_WORDS = 14


def name_topics(items: list[Item], titles: Mapping[str, list[frozenset[str]]]) -> None:
    """Give a plural treaty noun the treaties whose titles hold the subjects named after it."""
    for place, item in enumerate(items):
        if item.kind != "T" or item.value.id is not None:
            continue
        if not item.value.plural:
            _name_title(items, place, titles)
            continue
        found: list[str] = []
        for words in _subjects(items[place + 1 : place + MOST_WORDS]):
            fits = {t for t, names in titles.items() if any(words <= name for name in names)}
            if len(fits) == 1:
                found += sorted(fits)
        if len(found) > 1:
            item.value.ids = tuple(found)


def _name_title(items: list[Item], place: int, titles: Mapping[str, list[frozenset[str]]]) -> None:
    """ "the Agreement on marine biological diversity": the one treaty with this in its title."""
    after = items[place + 1 : place + MOST_WORDS]
    words = {stem(i.low) for i in _subject_items(after)}
    if len(words) < 2:
        return
    fits = {t for t, names in titles.items() if any(words <= name for name in names)}
    if len(fits) == 1:
        items[place].value.id = fits.pop()


def leave_out_others(
    items: list[Item], titles: Mapping[str, list[frozenset[str]]], known: Iterable[str]
) -> None:
    """Take no treaty noun for one of a text where its own subject is another's.

    "The treaty on the protection of the Danube" is none of the ``known`` treaties, whose names
    share no word with that; a treaty noun alone may be any of them.
    """
    for place, item in enumerate(items):
        if item.kind != "T" or item.value.id is not None or item.value.ids:
            continue
        subject = _subject_items(items[place + 1 : place + MOST_WORDS])
        words = {stem(i.low) for i in subject}
        if len(words) < 2 or subject[0].has("besides"):
            continue
        if not any(words & name for treaty in known for name in titles.get(treaty, ())):
            item.kind = "w"


def _subject_items(items: list[Item]) -> list[Item]:
    """The words of a subject after "on", up to a mark, a verb or a relative."""
    if not items or not (items[0].has("on") or items[0].has("of_subject")):
        return []
    found: list[Item] = []
    for item in items[1:]:
        relative = item.has("relative") and not item.has("articles")
        if item.kind != "w" or relative or (item.word.verb and not item.word.noun):
            break
        if not item.word.function:
            found.append(item)
    return found


def _subjects(items: list[Item]) -> list[frozenset[str]]:
    """The words of each subject, parted at conjunctions; nothing without "on" before them."""
    if not items or not (items[0].has("on") or items[0].has("for")):
        return []
    subjects: list[set[str]] = [set()]
    for item in items[1:]:
        if item.kind == "," or item.has("list_join"):
            subjects.append(set())
        elif item.kind != "w" or item.word.verb or item.has("relative"):
            break
        elif not item.word.function:
            subjects[-1].add(stem(item.low))
    return [frozenset(words) for words in subjects if words]
