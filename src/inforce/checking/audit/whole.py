"""Faults that only show across the rows of a treaty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from inforce.checking.audit.model import Fault, FaultKind, Part, Row, RowAudit
from inforce.checking.audit.sentinels import is_sentinel

_LEAST_ROWS = 3
_LEAST_SHARE = 0.3
_LEAST_ENDS = 0.5
_MANY_ENDS = 10


def shared_day(rows: Sequence[RowAudit]) -> date | None:
    """A day of force that the rule does not give, but many rows with different consents share.

    It is then likely the treaty's own day. None where fewer than three rows, or three in ten of
    those with both days, share one.
    """
    dated = [one for one in rows if one.part is not Part.UNDATED]
    odd = [one for one in dated if one.off != 0 and one.row.consent and one.row.force]
    days = Counter(one.row.force for one in odd)
    for day, number in days.most_common(1):
        consents = {one.row.consent for one in odd if one.row.force == day}
        before = all(one is not None and day is not None and one <= day for one in consents)
        many = number >= max(_LEAST_ROWS, _LEAST_SHARE * len(dated))
        if many and before and len(consents) >= _LEAST_ROWS:
            return day
    return None


def treaty_date_wrong(one: RowAudit, shared: date | None, day: date | None) -> tuple[Fault, ...]:
    """The fault of a row that is bound from the shared day."""
    if shared is None or one.row.force != shared or one.off == 0 or day is None:
        return ()
    words = (
        f"bound from {shared} as many others are: likely the treaty's own day, which the table "
        f"has as {day}"
    )
    return (Fault(FaultKind.TREATY_DATE_WRONG, "treaty_force", day, shared, words),)


def end_filled_down(rows: Sequence[Row]) -> dict[int, tuple[Fault, ...]]:
    """By line, the rows whose end is one day for at least three, and half of the treaty's rows.

    Half of all that left is enough where they are ten or more: a few may well leave together, as
    three members of EFTA did for the European Union. The treaty's own end ends every membership,
    and is no fault.
    """
    left = [row for row in rows if row.exit_effect and not is_sentinel(row.exit_effect)]
    days = Counter(row.exit_effect for row in left)
    found: dict[int, tuple[Fault, ...]] = {}
    for day, number in days.items():
        of = left if number >= _MANY_ENDS else rows
        if number < max(_LEAST_ROWS, _LEAST_ENDS * len(of)):
            continue
        for row in (r for r in left if r.exit_effect == day and r.treaty_end != day):
            words = f"{number} of the {len(left)} that left have {day} as their end"
            fault = Fault(FaultKind.END_FILLED_DOWN, "exit_effect", day, None, words)
            found[row.line] = (fault,)
    return found
