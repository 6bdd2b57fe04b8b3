"""A sentence as a row of items: words with their readings, names, dates, numbers, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from inforce.dates import Period
from inforce.reading.dates_in_text import DateRef, read_date
from inforce.reading.lexicon import EMPTY, Lexicon, Token, Word
from inforce.reading.names import ACTORS, Mention
from inforce.reading.numbers import read_number, read_period
from inforce.reading.tokens import ALWAYS, MARKS


@dataclass(slots=True)
class Actor:
    """Who acts: participants by id, the role in which they act, and how they were named.

    ``role`` is ``state`` or one of the lexicon's roles. ``pronoun`` is ``one`` or ``many`` for
    words whose participants come from before, ``some`` for members of a group that are not named;
    ``number`` is how many are meant ("the five").
    """

    participants: tuple[str, ...]
    role: str = "state"
    adjective: bool = False
    pronoun: str | None = None
    number: int | None = None
    nationals: bool = False
    by: bool = False
    """Whether the name stands in the case of a passive's agent."""
    to: bool = False
    """Whether it stands in the case of the one to whom or for whom something is."""


@dataclass(slots=True)
class TreatyRef:
    """A treaty named (``id``), or meant by a noun or pronoun (``noun``, ``id`` None)."""

    id: str | None
    noun: str | None = None
    indefinite: bool = False
    plural: bool = False
    ids: tuple[str, ...] = ()
    """The treaties meant by a plural noun with its subjects."""
    body: bool = False
    """Whether an organisation is named, whose membership is the treaty's."""


@dataclass(slots=True)
class Item:
    """One unit of a sentence, with its span in the document's text.

    ``kind``: ``w`` word, ``E`` actor, ``T`` treaty, ``O`` organisation or depositary, ``D`` date,
    ``P`` period, ``N`` number, ``Q`` quantifier, else a mark.
    """

    kind: str
    start: int
    end: int
    low: str
    word: Word = EMPTY
    value: Any = None
    possessive: bool = False
    capital: bool = False
    parts: Sequence[Item] = ()

    def has(self, name: str) -> bool:
        """Whether the word belongs to that grammar class."""
        return name in self.word.classes


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: its value and whether it is an ordinal."""

    n: float
    ordinal: bool = False


def items_of(
    text: str, tokens: list[Token], mentions: list[Mention], lexicon: Lexicon
) -> list[Item]:
    """The items of a sentence from its tokens and the names found in it."""
    by_start = {mention.start: mention for mention in mentions}
    items: list[Item] = []
    words: list[str] = []
    at, count = 0, len(tokens)
    while at < count:
        start, end, low, kind, word, capital, begins = tokens[at]
        if start in by_start:
            mention = by_start[start]
            items.append(_named(mention, text, lexicon))
            while at < count and tokens[at][0] < mention.end:
                at += 1
            continue
        at += 1
        if begins is not None and (begins is ALWAYS or (at < count and tokens[at][2] in begins)):
            words = words or [token[2] for token in tokens]
            taken, item = _plain(text, tokens, words, at - 1, lexicon)
            items.append(item)
            at += taken - 1
        else:
            items.append(Item(kind, start, end, low, word, None, False, capital))
    return items


def _plain(
    text: str, tokens: list[Token], words: list[str], at: int, lexicon: Lexicon
) -> tuple[int, Item]:
    start, end, low = tokens[at][:3]
    compound = low[0].isdecimal() or "-" in low
    if compound or low in lexicon.dated:
        dated = read_date(text, tokens, at, lexicon.data["dates"])
        if dated is not None:
            taken, date = dated
            return taken, Item("D", start, tokens[at + taken - 1][1], low, value=date)
    countable = compound or low in lexicon.numbered
    if countable:
        period = read_period(words, at, lexicon.data["numbers"])
        if period is not None:
            taken, found = period
            return taken, Item("P", start, tokens[at + taken - 1][1], low, value=found)
    if low in MARKS:
        return 1, Item(MARKS[low], start, end, low)
    taken, word = lexicon.longest(words, at)
    if (
        word is not None
        and taken > 1
        and word.classes & _AFTER_BE
        and not _be_before(words, at, lexicon)
    ):
        taken, word = 1, lexicon.single.get(low)
    as_word = taken > 1 or not countable or (word is not None and "adverbs" in word.classes)
    number = None if as_word else read_number(words, at, lexicon.data["numbers"])
    if number is not None:
        taken, n, ordinal = number
        return taken, Item(
            "N", start, tokens[at + taken - 1][1], low, word or EMPTY, Number(n, ordinal)
        )
    end = tokens[at + taken - 1][1]
    capital = text[start].isupper()
    return taken, Item(
        "w", start, end, " ".join(words[at : at + taken]), word or EMPTY, capital=capital
    )


_AFTER_BE = frozenset({"will_after_be", "may_after_be", "may_after_be_adj"})


def _be_before(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a form of "be" stands before, over adverbs."""
    for before in reversed(words[max(0, at - 4) : at]):
        word = lexicon.single.get(before)
        if word is not None and "be" in word.classes:
            return True
        if word is None or not ({"adverbs", "not"} & word.classes):
            return False
    return False


def _named(mention: Mention, text: str, lexicon: Lexicon) -> Item:
    low = text[mention.start : mention.end].lower()
    if mention.kind == "treaty":
        ref = TreatyRef(mention.id, body=mention.role == "body")
        return Item("T", mention.start, mention.end, low, value=ref, capital=True)
    if mention.kind in ACTORS:
        role = str(mention.role) if mention.kind == "institution" and mention.role else None
        if role == "ministry":
            role = "government"
        actor = Actor((mention.id,), role or "state", adjective=mention.kind == "demonym")
        ending = lexicon.data.get("suffixes", {}).get("nationals")
        actor.nationals = actor.adjective and ending is not None and low.endswith(ending)
        return Item("E", mention.start, mention.end, low, value=actor, capital=True)
    return Item("O", mention.start, mention.end, low, value=mention, capital=True)


__all__ = [
    "EMPTY",
    "Actor",
    "DateRef",
    "Item",
    "Number",
    "Period",
    "Token",
    "TreatyRef",
    "items_of",
]
