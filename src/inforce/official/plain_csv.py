"""A CSV of anybody's own, with the header of :data:`inforce.record.importing.COLUMNS`."""

from __future__ import annotations

import os

from inforce.catalogue import Catalogue
from inforce.official.model import Imported
from inforce.official.sayings import once
from inforce.record.importing import Rows, read_rows
from inforce.record.model import Statement
from inforce.terms import CONSENTS, Act

FORMAT = "csv"


def read_plain_csv(
    path: str | os.PathLike[str],
    *,
    catalogue: Catalogue,
    by: str = "",
    leave_out_bad: bool = False,
) -> tuple[Imported, ...]:
    """What the rows say, one result for each treaty and each person who adds rows.

    ``by`` stands in where a row names nobody. Raises ImportFault with every bad row; with
    ``leave_out_bad`` the bad rows are named as differences, and the others are there.
    """
    rows = read_rows(path, catalogue=catalogue, by=by, leave_out_bad=leave_out_bad)
    left_out = tuple(f"left out: {fault}" for fault in rows.faults)
    results: list[Imported] = []
    for person, told in rows.by.items():
        by_treaty: dict[str, list[Statement]] = {}
        for statement in told:
            by_treaty.setdefault(statement.claim.treaty or "", []).append(statement)
        results += [
            _imported(os.fspath(path), treaty, acts, person, catalogue, rows, left_out)
            for treaty, acts in by_treaty.items()
        ]
    return tuple(results)


def _imported(
    file: str,
    treaty: str,
    acts: list[Statement],
    person: str,
    catalogue: Catalogue,
    rows: Rows,
    differences: tuple[str, ...],
) -> Imported:
    known = catalogue.treaty(treaty)
    used = {statement.evidence.source for statement in acts}
    return Imported(
        file=file,
        format=FORMAT,
        treaty=known.id,
        called=known.id,
        number=known.number,
        title=known.title,
        source=" and ".join(sorted(used)),
        acts=once(acts),
        parties=_who(acts, CONSENTS),
        signatories=_who(acts, frozenset({Act.SIGNATURE})),
        differences=differences,
        by=person,
        kinds=tuple((source, kind) for source, kind in rows.kinds.items() if source in used),
    )


def _who(acts: list[Statement], wanted: frozenset[Act]) -> tuple[str, ...]:
    """The participants with such an act; rows promise no list, so exits take nobody off it."""
    found = (s.claim.participant for s in acts if s.claim.act in wanted and s.claim.participant)
    return tuple(dict.fromkeys(found))
