"""Files, bytes and strings as Documents: each fault one sentence, and none of them contagious."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from stat import S_ISDIR, S_ISREG

from inforce.dates import PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.limits import DEFAULT_LIMITS, Limits, in_words
from inforce.documents.model import Document, Format
from inforce.documents.origin import Origin, Places

_READS = "this version reads plain text and HTML"


def load(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    published: PartialDate | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    """The document in a file (a path) or in bytes, its format and encoding found out.

    `name` stands for it in messages and results; without one it is the path as given. `published`
    is the day of publication, where the caller knows it. Raises DocumentError for what is
    missing, no file, empty, no text, of another format or beyond the limits.
    """
    from inforce.documents.decode import decode
    from inforce.documents.kinds import unread_kind

    if isinstance(source, bytes):
        name, data = name or "the bytes given", source
        _check_size(len(data), name, limits)
    else:
        name = name or os.fspath(source)
        data = _read(source, name, limits)
    kind = unread_kind(data)
    if kind:
        raise DocumentError(name, f"is {kind}; {_READS}")
    decoded = decode(data, name)
    return load_text(
        decoded.text, name=name, published=published, limits=limits, notes=decoded.notes
    )


def load_text(
    text: str,
    *,
    name: str = "the text given",
    published: PartialDate | None = None,
    limits: Limits = DEFAULT_LIMITS,
    notes: tuple[str, ...] = (),
) -> Document:
    """The document in a string of plain text or HTML; `notes` say what was repaired before.

    Raises DocumentError when there is nothing to read in it or it is beyond the limits.
    """
    from inforce.documents.assemble import assemble
    from inforce.documents.kinds import format_of

    _check_size(len(text), name, limits)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise DocumentError(name, "is empty; a text or an HTML page was expected")
    format_ = format_of(text, name)
    if format_ is Format.HTML:
        from inforce.documents.markup import read_html

        page = read_html(text, name, limits)
        origin = Origin(text, page.text, _trace_html)
    else:
        from inforce.documents.normalise import normalise, repairs
        from inforce.documents.plain import lay_out

        page = lay_out(normalise(text))
        notes = (*notes, *repairs(text))
        origin = Origin(text, page.text, _trace_plain)
    if not page.blocks:
        raise DocumentError(name, "holds nothing but white space; a text was expected")
    return assemble(page, name, format_=format_, published=published, origin=origin, notes=notes)


def load_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: PartialDate | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Document | DocumentError]:
    """The document of each path in turn, or the error that kept it from being read."""
    for path in paths:
        try:
            yield load(path, published=published, limits=limits)
        except DocumentError as error:
            yield error


def _read(path: str | os.PathLike[str], name: str, limits: Limits) -> bytes:
    try:
        status = os.stat(path)
        if S_ISDIR(status.st_mode):
            raise DocumentError(name, f"is a directory; name the files in it, as in {name}/*.txt")
        if S_ISREG(status.st_mode):
            _check_size(status.st_size, name, limits)
        with open(path, "rb") as file:
            data = file.read(limits.max_bytes + 1)
    except FileNotFoundError:
        raise DocumentError(name, "does not exist; the path of a file was expected") from None
    except PermissionError:
        raise DocumentError(name, "cannot be opened: permission to read it is missing") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(name, f"cannot be opened: {reason}") from None
    _check_size(len(data), name, limits)
    return data


def _check_size(size: int, name: str, limits: Limits) -> None:
    if size > limits.max_bytes:
        most = in_words(limits.max_bytes)
        raise DocumentError(
            name, f"holds {in_words(size)}, more than the {most} that are read; split it up"
        )


def _trace_plain(original: str, text: str) -> Places:
    from inforce.documents.normalise import trace

    return trace(original, text)


def _trace_html(original: str, text: str) -> Places:
    from inforce.documents.html_trace import trace_html

    return trace_html(original, text)
