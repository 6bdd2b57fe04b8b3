"""What a verb does to the clauses: it fills one, opens one, or ends an insertion."""

from __future__ import annotations

from inforce.reading.clause import Clause
from inforce.reading.hinges import Hinges
from inforce.reading.items import Item
from inforce.reading.verb import CORES, Verb

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


class VerbPlaces(Hinges):
    """Puts each verb in its clause."""

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
