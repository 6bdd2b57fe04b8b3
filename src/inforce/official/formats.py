"""The formats by name, and the reading of a file in one of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.documents.limits import DEFAULT_LIMITS, in_words
from inforce.official.errors import OfficialError
from inforce.official.model import Imported

FORMATS = ("mtdsg", "status-page", "treaty-database-nl", "unoda", "coe", "csv")
"""The names of the formats that can be imported."""


@dataclass(frozen=True, slots=True)
class Given:
    """What whoever imports says beside the file.

    ``treaty`` names the treaty where a register's file does not; ``as_at`` is the day of a list
    that does not print it; ``by`` and ``leave_out_bad`` are for rows of one's own.
    """

    treaty: str | None = None
    as_at: PartialDate | None = None
    by: str = ""
    leave_out_bad: bool = False


def read_file(
    path: str | os.PathLike[str], format_: str, *, catalogue: Catalogue, given: Given = Given()
) -> tuple[Imported, ...]:
    """What a file in a format says; a CSV of one's own may speak of several treaties.

    Raises OfficialError for a file that cannot be read, LayoutChanged when its layout is not
    that of the format, and ImportFault for rows of one's own that are bad.
    """
    if format_ == "csv":
        from inforce.official.plain_csv import read_plain_csv

        return read_plain_csv(
            path, catalogue=catalogue, by=given.by, leave_out_bad=given.leave_out_bad
        )
    name = os.fspath(path)
    return (read_data(content_of(path), format_, name=name, catalogue=catalogue, given=given),)


def read_data(
    data: bytes, format_: str, *, name: str, catalogue: Catalogue, given: Given = Given()
) -> Imported:
    """What the bytes of a register's file say; ``name`` stands for them in messages."""
    if format_ in ("mtdsg", "status-page"):
        return _untc(format_)(data, name=name, catalogue=catalogue, as_at=given.as_at)
    return _register(format_)(
        data, name=name, catalogue=catalogue, treaty=given.treaty, as_at=given.as_at
    )


def content_of(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file. Raises OfficialError for one that cannot be read or is too large."""
    try:
        size = os.stat(path).st_size
        if size > DEFAULT_LIMITS.max_bytes:
            most = in_words(DEFAULT_LIMITS.max_bytes)
            raise OfficialError(f"{path}: holds {in_words(size)}, at most {most} were expected")
        return Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise OfficialError(f"{path}: cannot be read ({reason}), expected a file") from None


def _untc(format_: str) -> Callable[..., Imported]:
    if format_ == "mtdsg":
        from inforce.official.mtdsg_xml import read_mtdsg

        return read_mtdsg
    from inforce.official.status_page import read_status_page

    return read_status_page


def _register(format_: str) -> Callable[..., Imported]:
    if format_ == "treaty-database-nl":
        from inforce.official.treaty_database_nl import read_treaty_database_nl

        return read_treaty_database_nl
    if format_ == "unoda":
        from inforce.official.unoda import read_unoda

        return read_unoda
    if format_ == "coe":
        from inforce.official.coe import read_coe

        return read_coe
    raise OfficialError(
        f"format {format_!r} is not known; one of {', '.join(FORMATS)} was expected"
    )
