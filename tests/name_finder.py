"""Finds names as the design says: all overlapping matches, whole words, then the longest."""

from __future__ import annotations

from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick, MatchKind

from inforce.catalogue.names import NameEntry, NameKind


class Finder:
    """The names of some languages in one automaton; upper and lower case as written."""

    def __init__(self, names: Iterable[NameEntry], *languages: str) -> None:
        self.by_surface: dict[str, list[NameEntry]] = {}
        for name in names:
            if name.language in languages:
                self.by_surface.setdefault(name.surface, []).append(name)
        self._surfaces = list(self.by_surface)
        self._automaton = AhoCorasick(self._surfaces, matchkind=MatchKind.Standard)

    def find(self, text: str) -> list[tuple[str, NameKind, str]]:
        """Surface, kind and id of each name in the text, those of kind NONE left out."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        whole = [
            (start, -end, self._surfaces[pattern])
            for pattern, start, end in matches
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        ]
        found: list[tuple[str, NameKind, str]] = []
        free = 0
        for start, minus_end, surface in sorted(whole):
            if start >= free:
                free = -minus_end
                entry = self.by_surface[surface][0]
                found.append((surface, entry.kind, entry.id))
        return [name for name in found if name[1] is not NameKind.NONE]

    def ids(self, text: str) -> list[str]:
        """The ids of the names in the text, in order."""
        return [found[2] for found in self.find(text)]
