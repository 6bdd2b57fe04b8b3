"""Saved mails (EML) and saved pages (MHTML), by the standard library's reader of mail."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from inforce.dates import PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits
from inforce.documents.model import Format, PublishedFrom
from inforce.documents.normalise import normalise
from inforce.documents.page import Extract, Metadata
from inforce.documents.texts import read_text

# A text part shorter than this beside an HTML one only says where the HTML can be seen.
_STUB = 250
_MAX_HEADER = 2_000
_MOST_PARTS = 1_000
_ADDRESS = re.compile(r"https?://\S{1,2000}$")


def read_mail(data: bytes, name: str, limits: Limits) -> Extract:
    """The text of a mail: its day is that of the Date header, its title the subject.

    The outlet is the sender's name, or the host of its address. Attachments are counted, not
    read. Raises DocumentError for a mail without text.
    """
    message = _parsed(data, name)
    parts = _text_parts(message, name)
    plain = next((part for part in parts if part.get_content_subtype() == "plain"), None)
    html = next((part for part in parts if part.get_content_subtype() == "html"), None)
    text = _text(plain, name) if plain is not None else ""
    notes: list[str] = []
    metadata = Metadata(
        published=_day(message, notes),
        published_from=PublishedFrom.MAIL_HEADER,
        title=_header(message, "Subject"),
        outlet=_sender(message),
        notes=(*notes, *_attached(message)),
    )
    if html is not None and len(text.strip()) < _STUB:
        extract = read_text(_text(html, name), name, limits=limits, html=True, whole=True)
    elif text.strip():
        extract = read_text(text, name, limits=limits, html=False)
    else:
        raise DocumentError(name, "is an e-mail without text; a text or an HTML part was expected")
    return extract.described(metadata, Format.MAIL)


def read_web_archive(data: bytes, name: str, limits: Limits) -> Extract:
    """The page of a web archive (RFC 2557); the day on which it was saved is not its own.

    Raises DocumentError for an archive without a page.
    """
    message = _parsed(data, name)
    parts = _text_parts(message, name)
    html = next((part for part in parts if part.get_content_subtype() == "html"), None)
    if html is None:
        raise DocumentError(name, "is a web archive without a page; an HTML part was expected")
    address = _header(message, "Snapshot-Content-Location") or _header(html, "Content-Location")
    metadata = Metadata(
        created=_day(message, []),
        address=address if address and _ADDRESS.match(address) else None,
    )
    extract = read_text(_text(html, name), name, limits=limits, html=True)
    # The page's own address, where it names one, is the one it wants to be known by.
    own = extract.page.metadata.address
    if own is not None:
        metadata = Metadata(created=metadata.created, address=own)
    return extract.described(metadata, Format.WEB_ARCHIVE)


def _parsed(data: bytes, name: str) -> Message:
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DocumentError(
            name, f"is a broken e-mail ({type(error).__name__}); a whole one was expected"
        ) from None


def _text_parts(message: Message, name: str) -> list[Message]:
    """The parts that are text and not attached, in order."""
    found = []
    try:
        for number, part in enumerate(message.walk()):
            if number >= _MOST_PARTS:
                break
            is_text = part.get_content_maintype() == "text" and not part.is_multipart()
            if is_text and part.get_content_disposition() != "attachment":
                found.append(part)
    except RecursionError:
        raise DocumentError(
            name, "is an e-mail of too many parts inside one another; fewer were expected"
        ) from None
    return found


def _text(part: Message, name: str) -> str:
    """A part's characters in the encoding that it names, or in the one found out if it lies."""
    from inforce.documents.decode import decode

    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        payload = None
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    return decode(data, name, charset=charset if charset and _known(charset) else None).text


def _known(charset: str) -> bool:
    try:
        codecs.lookup(charset)
    except (LookupError, ValueError):
        return False
    return True


def _day(message: Message, notes: list[str]) -> PartialDate | None:
    """The day of the Date header, in the sender's time zone."""
    text = _header(message, "Date")
    if text is None:
        return None
    try:
        return PartialDate.from_day(parsedate_to_datetime(text).date())
    except (ValueError, TypeError, IndexError, OverflowError):
        notes.append(f"the Date header {text[:60]!r} holds no day")
        return None


def _header(message: Message, name: str) -> str | None:
    """A header's value with its encoded words undone (RFC 2047), on one line."""
    value = str(message.get(name) or "")[:_MAX_HEADER]
    with suppress(HeaderParseError, ValueError, LookupError, TypeError):
        value = str(make_header(decode_header(value)))
    return " ".join(normalise(value).split()) or None


def _sender(message: Message) -> str | None:
    value = _header(message, "From")
    if value is None:
        return None
    called, address = parseaddr(value)
    return called or address.rpartition("@")[2] or None


def _attached(message: Message) -> list[str]:
    names = [
        part.get_content_type()
        for part in message.walk()
        if part.get_content_disposition() == "attachment"
    ]
    if not names:
        return []
    return [f"{len(names)} attachment{'' if len(names) == 1 else 's'} not read"]
