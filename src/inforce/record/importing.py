"""Statements that people bring: rows of a CSV file, and single ones by hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date as date_type
from pathlib import Path

from inforce.catalogue import Catalogue
from inforce.catalogue.csv_files import read_csv
from inforce.catalogue.duty_names import duty_named
from inforce.catalogue.faults import Fault, Faults
from inforce.catalogue.fields import Fields
from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate
from inforce.errors import InforceError
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.shipped import COMPLETE_UNTIL
from inforce.record.store import Added, Addition, Store
from inforce.record.values import Duty, Other
from inforce.terms import DUTY_ACTS, Act, ClaimKind, Modality, SourceKind

COLUMNS = {
    "treaty": "the treaty's id, or a name that the catalogue knows",
    "participant": "the participant's three-letter code or name",
    "act": "what was done, such as accession or withdrawal",
    "date": "the day on which it was done, in EDTF; empty if no source tells",
    "asserted": "the day on which the source said it, in EDTF; empty if known from a later list",
    "source": "who says it: a source of the catalogue by its id, or another by its name",
    "source_kind": "depositary, register, outlet ...; may be empty for the catalogue's sources",
    "reference": "where in the source: a page, a notification's number, an address",
    "verified": "yes if whoever adds the row has seen it in the source, else no",
    "note": "anything else",
    "by": "who adds the row",
}
"""The header of a CSV file of statements, in this order, and what each column holds."""


DUTY_COLUMNS = {
    "duty": "the duty's name or article, for an extension, completion, report, non_compliance",
    "until": "for an extension, the day to which it moves the deadline, in EDTF",
    "period": "for a duty that comes round, the deadline met or the calendar year reported on",
}
"""Columns that may follow :data:`COLUMNS`, and what each holds."""

_LATEST = date_type(2999, 12, 31)


class ImportFault(InforceError):  # noqa: N818 - it names faults, as the catalogue's errors do
    """Statements that cannot be added; ``faults`` holds every fault found, with its line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class DutyError(InforceError):
    """A duty named for an act that has none, or missing for one that needs it."""


class DayError(InforceError):
    """A day too late for the law to reckon from."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import added, and the faults of the rows that it was told to leave out."""

    added: Added
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class Rows:
    """What the rows of a file yield: statements by who adds them, and kinds of new sources.

    ``known`` are the kinds of the catalogue's sources; ``faults`` are those of rows left out.
    """

    known: dict[str, SourceKind]
    by: dict[str, list[Statement]] = field(default_factory=dict)
    kinds: dict[str, SourceKind] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def import_csv(
    store: Store,
    path: str | os.PathLike[str],
    *,
    catalogue: Catalogue,
    why: str,
    by: str = "",
    leave_out_bad: bool = False,
) -> Imported:
    """Add the rows of a CSV file, whose header is that of ``COLUMNS``, in one transaction.

    ``why`` is the ground on which they are added; ``by`` stands in where a row names nobody.
    Raises ImportFault with every fault and its line, and adds nothing; with ``leave_out_bad`` the
    good rows are added all the same, unless the file is no such table at all. Raises StoreError
    when the store cannot be written. The same file a second time adds nothing.
    """
    shown = os.fspath(path)
    if not why.strip():
        words = "found no reason for adding the rows, expected one"
        raise ImportFault([Fault(shown, None, words)])
    rows = read_rows(path, catalogue=catalogue, by=by, leave_out_bad=leave_out_bad)
    parts = [Addition(tuple(told), who, why) for who, told in rows.by.items()]
    return Imported(store.add_all(parts, kinds=rows.kinds), rows.faults)


def read_rows(
    path: str | os.PathLike[str],
    *,
    catalogue: Catalogue,
    by: str = "",
    leave_out_bad: bool = False,
) -> Rows:
    """The statements of a CSV file whose header is ``COLUMNS``, or those and ``DUTY_COLUMNS``.

    See :func:`import_csv`.

    Raises ImportFault with every fault and its line; with ``leave_out_bad`` only for a file that
    is no such table at all.
    """
    shown, faults = os.fspath(path), Faults()
    nodes = read_csv(
        _content(Path(path)), tuple(COLUMNS), shown=shown, faults=faults, more=tuple(DUTY_COLUMNS)
    )
    if faults.found and not nodes:
        raise ImportFault(faults.sorted())
    rows = Rows({source.id: source.kind for source in catalogue.sources()})
    for node in nodes:
        _take(Fields(node, "", shown=shown, faults=faults), rows, faults, catalogue, by)
    if faults.found and not leave_out_bad:
        raise ImportFault(faults.sorted())
    rows.faults = faults.sorted()
    return rows


def statement_by_hand(
    store: Store,
    statement: Statement,
    *,
    by: str,
    why: str,
    kind: SourceKind | None = None,
) -> Added:
    """Add one statement that a person makes or vouches for; ``by`` and ``why`` are mandatory.

    ``kind`` is that of its source, where the catalogue does not know it. A statement that was
    read in a document may be given too: with a reason it counts for the record. Raises
    ImportFault without a name or a reason, StoreError when the store cannot be written.
    """
    faults = Faults()
    for name, words in (("name", by), ("reason", why)):
        if not words.strip():
            faults.add("statement by hand", None, f"found no {name}, expected one")
    if faults.found:
        raise ImportFault(faults.found)
    kinds = {statement.evidence.source: kind} if kind else {}
    return store.add([statement], by=by, why=why, kinds=kinds)


