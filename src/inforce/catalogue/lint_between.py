"""What must hold between the files: acts and who there was, findings, domestic steps and acts."""

from __future__ import annotations

from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.model import ActRow, FindingRow
from inforce.catalogue.row_files import Row
from inforce.dates import PartialDate, Truth


def lint_between(held: Held, faults: Faults) -> None:
    """Note where one file says what another excludes."""
    for row in held.acts:
        _lint_existence(row, held, faults)
    for found in held.findings:
        _lint_finding(found, held, faults)
    for step in held.steps:
        _lint_step(step, held, faults)


def _lint_existence(row: Row[ActRow], held: Held, faults: Faults) -> None:
    """A state that is no more does nothing: participants.csv has its last day."""
    it, gone = row.value, held.dissolved.get(row.value.participant)
    if gone is None or it.date is None:
        return
    if it.date.before(PartialDate.from_day(gone)) is Truth.NO:
        words = f"found {it.date}, expected a day before {gone}, from which {it.participant} was no"
        row.fault(faults, f"date: {words} more")


def _lint_finding(row: Row[FindingRow], held: Held, faults: Faults) -> None:
    """What is found of an act is found after it was done, and the act is in the table of acts."""
    it = row.value
    acts = [one.value for one in held.acts_of(it.treaty).get(it.participant, ())]
    about = [one for one in acts if one.act is it.act]
    if not about:
        words = f"found {it.act.value!r} of {it.participant}, expected an act that is in the record"
        row.fault(faults, f"act: {words}")
    elif it.date and all(one.date and it.date.before(one.date) is Truth.YES for one in about):
        words = f"found {it.date}, expected a day not before the act, {about[0].date}"
        row.fault(faults, f"date: {words}")


def _lint_step(row: Row[ActRow], held: Held, faults: Faults) -> None:
    """A domestic step comes before an act that it leads to."""
    it = row.value
    acts = [one.value for one in held.acts_of(it.treaty).get(it.participant, ())]
    days = [one.date for one in acts if one.act is it.about and one.date]
    if it.date and days and all(it.date.after(day) is Truth.YES for day in days):
        words = f"found {it.date}, expected a day not after the act that it leads to, {days[-1]}"
        row.fault(faults, f"date: {words}")
