"""What a server may be told: where its data is, who may ask, and how much."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inforce.record.database import Place

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")


def data_file(name: str) -> Path:
    """Where a file of the server's own stands when nobody says otherwise: the user's folder."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "inforce" / name


def reports_file() -> Path:
    """Where kept reports stand when nobody says otherwise."""
    return data_file("reports.sqlite3")


def editors_file() -> Path:
    """Where the editors' accounts stand when nobody says otherwise."""
    return data_file("editors.sqlite3")


@dataclass(frozen=True, slots=True)
class Settings:
    """A server's settings; every field has an option of ``inforce serve``.

    ``hosts`` are the names under which it answers (a request for another is refused, which keeps
    other sites from reaching a server on this machine by a name of theirs). ``origins`` may read
    the API from their own pages (CORS); empty: none. ``max_upload`` is in bytes, for a whole
    request. ``keep_days`` is how long a report that someone asked to keep is kept; 0: nothing
    may be kept. ``checks_a_minute`` and ``answers_a_minute`` limit one address, and
    ``sign_ins_a_minute`` an address and an editor's name. ``editors`` holds the accounts of those
    who may decide and state facts; a session ends after ``session_hours``.
    """

    store: Place | None = None
    catalogue_dir: Path | None = None
    reports: Path = field(default_factory=reports_file)
    hosts: tuple[str, ...] = LOCAL_HOSTS
    origins: tuple[str, ...] = ()
    max_upload: int = 25_000_000
    keep_days: int = 30
    checks_a_minute: int = 30
    answers_a_minute: int = 600
    sign_ins_a_minute: int = 5
    editors: Path = field(default_factory=editors_file)
    session_hours: int = 12
    fetch: bool = True
    """Whether addresses may be fetched for the check page."""
