"""A second look at a page that the first let pass: the reader's gate, before it is parsed.

The gate asks whether a name of a treaty stands in the text as whole words, or a title in a treaty's
shape. Here it is asked of all that a parser could take for text: the page without its tags, once
with a blank for each of them and once with nothing, so that a parser's text holds nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from inforce.documents.normalise import normalise
from inforce.reading.names import folded, lowered, whole_word
from inforce.reading.treaty_signs import TreatySigns

# What opens a stretch that no parser takes for text, and what closes it. All of these take time in
# proportion to a page's length, whatever is in it.
_OPENS = re.compile(r"<(script|style|!--)", re.IGNORECASE)
_CLOSES = {
    "script": re.compile(r"</script", re.IGNORECASE),
    "style": re.compile(r"</style", re.IGNORECASE),
    "!--": re.compile(r"-->"),
}
_TAG = re.compile(r"</?[a-zA-Z!?][^<>]*+>")
_BLANKS = re.compile(r"\s+")


class Confirmation:
    """The names of all languages in one automaton, and each language's shapes of titles."""

    def __init__(self, signs: Iterable[TreatySigns]) -> None:
        from ahocorasick_rs import AhoCorasick

        self._signs = tuple(signs)
        self._spoken = AhoCorasick(sorted(set().union(*(s.spoken for s in self._signs))))
        self._written = AhoCorasick(sorted(set().union(*(s.written for s in self._signs))))

    def may_concern(self, text: str) -> bool:
        """Whether an HTML page, decoded, or a plain text may name a treaty."""
        return any(map(self._may_name, _texts(text)))

    def _may_name(self, text: str) -> bool:
        low = lowered(text)
        for _, start, end in self._spoken.find_matches_as_indexes(low, overlapping=True):
            if whole_word(low, start, end):
                return True
        for _, start, end in self._written.find_matches_as_indexes(text, overlapping=True):
            if whole_word(text, start, end) and any(s.may_name(text) for s in self._signs):
                return True
        return False


def _texts(page: str) -> Iterator[str]:
    """What a parser could take for the page's text, in either way of parting its words."""
    seen = " ".join(_read_parts(page))
    for between in (" ", ""):
        text = normalise(unescape(_TAG.sub(between, seen)))
        yield folded(_BLANKS.sub(" ", text))


def _read_parts(page: str) -> Iterator[str]:
    """The page without its scripts, styles and comments; one that is not closed stays."""
    at, never_closed = 0, set()
    for opening in _OPENS.finditer(page):
        kind = opening[1].lower()
        if opening.start() < at or kind in never_closed:
            continue
        closing = _CLOSES[kind].search(page, opening.end())
        if closing is None:
            never_closed.add(kind)
            continue
        yield page[at : opening.start()]
        at = closing.end() if kind == "!--" else closing.start()
    yield page[at:]
