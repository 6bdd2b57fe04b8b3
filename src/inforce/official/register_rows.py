"""Rows of registers that print one act or one participant a line, to what they say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from inforce.catalogue import Catalogue, UnknownTreaty
from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate, Truth
from inforce.official.errors import OfficialError
from inforce.official.model import Former, Imported, Unplaced
from inforce.official.names import Names
from inforce.official.registers import register
from inforce.official.sayings import Voice, once
from inforce.record.model import Statement
from inforce.terms import CONSENTS, EXIT_NOTICES, Act


@dataclass(frozen=True, slots=True)
class Told:
    """One act as a register prints it; ``source`` where another than the register speaks."""

    name: str
    act: Act
    date: PartialDate | None
    note: str = ""
    source: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a register's file says above its rows, and whose it is.

    ``register`` is the register's id in the catalogue; ``number`` the treaty's number there,
    empty where the file does not tell; ``called`` names the file's kind.
    """

    file: str
    format: str
    register: str
    called: str
    number: str = ""
    title: str = ""
    as_at: PartialDate | None = None
    printed_parties: int | None = None


def read_register(
    heading: Heading,
    told: Iterable[Told],
    catalogue: Catalogue,
    *,
    treaty: str | None = None,
    differences: Iterable[str] = (),
) -> Imported:
    """What a register's rows say of one treaty.

    ``treaty`` names the treaty where the file does not tell which it is. Raises OfficialError
    where neither does, and UnknownTreaty for a name that the catalogue lacks.
    """
    found = _treaty(heading, catalogue, treaty)
    own = register(catalogue, heading.register)
    source = own.source if own else heading.register
    day = f" of {heading.as_at.edtf}" if heading.as_at else ""
    voice = Voice(source, found.id, f"{heading.called}{day}", heading.as_at)
    names, rows = Names(catalogue), list(told)
    acts: list[Statement] = []
    unplaced: list[Unplaced] = []
    for row in rows:
        who = names.of(row.name)
        if who is None:
            unplaced.append(Unplaced(row.name, row.act, row.date))
            continue
        speaks = voice.at(row.place) if row.place else voice
        speaks = Voice(row.source or source, found.id, speaks.reference, heading.as_at)
        acts.append(_said(speaks, row, who))
    parties = _standing(rows, CONSENTS, heading.as_at)
    signatories = dict.fromkeys(row.name for row in rows if row.act is Act.SIGNATURE)
    named = [*differences, *_compared(heading, len(parties))]
    done = not named and not names.unknown and heading.printed_parties is not None
    words = f"the rows agree with the {heading.printed_parties} parties printed beside them"
    return Imported(
        file=heading.file,
        format=heading.format,
        treaty=found.id,
        called=found.id,
        number=found.number,
        title=heading.title or found.title,
        source=source,
        as_at=heading.as_at,
        printed_parties=heading.printed_parties,
        counted_parties=len(parties),
        counted_signatories=len(signatories),
        acts=once(acts),
        unplaced=tuple(unplaced),
        promise=voice.complete(words) if done else None,
        parties=tuple(filter(None, map(names.known, parties))),
        signatories=tuple(filter(None, map(names.known, signatories))),
        former=tuple(_former(rows, parties, names)),
        unknown_names=names.unknown,
        differences=tuple(named),
    )


def _treaty(heading: Heading, catalogue: Catalogue, given: str | None) -> Treaty:
    if given:
        return catalogue.treaty(given)
    own = register(catalogue, heading.register)
    if own is not None and heading.number:
        for treaty_id, number in own.treaties:
            if number == heading.number:
                return catalogue.treaty(treaty_id)
        for collection in own.collections:
            try:
                return catalogue.treaty(f"{collection} {heading.number}")
            except UnknownTreaty:
                continue
    told = f"the number {heading.number!r}, which no treaty of the catalogue bears there"
    raise OfficialError(
        f"{heading.file}: found {told if heading.number else 'no number of a treaty'}; "
        "name the treaty"
    )


def _said(voice: Voice, row: Told, who: str) -> Statement:
    limit = voice.as_at.latest if voice.as_at else None
    first = row.date.earliest if row.date else None
    if row.date is not None and limit is not None and first is not None and first > limit:
        return voice.ahead(row.act, who, row.date, asserted=voice.as_at, note=row.note)
    return voice.done(row.act, who, row.date, note=row.note)


def _standing(rows: list[Told], acts: frozenset[Act], as_at: PartialDate | None) -> dict[str, None]:
    """The names with such an act that no later exit has undone by the list's day."""
    limit = as_at.latest if as_at else None
    last: dict[str, PartialDate] = {}
    for row in rows:
        ended = row.act is Act.EXIT_EFFECT and row.date is not None
        if ended and row.date and (limit is None or (row.date.earliest or limit) <= limit):
            last[row.name] = row.date
    return dict.fromkeys(
        row.name
        for row in rows
        if row.act in acts
        and (row.name not in last or (row.date and row.date.after(last[row.name]) is Truth.YES))
    )


def _former(rows: list[Told], parties: dict[str, None], names: Names) -> Iterable[Former]:
    left = dict.fromkeys(
        row.name for row in rows if row.act is Act.EXIT_EFFECT and row.name not in parties
    )
    for name in left:
        own = [row for row in rows if row.name == name]
        notice = next((row.date for row in own if row.act in EXIT_NOTICES), None)
        effect = next((row.date for row in own if row.act is Act.EXIT_EFFECT), None)
        yield Former(name, names.known(name), notice, effect)


def _compared(heading: Heading, counted: int) -> Iterable[str]:
    printed = heading.printed_parties
    if printed is not None and printed != counted:
        yield f"{printed} parties are printed, {counted} stand in the rows"