def act_by_hand(
    act: Act,
    *,
    treaty: str,
    participant: str,
    date: PartialDate | None,
    evidence: Evidence,
    duty: Duty | None = None,
) -> Statement:
    """The statement that an act was done; without a day of saying it, said on the act's own.

    ``duty`` is what an act on a duty is about; :func:`duty_told` makes it. Raises DayError.
    """
    _within_reach(date)
    if evidence.asserted is None:
        evidence = replace(evidence, asserted=date, asserted_assumed=True)
    claim = Claim(
        ClaimKind.ACT, participant=participant, treaty=treaty, date=date, act=act, value=duty
    )
    return Statement(claim, Modality.DONE, evidence)


def duty_told(
    act: Act,
    name: str,
    *,
    treaty: Treaty,
    until: PartialDate | None = None,
    period: PartialDate | None = None,
) -> Duty | None:
    """The duty that an act is about, under the name that the catalogue gives it.

    None for an act that is about none. Raises UnknownDuty for a duty that the treaty lacks, and
    DutyError where a duty, or an extension's day, is missing or out of place.
    """
    if act not in DUTY_ACTS:
        if name or until or period:
            raise DutyError(f"found a duty for {act.value!r}, expected none")
        return None
    if not name:
        raise DutyError(f"found no duty for {act.value!r}, expected its name or article")
    if act is Act.EXTENSION and until is None:
        raise DutyError("found no day until which an extension goes, expected one")
    if act is not Act.EXTENSION and until is not None:
        raise DutyError(f"found a day until {until} for {act.value!r}, expected it of an extension")
    _within_reach(until)
    return Duty(duty_named(treaty, name).name, until, period)


def list_complete(
    treaty: Treaty, *, until: PartialDate, evidence: Evidence, duty: str = ""
) -> Statement:
    """The statement that a list is complete until a day: the treaty's acts, or one duty's.

    Without a day of saying it, said on that day. Raises UnknownDuty and DayError.
    """
    _within_reach(until)
    if evidence.asserted is None:
        evidence = replace(evidence, asserted=until, asserted_assumed=True)
    named = Duty(duty_named(treaty, duty).name) if duty else None
    value = named or Other(COMPLETE_UNTIL, evidence.note)
    claim = Claim(ClaimKind.COMPLETENESS, treaty=treaty.id, date=until, value=value)
    return Statement(claim, Modality.DONE, evidence)


def _within_reach(day: PartialDate | None) -> None:
    """Refuse a day from which the law's periods would lead out of the calendar.

    A statement is never taken away again, and one such day would leave every question on its
    treaty without an answer.
    """
    first = day.earliest if day else None
    if first is not None and first > _LATEST:
        raise DayError(f"found {day} as the day, expected one until {_LATEST}")


def _content(path: Path) -> bytes:
    """The file's bytes, ended with a line end, which some programs leave out."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        words = f"found no readable file ({error.strerror}), expected a CSV file of statements"
        raise ImportFault([Fault(str(path), None, words)]) from error
    return raw if raw.endswith(b"\n") else raw + b"\n"


def _take(fields: Fields, rows: Rows, faults: Faults, catalogue: Catalogue, by: str) -> None:
    """Read one row; a row with a fault yields nothing but the fault."""
    before = len(faults.found)
    treaty = _known(fields, "treaty", lambda name: catalogue.treaty(name).id)
    participant = _known(fields, "participant", lambda name: catalogue.participant(name).id)
    act, when = fields.member("act", Act), fields.partial("date", required=False)
    source = fields.text("source")
    kind = _kind(fields, source, rows)
    who = fields.text("by", required=not by) or by
    evidence = Evidence(
        source,
        fields.partial("asserted", required=False),
        reference=fields.text("reference", required=False),
        verified=fields.yes("verified"),
        note=fields.text("note", required=False),
    )
    duty = _duty(fields, act, catalogue.treaty(treaty) if treaty else None)
    if len(faults.found) > before or act is None:
        return
    try:
        statement = act_by_hand(
            act, treaty=treaty, participant=participant, date=when, evidence=evidence, duty=duty
        )
    except DayError as error:
        fields.fault(fields.line, str(error), key="date")
        return
    rows.by.setdefault(who, []).append(statement)
    if kind is not None:
        rows.kinds[source] = kind


def _known(fields: Fields, column: str, find: Callable[[str], str]) -> str:
    name = fields.text(column)
    try:
        return find(name) if name else ""
    except InforceError as error:
        fields.fault(fields.line, str(error), key=column)
        return ""


def _duty(fields: Fields, act: Act | None, treaty: Treaty | None) -> Duty | None:
    """The duty that a row is about; a fault where it names none or a wrong one."""
    name = fields.text("duty", required=False)
    until, period = (fields.partial(key, required=False) for key in ("until", "period"))
    if act is None or treaty is None:
        return None
    try:
        return duty_told(act, name, treaty=treaty, until=until, period=period)
    except InforceError as error:
        fields.fault(fields.line, str(error), key="duty")
        return None


def _kind(fields: Fields, source: str, rows: Rows) -> SourceKind | None:
    """The kind of a source that the catalogue lacks; None for the catalogue's own."""
    known, told = rows.known.get(source), rows.kinds.get(source)
    given = fields.member("source_kind", SourceKind, default=known or told)
    expected = known or told or given
    if given is not expected:
        words = f"found {given} for {source!r}, expected {expected}"
        fields.fault(fields.line, words, key="source_kind")
    return None if known else given
