"""Whether a text can name a treaty at all: two quick scans before anything else is looked at."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import lru_cache
from typing import Any

from inforce.reading.languages import load_lexicon
from inforce.reading.memberships import bodies, known_bare
from inforce.reading.names import Gazetteer, lowered, whole_word

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
REACH = 80
"""How far back the word before a title's head is looked for."""


class TreatySigns:
    """The names and titles without which no text names a treaty; a text may show one in vain."""

    def __init__(
        self, gazetteer: Gazetteer, organisations: Container[str], shapes: Mapping[str, Any]
    ) -> None:
        from ahocorasick_rs import AhoCorasick

        cased: set[str] = set(known_bare())
        uncased: set[str] = set()
        for low, rows in gazetteer.surfaces.items():
            for surface, kind, name_id, as_written, *_ in rows:
                if kind != "treaty" and not (kind == "organisation" and name_id in organisations):
                    continue
                if as_written and lowered(surface.upper()) == low:
                    cased |= {surface, surface.upper()}
                else:
                    uncased.add(low)
        heads = {head.capitalize() for head in shapes["heads"]} - cased
        self.written = frozenset(cased | heads)
        """Names and heads of titles that count as they are written."""
        self.spoken = frozenset(uncased)
        """Names in lower case that count however they are written."""
        self._cased = AhoCorasick([*sorted(cased), *sorted(heads)])
        self._uncased = AhoCorasick(sorted(uncased))
        self._names = len(cased)
        """The patterns from here on are heads of titles, not names."""
        self._links = frozenset(shapes["links"])
        self._title = re.compile(rf"(?i:\b({'|'.join(shapes['heads'])})\b)")

    def may_name(self, text: str) -> bool:
        """Whether a treaty, or a body that stands for one, can be named in ``text`` (folded)."""
        plain = text.replace("\n", " ")
        entitled = False
        for pattern, start, end in self._cased.find_matches_as_indexes(plain, overlapping=True):
            entitled = entitled or pattern >= self._names
            if pattern < self._names and whole_word(plain, start, end):
                return True
        low = lowered(plain)
        for _, start, end in self._uncased.find_matches_as_indexes(low, overlapping=True):
            if whole_word(low, start, end):
                return True
        return entitled and self.may_entitle(text)

    def may_entitle(self, text: str) -> bool:
        """Whether a title in a treaty's shape can be in ``text``.

        Such a title goes on with a preposition, or has a capitalised word before its head.
        """
        for match in self._title.finditer(text):
            if not match.group()[0].isupper():
                continue
            before = text[max(0, match.start() - REACH) : match.start()].split()[-1:]
            after = _NEXT_WORD.match(text, match.end())
            named = any(letter.isupper() for word in before for letter in word)
            if named or (after is not None and after.group(1).lower() in self._links):
                return True
        return False


@lru_cache(maxsize=16)
def signs_of(gazetteer: Gazetteer, language: str) -> TreatySigns:
    """The signs of treaties among the names and in the titles of one language."""
    shapes = load_lexicon(language).data["treaty_titles"]
    return TreatySigns(gazetteer, bodies(gazetteer.short), shapes)
