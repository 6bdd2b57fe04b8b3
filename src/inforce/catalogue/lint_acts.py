"""What must hold of acts: the right kinds, dates in order, effects as the rules give them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.model import ActRow, Treaty
from inforce.catalogue.reckoning import after, bound_on, days
from inforce.catalogue.row_files import Row
from inforce.dates import PartialDate, Truth
from inforce.terms import CONSENTS, DOMESTIC_STEPS, EXIT_NOTICES, Act

_EFFECTS = frozenset({Act.EXIT_EFFECT, Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT})
_DATED = CONSENTS | EXIT_NOTICES | _EFFECTS | {Act.SIGNATURE}


def lint_acts(held: Held, faults: Faults) -> None:
    """Note every fault of the acts."""
    for row in held.acts:
        held.lint_participant(row, row.value.participant, faults)
        held.lint_treaty(row, row.value.treaty, faults)
        _lint_kind(row, held.treaty_by_id.get(row.value.treaty), faults)
        _lint_dates(row, held.treaty_by_id.get(row.value.treaty), faults)
    for treaty in held.treaty_by_id.values():
        for rows in held.acts_of(treaty.id).values():
            _lint_order(rows, faults)
            _lint_force(treaty, rows, faults)
            _lint_exits(treaty, rows, held, faults=faults)


def _lint_kind(row: Row[ActRow], treaty: Treaty | None, faults: Faults) -> None:
    act = row.value.act
    if act in DOMESTIC_STEPS:
        words = f"act: found the domestic step {act.value!r}, expected it in steps.csv"
        row.fault(faults, words)
    if act in EXIT_NOTICES and treaty is not None and treaty.rules is not None:
        word = treaty.rules.exit.word
        if act is not word:
            words = f"found {act.value!r}, expected the treaty's own word {word.value!r}"
            row.fault(faults, f"act: {words}")


def _lint_dates(row: Row[ActRow], treaty: Treaty | None, faults: Faults) -> None:
    it = row.value
    if it.date is None:
        if it.verified:
            row.fault(faults, "date: found nothing, expected a date or a row not verified")
        return
    if it.asserted and it.act not in _EFFECTS and it.asserted.before(it.date) is Truth.YES:
        words = f"found {it.asserted}, expected a day not before the act, {it.date}"
        row.fault(faults, f"asserted: {words}")
    opened = treaty.opened if treaty is not None else None
    if opened and it.act in _DATED and not it.note and it.date.before(opened) is Truth.YES:
        words = f"found {it.date}, expected a day not before the opening, {opened}, or a note"
        row.fault(faults, f"date: {words}")


def _lint_order(rows: list[Row[ActRow]], faults: Faults) -> None:
    """Signature, consent, notice and effect follow each other; joining again is allowed."""
    steps = (
        # A successor may notify its consent before it takes over a signature.
        (CONSENTS - {Act.SUCCESSION}, {Act.SIGNATURE}, "a signature", False),
        (EXIT_NOTICES, CONSENTS, "a consent", True),
        ({Act.EXIT_EFFECT}, EXIT_NOTICES | {Act.EXPULSION}, "a notice", True),
    )
    for kinds, before, name, needed in steps:
        earlier = [row.value.date for row in rows if row.value.act in before and row.value.date]
        for row in rows:
            day = row.value.date
            if row.value.act not in kinds or day is None:
                continue
            if not earlier and needed and not (row.value.note and kinds == {Act.EXIT_EFFECT}):
                row.fault(faults, f"found {_act(row)} without {name}, expected one before it")
            elif earlier and all(day.before(one) is Truth.YES for one in earlier):
                words = f"found {_act(row)} before {name} of {earlier[0]}, expected it after"
                row.fault(faults, words)


def _act(row: Row[ActRow]) -> str:
    return f"the {row.value.act.value.replace('_', ' ')} of {row.value.date}"


def _lint_force(treaty: Treaty, rows: list[Row[ActRow]], faults: Faults) -> None:
    """A published day from which a participant is bound is the one that the rule gives."""
    expected = bound_on(treaty, rows)
    published = (row for row in rows if row.value.act is Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT)
    if not expected or days(rows, (Act.SUCCESSION,)):
        return
    which = "the first" if len(expected) == 1 else "a"
    for row in published:
        _compare(row, expected, why=f"by {which} consent and the rule", faults=faults)


def _lint_exits(treaty: Treaty, rows: list[Row[ActRow]], held: Held, *, faults: Faults) -> None:
    """An effect is the day that a notice and the treaty's period give, unless a fact delays it.

    A row that gives another day says why in its note; where the period is a least one, it may be
    later.
    """
    if treaty.rules is None:
        return
    rule = treaty.rules.exit
    notices = days(rows, EXIT_NOTICES)
    expected = [day for one in notices if (day := after(rule.delay, one)) is not None]
    facts = {condition.fact for condition in rule.conditions}
    for row in rows:
        if row.value.act is not Act.EXIT_EFFECT or not expected:
            continue
        if any(_holds(held, row.value.participant, facts, on=day) for day in expected):
            continue
        told = row.value.date
        later = told is not None and told.after(PartialDate.from_day(expected[0])) is Truth.YES
        if row.value.note or (rule.later_allowed and later):
            continue
        _compare(row, expected, why=f"by the notice and article {rule.at.article}", faults=faults)


def _holds(held: Held, participant: str, facts: set[str], *, on: date) -> bool:
    day = PartialDate.from_day(on)
    return any(
        it.holds
        and it.participant == participant
        and it.fact in facts
        and (it.since is None or it.since.after(day) is not Truth.YES)
        and (it.until is None or it.until.before(day) is not Truth.YES)
        for it in (row.value for row in held.conditions)
    )


def _compare(row: Row[ActRow], expected: Iterable[date], *, why: str, faults: Faults) -> None:
    found = row.value.date
    days_expected = list(expected)
    if found is None or any(found.could_agree(PartialDate.from_day(d)) for d in days_expected):
        return
    words = " or ".join(map(str, days_expected))
    row.fault(faults, f"date: found {found}, expected {words} {why}")
