"""Participants named in a list, from the catalogue's own names."""

from __future__ import annotations

from inforce.catalogue import Catalogue
from inforce.catalogue.names import NameKind
from inforce.clauses.thresholds import Finder

_LONGEST = 9
_KNOWN: dict[str, dict[str, str]] = {}
# Names by the catalogue's digest, which fixes them.


def name_finder(catalogue: Catalogue) -> Finder:
    """What finds the participants named in canonical words, the longest names first."""

    def find(words: str) -> tuple[str, ...]:
        known = _KNOWN.get(catalogue.digest)
        if known is None:
            known = _KNOWN[catalogue.digest] = _names(catalogue)
        parts = [part for part in words.split() if part not in (",", "(", ")")]
        found: list[str] = []
        place = 0
        while place < len(parts):
            for taken in range(min(_LONGEST, len(parts) - place), 0, -1):
                who = known.get(" ".join(parts[place : place + taken]))
                if who is not None:
                    found.append(who)
                    place += taken
                    break
            else:
                place += 1
        return tuple(dict.fromkeys(found))

    return find


def _names(catalogue: Catalogue) -> dict[str, str]:
    """Lower-case names without punctuation to ids; former states under the names of their day."""
    names: dict[str, str] = {}
    for one in catalogue.participants():
        for name in (one.name, *(earlier for earlier, _ in one.names)):
            names.setdefault(_plain(name), one.id)
    for entry in catalogue.names():
        english = entry.language in ("en", "mul") and not entry.doubtful
        if entry.kind is NameKind.PARTICIPANT and english and len(entry.surface) > 3:
            names.setdefault(_plain(entry.surface), entry.id)
    return names


def _plain(name: str) -> str:
    return " ".join(name.lower().replace(",", " ").replace("-", " ").split())
