"""What kind of file some bytes are, by their first ones (a name's ending can lie)."""

from __future__ import annotations

import re

from inforce.documents.model import Format

# Signatures as in the WHATWG MIME Sniffing Standard, the file(1) database and the formats' own
# specifications: offset, bytes, name with its article.
_SIGNATURES = (
    (0, b"%PDF-", "a PDF"),
    (0, b"PK\x03\x04", "a ZIP archive or an Office document"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
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
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\x00", "a program"),
)
_SNIFFED = 2_048
# The tags that open an HTML page, after the WHATWG MIME Sniffing Standard, section 7.1.
_HTML = re.compile(
    rb"\s*(?:<!--.{0,1000}?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|script|iframe"
    rb"|h1|div|font|table|a|style|title|b|br|p|article|main|section|meta|link)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL
)
_XML = re.compile(rb"\s*<\?xml[\s?]")
_MAIL = re.compile(rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+?mime-version:", re.IGNORECASE)
_BOM = b"\xef\xbb\xbf"
_HTML_ENDINGS = (".html", ".htm", ".xhtml", ".xht")


def unread_kind(data: bytes) -> str | None:
    """The name of a format that is recognised but not read, with its article; None otherwise."""
    head = data[:_SNIFFED].removeprefix(_BOM)
    for offset, signature, name in _SIGNATURES:
        if head.startswith(signature, offset):
            return name
    if _FEED.match(head):
        return "a feed"
    if _XML.match(head) and not _HTML.match(head) and b"<html" not in head:
        return "an XML file"
    return "a saved e-mail or web archive" if _MAIL.match(head) else None


def format_of(text: str, name: str) -> Format:
    """Which of the formats that are read a decoded text is in."""
    head = text[:_SNIFFED].lstrip("\ufeff").encode("utf-8", "replace")
    if _HTML.match(head) or b"<html" in head.lower():
        return Format.HTML
    return Format.HTML if name.lower().endswith(_HTML_ENDINGS) else Format.PLAIN
