"""What must hold of domestic steps: the right kinds, and tallies that can be true."""

from __future__ import annotations

from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.model import ActRow
from inforce.catalogue.row_files import Row
from inforce.dates import Truth
from inforce.terms import DOMESTIC_STEPS, Act

_VOTES = ("for", "against", "abstain", "not_voting")


def lint_steps(held: Held, faults: Faults) -> None:
    """Note every fault of the domestic steps."""
    seats = {
        (row.value.place, row.value.body): int(row.value.value)
        for row in held.figures
        if row.value.figure == "seats" and row.value.verified
    }
    for row in held.steps:
        it = row.value
        held.lint_participant(row, it.participant, faults)
        held.lint_treaty(row, it.treaty, faults)
        if it.act not in DOMESTIC_STEPS:
            words = f"act: found {it.act.value!r}, expected a domestic step: {_STEPS}"
            row.fault(faults, words)
        if it.about is None or it.about in DOMESTIC_STEPS:
            words = f"about: found {it.about!r}, expected the international act it leads to"
            row.fault(faults, words)
        if it.date and it.asserted and it.asserted.before(it.date) is Truth.YES:
            words = f"found {it.asserted}, expected a day not before the step, {it.date}"
            row.fault(faults, f"asserted: {words}")
        _lint_tally(row, seats.get((it.participant, it.body)), faults)


_STEPS = ", ".join(sorted(step.value for step in DOMESTIC_STEPS))


def _lint_tally(row: Row[ActRow], known_seats: int | None, faults: Faults) -> None:
    tally = dict(row.value.tally)
    seats = tally.get("seats", known_seats)
    if known_seats is not None and seats != known_seats:
        row.fault(faults, f"seats: found {seats}, expected the {known_seats} of figures.csv")
    cast = sum(tally.get(vote, 0) for vote in _VOTES)
    if seats is not None and cast > seats:
        row.fault(faults, f"found {cast} votes, expected no more than the {seats} seats")
    needed, votes = tally.get("threshold"), tally.get("for")
    if needed is None or votes is None or row.value.act is not Act.BILL_ADOPTED:
        return
    if votes < needed:
        row.fault(faults, f"for: found {votes}, expected at least the {needed} needed")
