"""Small questions to an XML element."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
