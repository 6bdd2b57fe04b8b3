"""A participant's status under a treaty on a day, or on the days that a partial date leaves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.dates import DayInterval, PartialDate
from inforce.law import vclt
from inforce.law.contested import dates_in_dispute, findings_on, positions_on, suspension
from inforce.law.joining import Setting, setting
from inforce.law.model import Exit, Position, Span, StatusAnswer, StatusPart, Step, Timeline
from inforce.law.timeline import timeline_in
from inforce.law.when import When, act_when
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import (
    EXIT_NOTICES,
    PARTY_STATUSES,
    Act,
    AnswerKind,
    StatusKind,
    UnknownBecause,
)


def status(treaty: Treaty, participant: str, on: PartialDate, record: TreatyRecord) -> StatusAnswer:
    """The participant's status on ``on``, as the record knows it.

    Past the day until which the record is complete the last known status is given and marked.
    """
    place = setting(treaty, record)
    return status_in(place, timeline_in(place, participant), on)


def status_in(place: Setting, line: Timeline, on: PartialDate) -> StatusAnswer:
    """As :func:`status`, from a timeline worked out before."""
    asked = on.possible
    spans = [span for span in line.spans if span.days.overlaps(asked)]
    answers = {party_of(span) for span in spans}
    kinds = {settled_status(span) for span in spans}
    party = answers.pop() if len(answers) == 1 else AnswerKind.UNKNOWN
    one = spans[0] if len(spans) == 1 else None
    from_day = _from_day(line.spans, asked, party)
    because = one.because if one and not one.is_settled else None
    if answers or (len(spans) > 1 and party is AnswerKind.UNKNOWN):
        because = UnknownBecause.OPEN_FACT
    # Of one that a list does not name nothing is known, unless the list is said to be complete.
    silent = not place.record.acts or not (line.events or place.record.complete_until)
    if silent:
        party, because = AnswerKind.UNKNOWN, UnknownBecause.RECORD_ENDS
    last = asked.last_day
    begun = [act for act in line.events if last is None or act_when(act).lo <= last]
    claims = [act for act in begun if act.act is Act.SUSPENSION]
    suspended, positions, steps = _suspension(place, claims, party)
    known = known_until(place.record)
    past = past_record(place.record, on)
    return StatusAnswer(
        line.participant,
        line.treaty,
        on,
        kinds.pop() if len(kinds) == 1 and not silent else None,
        party,
        from_day,
        because,
        one.status if one and one.expected else None,
        _parts(spans, asked) if len(spans) > 1 else (),
        _provisional(line.provisional, asked),
        suspended,
        (*positions, *_other_positions(place, begun)),
        tuple(x for x in line.exits if last is None or _begun(x).lo <= last),
        known,
        past,
        _trace(line, asked, from_day, more=(*steps, *_past_steps(known, past=past))),
    )


def _begun(found: Exit) -> When:
    """When an exit began to be known: its notice, or the bare effect."""
    return act_when(found.notice) if found.notice else When.of(found.effect)


def party_of(span: Span) -> AnswerKind:
    """Whether the treaty is in force for the participant throughout the span."""
    sides = {kind in PARTY_STATUSES for kind in _kinds(span)}
    if len(sides) == 1:
        return AnswerKind.YES if True in sides else AnswerKind.NO
    return AnswerKind.CONTESTED if span.contested else AnswerKind.UNKNOWN


def settled_status(span: Span) -> StatusKind | None:
    """The span's status, unless it is only expected or not known."""
    return span.status if span.is_settled else None


def known_until(record: TreatyRecord) -> date | None:
    """The last day until which the record is complete, as known; None: nothing is promised."""
    known = record.known_on.latest if record.known_on else None
    complete = record.complete_until
    return complete if known is None or complete is None else min(known, complete)


def past_record(record: TreatyRecord, on: PartialDate) -> bool:
    """Whether a day asked about may lie past the record's end."""
    known, last = known_until(record), on.possible.last_day
    return known is None or last is None or last > known


