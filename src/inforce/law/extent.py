"""Whether a treaty extends to a territory, through the state that answers for it (VCLT 29)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.catalogue.territories import Practice, Responsible, Territory
from inforce.dates import DayInterval, PartialDate
from inforce.law import vclt
from inforce.law.joining import Setting, setting
from inforce.law.model import Step, Timeline, Trace
from inforce.law.notices import Notice, notices_on
from inforce.law.status import party_of, status_in
from inforce.law.steps import act_step
from inforce.law.timeline import timeline_in
from inforce.record.view import TreatyRecord
from inforce.terms import Act, AnswerKind, UnknownBecause

_SILENT = {
    Practice.BY_NOTICE: "extends treaties to it only by a notification, or by naming it",
    Practice.OPEN: "has both included it and left it out",
}


@dataclass(frozen=True, slots=True)
class ExtentPart:
    """The answer on a part of the days asked about."""

    days: DayInterval
    answer: AnswerKind


@dataclass(frozen=True, slots=True)
class ExtentAnswer:
    """Whether a treaty extends to a territory on a day.

    ``state`` answers for the territory on the first of the days; None where nobody does. Where it
    extends, ``since`` is the first day of that and ``notice`` what says so; without a notice it is
    ``presumed`` of the entire territory. ``intervals`` is filled when a partial day does not have
    one answer. The state's own id as ``territory`` means its metropolitan part.
    """

    territory: str
    name: str
    treaty: str
    on: PartialDate
    answer: AnswerKind
    state: str | None
    because: UnknownBecause | None = None
    since: date | None = None
    notice: Notice | None = None
    presumed: bool = False
    intervals: tuple[ExtentPart, ...] = ()
    known_until: date | None = None
    past_record: bool = False
    trace: Trace = ()


@dataclass(frozen=True, slots=True)
class _OnDay:
    answer: AnswerKind
    state: str | None
    because: UnknownBecause | None = None
    since: date | None = None
    notice: Notice | None = None
    presumed: bool = False
    trace: tuple[Step, ...] = ()


def extent(
    treaty: Treaty, territory: Territory, on: PartialDate, record: TreatyRecord
) -> ExtentAnswer:
    """Whether the treaty extends to the territory on ``on``, as the record knows it."""
    return _Extents(setting(treaty, record)).answer(territory, on)


def parts(
    treaty: Treaty,
    state: str,
    on: PartialDate,
    record: TreatyRecord,
    *,
    territories: Iterable[Territory],
) -> tuple[ExtentAnswer, ...]:
    """The answers for a state's metropolitan part and for its territories of those days.

    A state of which the catalogue knows no territory has no parts.
    """
    first, last = _bounds(on)
    own = [
        place
        for place in territories
        if any(
            one.state == state
            and (one.since is None or one.since <= last)
            and (one.until is None or first < one.until)
            for one in place.responsible
        )
    ]
    if not own:
        return ()
    asked = _Extents(setting(treaty, record))
    whole = Territory(
        state, state, None, (), (Responsible(state, None, None, Practice.WITH_STATE),)
    )
    return tuple(asked.answer(place, on) for place in (whole, *own))


class _Extents:
    """The answers under one treaty; each state's timeline is worked out once."""

    def __init__(self, place: Setting) -> None:
        self._place = place
        self._lines: dict[str, Timeline] = {}

    def answer(self, territory: Territory, on: PartialDate) -> ExtentAnswer:
        """The answer on the days that a partial day leaves."""
        days = self._days(territory, on)
        found = [self._on_day(territory, day) for day in days]
        first, answers = found[0], {one.answer for one in found}
        record = self._place.record
        until = record.extent_until
        settled = len(answers) == 1
        return ExtentAnswer(
            territory.id,
            territory.name,
            self._place.treaty.id,
            on,
            first.answer if settled else AnswerKind.UNKNOWN,
            first.state,
            first.because if settled else UnknownBecause.OPEN_FACT,
            first.since if settled else None,
            first.notice,
            first.presumed,
            () if settled else _intervals(days, found, _bounds(on)[1]),
            until,
            until is None or _bounds(on)[1] > until,
            tuple(dict.fromkeys(step for one in found for step in one.trace)),
        )

    def _days(self, territory: Territory, on: PartialDate) -> list[date]:
        """The first of the days asked about, and every later one on which the answer may change."""
        first, last = _bounds(on)
        turns = {one.since for one in territory.responsible}
        turns |= {one.until for one in territory.responsible}
        for one in territory.responsible:
            turns |= {span.days.start for span in self._line(one.state).spans}
            told = notices_on(self._place.record, territory, one.state, date.max)
            turns |= {notice.start for notice in told}
        return [first, *sorted(day for day in turns if day is not None and first < day <= last)]

    def _line(self, state: str) -> Timeline:
        if state not in self._lines:
            self._lines[state] = timeline_in(self._place, state)
        return self._lines[state]

    def _on_day(self, territory: Territory, day: date) -> _OnDay:
        held = territory.responsible_on(day)
        if held is None:
            words = f"on {day} no state of the catalogue answers for it as one territory"
            return _OnDay(AnswerKind.NO, None, trace=(Step(words),))
        line = self._line(held.state)
        party = status_in(self._place, line, PartialDate.from_day(day))
        bound = _bound_since(line, day)
        steps = [_state_step(held, party.party, day, bound), *_consent_steps(line, day)]
        told = notices_on(self._place.record, territory, held.state, day)
        if told:
            alone = not line.episodes
            return _by_notice(told[-1], party.party, held, bound=bound, alone=alone, steps=steps)
        if party.party is AnswerKind.NO or held.practice is Practice.WITH_STATE:
            if party.party is AnswerKind.YES and territory.id != held.state:
                words = f"nothing in the record leaves it out: {vclt.words('29')}"
                steps.append(Step(words, "VCLT 29"))
            yes = party.party is AnswerKind.YES
            since = bound if yes else None
            return _OnDay(
                party.party, held.state, party.because, since, None, yes, trace=tuple(steps)
            )
        return self._silent(territory, held, day, steps=steps)

    def _silent(
        self, territory: Territory, held: Responsible, day: date, *, steps: list[Step]
    ) -> _OnDay:
        """A party that by the day said nothing of a territory not covered by its mere consent."""
        told = notices_on(self._place.record, territory, held.state, date.max)
        first = next((one for one in told if one.act is Act.TERRITORIAL_APPLICATION), None)
        if first is not None and held.practice is Practice.BY_NOTICE:
            steps.append(first.step)
            return _OnDay(AnswerKind.NO, held.state, notice=first, trace=tuple(steps))
        until = self._place.record.extent_until
        words = f"{held.state} {_SILENT[held.practice]}, and the record has no such notification"
        if until is not None and day <= until and held.practice is Practice.BY_NOTICE:
            words += f"; the notifications in it are complete until {until}"
            steps.append(Step(words, "VCLT 29"))
            return _OnDay(AnswerKind.NO, held.state, trace=tuple(steps))
        words += "; the depositary's page, once imported, may hold one"
        steps.append(Step(words, "VCLT 29"))
        return _OnDay(
            AnswerKind.UNKNOWN, held.state, UnknownBecause.RECORD_ENDS, trace=tuple(steps)
        )


