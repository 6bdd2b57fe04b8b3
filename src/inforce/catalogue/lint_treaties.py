"""What must hold of treaties: known ids, dates in order, and names that mean one treaty each."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from inforce.catalogue.facts import treaty_names
from inforce.catalogue.faults import Faults
from inforce.catalogue.held import Held
from inforce.catalogue.lint_family import lint_family
from inforce.catalogue.lookup import fold
from inforce.catalogue.model import Treaty
from inforce.catalogue.reckoning import bring_into_force
from inforce.catalogue.row_files import Row
from inforce.dates import PartialDate, Truth


def lint_treaties(held: Held, faults: Faults) -> None:
    """Note every fault of the treaties' own facts."""
    _lint_names(held, faults)
    facts = {row.value.fact for row in held.conditions}
    figures = {row.value.figure for row in held.figures}
    for row in held.treaties:
        _lint_order(row, faults)
        _lint_sources(row, held, faults)
        _lint_rules(row, held, facts=facts, figures=figures, faults=faults)
        _lint_in_force(row, held, faults)
        lint_family(row, held, faults)


def _lint_names(held: Held, faults: Faults) -> None:
    bearers: dict[str, str] = {}
    for row in held.treaties:
        treaty = row.value
        for name in {fold(name) for name in treaty_names(treaty)}:
            bearer = bearers.setdefault(name, treaty.id)
            if bearer != treaty.id:
                words = f"found the alias {name!r} of {bearer} again, expected it for one treaty"
                row.fault(faults, f"{treaty.id}.aliases: {words}")
        for language, names in treaty.aliases:
            repeated = sorted({name for name in names if names.count(name) > 1})
            for name in repeated:
                words = f"found {name!r} twice, expected it once"
                row.fault(faults, f"{treaty.id}.aliases.{language}: {words}")


def _lint_order(row: Row[Treaty], faults: Faults) -> None:
    treaty = row.value
    in_force = PartialDate.from_day(treaty.in_force) if treaty.in_force else None
    ended = PartialDate.from_day(treaty.ended) if treaty.ended else None
    steps = [
        ("adopted", treaty.adopted),
        ("opened", treaty.opened),
        ("in_force", in_force),
        ("ended", ended),
    ]
    known = [(name, day) for name, day in steps if day is not None]
    for (before, earlier), (after, later) in pairwise(known):
        if later.before(earlier) is Truth.YES:
            words = f"found {later}, expected a day not before {before}, {earlier}"
            row.fault(faults, f"{treaty.id}.{after}: {words}")


def _lint_sources(row: Row[Treaty], held: Held, faults: Faults) -> None:
    treaty = row.value
    named = [("sources", source) for source in treaty.sources]
    if treaty.depositary_source:
        named.append(("depositary_source", treaty.depositary_source))
    for key, source in named:
        if source not in held.source_ids:
            words = f"{treaty.id}.{key}: found {source!r}, expected the id of a source"
            row.fault(faults, words)


def _lint_rules(
    row: Row[Treaty], held: Held, *, facts: set[str], figures: set[str], faults: Faults
) -> None:
    treaty = row.value
    if treaty.rules is None:
        return
    for condition in treaty.rules.exit.conditions:
        if condition.fact not in facts:
            expected = f"a fact of conditions.csv ({', '.join(sorted(facts))})"
            words = f"found {condition.fact!r}, expected {expected}"
            row.fault(faults, f"{treaty.id}.rules.exit.conditions.fact: {words}")
    for participant in treaty.rules.exit.open_to:
        if participant not in held.participants:
            words = f"found {participant!r}, expected the id of a participant"
            row.fault(faults, f"{treaty.id}.rules.exit.open_to: {words}")
    path = f"{treaty.id}.rules.entry_into_force.requirements"
    for requirement in treaty.rules.entry_into_force.requirements:
        for participant in (*requirement.participants, *requirement.not_counted):
            if participant not in held.participants:
                words = f"found {participant!r}, expected the id of a participant"
                row.fault(faults, f"{path}: {words}")
        if requirement.figure is not None and requirement.figure not in figures:
            words = f"found {requirement.figure!r}, expected a figure of the figures' files"
            row.fault(faults, f"{path}.figure: {words}")


def _lint_in_force(row: Row[Treaty], held: Held, faults: Faults) -> None:
    """The published day of entry into force is the one that rule and acts give."""
    treaty = row.value
    expected: date | None = bring_into_force(treaty, held.acts_of(treaty.id))
    why = treaty.rules.entry_into_force.record_differs if treaty.rules else ""
    if why and expected is not None and treaty.in_force == expected:
        words = "found words for a difference, expected none: the instruments give the day"
        row.fault(faults, f"{treaty.id}.rules.entry_into_force.record_differs: {words}")
    if expected is not None and not why and treaty.in_force not in (None, expected):
        words = f"found {treaty.in_force}, expected {expected} by the instruments and the rule"
        row.fault(faults, f"{treaty.id}.in_force: {words}")
