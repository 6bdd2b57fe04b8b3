"""The UN Treaty Collection's sheet of one treaty, as XML or as a page, to what it says."""

from __future__ import annotations

from collections.abc import Callable

from inforce.catalogue import Catalogue, UnknownTreaty
from inforce.official.beside import read_beside
from inforce.official.exits import exits_in
from inforce.official.markup import marks_of, plain_of, words_of
from inforce.official.model import Imported, Note, Remark, Territory
from inforce.official.names import Names
from inforce.official.notes import notifications_of
from inforce.official.places import Places
from inforce.official.quoted_clause import quoted_clause
from inforce.official.sayings import Voice, once
from inforce.official.treaty_level import treaty_acts
from inforce.official.untc_notes import read_notes
from inforce.official.untc_rows import Exits, read_rows
from inforce.official.untc_sheet import SOURCE, Reading, Sheet
from inforce.record.model import Statement

_COLLECTION = "MTDSG"


def read_sheet(
    sheet: Sheet,
    catalogue: Catalogue,
    *,
    remarks: Callable[[Names], tuple[tuple[Remark, ...], tuple[Territory, ...]]],
    more_acts: Callable[[Names, Voice], tuple[list[Statement], list[str]]] | None = None,
) -> Imported:
    """What a sheet says: acts, lists, notes, and everything in which it does not agree.

    ``remarks`` and ``more_acts`` read the format's further parts with the names found so far.
    """
    number = f"{_COLLECTION} {sheet.number}"
    treaty = _known_treaty(catalogue, number)
    day = f" of {sheet.as_at.edtf}" if sheet.as_at else ""
    called = treaty or number.lower().replace(" ", "-")
    voice = Voice(SOURCE, called, f"{number}, {sheet.called}{day}", sheet.as_at)
    reading = Reading(Names(catalogue), voice)
    notes = _notes(sheet)
    told = _exits(notes, reading.names)
    reading.acts += treaty_acts(sheet.force, sheet.ended, voice)
    if sheet.tables:
        read_rows(sheet, reading, told)
    read_notes(notes, told, reading)
    if more_acts is not None:
        acts, differences = more_acts(reading.names, voice)
        reading.acts += acts
        reading.differences += differences
    said, areas = remarks(reading.names)
    beside = read_beside(
        sheet,
        reading,
        places=Places(catalogue, reading.names),
        notes=notes,
        remarks=said,
        areas=areas,
    )
    listed = bool(sheet.tables)
    done = not reading.differences and not reading.names.unknown
    agreed = listed and done and sheet.printed_parties == len(reading.parties)
    words = f"the table agrees with the {sheet.printed_parties} parties printed beside it"
    return Imported(
        file=sheet.file,
        format=sheet.format,
        treaty=treaty,
        called=called,
        number=number,
        title=sheet.title,
        source=SOURCE,
        as_at=sheet.as_at,
        printed_parties=sheet.printed_parties,
        printed_signatories=sheet.printed_signatories,
        counted_parties=len(reading.parties) if listed else None,
        counted_signatories=len(reading.signatories) if listed else None,
        acts=once(reading.acts),
        unplaced=tuple(reading.unplaced),
        promise=voice.complete(words) if agreed else None,
        parties=tuple(filter(None, reading.parties.values())),
        signatories=tuple(filter(None, reading.signatories.values())),
        former=tuple(reading.former),
        notes=notes,
        notifications=notifications_of(
            [*((f"end note {note.index}", note.text) for note in notes)]
            + [(place, plain_of(markup)) for place, markup in sheet.cited]
        ),
        remarks=said,
        territories=areas,
        beside=beside.statements,
        extent_promise=beside.promise,
        unread=beside.unread,
        unknown_names=reading.names.unknown,
        differences=tuple(dict.fromkeys(reading.differences)),
        repairs=sheet.repairs,
        clause=quoted_clause(
            sheet.force_words, name=sheet.file, title=sheet.title, catalogue=catalogue
        ),
    )


def _known_treaty(catalogue: Catalogue, number: str) -> str | None:
    try:
        return catalogue.treaty(number).id
    except UnknownTreaty:
        return None


def _notes(sheet: Sheet) -> tuple[Note, ...]:
    about: dict[str, list[str]] = {}
    for row in sheet.rows:
        for mark in (mark for cell in row for mark in marks_of(cell)):
            about.setdefault(mark, []).append(words_of(row[0]))
    return tuple(
        Note(index, plain_of(markup), tuple(dict.fromkeys(about.get(index, ()))))
        for index, markup in sheet.notes
    )


def _exits(notes: tuple[Note, ...], names: Names) -> Exits:
    """The exits of each note by its index."""
    return {
        note.index: exits_in(note.text, names=names, place=f"end note {note.index}")
        for note in notes
    }
