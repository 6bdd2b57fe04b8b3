"""What must hold of figures: known places, periods that exist, and counts that the rows give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inforce.catalogue.faults import Faults
from inforce.catalogue.figures import FigureRow
from inforce.catalogue.held import Held
from inforce.catalogue.model import ActRow, Treaty
from inforce.catalogue.reckoning import Acts, bound_from, days, done_by, left_by
from inforce.catalogue.row_files import Row
from inforce.dates import DateError, PartialDate
from inforce.terms import CONSENTS, Act

WORLD = "WORLD"
"""The place of a figure that is of no one participant."""

_SCOPES = {"parties": ("deposited", "in_force"), "signatories": ("deposited", "ever")}


def lint_figures(held: Held, faults: Faults) -> None:
    """Note every fault of the figures; printed counts that are verified must be the rows'."""
    for row in held.figures:
        it = row.value
        if it.place != WORLD:
            held.lint_participant(row, it.place, faults)
        held.lint_treaty(row, it.treaty, faults)
        try:
            period = PartialDate.parse(it.period)
        except DateError as error:
            row.fault(faults, f"period: {error}")
            continue
        treaty = held.treaty_by_id.get(it.treaty or "")
        if it.figure in _SCOPES and treaty is not None and it.verified:
            _lint_count(row, treaty, held, period=period, faults=faults)


def _lint_count(
    row: Row[FigureRow], treaty: Treaty, held: Held, *, period: PartialDate, faults: Faults
) -> None:
    it = row.value
    scopes = _SCOPES[it.figure]
    if it.scope not in scopes:
        row.fault(faults, f"scope: found {it.scope!r}, expected {' or '.join(scopes)}")
        return
    if not period.is_day:
        row.fault(faults, f"period: found {period}, expected the day of the count")
        return
    day = period.the_day()
    # A state that was no more by then is in no list; until then it counts as any other.
    acts = {
        who: rows
        for who, rows in held.acts_of(treaty.id).items()
        if who not in held.dissolved or day < held.dissolved[who]
    }
    if it.figure == "parties":
        count = _in_force(treaty, acts, day) if it.scope == "in_force" else _deposited(acts, day)
    else:
        count = _signed(acts, day, ever=it.scope == "ever")
    if count != it.value:
        words = (
            f"found {it.value:g} {it.figure} ({it.scope}) on {day}, expected {count} by the acts"
        )
        row.fault(faults, f"value: {words}")


def _deposited(acts: Acts, day: date) -> int:
    return sum(
        done_by(rows, CONSENTS, day) and not left_by(rows, day) and not _taken_back(rows, day)
        for rows in acts.values()
    )


def _taken_back(rows: Iterable[Row[ActRow]], day: date) -> bool:
    """Whether a consent was taken back by that day, before it bound."""
    back = [row for row in rows if row.value.act is Act.REVOCATION and row.value.about in CONSENTS]
    return done_by(back, (Act.REVOCATION,), day)


def _in_force(treaty: Treaty, acts: Acts, day: date) -> int:
    return sum(
        (bound := bound_from(treaty, rows)) is not None and bound <= day and not left_by(rows, day)
        for rows in acts.values()
    )


def _signed(acts: Acts, day: date, *, ever: bool) -> int:
    """The depositary sets a former party's signature in brackets and no longer counts it."""
    return sum(
        any(signed <= day for signed in days(rows, (Act.SIGNATURE,)))
        and (ever or not left_by(rows, day))
        for rows in acts.values()
    )
