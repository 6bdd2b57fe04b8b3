"""A sentence's clauses: who, which verb, what follows; and how one hangs on another."""

from __future__ import annotations

from inforce.reading.clause import Clause
from inforce.reading.items import Item
from inforce.reading.lexicon import MARKERS
from inforce.reading.verbs import CORES, Verb

_NOMINAL = frozenset(
    {
        "articles",
        "of",
        "this",
        "in",
        "state_nouns",
        "plural_state_nouns",
        "treaty_nouns",
        "voters",
        "outside",
        "countable",
        "countable_one",
        "state_adjectives",
        "each",
        "quantified",
        "most_of",
        "all_of",
        "adverbs",
        "by",
        "needed",
        "announced",
        "decided",
        "notice_words",
        "signed_words",
        "ratified_words",
        "with",
        "counted_alone",
    }
)
_LIMITS = frozenset({"coordinate", "relative", "time", "condition", "reason", "to", "by"})
_PLAIN = frozenset("wETODPNQ")
"""Kinds of items that end nothing by themselves."""
LOOK_AHEAD = 14


class _Builder:
    def __init__(self, items: list[Item], verbs: list[Verb]) -> None:
        self.items = items
        self.verb_at = {verb.start: verb for verb in verbs}
        self.ends = {verb.end for verb in verbs}
        self.current = Clause("main")
        self.clauses = [self.current]

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

    def _open(self, marker: str, **named: object) -> Clause:
        clause = Clause(marker, self.current)
        for name, value in named.items():
            setattr(clause, name, value)
        self.clauses.append(clause)
        self.current = clause
        return clause

    def _take_verb(self, verb: Verb) -> None:
        if self._reduced(verb):
            verb.form, verb.passive = "participle", True
            self._open("relative", antecedent=self._antecedent(verb.start), verb=verb)
            self.current.head = self.items[verb.start]
            return
        if not verb.finite:
            head = self.items[verb.head if verb.head is not None else verb.start]
            if self._adjunct(verb):
                clause = self._open("participial", inherits=self.current)
                clause.verb = verb
                return
            absolute = self._absolute(verb)
            if absolute:
                clause = self._open("participial", before=absolute, verb=verb)
                return
            self.current.inner[head.start] = verb
            for place in range(verb.start, verb.end):
                self.current.add(self.items[place])
            return
        if self._parenthetical(verb):
            return
        if self.current.verb is not None:
            self._second_verb()
        self.current.verb = verb
        self.current.head = self.items[verb.head if verb.head is not None else verb.start]

    def _parenthetical(self, verb: Verb) -> bool:
        """ "From May, it says, ...": a speaker put between commas is a clause of its own."""
        before = self.current.before
        following = self.items[verb.end] if verb.end < len(self.items) else None
        if (
            verb.concept != "say"
            or self.current.verb is not None
            or following is None
            or following.kind != ","
        ):
            return False
        cut = next((k for k in range(len(before) - 1, -1, -1) if before[k].kind == ","), None)
        more = any(v.finite for start, v in self.verb_at.items() if start > verb.start)
        if cut is None or not more or len(before) - cut > 5 or cut == len(before) - 1:
            return False
        self.clauses.append(
            Clause("parenthetical", self.current, before=before[cut + 1 :], verb=verb)
        )
        del before[cut + 1 :]
        return True

    def _reduced(self, verb: Verb) -> bool:
        """ "the treaty, signed in 1997, bans": a participle beside a subject that still waits."""
        before = self.items[verb.start - 1] if verb.start else None
        bare = verb.head == verb.start and verb.concept in CORES and not verb.progressive
        if not bare or before is None or before.kind != "," or verb.form == "gerund":
            return False
        subject = self.current.verb is None and any(i.kind in "ETO" for i in self.current.before)
        past = bool({"past", "participle"} & self.items[verb.start].word.forms)
        return (
            past and subject and any(v.finite for at, v in self.verb_at.items() if at > verb.start)
        )

    def _absolute(self, verb: Verb) -> list[Item]:
        """The noun group of "with its exit becoming effective", taken from the clause."""
        after = self.current.after
        if verb.form != "gerund" or self.current.verb is None:
            return []
        cut = next(
            (
                k
                for k in range(len(after) - 1, -1, -1)
                if after[k].kind == "w" and after[k].has("with")
            ),
            None,
        )
        if (
            cut is None
            or not (len(after) - 5 <= cut < len(after) - 1)
            or (cut and after[cut - 1].kind not in ",-")
        ):
            return []
        taken = after[cut + 1 :]
        del after[cut:]
        return taken

    def _adjunct(self, verb: Verb) -> bool:
        """Whether a non-finite verb after a comma begins a clause of its own."""
        before = self.items[verb.start - 1] if verb.start else None
        if verb.form == "infinitive" or self.current.verb is None:
            return False
        if before is not None and before.kind == "w" and before.has("with"):
            return False
        return before is not None and before.kind in ",-" and verb.form in ("gerund", "participle")

    def _second_verb(self) -> None:
        """A second finite verb: the clause interrupted before goes on, or a new one begins."""
        waiting = self.current.parent
        if self._contact_relative():
            return
        taken = [] if self._object_of_relative(waiting) else self._tail_subject()
        while waiting is not None and waiting.verb is not None:
            waiting = waiting.parent
        if waiting is not None and not taken:
            self.current = waiting
            return
        clause = Clause("coordinate", self.current.parent)
        if taken and self._told_someone():
            clause = Clause("that", self.current)
        clause.inherits = None if taken else self.current
        if waiting is not None and taken and clause.marker == "coordinate":
            clause.parent = waiting
        clause.before = taken
        self.clauses.append(clause)
        self.current = clause

    def _told_someone(self) -> bool:
        """ "told the Secretary-General it was leaving": what is told, without a "that"."""
        current = self.current
        told = current.head is not None and current.head.has("tells")
        return told and bool(current.after) and current.after[-1].kind in "EOT"

    def _object_of_relative(self, outer: Clause | None) -> bool:
        """ "a bill that denounces the treaty has been": what follows the verb is its object."""
        if (
            outer is None
            or outer.verb is not None
            or not self.current.marker.startswith("relative")
        ):
            return False
        after = self.current.after
        return bool(after) and all(self._in_noun_group(i) for i in after)

    def _contact_relative(self) -> bool:
        """ "the duties it imposes were backed": the first verb is a relative clause's."""
        current = self.current
        before = current.before
        if (
            current.after
            or len(before) < 2
            or before[-1].kind != "E"
            or before[-1].value.pronoun is None
        ):
            return False
        if before[-1].possessive or before[-2].kind not in "wT" or before[-2].has("coordinate"):
            return False
        inner = Clause("relative", current, antecedent=before[-4:-1], verb=current.verb)
        inner.before = [before.pop()]
        self.clauses.append(inner)
        return True

    def _tail_subject(self) -> list[Item]:
        """The items after the last comma of the current clause, if they hold a noun."""
        after = self.current.after
        start = len(after)
        named = False
        while start and self._in_noun_group(after[start - 1]):
            item = after[start - 1]
            if (
                named
                and item.kind in "ETOD"
                and not item.possessive
                and not (item.kind == "E" and item.value.adjective)
            ):
                break
            named = named or (item.kind in "ETO" and not item.possessive)
            if named and item.kind == "w" and item.has("of"):
                named = False
            start -= 1
        tail = after[start:]
        if not any(
            i.kind in "ETO" or i.word.noun or i.word.role or (i.kind == "w" and not i.word.function)
            for i in tail
        ):
            return []
        del after[start:]
        return tail

    def _in_noun_group(self, item: Item) -> bool:
        if item.kind in "ETOND":
            return True
        if item.kind != "w" or item.start in self.current.inner:
            return False
        return not item.word.function or (
            bool(item.word.classes & _NOMINAL) and not item.word.classes & _LIMITS
        )

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

    def _goes_on(self, at: int) -> bool:
        """Whether a list inside the clause goes on after the comma."""
        following = self.items[at + 1] if at + 1 < len(self.items) else None
        return following is not None and (
            following.kind in "ETN" or (following.kind == "w" and following.has("coordinate"))
        )


def clauses_of(items: list[Item], verbs: list[Verb]) -> list[Clause]:
    """The clauses of one sentence, in order of their beginning."""
    return _Builder(items, verbs).build()
