"""Standings: party, non-party, signatory, on the day of the sentence or of the publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import History, Milestone, Track
from inforce.checking.model import Finding, Support
from inforce.checking.presupposed import (
    days_of,
    never_a_party,
    party_days,
    possible_party_days,
)
from inforce.checking.supports import list_support
from inforce.dates import DayInterval, DaySet, PartialDate, Truth
from inforce.dates.civil import day_after
from inforce.record.model import Statement
from inforce.terms import Act, Facet, Modality, Standing, VerdictKind


def check_standing(
    statement: Statement, treaty: Treaty, participant: str, *, context: Context
) -> tuple[Finding, ...]:
    """Findings on what one participant is said to be under a treaty."""
    claim = statement.claim
    if claim.standing is None or statement.modality is Modality.HYPOTHETICAL:
        return ()
    history = context.history(treaty, participant)
    denied = statement.modality is Modality.DENIED
    if claim.standing is Standing.SIGNATORY:
        return _signatory(statement, history, denied=denied, context=context)
    if claim.presupposed and claim.standing is Standing.PARTY and not denied:
        return (_once_a_party(statement, history, context=context),)
    says_party = (claim.standing is Standing.PARTY) is not denied
    return (_membership(statement, history, says_party=says_party, context=context),)


@dataclass(frozen=True, slots=True)
class _Case:
    """A participant under a treaty, and the words and evidence that every finding on it shares."""

    history: History
    facet: Facet
    context: Context

    @property
    def who(self) -> str:
        """The participant's name."""
        return self.context.knowledge.name(self.history.participant)

    @property
    def what(self) -> str:
        """The treaty's name."""
        return self.context.knowledge.short(self.history.treaty.id)

    def finding(
        self, verdict: VerdictKind, reason: str, *, articles: tuple[str, ...] = ()
    ) -> Finding:
        """A finding whose right value is the participant's whole way through the treaty."""
        return Finding(
            self.facet,
            verdict,
            reason,
            right_value=_spans(self.history),
            articles=articles,
            evidence=_evidence(self.history, context=self.context),
            trace=self.history.timeline.trace,
        )


def _once_a_party(statement: Statement, history: History, *, context: Context) -> Finding:
    """What leaving takes for granted: a membership at some time until then."""
    contradiction = never_a_party(statement, history, context=context)
    if contradiction:
        return contradiction[0]
    case, shown = _Case(history, Facet.PRESUPPOSITION, context), _spans(history)
    if party_days(history).is_empty:
        reason = f"Whether {case.who} ever was a party to {case.what} is open: {shown}."
        return case.finding(VerdictKind.UNVERIFIABLE, reason)
    return case.finding(VerdictKind.SUPPORTED, f"{case.who} had joined {case.what}: {shown}.")


def _membership(
    statement: Statement, history: History, *, says_party: bool, context: Context
) -> Finding:
    knowledge, treaty = context.knowledge, history.treaty
    facet = Facet.PRESUPPOSITION if statement.claim.presupposed else Facet.ACT
    case = _Case(history, facet, context)
    day = _day(statement, context=context)
    if day is None:
        return _without_day(case, says_party=says_party)
    asked, when, shown = days_of(day), words.on(day), _spans(history)
    settled = knowledge.settles(treaty, day)
    if not settled and not _settled_beyond(history, asked, says_party=says_party):
        until = knowledge.known_until(treaty)
        last = f"As last known, on {words.one_day(until)}" if until else "As far as known"
        past = "past that day" if until else "its list is not said to be complete, so"
        reason = f"{last}: {shown}; {past} the absence of another act proves nothing."
        return case.finding(VerdictKind.UNVERIFIABLE, reason)
    answer = party_throughout(history, asked)
    if answer is Truth.UNKNOWN:
        return _mixed(case, asked, says_party=says_party, when=when)
    right = (answer is Truth.YES) is says_party
    state = "a party to" if answer is Truth.YES else "no party to"
    return case.finding(
        VerdictKind.SUPPORTED if right else VerdictKind.CONTRADICTED,
        f"{case.who} was {state} {case.what} {when}{'' if right else f': {shown}'}"
        f"{knowledge.reach_words(treaty, day)}.",
        articles=_articles(history, right=right),
    )


def _without_day(case: _Case, *, says_party: bool) -> Finding:
    """A standing told in a text whose day is not known: judged by the record's last day."""
    history, treaty = case.history, case.history.treaty
    covered = DaySet.of(_all_days(treaty, context=case.context))
    days = party_days(history) if says_party else possible_party_days(history).complement()
    right = days.intersection(covered)
    said = f"{case.who} was {'a' if says_party else 'no'} party to {case.what}"
    until = case.context.knowledge.known_until(treaty)
    if until is not None and right.contains(until):
        since = "on every day that the record covers" if right == covered else words.days(right)
        reason = f"{said} {since}; the text does not say its own day."
        return case.finding(VerdictKind.SUPPORTED, reason)
    reason = f"{said} {words.days(right)} as far as known; the text does not say its own day."
    return case.finding(VerdictKind.UNVERIFIABLE, reason)


def _mixed(case: _Case, asked: DayInterval, *, says_party: bool, when: str) -> Finding:
    """The answer differs among the days asked about, or is open."""
    history = case.history
    sure = party_days(history).intersection(DaySet.of(asked))
    if party_days(history) == possible_party_days(history) and asked.start and asked.end:
        reason = f"{case.who} was a party {words.days(sure)} only, not all the time {when}."
        return case.finding(VerdictKind.TRUE_ON_OTHER_DAYS, reason)
    said = "a party" if says_party else "no party"
    reason = f"Whether {case.who} was {said} {when} depends on the day or on a fact still open: "
    return case.finding(VerdictKind.UNVERIFIABLE, f"{reason}{_spans(history)}.")


