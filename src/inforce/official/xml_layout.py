"""The parts that the UN Treaty Collection's XML has always had, and which of them a file lacks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inforce.official.heads import is_first
from inforce.official.markup import words_of
from inforce.official.xml_parts import inner

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SPOKEN = ("Declarations", "Objections", "DeclarationsUnderArticle", "Notifications")
"""The sections in which participants speak."""

_SECTIONS = {
    *SPOKEN,
    *("Template", "Header", "Participants", "SpecialTables", "TerritorialApplications"),
    *("EndNotes", "Footer", "LON"),
}
_TABULAR = ("Table", "TGroup", "Thead", "Tbody", "Rows", "Row", "Entry")
_COUNTED = ("Parties", "Signatories")


def missed_in(treaty: Element) -> list[str]:
    """Every part that the layout has always had and this treaty's element lacks.

    A treaty may be without a table of participants; one that has a table under another name is
    not.
    """
    missed = [*_missed_in_head(treaty)]
    participants = treaty.find("Participants")
    if participants is not None and len(participants):
        return [*missed, *missed_in_table(participants), *_missed_in_notes(treaty, participants)]
    return missed + [
        f"missed the element Participants in Treaty, found {part.tag}"
        for part in treaty
        if part.tag not in _SECTIONS and any(part.find(f".//{tag}") is not None for tag in _TABULAR)
    ]


def _missed_in_head(treaty: Element) -> Iterable[str]:
    for path in ("Header/Chapter/Header", "Header/ExternalData/Numsect"):
        if treaty.find(path) is None:
            yield f"missed the element {path} in Treaty"
    data = treaty.find("Header/ExternalData")
    if data is None:
        return
    if all(data.find(tag) is None for tag in ("Titlesect", "Subtitlesect")):
        yield "missed the element Titlesect in Header/ExternalData"
    for noun in _COUNTED:
        if data.find(f"Status/{noun}Label") is not None and data.find(f"Status/{noun}") is None:
            yield f"missed the element {noun} in Header/ExternalData/Status"
    for part in data:
        if part.tag != "Status" and any(part.find(noun) is not None for noun in _COUNTED):
            yield f"missed the element Status in Header/ExternalData, found {part.tag}"


def _missed_in_notes(treaty: Element, participants: Element) -> Iterable[str]:
    """What the end notes lack to which the table refers."""
    if "superscript" not in inner(participants):
        return
    notes = treaty.findall("EndNotes/Note")
    if treaty.find("EndNotes") is None:
        yield "missed the element EndNotes in Treaty, to which the table refers"
    elif not notes:
        yield "missed the elements Note in EndNotes, to which the table refers"
    for tag in ("index", "text"):
        if notes and all(note.find(tag) is None for note in notes):
            yield f"missed the elements {tag} in EndNotes/Note"


def missed_in_table(participants: Element) -> list[str]:
    """What the tables of participants lack, each part named by its path.

    A single row that is longer or shorter than the head is no change of the layout.
    """
    for path in ("Table", "Table/TGroup", "Table/TGroup/Thead/Row", "Table/TGroup/Tbody/Rows"):
        if participants.find(path) is None:
            return [_lacking(participants, path)]
    missed: list[str] = []
    for group in participants.findall("Table/TGroup"):
        heads = group.findall("Thead/Row/Entry")
        first = words_of(inner(heads[0])) if heads else ""
        if not is_first(first):
            missed.append(f"missed the column Participant in the table's head, found {first!r}")
        rows = group.find("Tbody/Rows")
        missed += _missed_in_rows(() if rows is None else rows, len(heads))
    return missed


def _missed_in_rows(rows: Iterable[Element], width: int) -> list[str]:
    strange = {row.tag for row in rows if row.tag != "Row"}
    odd = [len(row.findall("Entry")) for row in rows if len(row.findall("Entry")) != width]
    missed = [f"missed the element Row in Participants, found {tag}" for tag in sorted(strange)]
    if not strange and 2 * len(odd) > len(list(rows)):
        missed.append(f"missed rows of {width} elements Entry in Participants, found {odd[0]}")
    return missed


def _lacking(participants: Element, path: str) -> str:
    """Which step of the path is the first that is not there, and what stands in its place."""
    at, steps = participants, list[str]()
    for step in path.split("/"):
        below = at.find(step)
        if below is None:
            place = "/".join(["Participants", *steps])
            there = ", ".join(dict.fromkeys(part.tag for part in at)) or "nothing"
            return f"missed the element {step} in {place}, found {there}"
        at = below
        steps.append(step)
    return f"missed the element {path} in Participants"
