"""The rows of territories.csv and extents.csv.

Columns of ``territories.csv``: ``id`` (ISO 3166-1 alpha-3, ISO 3166-3 for one that is no more, or a
code of our own), ``alpha2``, ``name``, ``other_names`` (parted by ``|``), ``responsible``
(``state@since/until@practice`` parted by ``|``; half-open days, empty where open or not needed),
``predecessors`` (``id@day`` parted by ``|``), ``source`` and ``note``. Sources by word: ``iso`` and
``iso-3`` ISO 3166; ``statuut`` the Charter for the Kingdom of the Netherlands as changed on those
days; ``joint-1984`` and ``joint-1987`` the Joint Declarations on Hong Kong and Macao; ``own`` a
code of ours. The practice is general knowledge of how each state acts; see :class:`Practice`.

Columns of ``extents.csv``: a territorial notification by row, as :class:`ExtentRow` has it.
"""

from __future__ import annotations

from datetime import date

from inforce.catalogue.fields import Fields
from inforce.catalogue.layers import DataFile
from inforce.catalogue.row_files import Table
from inforce.catalogue.territories import ExtentRow, Practice, Responsible, Territory
from inforce.terms import Act


def _territory(fields: Fields, _file: DataFile) -> Territory:
    fields.node("source")
    fields.node("note", required=False)
    return Territory(
        id=fields.text("id"),
        name=fields.text("name"),
        alpha2=fields.text("alpha2", required=False) or None,
        names=fields.parsed("other_names", _parts, required=False, expected="names parted by |")
        or (),
        responsible=fields.parsed(
            "responsible",
            _responsible,
            required=True,
            expected="state@since/until@practice parted by |",
        )
        or (),
        predecessors=fields.parsed(
            "predecessors", _predecessors, required=False, expected="id@day parted by |"
        )
        or (),
    )


def _extent(fields: Fields, _file: DataFile) -> ExtentRow:
    return ExtentRow(
        treaty=fields.text("treaty"),
        participant=fields.text("participant"),
        act=fields.member("act", Act) or Act.TERRITORIAL_APPLICATION,
        date=fields.partial("date", required=False),
        territories=fields.parsed("territories", _parts, required=True, expected="ids parted by |")
        or (),
        effect=fields.partial("effect", required=False),
        only=fields.yes("only"),
        asserted=fields.partial("asserted", required=False),
        source=fields.text("source"),
        reference=fields.text("reference"),
        verified=fields.yes("verified"),
        note=fields.text("note", required=False),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|"))


def _responsible(text: str) -> tuple[Responsible, ...]:
    found = []
    for part in _parts(text):
        state, days, practice = part.split("@")
        since, until = days.split("/")
        if not state:
            raise ValueError(text)
        found.append(Responsible(state, _day(since), _day(until), Practice(practice)))
    return tuple(found)


def _predecessors(text: str) -> tuple[tuple[str, date], ...]:
    pairs = [part.split("@") for part in _parts(text)]
    return tuple((before, date.fromisoformat(day)) for before, day in pairs)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


TERRITORIES: Table[Territory] = Table(
    (
        *("id", "alpha2", "name", "other_names", "responsible", "predecessors"),
        *("source", "note"),
    ),
    _territory,
)

EXTENTS: Table[ExtentRow] = Table(
    (
        *("treaty", "participant", "act", "date", "territories", "effect", "only"),
        *("asserted", "source", "reference", "verified", "note"),
    ),
    _extent,
)
