"""Where the catalogue's files are: the shipped ones, and a user's own laid over them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from inforce.catalogue.faults import CatalogueError, Fault

DATA = Path(__file__).parent / "data"
"""The shipped files."""

USER_DIRECTORY = "INFORCE_CATALOGUE"
"""The environment variable that names a user's own directory."""

_SUFFIXES = (".yaml", ".csv")


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of the catalogue.

    ``name`` is its path inside the catalogue's layout, such as ``acts/apmbc.csv``; ``shown`` is
    how messages call it; ``layer`` is 0 for shipped files and 1 for the user's own. ``size`` is
    in bytes and ``mtime`` in nanoseconds since the epoch.
    """

    name: str
    path: str
    shown: str
    layer: int
    size: int
    mtime: int

    @property
    def stem(self) -> str:
        """The file's name without folder and suffix: an acts file's treaty."""
        return self.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]


@dataclass(frozen=True, slots=True)
class Layers:
    """The files of the shipped catalogue and of a user's directory, shipped ones first."""

    files: tuple[DataFile, ...]
    user_dir: str | None = None

    def matching(self, *patterns: str) -> tuple[DataFile, ...]:
        """The files whose name fits one of the patterns, such as ``acts/*.csv``."""
        return tuple(
            file for file in self.files if any(fnmatchcase(file.name, p) for p in patterns)
        )

    @property
    def own_files(self) -> tuple[DataFile, ...]:
        """The user's own files."""
        return tuple(file for file in self.files if file.layer)


def find_layers(user_dir: str | os.PathLike[str] | None = None, *, shipped: Path = DATA) -> Layers:
    """The catalogue's files; without ``user_dir`` the environment may name one.

    Raises CatalogueError when the user's directory is not a directory.
    """
    own = os.fspath(user_dir) if user_dir is not None else os.environ.get(USER_DIRECTORY)
    found = _scan(str(shipped), "", shown="catalogue/data", layer=0)
    if not own:
        return Layers(tuple(found))
    if not os.path.isdir(own):
        expected = "expected a directory with the catalogue's layout"
        raise CatalogueError([Fault(own, None, f"found no directory there; {expected}")])
    return Layers((*found, *_scan(own, "", shown=own, layer=1)), own)


def _scan(root: str, folder: str, *, shown: str, layer: int) -> list[DataFile]:
    found: list[DataFile] = []
    with os.scandir(os.path.join(root, folder)) as entries:
        for entry in sorted(entries, key=lambda e: e.name):
            name = f"{folder}{entry.name}"
            if entry.is_dir():
                found += _scan(root, f"{name}/", shown=shown, layer=layer)
            elif entry.name.endswith(_SUFFIXES):
                stat = entry.stat()
                place = f"{shown}/{name}"
                found.append(
                    DataFile(name, entry.path, place, layer, stat.st_size, stat.st_mtime_ns)
                )
    return found
