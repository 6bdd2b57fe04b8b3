"""What the end notes of a treaty's sheet add to its table: exits, and acts of former states."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from inforce.dates import PartialDate
from inforce.official.exits import Exit
from inforce.official.model import Note
from inforce.official.names import Names
from inforce.official.past_acts import past_acts_in
from inforce.official.sayings import Voice
from inforce.official.untc_rows import Exits
from inforce.official.untc_sheet import Reading
from inforce.record.model import Statement
from inforce.terms import CONSENTS, Act

_PENDING = timedelta(days=2 * 366)
"""A notice older than this, of one who is still listed, is no exit that is still running.

No treaty of the collection asks for more than two years' notice.
"""


def read_notes(notes: tuple[Note, ...], told: Exits, reading: Reading) -> None:
    """Add what the notes tell to the acts; what contradicts the table is named and left out."""
    listed = {statement.claim.participant for statement in reading.acts}
    for note in notes:
        owner = _owner(note, reading.names)
        voice = reading.voice.at(f"end note {note.index}")
        left = [(each, each.participant or owner) for each in told[note.index]]
        for past in past_acts_in(note.text, names=reading.names):
            # Of one that is in the table and never left, the note tells of a predecessor that
            # went by an earlier name of the same participant, such as one of the two Yemens.
            if past.participant not in listed or past.participant in (who for _, who in left):
                reading.acts.append(voice.done(past.act, past.participant, past.date))
        revoked = {who for each, who in left if each.act is Act.REVOCATION}
        for each, who in left:
            if who is None:
                continue
            if who in revoked or _holds(each, who, reading):
                reading.acts += _exit_acts(each, who, voice, reading)
            else:
                reading.differences.append(
                    f"end note {note.index} tells of a notice by {who}, whose entry stands "
                    "without brackets; it was left out"
                )


def _owner(note: Note, names: Names) -> str | None:
    """The one participant whose rows refer to a note; None where several do, or none."""
    rows = {names.known(name.strip("[] ")) for name in note.about}
    return rows.pop() if len(rows) == 1 else None


def _holds(left: Exit, who: str, reading: Reading) -> bool:
    """Whether the table bears an exit out: in brackets, joined again, or not yet in effect.

    What is told of one that is listed as ever may concern a territory alone, or a notice that
    the depositary did not take for an exit.
    """
    consents = [
        statement.claim.date
        for statement in reading.acts
        if statement.claim.participant == who and statement.claim.act in CONSENTS
    ]
    if not consents or _is_out(who, reading):
        return True
    since = left.notice or left.effect
    if since is None:
        return False
    if any(day is not None and _first(day) >= _first(since) for day in consents):
        return True
    last = _last_day(reading)
    if left.effect is not None:
        return _first(left.effect) > last
    return _first(since) + _PENDING > last


def _exit_acts(left: Exit, who: str, voice: Voice, reading: Reading) -> Iterator[Statement]:
    """The notice, its circulation by the depositary, and the effect, done or still to come."""
    if left.notice is not None:
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
    running = _first(left.effect) > _last_day(reading) or (left.ahead and voice.as_at is None)
    if running and not _is_out(who, reading):
        yield voice.ahead(Act.EXIT_EFFECT, who, left.effect, asserted=voice.as_at or left.notice)
    else:
        yield voice.done(Act.EXIT_EFFECT, who, left.effect)


def _is_out(who: str, reading: Reading) -> bool:
    return any(former.participant == who and not former.again for former in reading.former)


def _last_day(reading: Reading) -> date:
    """The day of the list, or the last day that its acts tell of where it prints none."""
    as_at = reading.voice.as_at
    if as_at is not None and as_at.latest is not None:
        return as_at.latest
    days = (
        s.claim.date.latest
        for s in reading.acts
        if s.claim.date is not None and s.claim.act is not Act.EXIT_EFFECT
    )
    return max((day for day in days if day is not None), default=date.min)


def _first(when: PartialDate) -> date:
    return when.earliest or date.min
