"""The lines of one page of a PDF: their text and where they stand on it."""

from __future__ import annotations

from ctypes import byref, c_double
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inforce.documents.normalise import normalise

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# What PDFium gives for a hyphen at the end of a line, having joined it with the next.
_SOFT = ("\x02", "\ufffe")
# First halves of compounds that keep their hyphen when a line breaks at it.
_KEPT = ("anti", "non", "self", "co", "ex", "pro", "post", "pre", "semi", "inter", "vice", "then")


@dataclass(frozen=True, slots=True)
class Line:
    """One line in points of the page, whose origin is at the bottom left.

    `top` and `base` are the baselines of its first and last characters, which differ where a
    hyphen joined two lines.
    """

    text: str
    left: float
    right: float
    top: float
    base: float
    size: float


def lines_of(page: PdfTextPage) -> list[Line]:
    """The lines of a page in the order in which they are drawn; none for a page without text."""
    from pypdfium2 import raw

    codes = [raw.FPDFText_GetUnicode(page, index) for index in range(page.count_chars())]
    lines, start = [], 0
    for index, code in enumerate([*codes, 10]):
        if code in (10, 13):
            line = _line(page, codes, start, index)
            if line is not None:
                lines.append(line)
            start = index + 1
    return lines


def _line(page: PdfTextPage, codes: list[int], start: int, end: int) -> Line | None:
    solid = [index for index in range(start, end) if codes[index] not in (0, 32, 160)]
    if not solid:
        return None
    text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes[start:end])
    # Characters beyond the first 65,536 come as two halves (UTF-16).
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = " ".join(normalise(_unbroken(text)).split())
    if not text:
        return None
    from pypdfium2 import raw

    left, top = _origin(page, solid[0])
    _, base = _origin(page, solid[-1])
    size = float(raw.FPDFText_GetFontSize(page, solid[0]))
    return Line(text, left, _right(page, solid[-1]), top, base, size)


def _unbroken(text: str) -> str:
    """A line with the hyphens undone at which it was broken."""
    for mark in _SOFT:
        if mark in text:
            pieces = text.split(mark)
            text = pieces[0]
            for piece in pieces[1:]:
                before = text.rsplit(maxsplit=1)[-1].lower() if text.strip() else ""
                keeps = before in _KEPT or not piece[:1].islower()
                text += ("-" if keeps else "") + piece
    return text


def _origin(page: PdfTextPage, index: int) -> tuple[float, float]:
    from pypdfium2 import raw

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(page, index, byref(x), byref(y))
    return x.value, y.value


def _right(page: PdfTextPage, index: int) -> float:
    from pypdfium2 import raw

    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(page, index, byref(left), byref(right), byref(bottom), byref(top))
    return right.value
