"""Who can join a treaty: the rows of participants.csv, and the names by which to ask for one.

Columns of ``participants.csv``: ``id`` (ISO 3166-1 alpha-3, ISO 3166-3 for a former state, or a
code of our own), ``alpha2`` (empty where there is none, or where the code now means another),
``kind``, ``name``, ``existed_from`` and ``existed_until`` (half-open; empty where not known or
not needed), ``earlier_names`` (``name@until`` parted by ``|``; until is the first day, month or
year under another name), ``predecessors`` (``id@day of succession`` parted by ``|``), ``source``
and ``note``. Sources by word: ``un`` the members of the United Nations; ``iso`` and ``iso-3``
ISO 3166 through pycountry; ``untc`` the UN Treaty Collection's Historical Information and
declarations of independence; ``names`` changes of name notified to the United Nations; ``own`` a
code of ours. The days of earlier names and of independence are general knowledge.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.lookup import fold
from inforce.catalogue.model import Participant
from inforce.catalogue.names import NameEntry, NameKind, unaccented
from inforce.catalogue.row_files import Table
from inforce.dates import PartialDate

KINDS = ("un_member", "observer", "other", "organisation", "former")
"""What a participant can be."""


def _participant(fields: Fields, _file: DataFile) -> Participant:
    fields.node("source")
    fields.node("note", required=False)
    return Participant(
        id=fields.text("id"),
        name=fields.text("name"),
        kind=fields.parsed("kind", _kind, required=True, expected=f"one of {', '.join(KINDS)}")
        or "other",
        alpha2=fields.text("alpha2", required=False) or None,
        existed_from=fields.day("existed_from", required=False),
        existed_until=fields.day("existed_until", required=False),
        names=fields.parsed(
            "earlier_names", _earlier, required=False, expected="name@until parted by |"
        )
        or (),
        predecessors=fields.parsed(
            "predecessors", _predecessors, required=False, expected="id@day parted by |"
        )
        or (),
    )


def _kind(text: str) -> str:
    if text not in KINDS:
        raise ValueError(text)
    return text


def _earlier(text: str) -> tuple[tuple[str, PartialDate | None], ...]:
    return tuple((name, PartialDate.parse(until)) for name, until in _pairs(text))


def _predecessors(text: str) -> tuple[tuple[str, date], ...]:
    return tuple((name, date.fromisoformat(day)) for name, day in _pairs(text))


def _pairs(text: str) -> list[tuple[str, str]]:
    pairs = [part.strip().rpartition("@") for part in text.split("|")]
    if not all(name and sign for name, sign, _ in pairs):
        raise ValueError(text)
    return [(name, day) for name, _, day in pairs]


PARTICIPANTS: Table[Participant] = Table(
    (
        *("id", "alpha2", "kind", "name", "existed_from", "existed_until"),
        *("earlier_names", "predecessors", "source", "note"),
    ),
    _participant,
)


def participant_names(
    participants: Iterable[Participant], names: Iterable[NameEntry]
) -> dict[str, str]:
    """Every folded name by which a participant may be asked for, with its id.

    A present name goes before an earlier one, and both before the gazetteer's ``names``, of which
    only those of kind PARTICIPANT count. Each name is there with and without its accents.
    """
    found: dict[str, str] = {}
    known = tuple(participants)
    for participant in known:
        _add(found, participant.name, participant.id)
    for participant in known:
        for earlier, _ in participant.names:
            _add(found, earlier, participant.id)
    ids = {participant.id for participant in known}
    for entry in names:
        if entry.kind is NameKind.PARTICIPANT and entry.id in ids:
            _add(found, entry.surface, entry.id)
    return found


def _add(found: dict[str, str], name: str, participant: str) -> None:
    found.setdefault(fold(name), participant)
    found.setdefault(fold(unaccented(name)), participant)
