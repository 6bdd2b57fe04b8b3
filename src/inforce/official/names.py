"""The names of official lists to participants of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from inforce.catalogue import Catalogue, UnknownParticipant

_ASIDE = re.compile(r"^(.*?)\s*\(([^()]*)\)\s*$")
_TURNED = re.compile(r"^(?:the\s+)?(.*\b(?:of|of the))$", re.I)
_STYLES = re.compile(
    r"^(?:the\s+)?(?:(?:former|federal|federative|democratic|plurinational|bolivarian|islamic|"
    r"socialist|people['’]s|hashemite|oriental|co-operative|cooperative|grand|sultanate|state|"
    r"states|united|republic|kingdom|principality|duchy|commonwealth|union)\s+)+of\s+(?:the\s+)?",
    re.I,
)
_ORGANISATION = re.compile(r"\b(Organi)([sz])(ation)\b")
_CAPITALISED = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.\-]*)(?:\s+(?:of\s+the|and\s+the|of|and|the|d['’])?\s*"
    r"(?:[A-ZÀ-Þ(][\w'’.\-)]*))*"
)


class Names:
    """Finds participants by the names of official lists, and keeps those it cannot find."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._found: dict[str, str | None] = {}
        self._missed: dict[str, None] = {}

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names asked for by :meth:`of` that no participant bears, in order."""
        return tuple(self._missed)

    def of(self, name: str) -> str | None:
        """The participant's id; None, and remembered as unknown, where nobody bears the name."""
        found = self.known(name)
        if found is None:
            self._missed[name] = None
        return found

    def known(self, name: str) -> str | None:
        """The participant's id, or None."""
        if name not in self._found:
            self._found[name] = next(filter(None, map(self._ask, _spellings(name))), None)
        return self._found[name]

    def then(self, participant: str, day: date) -> str | None:
        """Who went by that participant's name on a day: itself, or the former state after it.

        The UN speaks of "the former Yugoslavia" of days on which that state was no more. None
        where no single successor, itself a former state, existed on the day.
        """
        known = {each.id: each for each in self._catalogue.participants()}
        asked = known[participant]
        if asked.existed_until is None or day < asked.existed_until:
            return participant
        heirs = [
            heir.id
            for heir in known.values()
            if heir.kind == "former"
            and any(before == participant for before, _ in heir.predecessors)
            and (heir.existed_from is None or heir.existed_from <= day)
            and (heir.existed_until is None or day < heir.existed_until)
        ]
        return heirs[0] if len(heirs) == 1 else None

    def first_in(self, text: str) -> tuple[str, str] | None:
        """The name and id of the first participant with which a text begins, the longest name."""
        match = _CAPITALISED.match(text)
        if match is None:
            return None
        words = match[0].split()
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length]).rstrip(".,;:'’")
            if name.count("(") == name.count(")") and (found := self.known(name)):
                return name, found
        return None

    def _ask(self, name: str) -> str | None:
        try:
            return self._catalogue.participant(name).id
        except UnknownParticipant:
            return None


def _spellings(name: str) -> Iterator[str]:
    """The name as printed, then put the other way round, then without its style."""
    name = " ".join(name.replace("’", "'").split()).strip(" *[]")
    yield name
    yield _ORGANISATION.sub(lambda m: m[1] + ("s" if m[2] == "z" else "z") + m[3], name)
    if match := _ASIDE.match(name):
        before, aside = match.groups()
        if turned := _TURNED.match(aside):
            yield f"{turned[1]} {before}"
            yield before
        elif aside.lower() in ("former", "the") or aside.isupper():
            yield before
    if ", " in name:
        before, _, after = name.rpartition(", ")
        if turned := _TURNED.match(after):
            yield f"{turned[1]} {before}"
            yield before
    if (short := _STYLES.sub("", name)) != name:
        yield short
