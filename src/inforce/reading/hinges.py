"""Where a clause can begin: conjunctions, relatives, and whether a verb follows them."""

from __future__ import annotations

from inforce.reading.clause import Clause
from inforce.reading.items import Item
from inforce.reading.lexicon import MARKERS
from inforce.reading.verb import Verb

LOOK_AHEAD = 14


class Hinges:
    """A sentence's items with its verbs, and the clause being built."""

    def __init__(self, items: list[Item], verbs: list[Verb]) -> None:
        self.items = items
        self.verb_at = {verb.start: verb for verb in verbs}
        self.ends = {verb.end for verb in verbs}
        self.current = Clause("main")
        self.clauses = [self.current]

    def _list_to_end(self, at: int) -> bool:
        """ "five states have left: Estonia, Latvia ...": names alone after a colon."""
        rest = self.items[at:]
        return bool(rest) and rest[0].kind == "E" and all(i.kind == "." for i in rest[1:])

    def _marker(self, at: int) -> str | None:
        item = self.items[at]
        if not item.word.hinge:
            return None
        if item.has("complementiser") and self._verb_soon(at + 1) and self._after_sayer(at):
            return "that"
        for name in MARKERS:
            if not item.has(name):
                continue
            if (
                name == "relative"
                and item.has("complementiser")
                and not (at and self._noun_before(at))
            ):
                return "that" if self._verb_soon(at + 1) and not self._points(at) else None
            if self._verb_soon(at + 1, whole=name.startswith("relative")):
                return name
            if name in ("time", "condition", "condition_time") and at + 1 < len(self.items):
                following = self.verb_at.get(at + 1)
                if following is not None and following.form in ("gerund", "participle"):
                    return name
        return None

    def _points(self, at: int) -> bool:
        """ "meets that deadline": a noun follows at once, and no clause."""
        verb = self.current.verb
        following = self.items[at + 1] if at + 1 < len(self.items) else None
        plain = following is not None and following.kind == "w" and not following.word.function
        spoken = verb is not None and verb.concept in ("say", "plan", "propose", "notify", "light")
        return plain and not spoken and at in self.ends and self.current.marker != "main"

    def _after_sayer(self, at: int) -> bool:
        verb = self.current.verb
        before = self._before_date(at)
        if before is None:
            return False
        spoken = before.kind == "w" and (
            at in self.ends or before.word.noun in ("say", "plan", "docs", "notify", "propose")
        )
        if spoken:
            return True
        following = self.verb_at.get(at + 1)
        if following is not None and before.kind in "ETO":
            return False
        return verb is not None and verb.concept in ("say", "plan", "propose", "notify", "light")

    def _before_date(self, at: int) -> Item | None:
        """What stands before "that", over "in May 2025" or "by Finland" after a noun."""
        step = at - 1
        while step > 1 and self.items[step].kind in "DE":
            governed = self.items[step - 1].word.classes & {"in", "on", "by", "of"}
            step -= 2 if governed else 1
        between = self.items[step + 1 : at]
        spoken = self.items[step].word.noun in ("say", "plan", "notify") if step >= 0 else False
        return self.items[step] if between and spoken else self.items[at - 1] if at else None

    def _noun_before(self, at: int) -> bool:
        before = self.items[at - 1]
        return (
            before.kind in "ETO),ND"
            or (before.kind == "w" and before.word.verb is None)
            or before.word.noun is not None
        )

    def _verb_soon(self, at: int, *, whole: bool = True) -> bool:
        """Whether a finite verb comes before the clause could end, or before any comma."""
        for place in range(at, min(len(self.items), at + LOOK_AHEAD)):
            verb = self.verb_at.get(place)
            if verb is not None and verb.finite:
                return True
            item = self.items[place]
            ends = item.kind in ",-" and not self._in_list(place)
            if item.kind in ";:" or (not whole and (ends or item.has("relative"))):
                return False
        return False

    def _in_list(self, at: int) -> bool:
        """Whether a comma stands between names of a list: "if Estonia, Latvia and Poland"."""
        before = self.items[at - 1] if at else None
        later = [
            i
            for i in self.items[at + 1 : at + 4]
            if i.kind != "w" or not (i.word.function or i.has("likely"))
        ]
        named = bool(later) and later[0].kind == "E"
        return named and before is not None and before.kind == "E"

    def _antecedent(self, at: int) -> list[Item]:
        """What a relative pronoun stands for: the noun group before it."""
        side = self.current.after if self.current.verb is not None else self.current.before
        last = next((i for i in reversed(self.items[:at]) if i.kind not in ",-"), None)
        closed = self.clauses[-1]
        if closed is not self.current and closed.after and closed.after[-1] is last:
            side = closed.after
        items = [i for i in side if i.kind not in ",-"]
        return items[-6:]

    def _new_coordinate(self, at: int) -> bool:
        """Whether "and" or "but" begins a clause with a finite verb of its own."""
        if self.current.verb is None:
            return False
        for place in range(at + 1, min(len(self.items), at + LOOK_AHEAD)):
            verb = self.verb_at.get(place)
            if verb is not None and verb.finite:
                return True
            item = self.items[place]
            if item.kind in ";:" or (item.kind == "w" and self._marker(place) is not None):
                return False
            following = self.verb_at.get(place + 1)
            interrupted = self.current.parent is not None and self.current.parent.verb is None
            if item.kind == "," and interrupted and following is not None and following.finite:
                return False
            if item.kind == "," and place > at + 1 and not self._subject_between(at + 1, place):
                return False
        return False

    def _subject_between(self, start: int, end: int) -> bool:
        first = self.items[start]
        return (
            first.kind in "EDw"
            and (first.kind != "w" or bool(first.word.classes))
            and end - start <= 8
        )

    def _goes_on(self, at: int) -> bool:
        """Whether a list inside the clause goes on after the comma."""
        following = self.items[at + 1] if at + 1 < len(self.items) else None
        return following is not None and (
            following.kind in "ETN" or (following.kind == "w" and following.has("coordinate"))
        )
