"""RSS and Atom: each entry a document with its own day, by feedparser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from html import unescape
from io import BytesIO
from typing import Any

from inforce.dates import PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits
from inforce.documents.metadata import read_day
from inforce.documents.model import Format, PublishedFrom
from inforce.documents.normalise import normalise
from inforce.documents.page import Extract, Metadata
from inforce.documents.texts import read_text
from inforce.documents.titled import titled

_MAX_TITLE = 500
# feedparser's second parser, for feeds that are no XML, takes time with the square of their size.
_MAX_BROKEN = 300_000


def read_feed(data: bytes, name: str, limits: Limits) -> Iterator[Extract | DocumentError]:
    """The document of each entry: its title above its content, or above its summary.

    Its day is that of its publication; of an entry that only tells when it was last changed, an
    interval that is open before. Raises DocumentError for a feed that cannot be parsed or has no
    entries.
    """
    found = _parsed(data, name)
    entries = found.get("entries") or []
    if not entries:
        raise DocumentError(name, "is a feed without entries; one at least was expected")
    feed = found.get("feed") or {}
    for number, entry in enumerate(entries, 1):
        place = f"{name}#entry-{number}"
        try:
            yield _entry(entry, feed, place, limits)
        except DocumentError as error:
            yield error


def _parsed(data: bytes, name: str) -> Mapping[str, Any]:
    import feedparser

    if len(data) > _MAX_BROKEN and not _is_xml(data):
        raise DocumentError(name, "is a feed with broken XML; a whole one was expected")
    try:
        # A stream, since feedparser takes a string for an address or a path and opens it.
        result: Mapping[str, Any] = feedparser.parse(
            BytesIO(data), sanitize_html=False, resolve_relative_uris=False
        )
    except Exception as error:
        # Hostile feeds make its parsers fail in ways that it does not foresee.
        raise DocumentError(
            name, f"is a broken feed ({type(error).__name__}); a whole one was expected"
        ) from None
    return result


def _is_xml(data: bytes) -> bool:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        fromstring(data)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return False
    return True


def _entry(
    entry: Mapping[str, Any], feed: Mapping[str, Any], place: str, limits: Limits
) -> Extract:
    # Many feeds escape the title twice, as if it were HTML.
    title = " ".join(normalise(unescape(str(entry.get("title") or ""))).split())[:_MAX_TITLE]
    body, html = _body(entry)
    if not (body.strip() or title):
        raise DocumentError(place, "is an entry without text; a title or a summary was expected")
    notes: list[str] = []
    metadata = Metadata(
        published=_day(entry, notes),
        published_from=PublishedFrom.FEED_ENTRY,
        title=title or None,
        outlet=_outlet(entry, feed),
        address=str(entry.get("link") or "") or None,
        notes=tuple(notes),
    )
    text = titled(title, body, place, html=html)
    extract = read_text(text, place, limits=limits, html=html, whole=True)
    return extract.described(metadata, Format.FEED)


def _body(entry: Mapping[str, Any]) -> tuple[str, bool]:
    """The entry's content, or its summary, and whether it is HTML."""
    for part in (*(entry.get("content") or ()), entry.get("summary_detail") or {}):
        value = str(part.get("value") or "")
        if value.strip():
            marked = "html" in str(part.get("type") or "")
            return value, marked and ("<" in value or "&" in value)
    return str(entry.get("summary") or ""), False


def _outlet(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    source = entry.get("source")
    named = source.get("title") if isinstance(source, Mapping) else None
    return " ".join(str(named or feed.get("title") or "").split())[:_MAX_TITLE] or None


def _day(entry: Mapping[str, Any], notes: list[str]) -> PartialDate | None:
    if "published" in entry:
        return _read_day(str(entry["published"]), notes)
    # Asked for by itself, since feedparser answers "updated" with "published" where it is missing.
    if "updated" in entry:
        changed = _read_day(str(entry["updated"]), notes)
        return PartialDate.between(None, changed) if changed is not None else None
    return None


def _read_day(text: str, notes: list[str]) -> PartialDate | None:
    """The day in the outlet's time zone: RFC 822 as in RSS, or RFC 3339 as in Atom."""
    day = read_day(text, notes)
    if day is not None:
        return day
    try:
        return PartialDate.from_day(parsedate_to_datetime(text).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        notes.append(f"the entry's date {text[:60]!r} holds no day")
        return None
