"""The status of many participants under many treaties on one day, in one pass a treaty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from inforce.catalogue.model import RuleState, Treaty
from inforce.dates import PartialDate
from inforce.law.joining import Setting, bound_from, setting
from inforce.law.status import settled_status
from inforce.law.timeline import timeline_in
from inforce.law.when import ALWAYS, NEVER, When, act_when
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import CONSENTS, DOMESTIC_STEPS, Act, AnswerKind, Modality, StatusKind

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
    day = on.earliest if on.is_day else None
    for treaty in treaties:
        record = records[treaty.id]
        place = setting(treaty, record)
        # A list that promises no completeness says nothing of those it does not name.
        absent = StatusKind.NONE if record.acts and record.complete_until else None
        plain = _Plain(place, day) if day is not None and _is_plain(place) else None
        for who in participants:
            acts = record.of(who)
            if not acts:
                found[who, treaty.id] = absent
                continue
            status = plain.status(acts) if plain and who not in place.dissolved else None
            found[who, treaty.id] = status or _full(place, who, on)
    return found


def _full(place: Setting, participant: str, on: PartialDate) -> StatusKind | None:
    """By the whole timeline, as a single question goes."""
    asked = on.possible
    spans = timeline_in(place, participant).spans
    kinds = {settled_status(span) for span in spans if span.days.overlaps(asked)}
    return kinds.pop() if len(kinds) == 1 else None


def _is_plain(place: Setting) -> bool:
    """Whether the treaty's own days are settled, so that one instrument gives one day."""
    rules, force = place.treaty.rules, place.force
    return (
        rules is not None
        and rules.later_participants.at.state is RuleState.STATED
        and rules.later_participants.delay is not None
        and place.ended is None
        and force.answer is AnswerKind.YES
        and place.in_force is not None
        and place.in_force.is_day
        and place.reached is not None
        and place.reached.is_day
    )


class _Plain:
    """Signatures and instruments with exact days: the great majority.

    A published day of entry into force is beside the matter where it is the rule's.

    The day of force is found by the functions that the full timeline uses, once a deposit day.
    """

    def __init__(self, place: Setting, day: date) -> None:
        self._place, self._day = place, day
        self._bound: dict[date, date] = {}
        self._bound_to, self._open_from = ALWAYS, NEVER

    def status(self, acts: Sequence[AdjudicatedAct]) -> StatusKind | None:
        """The status on the day; None where the acts need the whole timeline."""
        signed = given = told = None
        for act in acts:
            kind = act.act
            if kind in _BESIDE:
                continue
            when = act_when(act)
            if kind not in _PLAIN or act.followed.modality is not Modality.DONE or not when.is_day:
                return None
            if kind is Act.SIGNATURE:
                signed = min(signed or when.lo, when.lo)
            elif kind is Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT:
                if told is not None:
                    return None
                told = when.lo
            else:
                given = min(given or when.lo, when.lo)
        if told is not None and (given is None or self._force(given) != told):
            return None
        return self._on_the_day(signed, given)

    def _on_the_day(self, signed: date | None, given: date | None) -> StatusKind:
        if given is not None and given <= self._day and self._is_bound(given):
            return StatusKind.PARTY
        if given is not None and given <= self._day:
            return StatusKind.CONTRACTING
        if signed is not None and signed <= self._day:
            return StatusKind.SIGNATORY
        return StatusKind.NONE

    def _is_bound(self, given: date) -> bool:
        """Whether an instrument of that day binds by the day asked.

        A later instrument never binds before an earlier one, so most follow from their
        neighbours.
        """
        if given <= self._bound_to:
            return True
        if given >= self._open_from:
            return False
        bound = self._force(given) <= self._day
        if bound:
            self._bound_to = given
        else:
            self._open_from = given
        return bound

    def _force(self, given: date) -> date:
        if given not in self._bound:
            when = bound_from(self._place, When.on(given)).when
            self._bound[given] = NEVER if when is None else when.lo
        return self._bound[given]
