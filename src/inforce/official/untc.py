"""The UN Treaty Collection's sheet of one treaty, as XML or as a page, to what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from inforce.catalogue import Catalogue, UnknownTreaty
from inforce.official.exits import Exit, exits_in
from inforce.official.markup import marks_of, plain_of, words_of
from inforce.official.model import Imported, Note, Remark, Territory
from inforce.official.names import Names
from inforce.official.notes import notifications_of
from inforce.official.past_acts import past_acts_in
from inforce.official.sayings import Voice, once
from inforce.official.treaty_level import treaty_acts
from inforce.official.untc_rows import Exits, read_rows
from inforce.official.untc_sheet import SOURCE, Reading, Sheet
from inforce.record.model import Statement
from inforce.terms import Act

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
    _read_notes(notes, told, reading)
    if more_acts is not None:
        acts, differences = more_acts(reading.names, voice)
        reading.acts += acts
        reading.differences += differences
    said, areas = remarks(reading.names)
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
        unknown_names=reading.names.unknown,
        differences=tuple(dict.fromkeys(reading.differences)),
        repairs=sheet.repairs,
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


def _read_notes(notes: tuple[Note, ...], told: Exits, reading: Reading) -> None:
    for note in notes:
        rows = {reading.names.known(name.strip("[] ")) for name in note.about}
        owner = rows.pop() if len(rows) == 1 else None
        voice = reading.voice.at(f"end note {note.index}")
        for past in past_acts_in(note.text, names=reading.names):
            reading.acts.append(voice.done(past.act, past.participant, past.date))
        for left in told[note.index]:
            who = left.participant or owner
            if who is not None:
                out = any(f.participant == who and not f.again for f in reading.former)
                reading.acts += _exit_acts(left, who, voice, out=out)


def _exit_acts(left: Exit, who: str, voice: Voice, *, out: bool) -> Iterator[Statement]:
    """The notice, its circulation by the depositary, and the effect, done or still to come."""
    if left.notice is not None or left.act is Act.REVOCATION:
        yield voice.done(left.act, who, left.notice)
        sent = left.notification
        if sent is not None and sent.date is not None:
            circulated = Voice(voice.source, voice.treaty, sent.number, voice.as_at)
            yield circulated.done(
                left.act,
                who,
                left.notice,
                asserted=sent.date,
                note="the depositary circulated the notice on this day",
            )
    if left.effect is None:
        return
    limit = voice.as_at.latest if voice.as_at else None
    first = left.effect.earliest
    passed = out or not left.ahead
    if limit is not None and first is not None:
        passed = first <= limit
    if passed:
        yield voice.done(Act.EXIT_EFFECT, who, left.effect)
    else:
        yield voice.ahead(Act.EXIT_EFFECT, who, left.effect, asserted=voice.as_at or left.notice)
