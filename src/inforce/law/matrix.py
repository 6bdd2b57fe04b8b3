"""The status of many participants under many treaties on one day, in one pass a treaty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from inforce.catalogue.model import RuleState, Treaty
from inforce.dates import PartialDate
from inforce.law.joining import Setting, bound_from, setting
from inforce.law.status import settled_status
from inforce.law.timeline import timeline_in
from inforce.law.when import NEVER, When
from inforce.record.view import AdjudicatedAct, TreatyRecord
from inforce.terms import CONSENTS, DOMESTIC_STEPS, Act, AnswerKind, Modality, StatusKind

Matrix = dict[tuple[str, str], StatusKind | None]
"""(participant, treaty) to status; None where it is not settled."""

_PLAIN = (CONSENTS - {Act.SUCCESSION}) | {Act.SIGNATURE}
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
        absent = StatusKind.NONE if record.acts else None
        plain = _Plain(place, day) if day is not None and _is_plain(place) else None
        for who in participants:
            acts = record.of(who)
            if not acts:
                found[who, treaty.id] = absent
                continue
            if plain is not None and all(plain.takes(act) for act in acts):
                found[who, treaty.id] = plain.status(acts)
            else:
                found[who, treaty.id] = _full(place, who, on)
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
    """Signatures and instruments with exact days and nothing else: the great majority.

    The day of force is found by the functions that the full timeline uses, once a deposit day.
    """

    def __init__(self, place: Setting, day: date) -> None:
        self._place, self._day = place, day
        self._bound: dict[date, date] = {}

    def takes(self, act: AdjudicatedAct) -> bool:
        """Whether the act is one that needs no more than its day."""
        if act.act in _BESIDE:
            return True
        exact = act.date is not None and act.date.is_day and not act.contested
        return act.act in _PLAIN and exact and act.followed.modality is Modality.DONE

    def status(self, acts: Sequence[AdjudicatedAct]) -> StatusKind:
        """The status on the day."""
        signed = given = None
        for act in acts:
            if act.act in _PLAIN and act.date is not None:
                day = act.date.the_day()
                if act.act is Act.SIGNATURE:
                    signed = min(signed or day, day)
                else:
                    given = min(given or day, day)
        if given is not None and self._force(given) <= self._day:
            return StatusKind.PARTY
        if given is not None and given <= self._day:
            return StatusKind.CONTRACTING
        if signed is not None and signed <= self._day:
            return StatusKind.SIGNATORY
        return StatusKind.NONE

    def _force(self, given: date) -> date:
        if given not in self._bound:
            when = bound_from(self._place, When.on(given)).when
            self._bound[given] = NEVER if when is None else when.lo
        return self._bound[given]
