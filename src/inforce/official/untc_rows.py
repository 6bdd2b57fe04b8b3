"""The rows of a treaty's table of participants: acts by column and letter, brackets, counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inforce.official.cells import Cell, Entry, read_cell
from inforce.official.exits import Exit
from inforce.official.heads import Column, column_of
from inforce.official.markup import marks_of, words_of
from inforce.official.model import Former, Unplaced
from inforce.official.untc_sheet import Reading, Sheet, Table
from inforce.terms import CONSENTS, Act

_BRACKETED = "in brackets, since participation has ended"

Exits = Mapping[str, tuple[Exit, ...]]
"""The exits that each end note tells, by its index."""


@dataclass(slots=True)
class _Row:
    """One participant's row while it is read, and what its entries make of the participant."""

    name: str
    who: str | None
    former: bool
    marks: tuple[str, ...]
    party: bool = False
    signatory: bool = False
    bracketed: bool = False


def read_rows(sheet: Sheet, reading: Reading, told: Exits) -> None:
    """Read every row of a sheet that has a table, and compare the counts with those printed."""
    noted = frozenset(index for index, _ in sheet.notes)
    for table in sheet.tables:
        _read_table(table, reading, told, noted)
    _compare(sheet, reading)


def _read_table(table: Table, reading: Reading, told: Exits, noted: frozenset[str]) -> None:
    columns = [column_of(words_of(head)) for head in table.heads[1:]]
    name = ""
    for cells in table.rows:
        # A row without a name goes on with the participant of the row before.
        name = words_of(cells[0]) or name
        shown = name.strip("[] ")
        marks = tuple(mark for cell in cells for mark in marks_of(cell))
        row = _Row(shown, reading.names.of(shown), name.startswith("["), marks)
        for column, markup in zip(columns, cells[1:], strict=False):
            _read_cell(read_cell(words_of(markup)), column, row, reading)
        _settle(row, reading, told)
        reading.differences += [
            f"{shown} refers to end note {mark}, which is not there"
            for mark in marks
            if mark not in noted
        ]
        if len(cells) != len(table.heads):
            reading.differences.append(
                f"{shown}: found a row of {len(cells)} cells, expected {len(table.heads)}"
            )


def _read_cell(cell: Cell, column: Column, row: _Row, reading: Reading) -> None:
    place = f"{row.name}, {column.head}"
    if cell.rest and column.acts:
        reading.differences.append(f"{place}: found {cell.rest!r}, expected a date")
    for entry in cell.entries if column.acts else ():
        act = column.act(entry.letter)
        if act is None:
            reading.differences.append(f"{place}: no legend explains the letter {entry.letter!r}")
            act = Act.CONSENT_TO_BE_BOUND
        _take(act, entry, row, reading)


def _take(act: Act, entry: Entry, row: _Row, reading: Reading) -> None:
    ended = entry.bracketed or row.former
    row.bracketed |= ended
    row.party |= act in CONSENTS and not ended
    row.signatory |= act is Act.SIGNATURE and not ended
    if row.who is None:
        reading.unplaced.append(Unplaced(row.name, act, entry.date, ended))
    else:
        note = _BRACKETED if ended else ""
        reading.acts.append(reading.voice.done(act, row.who, entry.date, note=note))


def _settle(row: _Row, reading: Reading, told: Exits) -> None:
    """Put the row's participant on the lists where it belongs."""
    if row.party:
        reading.parties.setdefault(row.name, row.who)
    if row.signatory:
        reading.signatories.setdefault(row.name, row.who)
    if row.bracketed or row.former:
        former = _former(row, told)
        reading.former.append(former)
        if former.notice is None and former.effect is None:
            where = f"end note {former.note} does not tell" if former.note else "no end note tells"
            reading.differences.append(f"{row.name} stands in brackets, but {where} when it left")


def _former(row: _Row, told: Exits) -> Former:
    for mark in row.marks:
        own = [
            exit_
            for exit_ in told.get(mark, ())
            if exit_.participant in (None, row.who) and exit_.act is not Act.REVOCATION
        ]
        if own:
            last = own[-1]
            return Former(row.name, row.who, last.notice, last.effect, mark, row.party)
    return Former(row.name, row.who, note=next(iter(row.marks), None), again=row.party)


def _compare(sheet: Sheet, reading: Reading) -> None:
    """Name every number that is printed otherwise than counted."""
    pairs = (
        ("parties", sheet.printed_parties, len(reading.parties)),
        ("signatories", sheet.printed_signatories, len(reading.signatories)),
    )
    for noun, printed, counted in pairs:
        if printed is not None and printed != counted:
            reading.differences.append(
                f"{printed} {noun} are printed, {counted} stand in the table"
            )
