"""A duty's deadline in plain words, as the rule has it."""

from __future__ import annotations

from inforce.catalogue.duties import DutyFrom, Start
from inforce.catalogue.model import Obligation
from inforce.terms import Act

_FROM = {
    DutyFrom.PARTICIPANT: "entry into force for the participant",
    DutyFrom.TREATY: "the treaty's own entry into force",
    DutyFrom.DEPOSIT: "the deposit of its instrument",
}


def due_words(duty: Obligation) -> str:
    """When it is due, more time, and on whom it falls; empty for a duty without a day."""
    if not duty.is_dated:
        return ""
    parts = [_when(duty)]
    if duty.not_counted_before is not None:
        parts.append(
            f"counted at the earliest from {duty.not_counted_before.words} after the treaty's own"
        )
    if duty.extension is not None:
        parts.append(f"{duty.extension.by} may give {duty.extension.words}")
    if duty.applies_where:
        parts.append(f"falls only on {duty.applies_where}")
    if duty.binds:
        parts.append(f"binds {len(duty.binds)} participants alone")
    if duty.spares:
        parts.append(f"does not bind {', '.join(duty.spares)}")
    settled = "a report" if duty.discharged_by is Act.REPORT else "a declaration of completion"
    return "; ".join([*parts, f"met by {settled}"])


def _when(duty: Obligation) -> str:
    again = duty.recurrence
    counted = _FROM.get(duty.counted_from) or f"the deadline of the duty {duty.follows!r}"
    if duty.counted_from is DutyFrom.FIXED:
        first = f"by {duty.first}"
    elif duty.deadline is None:
        first = f"counted from {counted}"
    elif not duty.deadline.n:
        first = f"by {counted}"
    else:
        first = f"within {duty.deadline.words} of {counted}"
    if again is None:
        return first
    year = ", for the first whole calendar year on" if again.start is Start.FULL_YEAR else ""
    return f"{first}, {again.words}{year}"
