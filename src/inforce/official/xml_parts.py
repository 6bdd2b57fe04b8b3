"""Small questions to an XML element, and to the CALS table of participants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from inforce.official.heads import is_first
from inforce.official.markup import words_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def inner(element: Element) -> str:
    """The markup inside an element: its escaped markup as it is, its child elements as tags."""
    parts = [element.text or ""]
    for part in element:
        parts += [f"<{part.tag}>", inner(part), f"</{part.tag}>", part.tail or ""]
    return "".join(parts)


def text_of(element: Element, path: str) -> str:
    """The markup inside the first element at a path; empty where there is none."""
    found = element.find(path)
    return "" if found is None else inner(found).strip()


def child(element: Element, tag: str) -> Element | None:
    """The child with that tag, or None."""
    return element.find(tag)


def whole(element: Element, path: str) -> Element:
    """The element at a path that was checked to be there."""
    found = element.find(path)
    if found is None:
        raise LookupError(path)
    return found


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
