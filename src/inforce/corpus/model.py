"""What a run over a corpus is made of: shards, limits, and what comes of each."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any


class ShardKind(StrEnum):
    """How a shard is to be taken apart."""

    WARC = "warc"
    """WARC, or WET, plain or gzip."""
    PARQUET = "parquet"
    JSON_LINES = "json_lines"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of a corpus that one worker reads: one file, or a batch of small ones.

    ``stamp`` says which version of the files is meant (their sizes and days, or tags), so that a
    file that has changed is another shard.
    """

    kind: ShardKind
    addresses: tuple[str, ...]
    stamp: str
    size: int
    """Bytes, as stored."""

    @property
    def id(self) -> str:
        """A hash of the addresses and their stamp."""
        told = "\n".join((self.kind.value, *self.addresses, self.stamp))
        return sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:20]

    @property
    def name(self) -> str:
        """The address, or the first of several."""
        more = len(self.addresses) - 1
        return self.addresses[0] + (f" and {more} more" if more else "")

    @property
    def short_name(self) -> str:
        """The last part of the address."""
        return PurePosixPath(self.addresses[0]).name

    def to_json(self) -> dict[str, Any]:
        """The object from which :meth:`from_json` makes it again."""
        return asdict(self)

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> Shard:
        """The shard that :meth:`to_json` told."""
        kind, addresses = ShardKind(given["kind"]), tuple(given["addresses"])
        return cls(kind, addresses, given["stamp"], given["size"])


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a document may take before it is set aside.

    ``seconds`` for one document, ``megabytes`` of memory beyond what the reader itself takes,
    ``document_bytes`` of one record; ``retries`` is how often a shard is begun anew whose worker
    was killed from outside.
    """

    seconds: float = 60.0
    megabytes: int = 2_000
    document_bytes: int = 20_000_000
    retries: int = 2


@dataclass(frozen=True, slots=True)
class Aside:
    """What was not read: its name, and the reason in a sentence's end."""

    name: str
    reason: str
    place: int = -1
    """Offset or number of the record in its shard; -1 for a whole shard or its rest."""


@dataclass(slots=True)
class Counts:
    """How many documents a shard holds, and what became of them."""

    documents: int = 0
    megabytes: float = 0.0
    """Of the documents, unpacked."""
    passed: int = 0
    """Documents that the prefilter let pass."""
    telling: int = 0
    """Documents with statements."""
    statements: int = 0
    seconds: float = 0.0

    def add(self, other: Counts) -> None:
        """Take in what another shard counted."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(slots=True)
class ShardResult:
    """What reading one shard gave; ``statements`` and ``documents`` are rows to be written."""

    shard: Shard
    counts: Counts = field(default_factory=Counts)
    statements: list[dict[str, Any]] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
