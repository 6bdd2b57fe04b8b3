"""Each kind of file with what reads it; one file may hold many documents."""

from __future__ import annotations

from collections.abc import Iterator

from inforce.documents.errors import DocumentError
from inforce.documents.kinds import Kind, unread_kind
from inforce.documents.limits import Limits
from inforce.documents.page import Extract
from inforce.documents.texts import check_size, read_text
from inforce.documents.unpack import READS, Part


def extracts(part: Part, *, limits: Limits) -> Iterator[Extract | DocumentError]:
    """The documents of a file, each with its text, or the error that keeps one from being read."""
    try:
        check_size(len(part.data), part.name, limits)
        yield from _READERS.get(part.kind, _text)(part, limits)
    except DocumentError as error:
        yield error


def _text(part: Part, limits: Limits) -> Iterator[Extract | DocumentError]:
    text, notes = _decoded(part)
    yield read_text(text, part.name, limits=limits, notes=notes)


def _markdown(part: Part, limits: Limits) -> Iterator[Extract | DocumentError]:
    from inforce.documents.markdown import read_markdown

    text, notes = _decoded(part)
    yield read_markdown(text, part.name, limits=limits, notes=notes)


def _json_lines(part: Part, limits: Limits) -> Iterator[Extract | DocumentError]:
    from inforce.documents.json_lines import read_json_lines

    text, notes = _decoded(part)
    yield from read_json_lines(text, part.name, limits=limits, notes=notes)


def _pdf(part: Part, limits: Limits) -> Iterator[Extract | DocumentError]:
    from inforce.documents.pdf import read_pdf

    yield read_pdf(part.data, part.name, limits)


def _word(part: Part, limits: Limits) -> Iterator[Extract | DocumentError]:
    from inforce.documents.word import read_word

    yield read_word(part.data, part.name, limits)


def _mail(part: Part, limits: Limits) -> Iterator[Extract | DocumentError]:
    from inforce.documents.mail import read_mail, read_web_archive

    read = read_web_archive if part.kind is Kind.WEB_ARCHIVE else read_mail
    yield read(part.data, part.name, limits)


def _feed(part: Part, limits: Limits) -> Iterator[Extract | DocumentError]:
    from inforce.documents.feed import read_feed

    yield from read_feed(part.data, part.name, limits)


_READERS = {
    Kind.MARKDOWN: _markdown,
    Kind.JSON_LINES: _json_lines,
    Kind.PDF: _pdf,
    Kind.WORD: _word,
    Kind.MAIL: _mail,
    Kind.WEB_ARCHIVE: _mail,
    Kind.FEED: _feed,
}


def _decoded(part: Part) -> tuple[str, tuple[str, ...]]:
    from inforce.documents.decode import decode

    kind = unread_kind(part.data)
    if kind:
        raise DocumentError(part.name, f"is {kind}; {READS}")
    decoded = decode(part.data, part.name, charset=part.charset)
    return decoded.text, decoded.notes
