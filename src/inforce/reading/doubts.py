"""Names that more often mean something else: taken only where the text bears them out.

"Jordan" is a state in "Jordan signed" and a person in "Michael Jordan"; "Georgia" beside a
governor is the American state; "Korea" is the one of the two that the text names in full.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from inforce.reading.lexicon import Lexicon
from inforce.reading.names import ACTORS, Mention

_BEFORE = re.compile(r"([^\W\d_][\w'-]*)\.? $")
_AFTER = re.compile(r" ([^\W\d_][\w'-]*)")
_SENTENCE = re.compile(r"[.!?\n]")
NEAR = 120
"""How far to look, in characters, for a word that tells which one is meant."""


def borne_out(mentions: list[Mention], text: str, lexicon: Lexicon) -> list[Mention]:
    """The mentions without the doubtful ones that nothing supports or something speaks against."""
    if not any(m.doubtful or m.others for m in mentions):
        return mentions
    often = Counter(m.id for m in mentions if m.kind in ACTORS and not (m.doubtful or m.others))
    sure = set(often)
    starts = {m.start for m in mentions}
    ends = {m.end for m in mentions}
    kept: list[Mention] = []
    for told in mentions:
        mention = told
        if mention.others:
            mention = replace(mention, id=_named_most(mention, often))
        if not mention.doubtful or _holds(mention, text, lexicon, (sure, starts, ends)):
            kept.append(mention)
    return kept


def _named_most(mention: Mention, often: Counter[str]) -> str:
    """Of the bearers of a name the one whom the text names most; where two tie, the usual one."""
    bearers = (mention.id, *mention.others)
    most = max(often[bearer] for bearer in bearers)
    first = [bearer for bearer in bearers if often[bearer] == most]
    return first[0] if most and (len(first) == 1 or mention.id in first) else mention.id


def _holds(
    mention: Mention, text: str, lexicon: Lexicon, known: tuple[set[str], set[int], set[int]]
) -> bool:
    sure, starts, ends = known
    before = _BEFORE.search(text, max(0, mention.start - 40), mention.start)
    after = _AFTER.match(text, mention.end)
    if before and mention.start - 1 not in ends and _unknown_name(before.group(1), lexicon):
        return False
    if after and mention.end + 1 not in starts and _unknown_name(after.group(1), lexicon):
        return False
    if mention.id in sure:
        return True
    if _speaks_against(mention, text, lexicon):
        return False
    place = lexicon.single.get(before.group(1).lower()) if before else None
    governed = place is not None and bool(place.classes & {"in", "prepositions"})
    return mention.kind != "capital" or not governed


def _unknown_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a neighbour looks like the rest of a person's or a place's name."""
    return word[0].isupper() and not word.isupper() and word.lower() not in lexicon.single


def _speaks_against(mention: Mention, text: str, lexicon: Lexicon) -> bool:
    """Whether the sentence has a word that goes with the other bearer of the name."""
    start = max([0, *(m.end() for m in _SENTENCE.finditer(text[: mention.start]))][-1:])
    stop = _SENTENCE.search(text, mention.end)
    near = text[max(start, mention.start - NEAR) : stop.start() if stop else mention.end + NEAR]
    words: list[str] = lexicon.data["sets"]["other_bearer"]
    low = near.lower()
    return any(re.search(rf"\b{re.escape(word)}\b", low) for word in words)