def _by_notice(
    notice: Notice,
    party: AnswerKind,
    held: Responsible,
    *,
    bound: date | None,
    alone: bool,
    steps: list[Step],
) -> _OnDay:
    """The answer by the last notification; ``alone`` where its state never consented itself."""
    steps.append(notice.step)
    if notice.act is not Act.TERRITORIAL_APPLICATION:
        return _OnDay(AnswerKind.NO, held.state, notice=notice, trace=tuple(steps))
    if party is AnswerKind.YES:
        since = max(notice.start, bound) if bound else notice.start
        return _OnDay(party, held.state, None, since, notice, trace=tuple(steps))
    if party is AnswerKind.NO and alone:
        # China notified treaties to which it is no party for Hong Kong and Macao alone.
        words = f"{held.state} is no party itself: whether the notice alone binds is open"
        steps.append(Step(words, "VCLT 29"))
        because = UnknownBecause.OPEN_FACT
        return _OnDay(AnswerKind.UNKNOWN, held.state, because, notice=notice, trace=tuple(steps))
    return _OnDay(party, held.state, notice=notice, trace=tuple(steps))


def _state_step(held: Responsible, party: AnswerKind, day: date, bound: date | None) -> Step:
    words = {
        AnswerKind.YES: f"is bound from {bound}" if bound else "is bound",
        AnswerKind.NO: f"is not bound on {day}",
    }.get(party, f"may be bound or not on {day}")
    return Step(
        f"{held.state} answers for it, and {words}", None, bound.isoformat() if bound else None
    )


def _consent_steps(line: Timeline, day: date) -> list[Step]:
    """Of the state's own working, the last instrument by the day, on which all rests."""
    given = [one.consent for one in line.episodes if one.deposited.lo <= day]
    return [act_step(given[-1])] if given else []


def _bound_since(line: Timeline, day: date) -> date | None:
    """The first day of the unbroken time of being bound in which a day lies; None outside one."""
    start: date | None = None
    for span in line.spans:
        if party_of(span) is not AnswerKind.YES:
            start = None
        elif start is None:
            start = span.days.start
        if span.days.contains(day):
            return start
    return None


def _intervals(days: Sequence[date], found: Sequence[_OnDay], last: date) -> tuple[ExtentPart, ...]:
    parts: list[ExtentPart] = []
    ends = [*days[1:], None]
    for start, end, one in zip(days, ends, found, strict=True):
        until = end or (None if last == date.max else date.fromordinal(last.toordinal() + 1))
        goes_on = bool(parts) and parts[-1].answer is one.answer
        begun = parts.pop().days.start if goes_on else start
        parts.append(ExtentPart(DayInterval(begun, until), one.answer))
    return tuple(parts)


def _bounds(on: PartialDate) -> tuple[date, date]:
    return on.earliest or date.min, on.latest or date.max