def _kinds(span: Span) -> Sequence[StatusKind]:
    if span.is_settled and span.status is not None:
        return (span.status,)
    return span.possible


def _parts(spans: Iterable[Span], asked: DayInterval) -> tuple[StatusPart, ...]:
    parts: list[StatusPart] = []
    for span in spans:
        days = span.days.intersection(asked)
        if days is not None:
            parts.append(StatusPart(days, settled_status(span), party_of(span)))
    return tuple(parts)


def _from_day(spans: Sequence[Span], asked: DayInterval, party: AnswerKind) -> PartialDate | None:
    """The first day after those asked from which it is bound; bounds if not known exactly."""
    first: date | None = None
    for span in _later(spans, asked) if party is AnswerKind.NO else ():
        answer = party_of(span)
        if answer is AnswerKind.YES and span.days.start is not None:
            return PartialDate.spanning(first or span.days.start, span.days.start)
        first = None if answer is AnswerKind.NO else first or span.days.start
    return None


def _later(spans: Iterable[Span], asked: DayInterval) -> list[Span]:
    """The spans that begin after the days asked about."""
    last = asked.last_day
    return [s for s in spans if last is not None and s.days.start and s.days.start > last]


def _provisional(spans: Iterable[Span], asked: DayInterval) -> AnswerKind:
    """Whether the treaty is applied provisionally on every day asked about."""
    answer = AnswerKind.NO
    for span in spans:
        if span.days.overlaps(asked):
            whole = span.days.intersection(asked) == asked and span.because is None
            if whole:
                return AnswerKind.YES
            answer = AnswerKind.UNKNOWN
    return answer


def _suspension(
    place: Setting, claims: Sequence[AdjudicatedAct], party: AnswerKind
) -> tuple[AnswerKind, tuple[Position, ...], tuple[Step, ...]]:
    """The last suspension claimed by the day; it leaves its author a party (VCLT 72)."""
    if not claims or party is AnswerKind.NO:
        return AnswerKind.NO, (), ()
    return suspension(place.treaty, place.record, claims[-1])


def _other_positions(place: Setting, begun: Iterable[AdjudicatedAct]) -> tuple[Position, ...]:
    """Dates in dispute, and what others said of a notice of exit."""
    found: list[Position] = []
    for act in begun:
        found += dates_in_dispute(act)
        if act.act in EXIT_NOTICES and any(findings_on(place.record, act)):
            found += positions_on(place.record, act)
    return tuple(found)


def _past_steps(known: date | None, *, past: bool) -> tuple[Step, ...]:
    if not past:
        return ()
    until = f"is complete until {known}" if known else "promises no completeness"
    words = f"the record {until}: the last known status is given, and a later act is not excluded"
    return (Step(words, None, str(known) if known else None),)


def _duty_steps(line: Timeline, asked: DayInterval) -> list[Step]:
    """What binds one that has signed or consented before the treaty does (VCLT 18)."""
    before = {StatusKind.SIGNATORY, StatusKind.CONTRACTING}
    spans = [span for span in line.spans if span.days.overlaps(asked)]
    if not all(settled_status(span) in before for span in spans):
        return []
    return [Step(vclt.words("18"), "VCLT 18")]


def _trace(
    line: Timeline,
    asked: DayInterval,
    from_day: PartialDate | None,
    *,
    more: tuple[Step, ...],
) -> tuple[Step, ...]:
    """The reasons of every span up to the days asked about, and of the coming one, once each."""
    later = _later(line.spans, asked)
    steps = [step for span in line.spans if span not in later for step in span.trace]
    if from_day is not None:
        coming = next(span for span in later if party_of(span) is AnswerKind.YES)
        steps += coming.trace
    steps += _duty_steps(line, asked)
    if not steps:
        steps.append(Step("no act of the participant by then is in the record"))
    return tuple(dict.fromkeys([*steps, *more]))
