"""Word documents (docx): mammoth makes HTML of their headings, paragraphs, lists and tables."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from inforce.dates import PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.limits import Limits
from inforce.documents.model import Format
from inforce.documents.page import Extract, Metadata, Page
from inforce.documents.texts import read_text

_CORE = "docProps/core.xml"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}title"
_CREATED = "{http://purl.org/dc/terms/}created"
_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})")
_MAX_TITLE = 500
# Without the paragraph that every cell of a table holds, a row stays on its line.
_CELL = re.compile(r"<t[dh](?: [^<>]{0,100})?><p>")


def read_word(data: bytes, name: str, limits: Limits) -> Extract:
    """The text of a Word document; what was inserted counts, and what was deleted does not.

    Raises DocumentError for one that is broken, empty or beyond the limits.
    """
    import mammoth

    try:
        html = mammoth.convert_to_html(
            BytesIO(data),
            convert_image=mammoth.images.img_element(_no_image),
            external_file_access=False,
        ).value
        metadata = _metadata(data)
    except Exception as error:
        # Its parts may be damaged in any way, and mammoth promises no exception of its own.
        reason = type(error).__name__
        raise DocumentError(
            name, f"is a broken Word document ({reason}); a whole one was expected"
        ) from None
    if not html:
        raise DocumentError(name, "is a Word document without text; a text was expected")
    source = f"<html><body>{_CELL.sub('<td>', html).replace('</p></td>', '</td>')}</body></html>"
    found = read_text(source, name, limits=limits, html=True, whole=True).page
    page = Page(found.text, found.blocks, metadata)
    return Extract(name, page, Format.WORD)


def _no_image(image: object) -> dict[str, str]:  # noqa: ARG001
    return {}


def _metadata(data: bytes) -> Metadata:
    """What the core properties tell (ECMA-376, part 2, section 11)."""
    from defusedxml.ElementTree import fromstring

    with ZipFile(BytesIO(data)) as archive:
        if _CORE not in archive.namelist():
            return Metadata()
        root = fromstring(archive.read(_CORE))
    title = " ".join((root.findtext(_DUBLIN_CORE) or "").split())[:_MAX_TITLE]
    day = _DAY.match(root.findtext(_CREATED) or "")
    return Metadata(title=title or None, created=PartialDate.parse(day[1]) if day else None)
