"""The parts into which the catalogue is compiled, each from its own files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from inforce.catalogue.codec import Json
from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import DataFile, Layers

CODE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The catalogue's files as they stood at one moment."""

    layers: Layers
    contents: Mapping[str, bytes]

    @classmethod
    def take(cls, layers: Layers) -> Snapshot:
        """Read every file once."""
        return cls(layers, {file.path: Path(file.path).read_bytes() for file in layers.files})

    def matching(self, *patterns: str) -> tuple[DataFile, ...]:
        """The files whose name fits one of the patterns, the shipped ones first."""
        return self.layers.matching(*patterns)

    def raw(self, file: DataFile) -> bytes:
        """A file's content."""
        return self.contents[file.path]

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change with any file of the catalogue."""
        return self.digest_of("*")[:12]

    def digest_of(self, *patterns: str) -> str:
        """The SHA-256 of the files that fit, with their names and layers."""
        total = hashlib.sha256()
        for file in self.matching(*patterns):
            content = hashlib.sha256(self.raw(file)).hexdigest()
            total.update(f"{file.layer} {file.name} {content}\n".encode())
        return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the catalogue: the files it is built from, and how.

    ``build`` returns JSON by shard name, such as ``acts/apmbc``; it notes faults instead of
    raising, and its result is thrown away when it noted one.
    """

    name: str
    files: tuple[str, ...]
    build: Callable[[Snapshot, Faults], Mapping[str, Json]]

    def key(self, snapshot: Snapshot) -> str:
        """Twenty hexadecimal digits that change with the section's files or the room's code."""
        parts = f"{self.name} {snapshot.digest_of(*self.files)} {code_digest()}"
        return hashlib.sha256(parts.encode()).hexdigest()[:20]


def code_files() -> tuple[Path, ...]:
    """The modules of this room, whose change makes compiled shards worthless."""
    return tuple(sorted(CODE.glob("*.py")))


@cache
def code_digest() -> str:
    """The SHA-256 of this room's modules."""
    total = hashlib.sha256()
    for path in code_files():
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
