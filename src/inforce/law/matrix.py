"""The status of many participants under many treaties on one day, in one pass a treaty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate
from inforce.law.joining import Setting, bound_from, setting
from inforce.law.status import settled_status
from inforce.law.timeline import timeline_in
from inforce.law.when import ALWAYS, NEVER, When, act_when
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import (
    CONSENTS,
    DOMESTIC_STEPS,
    EXIT_NOTICES,
    Act,
    AnswerKind,
    Modality,
    StatusKind,
)

Matrix = dict[tuple[str, str], StatusKind | None]
"""(participant, treaty) to status; None where it is not settled."""

_PLAIN = (CONSENTS - {Act.SUCCESSION}) | {Act.SIGNATURE, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT}
_BESIDE = DOMESTIC_STEPS | {
    Act.RESERVATION,
    Act.DECLARATION,
    Act.OBJECTION,
    Act.PROVISIONAL_APPLICATION,
    Act.PROVISIONAL_APPLICATION_END,
}
_Acts = tuple[tuple[Act, When, bool], ...]
"""(what was done, when, whether that is contested) of each act."""
_NOT_BOUND = When(NEVER, NEVER)
_LEAVING = EXIT_NOTICES | {Act.EXIT_EFFECT, Act.EXPULSION, Act.REVOCATION}


def matrix(
    treaties: Iterable[Treaty],
    participants: Sequence[str],
    on: PartialDate,
    records: Mapping[str, TreatyRecord],
) -> Matrix:
    """The status of every pair on ``on``, as :func:`inforce.law.status` gives it.

    ``records`` holds each treaty's record by treaty id. Raises KeyError without one.
    """
    found: Matrix = {}
    for treaty in treaties:
        record = records[treaty.id]
        place = setting(treaty, record)
        # A list that promises no completeness says nothing of those it does not name.
        absent = StatusKind.NONE if record.acts and record.complete_until else None
        alike = _Alike(place, on)
        for who in participants:
            acts = record.of(who)
            found[who, treaty.id] = alike.status(who, acts) if acts else absent
    return found


def _full(place: Setting, participant: str, on: PartialDate) -> StatusKind | None:
    """By the whole timeline, as a single question goes."""
    asked = on.possible
    spans = timeline_in(place, participant).spans
    kinds = {settled_status(span) for span in spans if span.days.overlaps(asked)}
    return kinds.pop() if len(kinds) == 1 else None


def _is_plain(place: Setting) -> bool:
    """Whether the treaty's own days are settled, so that one instrument gives one day.

    A treaty that has not entered into force binds nobody, which is settled too.
    """
    rules, own = place.treaty.rules, place.in_force
    if rules is None:
        return False
    if own is None:
        return True
    reached = place.reached is None or place.reached.is_day
    return own.is_day and reached and place.force.answer is AnswerKind.YES


def _may_be_ended(place: Setting, participant: str) -> bool:
    """Whether something besides the participant's own exit may end its membership."""
    if place.ended is not None or place.ended_on is not None or participant in place.dissolved:
        return True
    above = place.parent
    return above is not None and (
        _may_be_ended(above, participant)
        or any(act.act in _LEAVING for act in above.record.of(participant))
    )


class _Alike:
    """The statuses under one treaty: those whose acts are alike have the same.

    Signatures and instruments are alike if they are of the same kind and day, whoever did them;
    exits, successions and ends are a participant's own, and go by its whole timeline.
    """

    def __init__(self, place: Setting, on: PartialDate) -> None:
        self._place, self._on = place, on
        day = on.earliest if on.is_day else None
        self._plain = _Plain(place, day) if day is not None and _is_plain(place) else None
        self._known: dict[_Acts, StatusKind | None] = {}

    def status(self, participant: str, acts: Sequence[AdjudicatedAct]) -> StatusKind | None:
        """The status on the days asked about; None where it is not settled."""
        telling = _telling(acts)
        if telling is None or _may_be_ended(self._place, participant):
            return _full(self._place, participant, self._on)
        settled = self._plain.status(telling) if self._plain else None
        if settled is not None:
            return settled
        if telling not in self._known:
            self._known[telling] = _full(self._place, participant, self._on)
        return self._known[telling]


def _telling(acts: Sequence[AdjudicatedAct]) -> _Acts | None:
    """What was done and when, of the acts that decide the status; None with acts of one's own."""
    found = []
    for act in acts:
        if act.act in _BESIDE or act.followed.modality is not Modality.DONE:
            continue
        if act.act not in _PLAIN:
            return None
        found.append((act.act, act_when(act), act.contested))
    return tuple(found)


class _Plain:
    """Signatures and instruments with exact days: the great majority.

    A published day of entry into force is beside the matter where it is the rule's.

    The day of force is found by the functions that the full timeline uses, once a deposit day.
    """

    def __init__(self, place: Setting, day: date) -> None:
        self._place, self._day = place, day
        self._bound: dict[date, When] = {}
        self._bound_to, self._open_from = ALWAYS, NEVER

    def status(self, acts: _Acts) -> StatusKind | None:
        """The status on the day; None where the acts need the whole timeline."""
        signed = given = told = None
        for kind, when, contested in acts:
            if contested or not when.is_day:
                return None
            if kind is Act.SIGNATURE:
                signed = min(signed or when.lo, when.lo)
            elif kind is Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT:
                if told is not None:
                    return None
                told = when
            else:
                given = min(given or when.lo, when.lo)
        if told is not None and (given is None or self._force(given) != told):
            return None
        return self._on_the_day(signed, given)

    def _on_the_day(self, signed: date | None, given: date | None) -> StatusKind | None:
        if given is not None and given <= self._day:
            bound = self._is_bound(given)
            if bound is None:
                return None
            return StatusKind.PARTY if bound else StatusKind.CONTRACTING
        if signed is not None and signed <= self._day:
            return StatusKind.SIGNATORY
        return StatusKind.NONE

    def _is_bound(self, given: date) -> bool | None:
        """Whether an instrument of that day binds by the day asked; None where that is open.

        A later instrument never binds before an earlier one, so most follow from their
        neighbours.
        """
        if given <= self._bound_to:
            return True
        if given >= self._open_from:
            return False
        when = self._force(given)
        if not when.is_day and when.lo <= self._day:
            return None
        bound = when.lo <= self._day
        if bound:
            self._bound_to = given
        else:
            self._open_from = given
        return bound

    def _force(self, given: date) -> When:
        if given not in self._bound:
            when = bound_from(self._place, When.on(given)).when
            self._bound[given] = _NOT_BOUND if when is None else when
        return self._bound[given]
