"""A title that is kept apart from its text, put where a reader meets it: above the text."""

from __future__ import annotations

from html import escape

from inforce.documents.kinds import format_of
from inforce.documents.model import Format


def titled(title: str | None, text: str, name: str, *, html: bool | None = None) -> str:
    """The text, plain or HTML, under its title; as it stands when it already begins with it."""
    shown = " ".join((title or "").split())
    if not shown or " ".join(text[: 2 * len(shown) + 20].split()).startswith(shown):
        return text
    if html or (html is None and format_of(text, name) is Format.HTML):
        return f"<h1>{escape(shown)}</h1>\n{text}"
    return f"{shown}\n\n{text}" if text.strip() else shown
