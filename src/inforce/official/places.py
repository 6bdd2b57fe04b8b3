"""Territories named in official texts, to territories of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property

from inforce.catalogue import Catalogue, UnknownTerritory
from inforce.catalogue.territories import Territory
from inforce.official.names import Names
from inforce.official.printed_dates import PRINTED

_GROUPS = {
    "channel islands": ("GGY", "JEY"),
    "crown dependencies": ("GGY", "JEY", "IMN"),
}
_METROPOLE = re.compile(
    r"Kingdom in Europe|Realm in Europe|European (?:part|territory)|"
    r"territory of the Kingdom situated in Europe|[Mm]etropolitan (?:territory|France|Portugal)",
)
_EVERY = re.compile(
    r"\b(?:all|its|the) (?:of (?:its|the) )?(?:other )?(?:\w+ )?"
    r"(?:overseas )?(?:dependent )?(?:territories|areas)\b|"
    r"^Territories of\b|\bTerritories$|^Entire (?:territory|Kingdom)|entire (?:territory|Kingdom)",
    re.I,
)
_STYLE = re.compile(
    r"^(?:the )?(?:Trust |Overseas |Non-[Mm]etropolitan )?(?:Territor(?:y|ies)|Colon(?:y|ies)|"
    r"Bailiwicks?|Islands?|Departments?|Protectorates?|Crown Colony) of (?:the )?",
)
_BETWEEN = re.compile(r",\s*(?:and\s+)?|;\s*(?:and\s+)?|\s+and\s+(?:the\s+)?")


class Places:
    """Finds territories by the names of official texts."""

    def __init__(self, catalogue: Catalogue, names: Names) -> None:
        self._catalogue = catalogue
        self._names = names

    def of(self, name: str) -> tuple[str, ...]:
        """The ids for which a name stands: a territory's, or several of a group of islands."""
        short = " ".join(name.split()).strip(" .;:*")
        plain = re.sub(r"\bSt\.? ", "Saint ", re.sub(r"^[Tt]he ", "", short))
        for spelt in (short, plain, _STYLE.sub("", plain), re.sub(r"\s*\(.*?\)", "", plain)):
            if (group := _GROUPS.get(spelt.lower())) is not None:
                return group
            try:
                return (self._catalogue.territory(spelt).id,)
            except UnknownTerritory:
                continue
        return ()

    def belongs(self, place: str, state: str) -> bool:
        """Whether a territory is or was a part of a state."""
        known = self._known.get(place)
        return known is not None and known.of(state)

    def territory(self, place: str) -> Territory | None:
        """The territory of an id."""
        return self._known.get(place)

    def in_text(self, text: str, state: str | None) -> tuple[str, ...]:
        """The territories that a text names, in order; those of ``state`` where it is given.

        The state's own id stands for its metropolitan part.
        """
        spans = [(match.start(), match[0]) for match in self._pattern.finditer(text)]
        spans += self._misspelt(self._pattern.sub(lambda m: " " * len(m[0]), text))
        found = (place for _, name in sorted(spans) for place in self.of(name))
        return tuple(dict.fromkeys(p for p in found if state is None or self.belongs(p, state)))

    def metropole_in(self, text: str) -> bool:
        """Whether a text names a state's metropolitan part."""
        return _METROPOLE.search(text) is not None

    def every_in(self, text: str) -> bool:
        """Whether a text speaks of all of a state's territories."""
        return _EVERY.search(text) is not None

    def listed(self, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids and the unknown names of a list of territories, such as a table's cell.

        A name of a participant stands for what was then a territory of another.
        """
        ids: dict[str, None] = {}
        named: dict[str, None] = {}
        for part in self._parts(text):
            places = self.of(part)
            short = _STYLE.sub("", part)
            state = None if places else self._names.known(part) or self._names.known(short)
            for one in (*places, *([state] if state else [])):
                ids.setdefault(one)
            if not places and state is None and not _EVERY.search(part):
                named.setdefault(part)
        return tuple(ids), tuple(named)

    def _parts(self, text: str) -> Iterator[str]:
        """The names of a list; known names with a comma or "and" inside stay whole."""
        masked = self._pattern.sub(lambda m: re.sub(r"[, ]", "\x00", m[0]), text)
        depth, start = 0, 0
        cuts = [m.span() for m in _BETWEEN.finditer(masked)]
        for at, sign in enumerate(masked):
            depth += (sign == "(") - (sign == ")")
            inside = next((cut for cut in cuts if cut[0] == at), None)
            if depth == 0 and inside is not None and at >= start:
                yield from _named(text[start:at])
                start = inside[1]
        yield from _named(text[start:])

    def _misspelt(self, text: str) -> Iterator[tuple[int, str]]:
        """Long names of one word with a slip of the pen, as official lists have them."""
        for match in re.finditer(r"(?<!\w)[A-ZÀ-Þ][a-zà-ÿ]{7,}", text):
            close = get_close_matches(match[0], self._single, n=1, cutoff=0.88)
            if close:
                yield match.start(), close[0]

    @cached_property
    def _single(self) -> list[str]:
        return [p.name for p in self._known.values() if p.name.isalpha() and len(p.name) > 7]

    @cached_property
    def _known(self) -> dict[str, Territory]:
        return {place.id: place for place in self._catalogue.territories()}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        spelt = {name for p in self._known.values() for name in (p.name, *p.names)}
        spelt |= {re.sub(r"\bSaint ", "St. ", name) for name in spelt}
        names = sorted({*spelt, "Channel Islands", "Crown Dependencies"}, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _named(part: str) -> Iterator[str]:
    name = re.sub(rf"\s*(?:as from {PRINTED})", "", part).strip(" .,;:*")
    if name:
        yield name
