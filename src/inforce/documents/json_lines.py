"""JSON Lines of articles: an object a line, each a document."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain

from inforce.dates import DateError, PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits
from inforce.documents.metadata import read_day
from inforce.documents.model import Format, PublishedFrom
from inforce.documents.page import Extract, Metadata
from inforce.documents.texts import read_text
from inforce.documents.titled import titled

TEXT_KEYS = ("text", "body", "content")
"""Where an article's text stands; the first that holds one counts, as for the other keys."""
TITLE_KEYS = ("title", "headline")
DATE_KEYS = ("published", "date")
OUTLET_KEYS = ("outlet", "source")
ADDRESS_KEYS = ("url",)
ID_KEYS = ("id",)
_LONGEST_ID = 100


def read_json_lines(
    text: str, name: str, *, limits: Limits, notes: tuple[str, ...] = ()
) -> Iterator[Extract | DocumentError]:
    """The document of each line that is not blank, named by its `id` or its number.

    A line that is no article is a DocumentError, and the others are read. Raises DocumentError
    for a file that is JSON over several lines.
    """
    lines = [
        (number, line) for number, line in enumerate(text.lstrip("\ufeff").split("\n"), 1) if line
    ]
    filled = ((number, line) for number, line in lines if line.strip())
    first = next(filled, None)
    if first is None:
        raise DocumentError(name, "is empty; a JSON object a line was expected")
    if len(lines) > 1 and _is_spread(first[1], text):
        raise DocumentError(
            name, "is JSON over several lines; an article a line (JSON Lines) was expected"
        )
    for number, line in chain([first], filled):
        try:
            yield _article(line, name, number, limits, notes)
        except DocumentError as error:
            yield error


def _is_spread(line: str, text: str) -> bool:
    """Whether the whole text is one JSON value and its first line alone is none."""
    return _value(line) is None and _value(text) is not None


def _value(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value


def _article(line: str, name: str, number: int, limits: Limits, notes: tuple[str, ...]) -> Extract:
    place = f"{name}#{number}"
    value = _value(line)
    if not isinstance(value, dict):
        raise DocumentError(place, "is no JSON object; an article was expected")
    text = _first(value, TEXT_KEYS)
    if text is None:
        wanted = ", ".join(TEXT_KEYS)
        raise DocumentError(place, f"has no text under any of the keys {wanted}; one was expected")
    called = _first(value, ID_KEYS)
    place = f"{name}#{called[:_LONGEST_ID]}" if called else place
    problems: list[str] = []
    title = _first(value, TITLE_KEYS)
    metadata = Metadata(
        published=_day(_first(value, DATE_KEYS), problems),
        published_from=PublishedFrom.RECORD,
        title=title,
        outlet=_first(value, OUTLET_KEYS),
        address=_first(value, ADDRESS_KEYS),
        notes=tuple(problems),
    )
    extract = read_text(titled(title, text, place), place, limits=limits, notes=notes)
    return extract.described(metadata, Format.JSON_LINES)


def _first(value: Mapping[str, object], keys: tuple[str, ...]) -> str | None:
    """The first of the keys that holds a text or a number, as text without lone surrogates."""
    for key in keys:
        found = value.get(key)
        if isinstance(found, int) and not isinstance(found, bool) and abs(found) < 10**18:
            return str(found)
        if isinstance(found, str) and found.strip():
            return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return None


def _day(text: str | None, problems: list[str]) -> PartialDate | None:
    """A day as EDTF, or the day of a time in ISO 8601."""
    if text is None:
        return None
    day = read_day(text, [])
    if day is not None:
        return day
    try:
        return PartialDate.parse(text.strip())
    except DateError:
        problems.append(f"the date {text[:60]!r} is not used; an EDTF date was expected")
        return None
