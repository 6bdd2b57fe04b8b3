"""What must hold of duties: one deadline each, known names, and acts that fit them."""

from __future__ import annotations

from inforce.catalogue.duties import DutyFrom, DutyRow
from inforce.catalogue.duty_names import duty_named
from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.model import Obligation, Treaty
from inforce.catalogue.row_files import Row
from inforce.errors import InforceError
from inforce.terms import DUTY_ACTS, Act


def lint_duties(held: Held, faults: Faults) -> None:
    """Note every fault of the treaties' obligations and of what was told of them."""
    for treaty in held.treaties:
        for duty in treaty.value.rules.obligations if treaty.value.rules else ():
            _lint_duty(treaty, duty, held, faults)
    for row in held.duties:
        held.lint_participant(row, row.value.participant, faults)
        held.lint_treaty(row, row.value.treaty, faults)
        _lint_row(row, held.treaty_by_id.get(row.value.treaty), faults)


def _lint_duty(row: Row[Treaty], duty: Obligation, held: Held, faults: Faults) -> None:
    path = f"{row.value.id}.rules.obligations: {duty.name}"
    before: list[str] = []
    for one in row.value.rules.obligations if row.value.rules else ():
        if one is duty:
            break
        before.append(one.name)
    if duty.name in before:
        row.fault(faults, f"{path}: found the name again, expected it once")
    if duty.counted_from is DutyFrom.DUTY and duty.follows not in before:
        words = f"found {duty.follows!r}, expected a duty that stands before it"
        row.fault(faults, f"{path}: follows: {words}")
    for participant in (*duty.binds, *duty.spares):
        if participant not in held.participants:
            words = f"found {participant!r}, expected the id of a participant"
            row.fault(faults, f"{path}: binds: {words}")
    if duty.extension is not None and not duty.is_dated:
        row.fault(faults, f"{path}: found an extension of no deadline, expected a deadline")


def _lint_row(row: Row[DutyRow], treaty: Treaty | None, faults: Faults) -> None:
    it = row.value
    if it.act not in DUTY_ACTS:
        words = f"found {it.act.value!r}, expected one of {', '.join(sorted(DUTY_ACTS))}"
        row.fault(faults, f"act: {words}")
    if (it.act is Act.EXTENSION) is (it.until is None):
        words = f"found {it.until or 'nothing'}, expected a day for an extension and for it alone"
        row.fault(faults, f"until: {words}")
    if treaty is None:
        return
    try:
        duty_named(treaty, it.duty)
    except InforceError as error:
        row.fault(faults, f"duty: {error}")
