"""Files, bytes, strings and addresses as Documents: each fault one sentence, none contagious."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from inforce.dates import PartialDate
from inforce.documents.errors import DocumentError
from inforce.documents.limits import DEFAULT_LIMITS, Limits
from inforce.documents.model import Document, PublishedFrom

if TYPE_CHECKING:
    from inforce.documents.fetch import Network
    from inforce.documents.page import Extract
    from inforce.documents.unpack import Part

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# A day given for a file that holds many documents stands for those that carry none.
_OF_ITS_OWN = (PublishedFrom.FEED_ENTRY, PublishedFrom.RECORD)


def load(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    published: PartialDate | str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    network: Network | None = None,
) -> Document:
    """The one document of a file (a path), an address or bytes, format and encoding found out.

    `name` stands for it in messages and results; without one it is the path as given. `published`
    is the day of publication, where the caller knows it (EDTF or a partial date). Raises
    DocumentError for what is missing, no file, empty, no text, of another format, beyond the
    limits, or several documents, and DateError for a day that does not exist.
    """
    found = load_all(source, name=name, published=published, limits=limits, network=network)
    first = next(found)
    if isinstance(first, DocumentError):
        raise first
    if next(found, None) is not None:
        called = name or (os.fspath(source) if not isinstance(source, bytes) else "the bytes given")
        raise DocumentError(
            called, "holds several documents; one was expected (load_all reads all)"
        )
    return first


def load_all(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    published: PartialDate | str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    network: Network | None = None,
) -> Iterator[Document | DocumentError]:
    """Every document of a file, an address (http or https) or bytes, or what is wrong with it.

    A feed gives a document for each entry (`feed.xml#entry-3`), JSON Lines one for each line
    (`articles.jsonl#12`), an archive those of each file (`bundle.zip/inner.html`). `published` is
    the day of publication where the caller knows it; an entry or a line with a day of its own
    keeps that. `network` says how names resolve and which addresses may be called. Always yields
    at least once; raises nothing for what is wrong with the source.
    """
    empty = True
    for part in _parts(source, name, limits, network):
        for found in _extracts(part, limits):
            empty = False
            yield _light(found) if isinstance(found, DocumentError) else _document(found, published)
    if empty:
        yield DocumentError(_called(source, name), "holds no documents; some were expected")


def load_text(
    text: str,
    *,
    name: str = "the text given",
    published: PartialDate | str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    notes: tuple[str, ...] = (),
) -> Document:
    """The document in a string of plain text or HTML; `notes` say what was repaired before.

    Raises DocumentError when there is nothing to read in it or it is beyond the limits.
    """
    from inforce.documents.texts import read_text

    return _document(read_text(text, name, limits=limits, notes=notes), published)


def load_many(
    paths: Iterable[str | os.PathLike[str]],
    *,
    published: PartialDate | str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Document | DocumentError]:
    """The documents of each path or address in turn, and the errors of those that have none."""
    for path in paths:
        yield from load_all(path, published=published, limits=limits)


def _light(error: DocumentError) -> DocumentError:
    """The error without its traceback, which would keep the file in memory as long as itself."""
    error.__traceback__ = error.__context__ = None
    return error


def _document(extract: Extract, published: PartialDate | str | None) -> Document:
    from inforce.documents.assemble import assemble

    if isinstance(published, str):
        published = PartialDate.parse(published)
    metadata = extract.page.metadata
    keeps = metadata.published is not None and metadata.published_from in _OF_ITS_OWN
    return assemble(extract, published=None if keeps else published)


def _extracts(part: Part | DocumentError, limits: Limits) -> Iterator[Extract | DocumentError]:
    from inforce.documents.readers import extracts

    if isinstance(part, DocumentError):
        yield part
    else:
        yield from extracts(part, limits=limits)


def _parts(
    source: str | os.PathLike[str] | bytes,
    name: str | None,
    limits: Limits,
    network: Network | None,
) -> Iterator[Part | DocumentError]:
    from inforce.documents.unpack import parts

    called = _called(source, name)
    try:
        if isinstance(source, str) and _ADDRESS.match(source):
            from inforce.documents.fetch import fetch

            found = fetch(source, limits=limits, network=network)
            yield from parts(
                found.data, called, limits=limits, ending=found.ending, charset=found.charset
            )
        elif isinstance(source, bytes):
            yield from parts(source, called, limits=limits)
        else:
            yield from parts(_read(source, called, limits), called, limits=limits)
    except DocumentError as error:
        yield error


def _called(source: str | os.PathLike[str] | bytes, name: str | None) -> str:
    return name or ("the bytes given" if isinstance(source, bytes) else os.fspath(source))


def _read(path: str | os.PathLike[str], name: str, limits: Limits) -> bytes:
    from inforce.documents.texts import check_size

    try:
        status = os.stat(path)
        if S_ISDIR(status.st_mode):
            raise DocumentError(name, f"is a directory; name the files in it, as in {name}/*.txt")
        if S_ISREG(status.st_mode):
            check_size(status.st_size, name, limits)
        with open(path, "rb") as file:
            data = file.read(limits.max_bytes + 1)
    except FileNotFoundError:
        raise DocumentError(name, "does not exist; the path of a file was expected") from None
    except PermissionError:
        raise DocumentError(name, "cannot be opened: permission to read it is missing") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(name, f"cannot be opened: {reason}") from None
    check_size(len(data), name, limits, so_far=True)
    return data
