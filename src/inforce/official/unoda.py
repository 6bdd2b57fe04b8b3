"""The UN Office for Disarmament Affairs' rows: one act with one depositary each.

A state that deposits in several capitals has a row for each; every row is a statement of its own
depositary, so that their dates stand side by side. JSON as the database sends it, or CSV with the
columns date, state, action and depositary.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from inforce.catalogue import Catalogue
from inforce.dates import DateError, PartialDate
from inforce.documents.decode import decode
from inforce.official.errors import LayoutChanged, OfficialError, Unavailable
from inforce.official.model import Imported
from inforce.official.notice import is_notice
from inforce.official.printed_dates import numeric_date
from inforce.official.register_rows import Heading, Told, read_register
from inforce.official.registers import register
from inforce.terms import Act

FORMAT = "unoda"
KIND = "the action rows of UNODA's database"
REGISTER = "unoda"
COLUMNS = ("date", "state", "action", "depositary")
"""The columns of the CSV form."""

_ACTS = {
    "signatory": Act.SIGNATURE,
    "signature": Act.SIGNATURE,
    "definitive signature": Act.DEFINITIVE_SIGNATURE,
    "ratification": Act.RATIFICATION,
    "acceptance": Act.ACCEPTANCE,
    "approval": Act.APPROVAL,
    "accession": Act.ACCESSION,
    "succession": Act.SUCCESSION,
    "consent to be bound": Act.CONSENT_TO_BE_BOUND,
    "provisional application": Act.PROVISIONAL_APPLICATION,
    "withdrawal": Act.WITHDRAWAL,
    "denunciation": Act.DENUNCIATION,
}


def read_unoda(
    data: bytes,
    *,
    name: str,
    catalogue: Catalogue,
    treaty: str | None = None,
    as_at: PartialDate | None = None,
) -> Imported:
    """What the rows say, each by its depositary; ``treaty`` names the treaty that they are of.

    Raises LayoutChanged when a column is missing, and OfficialError naming every row whose
    action, state or date cannot be read: a list with a hole would look complete.
    """
    text = decode(data, name).text
    if is_notice(text):
        raise Unavailable(name, kind=KIND)
    short_name, rows = _rows(text, name)
    known = register(catalogue, REGISTER)
    sources = {
        word.casefold(): source
        for source, words in (known.depositaries if known else ())
        for word in words
    }
    told: list[Told] = []
    faults: list[str] = []
    for place, row in enumerate(rows, 1):
        found = _read(row, sources)
        if isinstance(found, str):
            faults.append(f"{name} row {place}: {found}")
        else:
            told.append(found)
    if faults:
        raise OfficialError("\n".join(faults))
    heading = Heading(
        file=name,
        format=FORMAT,
        register=REGISTER,
        called="UNODA Disarmament Treaties Database",
        number=short_name,
        as_at=as_at,
    )
    return read_register(heading, told, catalogue, treaty=treaty)


def _rows(text: str, name: str) -> tuple[str, list[dict[str, str]]]:
    """The treaty's short name, if told, and the rows by the columns of the CSV form."""
    if text.lstrip().startswith(("{", "[")):
        try:
            return _from_json(json.loads(text), name)
        except (ValueError, RecursionError) as error:
            raise OfficialError(f"{name}: not JSON ({error}), expected {KIND}") from None
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""))
        heads = reader.fieldnames or []
        missed = [f"missed the column {column}" for column in COLUMNS if column not in heads]
        if missed:
            raise LayoutChanged(name, missed, kind=KIND)
        return "", [{column: row[column] or "" for column in COLUMNS} for row in reader]
    except csv.Error as error:
        raise OfficialError(f"{name}: not CSV ({error}), expected {KIND}") from None


def _from_json(data: Any, name: str) -> tuple[str, list[dict[str, str]]]:
    treaty = data
    for step in ("data", "treaty_", "data"):
        treaty = treaty.get(step, treaty) if isinstance(treaty, dict) else treaty
    actions = treaty.get("actions_") if isinstance(treaty, dict) else treaty
    if not isinstance(actions, list):
        raise LayoutChanged(name, ["missed the list actions_"], kind=KIND)
    short_name = treaty.get("short_name") if isinstance(treaty, dict) else ""
    return str(short_name or ""), list(_flat(actions))


def _flat(actions: list[Any]) -> Iterator[dict[str, str]]:
    for action in actions:
        row = action if isinstance(action, dict) else {}
        state, depositary = row.get("state"), row.get("depositary")
        yield {
            "date": str(row.get("date") or ""),
            "state": str(state.get("name") or "") if isinstance(state, dict) else "",
            "action": str(row.get("action_type_") or ""),
            "depositary": str(depositary.get("short_name") or "")
            if isinstance(depositary, dict)
            else "",
        }


def _read(row: dict[str, str], sources: dict[str, str]) -> Told | str:
    act = _ACTS.get(row["action"].strip().lower())
    if act is None:
        return f"found the action {row['action']!r}, expected one of {', '.join(_ACTS)}"
    if not row["state"].strip():
        return "found no state, expected the name of one"
    try:
        when = numeric_date(row["date"]) if row["date"].strip() else None
    except DateError as error:
        return str(error)
    if when is None and row["date"].strip():
        return f"found the date {row['date']!r}, expected one such as 1970-03-05"
    depositary = row["depositary"].strip()
    source = sources.get(depositary.casefold(), "")
    place = f"depositary {depositary}" if depositary else ""
    return Told(row["state"].strip(), act, when, source=source, place=place)
