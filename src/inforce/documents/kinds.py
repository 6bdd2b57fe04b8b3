"""What kind of file some bytes are, by their first ones (a name's ending can lie)."""

from __future__ import annotations

import re
from enum import Enum, auto

from inforce.documents.model import Format

# Signatures as in the WHATWG MIME Sniffing Standard, the file(1) database and the formats' own
# specifications: offset, bytes, name with its article.
_SIGNATURES = (
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\x00", "an XZ archive"),
    (0, b"(\xb5/\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript file"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (8, b"WEBPVP8", "a WebP image"),
    (8, b"WAVEfmt", "a sound file"),
    (4, b"ftyp", "a video or an HEIF image"),
    (0, b"OggS", "a sound or video file"),
    (0, b"ID3", "a sound file"),
    (0, b"SQLite format 3\x00", "an SQLite database"),
    (0, b"PAR1", "a Parquet file"),
    (0, b"WARC/", "a WARC archive"),
    (257, b"ustar", "a tar archive"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
)
_SNIFFED = 2_048
# The tags that open an HTML page, after the WHATWG MIME Sniffing Standard, section 7.1.
# What may stand before it is taken whole or not at all, so that nothing is tried twice.
_HTML = re.compile(
    rb"(?:\s++|<!--(?>.{0,1000}?-->)|<\?xml[^>]*+>)*+<(?:!doctype\s+html|html|head|body|script|iframe"
    rb"|h1|div|font|table|a|style|title|b|br|p|article|main|section|meta|link)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"(?:\s++|<!--(?>.*?-->)|<\?[^>]*+>|<!DOCTYPE[^>]*+>)*+<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL
)
_XML = re.compile(rb"\s*<\?xml[\s?]")
# The header of a mail: lines "Name: value", among them one that only mail has (RFC 5322, 3.6).
_HEADER = re.compile(rb"(?:[\w-]{1,60}+:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)++", re.IGNORECASE)
_MAIL = re.compile(rb"^(?:mime-version|message-id|received|return-path):", re.IGNORECASE | re.M)
_WEB_ARCHIVE = re.compile(
    rb"^(?:content-type:\s*multipart/related|snapshot-content-location:)", re.IGNORECASE | re.M
)
_RECORD = re.compile(rb"\s*\{\s*\"")
_BOM = b"\xef\xbb\xbf"
_HTML_ENDINGS = (".html", ".htm", ".xhtml", ".xht")
_HEADER_SIZE = 32_768


class Kind(Enum):
    """How a file is to be taken apart; TEXT is plain text or HTML, which its characters tell."""

    TEXT = auto()
    MARKDOWN = auto()
    PDF = auto()
    WORD = auto()
    MAIL = auto()
    WEB_ARCHIVE = auto()
    FEED = auto()
    JSON_LINES = auto()
    ZIP = auto()
    GZIP = auto()


_READ_SIGNATURES = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", Kind.ZIP),
    (b"PK\x05\x06", Kind.ZIP),
    (b"\x1f\x8b", Kind.GZIP),
)
# Endings of formats that nothing at their beginning tells from plain text.
ENDINGS = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".mdown": Kind.MARKDOWN,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".eml": Kind.MAIL,
    ".mht": Kind.WEB_ARCHIVE,
    ".mhtml": Kind.WEB_ARCHIVE,
}


def kind_of_file(data: bytes, name: str) -> Kind:
    """How these bytes are to be taken apart; the ending of `name` decides between kinds of text."""
    head = data[:_HEADER_SIZE].removeprefix(_BOM)
    for signature, kind in _READ_SIGNATURES:
        if head.startswith(signature):
            return kind
    if _FEED.match(head):
        return Kind.FEED
    named = ENDINGS.get(name[name.rfind(".") :].lower()) if "." in name else None
    if named is not None:
        return named
    header = _HEADER.match(head)
    if header is not None and _MAIL.search(header[0]):
        return Kind.WEB_ARCHIVE if _WEB_ARCHIVE.search(header[0]) else Kind.MAIL
    return Kind.JSON_LINES if _RECORD.match(head) else Kind.TEXT


def unread_kind(data: bytes) -> str | None:
    """The name of a format that is recognised but not read, with its article; None otherwise."""
    head = data[:_SNIFFED].removeprefix(_BOM)
    for offset, signature, name in _SIGNATURES:
        if head.startswith(signature, offset):
            return name
    if _XML.match(head) and not _HTML.match(head) and b"<html" not in head:
        return "an XML file"
    return None


def format_of(text: str, name: str) -> Format:
    """Whether a decoded text is HTML or plain text."""
    head = text[:_SNIFFED].lstrip("\ufeff").encode("utf-8", "replace")
    if _HTML.match(head) or b"<html" in head.lower():
        return Format.HTML
    return Format.HTML if name.lower().endswith(_HTML_ENDINGS) else Format.PLAIN
