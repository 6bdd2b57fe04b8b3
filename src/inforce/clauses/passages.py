"""The sentences of a text that speak of a topic, each once, in canonical form with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from inforce.clauses.canon import Canon, Phrases, canonical
from inforce.clauses.layout import Layout, Section
from inforce.clauses.model import Quote

_AMENDS = re.compile(r"\bamend|\benmiend|\bmodification|\brevis", re.I)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: where it is, its canonical form, and what stands before it in its article."""

    start: int
    end: int
    canon: Canon
    section: Section
    amending: bool
    """Whether the words before it in the same article speak of amendments."""

    @property
    def text(self) -> str:
        """The canonical words."""
        return self.canon.text


class Source:
    """A text with its layout, from which passages and quotes are taken."""

    def __init__(self, text: str, phrases: Phrases | None = None, *, article: str = "") -> None:
        self.text = text
        self.layout = Layout(text)
        self._phrases = phrases
        self._article = article
        self._made: dict[tuple[int, int], Passage] = {}

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, character by character, so that places stay the same."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else "".join(c.lower()[0] for c in self.text)

    def passages(self, pattern: re.Pattern[str], *, annexes: bool = False) -> Iterator[Passage]:
        """The sentences in which the pattern is found, in order."""
        reached = -1
        for match in pattern.finditer(self.lowered):
            if match.start() < reached:
                continue
            passage = self.passage_at(match.start())
            reached = passage.end
            if annexes or not passage.section.annex:
                yield passage

    def passage_at(self, place: int) -> Passage:
        """The sentence around a character."""
        start, end = self.layout.sentence_at(place)
        made = self._made.get((start, end))
        if made is None:
            section = self.layout.section_at(place)
            before = self.text[max(section.body, start - 600) : start]
            made = Passage(
                start,
                end,
                canonical(self.text, start, end, self._phrases),
                section,
                _AMENDS.search(before) is not None,
            )
            self._made[start, end] = made
        return made

    def after(self, passage: Passage) -> Passage | None:
        """The next sentence of the same article, or None."""
        place = passage.end
        while place < passage.section.end and not self.text[place].isalnum():
            place += 1
        if place >= passage.section.end:
            return None
        return self.passage_at(min(place + 8, passage.section.end - 1))

    def quote(self, passage: Passage) -> Quote:
        """The whole sentence, word for word."""
        article = self.layout.article(passage.start)
        if self._article and not article.startswith(self._article):
            paragraph = self.layout.paragraph(passage.start)
            article = f"{self._article}({paragraph})" if paragraph else self._article
        return Quote(self.text[passage.start : passage.end], passage.start, passage.end, article)

    def heading(self, section: Section) -> str:
        """The first words of an article, in lower case: its heading, where it has one."""
        return self.lowered[section.start : section.body + 60]
