"""Where compiled shards are kept: beside the package, and in the user's cache directory."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from inforce.catalogue.codec import Json

PACKAGED = Path(__file__).parent / "_shards"
"""The shards that the wheel carries."""

CACHE_DIRECTORY = "INFORCE_CACHE"
"""The environment variable that names another cache directory."""

_KEPT = 64
"""How many compilations' indexes are kept before the oldest are thrown away."""


def cache_directory() -> Path | None:
    """The user's cache directory for the catalogue, which may not exist yet; None without a home.

    The places are those of platformdirs, whose import alone takes three times as long as starting
    Python (43 ms against 16 ms).
    """
    named = os.environ.get(CACHE_DIRECTORY)
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    if not base or base.startswith("~"):
        return None
    return Path(base) / "inforce" / "catalogue"


def read_json(path: Path) -> Json:
    """A file's JSON; None when the file is absent, unreadable or damaged."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def write_json(path: Path, value: Json) -> bool:
    """Put a file in its place whole or not at all; False where it cannot be written.

    Two processes that write the same file leave one of the two, never a mixture.
    """
    new = path.with_name(f".{os.getpid()}-{time.monotonic_ns()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(new, "x", encoding="utf-8") as out:
                json.dump(value, out, ensure_ascii=False, separators=(",", ":"))
            os.replace(new, path)
        finally:
            new.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def prune(folder: Path) -> None:
    """Throw away the oldest files of a folder beyond the number that is kept."""
    try:
        files = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[_KEPT:]:
            path.unlink()
    except OSError:
        return
