"""The catalogue's linter: every file read, and the facts compared with each other."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

from inforce.catalogue import facts
from inforce.catalogue.contents import sections
from inforce.catalogue.duties import DutyRow
from inforce.catalogue.faults import CatalogueError, Fault, Faults
from inforce.catalogue.figures import FigureRow
from inforce.catalogue.held import Held
from inforce.catalogue.layers import find_layers
from inforce.catalogue.lint_acts import lint_acts
from inforce.catalogue.lint_between import lint_between
from inforce.catalogue.lint_duties import lint_duties
from inforce.catalogue.lint_figures import lint_figures
from inforce.catalogue.lint_lexicons import lint_lexicons
from inforce.catalogue.lint_names import lint_names
from inforce.catalogue.lint_steps import lint_steps
from inforce.catalogue.lint_treaties import lint_treaties
from inforce.catalogue.lookup import fold
from inforce.catalogue.model import ActRow, ConditionRow, FindingRow
from inforce.catalogue.people import participants
from inforce.catalogue.places import lint_places
from inforce.catalogue.row_files import Row
from inforce.catalogue.sections import Snapshot
from inforce.catalogue.subjects import lint_subjects
from inforce.dates import Truth
from inforce.terms import OutletForm

T = TypeVar("T")

FOR_READING = ("lexicon/*.yaml", "reading/*.yaml")
"""Files that stand beside the catalogue's and are read, and checked, by the reading room."""

Said = ActRow | ConditionRow | DutyRow | FigureRow | FindingRow
"""The kinds of row that have a source."""


def lint(user_dir: str | os.PathLike[str] | None = None) -> tuple[Fault, ...]:
    """Every fault of the catalogue with a user's own directory laid over it, by file and line.

    Each file is checked by itself (keys, vocabularies, articles, days of checking), then against
    the others: ids, order of dates, effects against notice and rule, counts against rows.
    """
    try:
        layers = find_layers(user_dir)
    except CatalogueError as error:
        return error.faults
    return lint_snapshot(Snapshot.take(layers))


def lint_snapshot(snapshot: Snapshot) -> tuple[Fault, ...]:
    """Every fault of the files as they stand in the snapshot."""
    faults = Faults()
    lint_facts(snapshot, faults)
    lint_names(snapshot, faults)
    return faults.sorted()


def lint_facts(snapshot: Snapshot, faults: Faults) -> None:
    """Note every fault in treaties, acts, steps, conditions, findings, duties, figures, sources."""
    held = held_facts(snapshot, faults)
    _lint_files(snapshot, faults)
    _lint_sources(held, faults)
    _lint_said(held, faults)
    _lint_conditions(held, faults)
    lint_treaties(held, faults)
    lint_acts(held, faults)
    lint_steps(held, faults)
    lint_duties(held, faults)
    lint_between(held, faults)
    lint_figures(held, faults)
    lint_subjects(snapshot, {row.value.id for row in held.treaties}, faults)
    lint_lexicons(snapshot, frozenset(held.treaty_by_id), faults)
    lint_places(snapshot, held, faults)


def held_facts(snapshot: Snapshot, faults: Faults) -> Held:
    """Every row of the facts with its place; what cannot be read is noted as a fault.

    A row with a fault of its own is left out, so that one fault is not reported as several.
    """
    treaties = facts.treaties(snapshot, faults)
    acts, steps = facts.acts(snapshot, faults), facts.steps(snapshot, faults)
    conditions, findings = facts.conditions(snapshot, faults), facts.findings(snapshot, faults)
    duties, figures = facts.duties(snapshot, faults), facts.figures(snapshot, faults)
    sources = facts.sources(snapshot, faults)
    # Their own faults are noted by lint_names.
    people = [row.value for row in participants(snapshot, Faults())]
    faulty = {(fault.file, fault.line) for fault in faults.found}

    def whole(rows: list[Row[T]]) -> list[Row[T]]:
        return [row for row in rows if (row.file, row.line) not in faulty]

    return Held(
        treaties=treaties,
        acts=whole(acts),
        steps=whole(steps),
        conditions=whole(conditions),
        findings=whole(findings),
        duties=whole(duties),
        figures=whole(figures),
        sources=sources,
        participants=frozenset(one.id for one in people),
        dissolved={one.id: one.existed_until for one in people if one.existed_until},
    )


def _lint_files(snapshot: Snapshot, faults: Faults) -> None:
    """A misnamed file would be passed over in silence."""
    patterns = [pattern for section in sections() for pattern in section.files]
    known = set(snapshot.matching(*patterns, *FOR_READING))
    for file in snapshot.layers.files:
        if file not in known:
            expected = ", ".join(sorted({*patterns, *FOR_READING}))
            faults.add(file.shown, None, f"found a file of no known name, expected {expected}")


def _lint_sources(held: Held, faults: Faults) -> None:
    ids = {row.value.id for row in held.sources}
    agencies = {row.value.id for row in held.sources if row.value.form is OutletForm.AGENCY}
    bearers: dict[str, str] = {}
    for row in held.sources:
        source = row.value
        if source.owner is not None and source.owner not in ids:
            row.fault(faults, f"owner: found {source.owner!r}, expected the id of a source")
        if source.country is not None and source.country not in held.participants:
            words = f"country: found {source.country!r}, expected the id of a participant"
            row.fault(faults, words)
        for name in source.carries:
            if name not in agencies:
                row.fault(faults, f"carries: found {name!r}, expected the id of an agency")
        for name in {fold(name) for name in (source.name, *source.aliases, *source.domains)}:
            bearer = bearers.setdefault(name, source.id)
            if bearer != source.id:
                row.fault(faults, f"found the name {name!r} of {bearer} again, expected it once")


def _lint_said(held: Held, faults: Faults) -> None:
    """Each row's source is known, and an unverified row says why it is."""
    known = held.source_ids
    tables: tuple[Iterable[Row[Said]], ...] = (
        *(held.acts, held.steps, held.conditions),
        *(held.findings, held.duties, held.figures),
    )
    for row in (row for table in tables for row in table):
        if row.value.source not in known:
            words = f"source: found {row.value.source!r}, expected the id of a source"
            row.fault(faults, words)
        if not row.value.verified and not row.value.note:
            row.fault(faults, "note: found nothing, expected why the row is not verified")


def _lint_conditions(held: Held, faults: Faults) -> None:
    for row in held.conditions:
        it = row.value
        held.lint_participant(row, it.participant, faults)
        held.lint_treaty(row, it.treaty, faults)
        if it.since and it.until and it.until.before(it.since) is Truth.YES:
            row.fault(faults, f"until: found {it.until}, expected a day not before {it.since}")
    for found in held.findings:
        held.lint_participant(found, found.value.participant, faults)
        held.lint_treaty(found, found.value.treaty, faults)
