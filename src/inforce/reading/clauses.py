"""A sentence's clauses: who, which verb, what follows; and how one hangs on another."""

from __future__ import annotations

from inforce.reading.clause import Clause
from inforce.reading.items import Item
from inforce.reading.verb import Verb
from inforce.reading.verb_places import VerbPlaces

_PLAIN = frozenset("wETODPNQ")
"""Kinds of items that end nothing by themselves."""


class _Builder(VerbPlaces):
    def build(self) -> list[Clause]:
        at, items, verb_at = 0, self.items, self.verb_at
        while at < len(items):
            if at in verb_at:
                verb = verb_at[at]
                self._take_verb(verb)
                at = verb.end
                continue
            item = items[at]
            if item.kind in _PLAIN and not item.word.hinge:
                self.current.add(item)
                at += 1
            else:
                at = self._take_item(at)
        return [c for c in self.clauses if c.before or c.after or c.verb]

    def _take_item(self, at: int) -> int:
        item = self.items[at]
        if item.kind == "w":
            marker = self._marker(at)
            if marker is not None:
                return self._take_marker(at, marker)
            if item.has("coordinate") and self._new_coordinate(at):
                sibling = self.current
                self._open("coordinate", parent=sibling.parent, inherits=sibling)
                self.current.parent = sibling.parent
                if sibling.marker in (
                    "that",
                    "relative",
                    "condition",
                    "condition_time",
                    "time",
                    "participial",
                ):
                    self.current.marker = (
                        sibling.marker if sibling.marker != "participial" else "coordinate"
                    )
                return at + 1
        if item.kind in ",-)":
            self._maybe_close(at)
        if item.kind == ":" and self._list_to_end(at + 1):
            self.current.add(item)
            return at + 1
        if item.kind in ";:":
            self.current = Clause("main")
            self.clauses.append(self.current)
            return at + 1
        self.current.add(item)
        return at + 1

    def _take_marker(self, at: int, marker: str) -> int:
        antecedent: list[Item] = []
        if marker.startswith("relative"):
            antecedent = self._antecedent(at)
        opened = self._open(marker, antecedent=antecedent)
        if marker in ("time", "condition", "condition_time") and at + 1 < len(self.items):
            following = self.verb_at.get(at + 1)
            if following is not None and not following.finite:
                opened.inherits = opened.parent
                opened.verb = following
                return following.end
        return at + 1

    def _maybe_close(self, at: int) -> None:
        """At a comma: an inserted or leading clause ends, and the one it broke into goes on."""
        current = self.current
        if current.verb is None or current.parent is None:
            return
        waiting = current.parent if current.marker != "coordinate" else None
        outer = current
        while waiting is not None and waiting.verb is not None:
            outer, waiting = waiting, waiting.parent
        if waiting is None:
            if current.marker in (
                "relative",
                "relative_possessive",
                "relative_place",
                "participial",
            ) and not self._goes_on(at):
                self.current = current.parent
            return
        del outer
        following = self.items[at + 1] if at + 1 < len(self.items) else None
        if following is not None and not (following.kind == "w" and following.has("coordinate")):
            self.current = waiting


def clauses_of(items: list[Item], verbs: list[Verb]) -> list[Clause]:
    """The clauses of one sentence, in order of their beginning."""
    return _Builder(items, verbs).build()
