"""Small files of the formats that are read, made from their text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

REPORT = (
    "The depositary circulated the notification on the third day of July, and the states were\n"
    "told of it in a note that the envoy of Ruritania had handed over two days before.\n"
)
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
    '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title>'
    "<dcterms:created>{created}T09:00:00Z</dcterms:created></cp:coreProperties>"
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(
    pages: Sequence[Sequence[str]], *, trailer: str = "", created: str = "", size: int = 11
) -> bytes:
    """A PDF with these lines on its pages; a page without lines has no text layer.

    The form is the least that ISO 32000 asks for: catalogue, page tree, a standard font.
    """
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    info = f"<< /Title (A note) /CreationDate ({created}) >>".encode()
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font, info]
    kids = []
    for lines in pages:
        shown = "\n".join(f"({_escaped(line)}) Tj T*" for line in lines)
        drawn = (
            f"BT /F1 {size} Tf {size + 3} TL 72 760 Td\n{shown}\nET" if lines else "0 0 9 9 re f"
        )
        stream = drawn.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R"
            b" >> >> /Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    told = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R {trailer} >>".encode()
    return bytes(out) + b"trailer %b\nstartxref\n%d\n%%%%EOF" % (told, table)


def locked_pdf() -> bytes:
    """A PDF whose encryption dictionary no known password opens (ISO 32000-1, section 7.6.3)."""
    entries = f"/Filter /Standard /V 1 /R 2 /P -4 /O ({'a' * 32}) /U ({'b' * 32})"
    return pdf([["Closed."]], trailer=f"/Encrypt << {entries} >> /ID [(a) (a)]")


def word(body: str, *, title: str = "", created: str = "2031-03-05") -> bytes:
    """A Word document with this WordprocessingML as its body."""
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return zipped(
        {
            "[Content_Types].xml": _CONTENT_TYPES.encode(),
            "_rels/.rels": _RELATIONS.encode(),
            "word/document.xml": document.encode(),
            "docProps/core.xml": _CORE.format(title=escape(title), created=created).encode(),
        }
    )


def word_paragraph(text: str, *, style: str = "") -> str:
    """A paragraph of WordprocessingML."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def mail(*lines: str, body: str = REPORT) -> bytes:
    """A mail with these lines of header."""
    header = ["From: The Bulletin <news@bulletin.example>", "MIME-Version: 1.0", *lines]
    return ("\r\n".join(header) + "\r\n\r\n" + body).encode()


def rss(*items: str, title: str = "The Bulletin") -> bytes:
    """An RSS 2.0 feed with these items."""
    held = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{title}</title>{held}</channel></rss>"
    ).encode()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
