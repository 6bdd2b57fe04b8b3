"""The Dutch Treaty Database's table of parties, in English or Dutch.

Its codes, from its own legend: R for ratification, acceptance, approval or notification; A (T in
Dutch) for accession; Su (VG) for succession; S or D (O) for a signature without reservation of
ratification; NK (NB) for not known.
"""

from __future__ import annotations

import re

from inforce.catalogue import Catalogue
from inforce.dates import DateError, PartialDate
from inforce.documents.decode import decode
from inforce.official.errors import LayoutChanged, Unavailable
from inforce.official.markup import words_of
from inforce.official.model import Imported
from inforce.official.notice import is_notice
from inforce.official.page_parts import Markup, rows_of
from inforce.official.printed_dates import numeric_date
from inforce.official.register_rows import Heading, Told, read_register
from inforce.terms import Act

FORMAT = "treaty-database-nl"
KIND = "a page of the Dutch Treaty Database"
REGISTER = "verdragenbank"

_COLUMNS = (
    (r"party|partij", None),
    (r"provisional|voorlopig", Act.PROVISIONAL_APPLICATION),
    (r"ratifi", Act.CONSENT_TO_BE_BOUND),
    (r"entry into force|in werking|inwerking", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT),
    (r"renunciation|opzegging", Act.DENUNCIATION),
    (r"termination|buiten werking", Act.EXIT_EFFECT),
    (r"signature|ondertekening", Act.SIGNATURE),
)
_CODES = {
    **{"R": Act.CONSENT_TO_BE_BOUND, "NK": Act.CONSENT_TO_BE_BOUND, "NB": Act.CONSENT_TO_BE_BOUND},
    **{"A": Act.ACCESSION, "T": Act.ACCESSION, "Su": Act.SUCCESSION, "VG": Act.SUCCESSION},
    **dict.fromkeys(("S", "D", "O"), Act.DEFINITIVE_SIGNATURE),
}
_LUMPED = "R: ratification, acceptance, approval or notification"
_CELL = re.compile(r"(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\s*(?:\(([A-Za-z]{1,2})\))?")
_NUMBER = re.compile(r"/(?:Treaty|Verdrag)/Details/(\d{6})(?:_p)?\b")


def read_treaty_database_nl(
    data: bytes,
    *,
    name: str,
    catalogue: Catalogue,
    treaty: str | None = None,
    as_at: PartialDate | None = None,
) -> Imported:
    """What the party table of a page says; ``as_at`` is the day on which it was saved.

    ``treaty`` names the treaty where the catalogue does not know its number in the database.
    Raises LayoutChanged when the table or one of its columns is missing.
    """
    source = decode(data, name).text
    if is_notice(source):
        raise Unavailable(name, kind=KIND)
    page = Markup.parse(source, name)
    acts, rows = _table(page, name)
    number = _NUMBER.search(source)
    told: list[Told] = []
    differences: list[str] = []
    for row in rows:
        party = words_of(row[0])
        for act, markup in zip(acts[1:], row[1:], strict=False):
            if act is not None and (words := words_of(markup)):
                found = _read(party, act, words)
                if isinstance(found, str):
                    differences.append(found)
                else:
                    told.append(found)
    heading = Heading(
        file=name,
        format=FORMAT,
        register=REGISTER,
        called=f"Treaty Database {number[1]}" if number else "Treaty Database",
        number=number[1] if number else "",
        title=words_of(page.inside("h1")),
        as_at=as_at,
    )
    return read_register(heading, told, catalogue, treaty=treaty, differences=differences)


def _table(page: Markup, name: str) -> tuple[list[Act | None], list[tuple[str, ...]]]:
    """The act of each column, and the rows, of the table whose head is that of parties."""
    for table in page.all("table"):
        rows = rows_of(table)
        if not rows:
            continue
        heads = [words_of(cell).lower() for cell in rows[0]]
        places = [_column(head) for head in heads]
        if heads and places[0] == 0:
            missed = [
                f"missed the column {word.partition('|')[0]}"
                for place, (word, _) in enumerate(_COLUMNS)
                if place not in places
            ]
            if missed:
                raise LayoutChanged(name, missed, kind=KIND)
            acts = [None if place is None else _COLUMNS[place][1] for place in places]
            return acts, [row for row in rows[1:] if len(row) == len(heads)]
    raise LayoutChanged(name, ["missed the table of parties"], kind=KIND)


def _column(head: str) -> int | None:
    # The head of the column of ratification carries the legend of all codes behind its name.
    return next(
        (place for place, (words, _) in enumerate(_COLUMNS) if re.match(rf"\s*(?:{words})", head)),
        None,
    )


def _read(party: str, act: Act, words: str) -> Told | str:
    match = _CELL.fullmatch(words)
    try:
        when = numeric_date(match[1]) if match else None
    except DateError:
        when = None
    if match is None or when is None:
        return f"{party}, {act.value}: found {words!r}, expected a date such as 27-12-2025 (R)"
    code = match[2]
    if code is None:
        return Told(party, act, when)
    if code not in _CODES:
        return f"{party}: found the code {code!r}, expected one of {', '.join(_CODES)}"
    return Told(party, _CODES[code], when, note=_LUMPED if code == "R" else "")
