"""Archives opened within bounds: gzip and zip, inside one another to a depth."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inforce.documents.errors import DocumentError
from inforce.documents.kinds import Kind, kind_of_file
from inforce.documents.limits import Limits, in_words
from inforce.documents.texts import check_size

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

# Parts of the formats that are zip archives themselves (ECMA-376, part 2; OASIS OpenDocument).
_WORD_PART = "word/document.xml"
_OFFICE = (
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an EPUB book"),
    ("META-INF/manifest.xml", "an OpenDocument file"),
)
# What a page is saved with, and what systems leave in archives: nothing of it is to be read.
_COMPANION = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.)|/$|\.(?:css|js|map|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|woff2?|ttf"
    r"|otf|eot|mp[34]|webm|ogg|wav)$",
    re.IGNORECASE,
)
_ENTRY = b"PK\x01\x02"
_LARGE = 1_000_000
_STEP = 65_536
_ENCRYPTED = 1
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes of one file that is no archive; `charset` is what its sender says of it."""

    name: str
    data: bytes
    kind: Kind
    charset: str | None = None


@dataclass(slots=True)
class _Budget:
    limits: Limits
    left: int


def parts(
    data: bytes,
    name: str,
    *,
    limits: Limits,
    ending: str | None = None,
    charset: str | None = None,
) -> Iterator[Part | DocumentError]:
    """The file itself, or each file in an archive with the error of each that cannot be unpacked.

    `ending` is the name whose ending tells the kind, where it is not `name`. An archive that
    unpacks to more than the limits gives one DocumentError, and nothing beyond them is unpacked.
    """
    budget = _Budget(limits, limits.max_unpacked)
    try:
        for part in _parts(data, name, ending or name, depth=0, budget=budget):
            yield replace(part, charset=charset) if isinstance(part, Part) else part
    except DocumentError as error:
        yield error


def _parts(
    data: bytes, name: str, ending: str, *, depth: int, budget: _Budget
) -> Iterator[Part | DocumentError]:
    kind = kind_of_file(data, ending)
    if kind not in (Kind.ZIP, Kind.GZIP):
        yield Part(name, data, kind)
        return
    if depth >= budget.limits.max_depth:
        raise DocumentError(
            name, f"is an archive in {depth} others; at most {budget.limits.max_depth} are opened"
        )
    if kind is Kind.GZIP:
        inner = re.sub(r"\.gz(?:ip)?$", "", ending, flags=re.IGNORECASE)
        yield from _parts(_gunzip(data, name, budget), name, inner, depth=depth + 1, budget=budget)
    else:
        yield from _zip(data, name, depth=depth, budget=budget)


def _gunzip(data: bytes, name: str, budget: _Budget) -> bytes:
    """All members of a gzip file, one after the other (RFC 1952, section 2.2)."""
    found, rest = bytearray(), data
    while rest.startswith(b"\x1f\x8b"):
        stream = zlib.decompressobj(wbits=31)
        try:
            while not stream.eof and rest:
                found += stream.decompress(rest, _STEP)
                rest = stream.unconsumed_tail
                _check_growth(len(found), len(data), name, budget)
        except zlib.error:
            raise DocumentError(name, "is a broken gzip file; a whole one was expected") from None
        if not stream.eof:
            raise DocumentError(name, "is a gzip file that breaks off; a whole one was expected")
        rest = stream.unused_data
    budget.left -= len(found)
    return bytes(found)


def _zip(data: bytes, name: str, *, depth: int, budget: _Budget) -> Iterator[Part | DocumentError]:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    most = budget.limits.max_members
    if data.count(_ENTRY) > most:
        raise DocumentError(name, f"is an archive of more than {most} files; fewer were expected")
    try:
        archive = ZipFile(BytesIO(data))
        infos = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError, zlib.error):
        raise DocumentError(name, "is a broken zip archive; a whole one was expected") from None
    names = {info.filename for info in infos}
    if _WORD_PART in names:
        _check_inside(infos, name, budget)
        yield Part(name, data, Kind.WORD)
        return
    for part, called in _OFFICE:
        if part in names:
            raise DocumentError(name, f"is {called}; {READS}")
    files = [info for info in infos if not _COMPANION.search(info.filename)]
    if not files:
        raise DocumentError(name, "is an archive with no text in it; documents were expected")
    for info in files:
        inner = f"{name}/{_shown(info.filename)}"
        try:
            found = _member(archive, info, inner, budget)
            yield from _parts(found, inner, inner, depth=depth + 1, budget=budget)
        except DocumentError as error:
            yield error
        if budget.left <= 0:
            return


def _shown(name: str) -> str:
    """A file's name without the characters that would write to a terminal or hide."""
    return "".join(c if c.isprintable() else "?" for c in name[:_LONGEST_NAME])


def _member(archive: ZipFile, info: ZipInfo, name: str, budget: _Budget) -> bytes:
    from zipfile import BadZipFile

    if info.flag_bits & _ENCRYPTED:
        raise DocumentError(name, "is protected by a password; a file without one was expected")
    found = bytearray()
    try:
        with archive.open(info) as file:
            while step := file.read(_STEP):
                found += step
                _check_growth(len(found), info.compress_size, name, budget)
    except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, zlib.error):
        raise DocumentError(name, "cannot be unpacked; a whole archive was expected") from None
    except RuntimeError as error:
        raise DocumentError(name, f"cannot be unpacked: {error}") from None
    budget.left -= len(found)
    return bytes(found)


def _check_growth(size: int, packed: int, name: str, budget: _Budget) -> None:
    """Raise DocumentError as soon as unpacking goes beyond what a text of that size would."""
    limits = budget.limits
    check_size(size, name, limits, so_far=True)
    if size >= _LARGE and size > limits.max_ratio * max(1, packed):
        raise DocumentError(
            name,
            f"unpacks to more than {limits.max_ratio} times its size, as a zip bomb does; "
            "an archive of documents was expected",
        )
    if size > budget.left:
        budget.left = 0
        raise DocumentError(
            name,
            f"is past the {in_words(limits.max_unpacked)} that are unpacked of one archive; "
            "it and what follows are not read",
        )


def _check_inside(infos: list[ZipInfo], name: str, budget: _Budget) -> None:
    """Hold a Word document's parts to the limits by the sizes that they claim.

    The reader of zip archives stops at the size that is claimed, so a lie makes it break off.
    """
    for info in infos:
        if (
            info.filename.endswith((".xml", ".rels"))
            and info.file_size > budget.limits.max_word_xml
        ):
            raise DocumentError(
                name,
                f"is a Word document with {in_words(info.file_size)} of markup, more than the "
                f"{in_words(budget.limits.max_word_xml)} that are read; split it up",
            )
    if sum(info.file_size for info in infos) > budget.left:
        raise DocumentError(
            name, f"unpacks to more than {in_words(budget.limits.max_unpacked)}; split it up"
        )


READS = (
    "what is read is plain text, HTML, Markdown, PDF, Word (docx), mail, web archives (MHTML), "
    "feeds, JSON Lines, and gzip and zip of these"
)
"""What to say after naming a format that is not read."""
