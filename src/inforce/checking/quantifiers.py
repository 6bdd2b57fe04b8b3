"""All, most or none of a group: are parties, or have signed, on the day told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Group, Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.counting import BY_DEPOSIT, SIGNING
from inforce.checking.counts import count_day
from inforce.checking.findings import unverifiable
from inforce.checking.model import Finding, Support
from inforce.checking.presupposed import days_of
from inforce.checking.quantities import Test, test_of
from inforce.dates import DayInterval, DaySet, PartialDate, Truth
from inforce.law.quantifiers import quantifier_days
from inforce.record.model import Statement
from inforce.record.values import Count
from inforce.terms import Act, CountOf, Facet, Modality, VerdictKind


def check_quantifier(
    statement: Statement, treaty: Treaty, told: Count, *, context: Context
) -> tuple[Finding, ...]:
    """Findings on a word of quantity over a group's members of that day."""
    group = context.knowledge.group(statement.claim.participant)
    test = test_of(told.text or "")
    if group is None:
        return (_too_vague("Of whom this is said is not told.", treaty),)
    if test is None:
        return (_too_vague(f"“{told.text}” is too vague to be tested.", treaty),)
    day = count_day(statement, context=context)
    if day is None:
        return (_without_day(treaty, told, group, context=context),)
    denied = statement.modality is Modality.DENIED
    counted = _Counted(treaty, group, told, day, context)
    settled = context.knowledge.settles(treaty, day) and told.of not in BY_DEPOSIT
    if not settled and not context.knowledge.covered(treaty, day):
        reason = f"The day is past the record's end; as last known: {counted.party_words}."
        return (unverifiable(Facet.COUNT, reason, right=counted.party_words),)
    return counted.findings(test, denied=denied)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A group's members on the days told, and who of them is a party or has signed."""

    treaty: Treaty
    group: Group
    told: Count
    day: PartialDate
    context: Context

    def findings(self, test: Test, *, denied: bool) -> tuple[Finding, ...]:
        """By the noun told; and if that fails, by the noun that is often meant."""
        by_party = self._throughout(test, denied=denied, signing=False)
        if self.told.of in SIGNING:
            by_signature = self._throughout(test, denied=denied, signing=True)
            if by_signature is Truth.YES:
                return (self._right(f"{self.signed_words}; {self.party_words}"),)
            if by_party is Truth.YES:
                return (self._loose(),)
        elif by_party is Truth.YES:
            return (self._right(self.party_words),)
        if by_party is Truth.UNKNOWN:
            return (self._partly(),)
        return (self._wrong(denied=denied),)

    def _throughout(self, test: Test, *, denied: bool, signing: bool) -> Truth:
        """Whether it holds on every day told (YES), on none (NO), or on some."""
        answers = {self._holds(test, day, signing=signing) is not denied for day in self._days()}
        return Truth.of(answers.pop()) if len(answers) == 1 else Truth.UNKNOWN

    def _holds(self, test: Test, day: date, *, signing: bool) -> bool:
        members, inside = self.members(day), self.signers(day) if signing else self.parties(day)
        return test(len(inside), len(members))

    def _days(self) -> list[date]:
        """The first day told, and every day on which something may have changed."""
        asked = days_of(self.day)
        first = asked.start or date.min
        changes = {first, asked.last_day or first}
        for treaty_party in (m.participant for m in self.group.members):
            history = self.context.history(self.treaty, treaty_party)
            for milestone in history.milestones:
                told = milestone.date.latest if milestone.date else None
                if told is not None and asked.contains(told):
                    changes.add(told)
        return sorted(changes)

    def members(self, day: date) -> tuple[str, ...]:
        """The members on a day."""
        return self.context.knowledge.members(self.group, on=PartialDate.from_day(day))

    def parties(self, day: date) -> tuple[str, ...]:
        """The members for which the treaty is in force, or deposited if that noun is told."""
        answer = self.context.knowledge.parties(self.treaty, on=PartialDate.from_day(day))
        bound = answer.deposited if self.told.of is CountOf.RATIFIED else answer.in_force
        return tuple(sorted(set(self.members(day)).intersection(bound)))

    def signers(self, day: date) -> tuple[str, ...]:
        """The members that had signed by a day."""
        on = PartialDate.from_day(day)
        found = []
        for member in self.members(day):
            signatures = self.context.history(self.treaty, member).of((Act.SIGNATURE,))
            if any(m.by(on) is Truth.YES for m in signatures):
                found.append(member)
        return tuple(found)

    @property
    def party_words(self) -> str:
        """How many of how many are parties, and who is not, if few."""
        day = self._days()[0]
        return self._words(self.parties(day), "are parties", day)

    @property
    def signed_words(self) -> str:
        """How many of how many signed, and who did not, if few."""
        day = self._days()[0]
        return self._words(self.signers(day), "signed", day)

    def _words(self, inside: tuple[str, ...], verb: str, day: date) -> str:
        members = self.members(day)
        out = [m for m in members if m not in inside]
        name = self.context.knowledge.name
        few = f" (not {words.listed(map(name, out))})" if 0 < len(out) <= 8 else ""
        return f"{len(inside)} of {len(members)} {verb} on {words.one_day(day)}{few}"

    def _right(self, reason: str) -> Finding:
        return self._finding(VerdictKind.SUPPORTED, f"{self.group.name}: {reason}.", right=reason)

    def _loose(self) -> Finding:
        day = self._days()[0]
        others = [m for m in self.parties(day) if m not in self.signers(day)]
        name = self.context.knowledge.name
        joined = words.listed(map(name, others)) if len(others) <= 8 else f"{len(others)} members"
        return self._finding(
            VerdictKind.LOOSE,
            f"{self.group.name}: {self.party_words}, but {joined} joined without signing; "
            f"{self.signed_words}.",
            facet=Facet.NOUN,
            right=f"{self.party_words}; {self.signed_words}",
        )

    def _partly(self) -> Finding:
        shown = "; ".join(
            self._words(self.parties(day), "are parties", day) for day in self._days()[:4]
        )
        return self._finding(
            VerdictKind.TRUE_ON_OTHER_DAYS,
            f"{self.group.name}: this holds on some of the days told only: {shown}.",
            right=shown,
        )

    def _wrong(self, *, denied: bool) -> Finding:
        days = self._other_days() if not denied else DaySet()
        if not days.is_empty:
            last = days.intervals[-1]
            return self._finding(
                VerdictKind.TRUE_ON_OTHER_DAYS,
                f"{self.group.name}: {self.party_words}; “{self.told.text}” was right "
                f"{words.interval(last)}.",
                right=self.party_words,
            )
        return self._finding(
            VerdictKind.CONTRADICTED,
            f"{self.group.name}: {self.party_words}.",
            right=self.party_words,
        )

    def _other_days(self) -> DaySet:
        """The days covered by the record on which a plain word is right of the parties."""
        word = (self.told.text or "").lower().split()
        plain = next((w for w in word if w in ("all", "every", "most", "none", "no")), None)
        record = self.context.knowledge.record(self.treaty.id)
        until = self.context.knowledge.known_until(self.treaty)
        opened = self.treaty.in_force
        if plain is None or record is None:
            return DaySet()
        covered = DaySet.of(DayInterval(opened, until))
        found = self.context.knowledge.remembered_days(
            f"{self.treaty.id} {self.group.id} {plain}",
            lambda: quantifier_days(self.treaty, record, self.group, plain),
        )
        return found.intersection(covered)

    def _finding(
        self,
        verdict: VerdictKind,
        reason: str,
        *,
        right: str,
        facet: Facet = Facet.COUNT,
    ) -> Finding:
        day = PartialDate.from_day(self._days()[0])
        treaty, knowledge = self.treaty, self.context.knowledge
        support = Support(
            f"list of parties of {treaty.short_name}; members of the group on {words.when(day)}",
            knowledge.source_name(treaty.depositary_source),
            treaty.number,
            day.edtf,
        )
        articles = ("VCLT 2(1)(g)", "VCLT 15") if facet is Facet.NOUN else ()
        return Finding(
            facet,
            verdict,
            reason,
            right_value=right,
            articles=articles,
            evidence=(support,),
            trace=knowledge.parties(treaty, on=day).trace,
        )


def _too_vague(reason: str, treaty: Treaty) -> Finding:
    return unverifiable(Facet.COUNT, f"{reason} ({treaty.short_name})")


def _without_day(treaty: Treaty, told: Count, group: Group, *, context: Context) -> Finding:
    """A word of quantity in a text whose day is not known."""
    until = context.knowledge.known_until(treaty)
    if until is None:
        return unverifiable(Facet.COUNT, "Neither the text nor the record says for which day.")
    counted = _Counted(treaty, group, told, PartialDate.from_day(until), context)
    reason = f"The text does not say its own day; as last known: {counted.party_words}."
    return unverifiable(Facet.COUNT, reason, right=counted.party_words)
