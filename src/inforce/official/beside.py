"""What a sheet says beside its acts, for the record: reservations, objections, territories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inforce.official.model import Note, Remark, RemarkKind
from inforce.official.model import Territory as Row
from inforce.official.places import Places
from inforce.official.sayings import once
from inforce.official.taken_back import taken_back_in
from inforce.official.territorial import is_territorial, table_value, told_in
from inforce.official.unilateral import consent_days, said_in, short
from inforce.official.untc_sheet import Reading, Sheet
from inforce.record.adjudicate import EXTENT_UNTIL
from inforce.record.fact_values import UnilateralStatement
from inforce.record.model import Statement
from inforce.terms import Act

_SECTIONS = {
    "Declarations": (RemarkKind.RESERVATION, RemarkKind.DECLARATION),
    "Objections": (RemarkKind.OBJECTION,),
}


@dataclass(frozen=True, slots=True)
class Beside:
    """The statements, the promise that the territorial ones are complete, and what was not read."""

    statements: tuple[Statement, ...]
    promise: Statement | None
    unread: tuple[str, ...]


def read_beside(
    sheet: Sheet,
    reading: Reading,
    *,
    places: Places,
    notes: tuple[Note, ...],
    remarks: tuple[Remark, ...],
    areas: tuple[Row, ...],
) -> Beside:
    """The reservations, declarations, objections, withdrawals and territorial acts of a sheet.

    The territorial ones are promised to be complete where the sheet has a day and a list, and
    every note on territories was understood.
    """
    heads = {kind: words for section, words in sheet.heads for kind in _SECTIONS.get(section, ())}
    said = list(said_in(remarks, reading.acts, reading.voice, heads=heads))
    said += _table(areas, reading, places)
    unread: list[str] = []
    speakers = _speakers(sheet, reading)
    for note in notes:
        owners = _owners(note, reading) or speakers.get(note.index, ())
        territorial = list(_territorial(note, owners, reading, places=places))
        if not territorial and is_territorial(note.text, owners, places):
            unread.append(f"end note {note.index}")
        said += [*territorial, *_taken_back(note, owners, reading)]
    whole = bool(sheet.tables) and not unread
    words = "every note on territories was read"
    promise = reading.voice.complete(words, of=EXTENT_UNTIL) if whole else None
    return Beside(once(said), promise, tuple(unread))


def _table(areas: tuple[Row, ...], reading: Reading, places: Places) -> Iterator[Statement]:
    voice = reading.voice.at("territorial application")
    for row in areas:
        value = table_value(row.territories, places)
        if row.participant is not None and (value.territories or value.named or value.every):
            yield voice.done(
                Act.TERRITORIAL_APPLICATION,
                row.participant,
                row.date,
                value=value,
                quote=short(row.territories),
            )


def _territorial(
    note: Note, owners: tuple[str, ...], reading: Reading, *, places: Places
) -> Iterator[Statement]:
    voice = reading.voice.at(f"end note {note.index}")
    days = consent_days(reading.acts)
    for told in told_in(note.text, owners=owners, names=reading.names, places=places):
        if told.participant is None:
            continue
        with_instrument = days.get((told.participant, "consent"))
        why = "" if told.date else "made with the instrument, on whose day it is dated"
        yield voice.done(
            told.act,
            told.participant,
            told.date or with_instrument,
            note=why if with_instrument else "",
            value=told.value,
            quote=short(told.words),
        )


def _taken_back(note: Note, owners: tuple[str, ...], reading: Reading) -> Iterator[Statement]:
    voice = reading.voice.at(f"end note {note.index}")
    owner = owners[0] if len(owners) == 1 else None
    for told in taken_back_in(note.text, reading.names):
        who = told.participant or owner
        if who is not None:
            effect = f"from {told.effect.edtf}" if told.effect else ""
            yield voice.done(
                told.act,
                who,
                told.date,
                note=effect,
                value=UnilateralStatement(told.articles, partial=told.partial),
                quote=short(told.words),
            )


def _owners(note: Note, reading: Reading) -> tuple[str, ...]:
    rows = (reading.names.known(name.strip("[] ")) for name in note.about)
    return tuple(dict.fromkeys(filter(None, rows)))


def _speakers(sheet: Sheet, reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Who speaks in the entries that refer to each end note."""
    found: dict[str, dict[str, None]] = {}
    for name, marks in sheet.spoken:
        who = reading.names.known(name)
        for mark in marks if who else ():
            found.setdefault(mark, {})[str(who)] = None
    return {mark: tuple(names) for mark, names in found.items()}
