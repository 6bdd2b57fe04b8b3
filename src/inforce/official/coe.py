"""The Council of Europe's signature rows of one treaty: JSON as its Treaty Office's chart is drawn
from, or the chart itself, saved as HTML from a browser.

The chart's letters, from its own legend: a for accession, s for signature without reservation as
to ratification, su for succession, r for signature ad referendum.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from inforce.catalogue import Catalogue
from inforce.dates import DateError, PartialDate
from inforce.documents.decode import decode
from inforce.official.errors import LayoutChanged, OfficialError, Unavailable
from inforce.official.markup import words_of
from inforce.official.model import Imported
from inforce.official.notice import is_notice
from inforce.official.page_parts import Markup, rows_of
from inforce.official.printed_dates import numeric_date
from inforce.official.register_rows import Heading, Told, read_register
from inforce.terms import Act

FORMAT = "coe"
KIND = "the signature rows of the Council of Europe's Treaty Office"
REGISTER = "coe"

_JSON = {
    "DateSignature": Act.SIGNATURE,
    "DateConsentement": Act.CONSENT_TO_BE_BOUND,
    "DateEntreeVigueur": Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    "DateDenonciation": Act.DENUNCIATION,
    "DateEffetDenonciation": Act.EXIT_EFFECT,
}
_ALWAYS = ("LibPaysOrga", "NumSTE", "DateSignature", "DateConsentement", "DateEntreeVigueur")
_HEADS = (
    ("signature", Act.SIGNATURE),
    ("ratification", Act.RATIFICATION),
    ("entry into force", Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT),
)
_LETTERS = {"a": Act.ACCESSION, "s": Act.DEFINITIVE_SIGNATURE, "su": Act.SUCCESSION}
_AD_REFERENDUM = "r"
_CELL = re.compile(r"(\d{1,2}/\d{1,2}/\d{4})\s*([a-z]{1,2})?")
_NUMBER = re.compile(r"(?:treatynum|numSte|NumSTE)=0*(\d{1,3})|(?:C?ETS|Treaty) No\.? ?0*(\d{1,3})")
_TOTAL = re.compile(r"Total number of ratifications/accessions\W*(\d+)", re.I)


def read_coe(
    data: bytes,
    *,
    name: str,
    catalogue: Catalogue,
    treaty: str | None = None,
    as_at: PartialDate | None = None,
) -> Imported:
    """What the rows say; ``treaty`` names the treaty where its number is not in the file.

    Raises LayoutChanged when a column or key is missing, and OfficialError for a page that is
    drawn by a script and holds no rows.
    """
    text = decode(data, name).text
    if is_notice(text):
        raise Unavailable(name, kind=KIND)
    as_json = text.lstrip().startswith(("{", "["))
    number, told, printed = _from_json(text, name) if as_json else _from_page(text, name)
    acts = [row for row in told if isinstance(row, Told)]
    heading = Heading(
        file=name,
        format=FORMAT,
        register=REGISTER,
        called=f"chart of signatures of treaty {number}" if number else "chart of signatures",
        number=number,
        as_at=as_at,
        printed_parties=printed,
    )
    differences = [row for row in told if isinstance(row, str)]
    return read_register(heading, acts, catalogue, treaty=treaty, differences=differences)


_Read = tuple[str, list[Told | str], int | None]


def _from_json(text: str, name: str) -> _Read:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OfficialError(f"{name}: not JSON ({error}), expected {KIND}") from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LayoutChanged(name, ["missed the list of rows"], kind=KIND)
    missed = [key for key in _ALWAYS if any(key not in row for row in rows)]
    if missed:
        raise LayoutChanged(name, [f"missed the key {key}" for key in missed], kind=KIND)
    numbers = {str(row["NumSTE"]).lstrip("0") for row in rows}
    if len(numbers) > 1:
        raise OfficialError(
            f"{name}: found rows of the treaties {', '.join(sorted(numbers))}, expected one treaty"
        )
    told = [found for row in rows for found in _json_row(row)]
    return next(iter(numbers), ""), told, None


def _json_row(row: dict[str, Any]) -> Iterator[Told | str]:
    who = str(row["LibPaysOrga"]).strip()
    for key, act in _JSON.items():
        if row.get(key):
            yield _told(who, act, str(row[key]), "")


def _from_page(text: str, name: str) -> _Read:
    page = Markup.parse(text, name)
    for table in page.all("table"):
        rows = rows_of(table)
        heads = [words_of(cell).lower() for cell in rows[0]] if rows else []
        acts = [
            next((act for word, act in _HEADS if head.startswith(word)), None) for head in heads
        ]
        if not any(acts):
            continue
        missed = [f"missed the column {word}" for word, act in _HEADS if act not in acts]
        if missed:
            raise LayoutChanged(name, missed, kind=KIND)
        told = [
            found
            for row in rows[1:]
            if len(row) == len(heads)
            for found in _page_row(words_of(row[0]), acts, row)
        ]
        number, total = _NUMBER.search(text), _TOTAL.search(words_of(text))
        found = next(filter(None, number.groups()), "") if number else ""
        return found, told, int(total[1]) if total else None
    raise OfficialError(
        f"{name}: found a page without a table of signatures, as it comes before its script has "
        f"drawn it; expected {KIND}, saved from a browser"
    )


def _page_row(who: str, acts: list[Act | None], row: tuple[str, ...]) -> Iterator[Told | str]:
    if not who or who.lower().startswith(
        ("members of", "non-members", "international org", "total")
    ):
        return
    for act, markup in zip(acts, row, strict=True):
        words = words_of(markup)
        if act is None or not words:
            continue
        match = _CELL.fullmatch(words)
        if match is None:
            yield f"{who}, {act.value}: found {words!r}, expected a date such as 27/12/2025 a"
        else:
            yield _told(who, act, match[1], match[2] or "")


def _told(who: str, act: Act, day: str, letter: str) -> Told | str:
    try:
        when = numeric_date(day)
    except DateError as error:
        return f"{who}: {error}"
    if when is None:
        return f"{who}, {act.value}: found {day!r}, expected a date"
    if letter and letter not in _LETTERS and letter != _AD_REFERENDUM:
        return f"{who}: no legend explains the letter {letter!r}"
    return Told(who, _LETTERS.get(letter, act), when)
