"""A string of plain text or HTML, with the way back to its characters."""

from __future__ import annotations

from inforce.documents.errors import DocumentError
from inforce.documents.kinds import format_of
from inforce.documents.limits import Limits, in_words
from inforce.documents.model import Format
from inforce.documents.origin import Origin, Places
from inforce.documents.page import Extract


def read_text(
    text: str,
    name: str,
    *,
    limits: Limits,
    notes: tuple[str, ...] = (),
    html: bool | None = None,
    whole: bool = False,
) -> Extract:
    """The text's blocks, as HTML or as plain text; without `html`, its beginning decides.

    All of a page's text is taken where it is `whole`, and the main text where it is not. Raises
    DocumentError when there is nothing to read in it or it is beyond the limits.
    """
    check_size(len(text), name, limits)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise DocumentError(name, "is empty; a text or an HTML page was expected")
    is_html = format_of(text, name) is Format.HTML if html is None else html
    if is_html:
        from inforce.documents.markup import read_html

        page = read_html(text, name, limits, whole=whole)
        return Extract(name, page, Format.HTML, Origin(text, page.text, _trace_html), notes)
    from inforce.documents.normalise import normalise, repairs
    from inforce.documents.plain import lay_out

    page = lay_out(normalise(text))
    if not page.blocks:
        raise DocumentError(name, "holds nothing but white space; a text was expected")
    origin = Origin(text, page.text, _trace_plain)
    return Extract(name, page, Format.PLAIN, origin, (*notes, *repairs(text)))


def check_size(size: int, name: str, limits: Limits, *, so_far: bool = False) -> None:
    """Raise DocumentError for what is larger than a document may be, or is `so_far`."""
    if size > limits.max_bytes:
        found = "" if so_far else f"{in_words(size)}, "
        most = in_words(limits.max_bytes)
        raise DocumentError(name, f"holds {found}more than the {most} that are read; split it up")


def _trace_plain(original: str, text: str) -> Places:
    from inforce.documents.normalise import trace

    return trace(original, text)


def _trace_html(original: str, text: str) -> Places:
    from inforce.documents.html_trace import trace_html

    return trace_html(original, text)
