"""Where the extracted text of an HTML page stands in its source."""

from __future__ import annotations

import re
from array import array
from html import unescape

from inforce.documents.normalise import normalise
from inforce.documents.origin import Places

# Each alternative ends at the end of the source at the latest, so that none is tried twice.
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|template|noscript|title|textarea)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|</?[a-zA-Z!?](?:=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))|[^>])*+(?:>|\Z)"
    r"|&(?:\#\d+|\#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?",
    re.DOTALL | re.IGNORECASE,
)
_BODY = re.compile(r"<body[\s>]", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_SOLID = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+|\n+")
_WORD = re.compile(r"\S+|\s+")
# How far ahead a line or word is looked for, and how often the rest of a page is searched in vain.
_AHEAD = 2_000
_LONG_SEARCHES = 100


def trace_html(original: str, text: str) -> Places:
    """Places of the extracted text's characters in the source, tags and entities counted.

    Both are compared without white space. A line that is not in the source as it stands (an
    element inside it was left out) is looked for word by word; what is not found is given the
    place before it.
    """
    source = _Source(original)
    starts, ends = array("I"), array("I")
    place = last = 0
    for line in _LINE.finditer(text):
        at = source.find(_SPACE.sub("", line[0]), place)
        place = max(at, place)
        for word in _WORD.finditer(line[0]):
            found = place if at >= 0 else source.stream.find(word[0], place, place + _AHEAD)
            if found < 0 or word[0].isspace():
                starts.extend([last] * len(word[0]))
                ends.extend([last] * len(word[0]))
                continue
            place = found + len(word[0])
            starts.extend(source.begins[found:place])
            ends.extend(source.finishes[found:place])
            last = ends[-1]
    return Places(starts, ends)


class _Source:
    """The source's characters outside tags, without white space, and the place of each."""

    def __init__(self, source: str) -> None:
        self.begins, self.finishes = array("I"), array("I")
        self._pieces: list[str] = []
        self._long_searches = _LONG_SEARCHES
        body = _BODY.search(source)
        done = body.start() if body else 0
        for match in _TOKEN.finditer(source, done):
            self._run(source, done, match.start())
            if match[0][0] == "&":
                self._add(unescape(match[0]), *match.span())
            done = match.end()
        self._run(source, done, len(source))
        self.stream = "".join(self._pieces)

    def find(self, line: str, place: int) -> int:
        """Where a line without its white space stands from `place` on; -1 if it is not found."""
        found = self.stream.find(line, place, place + len(line) + _AHEAD)
        if found < 0 and self._long_searches:
            found = self.stream.find(line, place)
            self._long_searches -= found < 0
        return found

    def _run(self, source: str, start: int, end: int) -> None:
        for word in _SOLID.finditer(source, start, end):
            if normalise(word[0]) == word[0]:
                self._pieces.append(word[0])
                self.begins.extend(range(*word.span()))
                self.finishes.extend(range(word.start() + 1, word.end() + 1))
            else:
                for index in range(*word.span()):
                    self._add(source[index], index, index + 1)

    def _add(self, found: str, start: int, end: int) -> None:
        solid = _SPACE.sub("", normalise(found))
        self._pieces.append(solid)
        self.begins.extend([start] * len(solid))
        self.finishes.extend([end] * len(solid))