def party_throughout(history: History, asked: DayInterval) -> Truth:
    """Whether the participant is a party on every day (YES), on none (NO), or it is open."""
    wanted = DaySet.of(asked)
    if party_days(history).intersection(wanted) == wanted:
        return Truth.YES
    if possible_party_days(history).intersection(wanted).is_empty:
        return Truth.NO
    return Truth.UNKNOWN


def _settled_beyond(history: History, asked: DayInterval, *, says_party: bool) -> bool:
    """Whether a known exit settles the days past the record's end: it says no party from it on."""
    exits = history.of((Act.EXIT_EFFECT,))
    if _between_known_acts(history, asked, exits):
        return True
    if says_party or not exits or exits[-1].date is None or not exits[-1].settled:
        return False
    left = exits[-1].date.latest
    return left is not None and asked.start is not None and asked.start >= left


def _between_known_acts(history: History, asked: DayInterval, exits: tuple[Milestone, ...]) -> bool:
    """Whether the days end before a known act that tells how things stood until then.

    A membership lasted until its known end; one that left was out until it joined again.
    """
    if asked.end is None or asked.start is None:
        return False
    ends = [m.date for m in exits if m.settled and m.date]
    answer = party_throughout(history, asked)
    if answer is Truth.YES:
        return any(end.earliest and asked.end <= end.earliest for end in ends)
    joins = [m.date for m in history.on(Track.JOIN) if m.act is not Act.SIGNATURE and m.date]
    return answer is Truth.NO and any(
        end.latest and end.latest <= asked.start and back.latest and asked.end <= back.latest
        for end in ends
        for back in joins
        if back.latest and end.latest and back.latest > end.latest
    )


def _signatory(
    statement: Statement, history: History, *, denied: bool, context: Context
) -> tuple[Finding, ...]:
    """Signature, and the habit of calling a party a signatory."""
    knowledge, treaty = context.knowledge, history.treaty
    who, what = knowledge.name(history.participant), knowledge.short(treaty.id)
    day = _day(statement, context=context)
    signed = [m for m in history.of((Act.SIGNATURE,)) if day is None or m.by(day) is Truth.YES]
    evidence = _evidence(history, context=context)
    if day is None and (denied or not signed):
        reason = f"The text does not say its own day; of {who} the record has: {_spans(history)}."
        return (unverifiable(Facet.ACT, reason, right=_spans(history), evidence=evidence),)
    party = party_throughout(history, days_of(day)) if day else Truth.UNKNOWN
    listed = knowledge.lists(treaty, Act.SIGNATURE)
    covered = knowledge.covered(treaty, day) and listed
    when = words.on(day)
    if signed:
        verdict = VerdictKind.CONTRADICTED if denied else VerdictKind.SUPPORTED
        reason = f"{who} signed {what} {words.on(signed[-1].date)}."
        return (_finding(Facet.ACT, verdict, reason, signed[-1].words, evidence=evidence),)
    if party is Truth.YES and listed:
        reason = f"{who} was a party to {what} {when}, and never signed: {_spans(history)}."
        return (
            _finding(Facet.NOUN, VerdictKind.LOOSE, reason, _spans(history), evidence=evidence),
        )
    if not covered or party is Truth.UNKNOWN:
        reason = f"The record does not settle whether {who} had signed {what} {when}."
        return (unverifiable(Facet.ACT, reason, right=_spans(history), evidence=evidence),)
    verdict = VerdictKind.SUPPORTED if denied else VerdictKind.CONTRADICTED
    reason = f"{who} had neither signed nor joined {what} {when}."
    return (_finding(Facet.ACT, verdict, reason, _spans(history), evidence=evidence),)


def _finding(
    facet: Facet,
    verdict: VerdictKind,
    reason: str,
    right: str,
    *,
    evidence: tuple[Support, ...],
) -> Finding:
    articles = ("VCLT 2(1)(g)", "VCLT 14", "VCLT 15") if facet is Facet.NOUN else ()
    return Finding(facet, verdict, reason, right_value=right, articles=articles, evidence=evidence)


def _day(statement: Statement, *, context: Context) -> PartialDate | None:
    day = statement.claim.date
    if day is not None and (day.earliest is not None and day.latest is not None):
        return day
    told = context.told(statement)
    return told if told is not None and told.earliest is not None else None


def _all_days(treaty: Treaty, *, context: Context) -> DayInterval:
    """From the treaty's opening to the end of the record."""
    record = context.knowledge.record(treaty.id)
    until = record.complete_until if record else None
    opened = treaty.opened.earliest if treaty.opened else None
    return DayInterval(opened, day_after(until) if until else None)


def _spans(history: History) -> str:
    """The participant's way through the treaty in words."""
    steps: list[Milestone] = [
        *history.on(Track.JOIN),
        *(m for m in history.on(Track.EXIT) if m.act is Act.EXIT_EFFECT),
    ]
    steps.sort(key=lambda m: (m.date.latest if m.date else None) or date.max)
    return "; ".join(m.words for m in steps) or "no act of it is on record"


def _evidence(history: History, *, context: Context) -> tuple[Support, ...]:
    steps = (*history.on(Track.JOIN), *history.of((Act.EXIT_EFFECT,)))
    known = dict.fromkeys(s for m in steps for s in m.evidence)
    return (*known, list_support(context.knowledge, history.treaty))


def _articles(history: History, *, right: bool) -> tuple[str, ...]:
    steps = history.of((Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT, Act.EXIT_EFFECT))
    return () if right else tuple(dict.fromkeys(a for m in steps for a in m.articles))
