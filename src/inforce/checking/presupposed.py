"""What a sentence about leaving takes for granted: that there is a membership to leave."""

from __future__ import annotations

from datetime import date

from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.milestones import History, Track, track
from inforce.checking.model import Finding
from inforce.checking.supports import list_support
from inforce.dates import DayInterval, DaySet, PartialDate
from inforce.dates.civil import day_after
from inforce.record.model import Statement
from inforce.terms import PARTY_STATUSES, Facet, Modality, VerdictKind


def leaving_without_membership(
    statement: Statement, history: History, *, context: Context
) -> tuple[Finding, ...]:
    """A finding where one that never was a party is said to leave, as far as the record goes."""
    claim = statement.claim
    if track(claim.act, claim.about) is not Track.EXIT or statement.modality is Modality.DENIED:
        return ()
    return never_a_party(statement, history, context=context)


def never_a_party(
    statement: Statement, history: History, *, context: Context
) -> tuple[Finding, ...]:
    """A finding where the participant was a party on no day until the statement's own."""
    claim, told = statement.claim, context.told(statement)
    day = claim.date if claim.date and claim.date.latest else told
    last = day.latest if day else None
    knowledge, treaty = context.knowledge, history.treaty
    if may_have_been_party(history, until=last):
        return ()
    until = knowledge.known_until(treaty)
    if until is None:
        return ()
    who, what = knowledge.name(history.participant), knowledge.short(treaty.id)
    signed = words.listed(m.words for m in history.on(Track.JOIN))
    settled = last is not None and last <= until
    rest = "so there is nothing to leave" if settled else "and the text may be of a later day"
    return (
        Finding(
            Facet.PRESUPPOSITION,
            VerdictKind.CONTRADICTED if settled else VerdictKind.UNVERIFIABLE,
            f"{who} was never a party to {what} (the record is complete until "
            f"{words.one_day(until)}), {rest}.",
            right_value=signed or f"{who} never joined {what}",
            articles=("VCLT 54",),
            evidence=(
                *(s for m in history.on(Track.JOIN) for s in m.evidence),
                list_support(knowledge, treaty),
            ),
            trace=history.timeline.trace,
        ),
    )


def may_have_been_party(history: History, *, until: date | None) -> bool:
    """Whether the participant may have been a party on some day until then."""
    for span in history.timeline.spans:
        kinds = {span.status, *span.possible}
        began = span.days.start is None or until is None or span.days.start <= until
        if began and kinds & PARTY_STATUSES:
            return True
    return False


def party_days(history: History) -> DaySet:
    """The days on which the participant is surely a party."""
    spans = history.timeline.spans
    return DaySet.of(*(s.days for s in spans if s.is_settled and s.status in PARTY_STATUSES))


def possible_party_days(history: History) -> DaySet:
    """The days on which the participant may be a party."""
    spans = history.timeline.spans
    return DaySet.of(*(s.days for s in spans if {s.status, *s.possible} & PARTY_STATUSES))


def days_of(told: PartialDate) -> DayInterval:
    """The days from the first to the last that a date may mean."""
    return DayInterval(told.earliest, day_after(told.latest) if told.latest else None)
