"""Human decisions on which of two statements the record follows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from inforce.dates import PartialDate
from inforce.terms import Act


@dataclass(frozen=True, slots=True)
class Decision:
    """For one act of one participant: follow this statement, says ``by``, because ``why``.

    ``on`` is the day of the decision, ``recorded_at`` (UTC) when the store learned it. A
    decision is never changed: ``revokes`` holds the id of an earlier one that no longer holds,
    and such a row decides nothing itself (its ``follows`` repeats that of the revoked one).
    """

    treaty: str
    participant: str
    act: Act
    follows: str
    by: str
    why: str
    on: date
    recorded_at: datetime
    revokes: str | None = None

    @property
    def id(self) -> str:
        """Hash of what was decided, by whom, why and when."""
        import hashlib

        named = [self.treaty, self.participant, self.act.value, self.follows, self.by, self.why]
        text = json.dumps([*named, self.on.isoformat(), self.revokes], ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:24]


def in_effect(
    decisions: Iterable[Decision],
    *,
    known_on: PartialDate | None = None,
    recorded_on: date | None = None,
) -> tuple[Decision, ...]:
    """The decisions taken and recorded by the view's days and not revoked by then, latest first."""
    last = known_on.latest if known_on else None
    seen = {
        decision.id: decision
        for decision in decisions
        if (last is None or decision.on <= last)
        and (recorded_on is None or decision.recorded_at.date() <= recorded_on)
    }
    revoked = {decision.revokes for decision in seen.values()}
    holding = (d for d in seen.values() if d.revokes is None and d.id not in revoked)
    return tuple(sorted(holding, key=lambda d: (d.on, d.recorded_at, d.id), reverse=True))
