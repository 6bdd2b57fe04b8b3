"""A run's folder: each shard's result there whole or not at all, and all of them together.

``shards/ID/`` holds a shard's ``statements.parquet``, ``documents.parquet`` and ``manifest.json``.
It is written under another name and then renamed, so that a run that is killed leaves no half.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from inforce.corpus.errors import CorpusError
from inforce.corpus.model import Aside, Counts, Shard, ShardResult

if TYPE_CHECKING:
    import polars

ORDER = ("shard", "offset", "document", "number")
"""By what statements are sorted, so that every engine gives the same file."""
_ROWS = 20_000
"""Statements that are put together before they are written."""
_TEXT = (
    *("shard", "document", "url", "digest", "source", "id", "kind", "participant", "treaty"),
    *("date", "value", "modality", "quote"),
)


class ResultFolder:
    """Where a run's results are kept. Raises CorpusError for a folder that cannot be used."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._shards = self.path / "shards"
        try:
            self._shards.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(f"{path}: cannot be written to: {error.strerror or error}") from None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other runs out, and clear away what a killed one left half done."""
        import fcntl

        with (self.path / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise CorpusError(f"{self.path}: another run is writing there now") from None
            for left in self._shards.glob("*.part"):
                shutil.rmtree(left, ignore_errors=True)
            yield

    def has(self, shard: Shard) -> bool:
        """Whether the shard's result is there."""
        return (self._shards / shard.id).is_dir()

    def keep(self, result: ShardResult, *, catalogue: str) -> None:
        """Write a shard's result, whole or not at all; one that is there stays."""
        part = self._shards / f"{result.shard.id}-{uuid4().hex}.part"
        part.mkdir()
        _statements(result.statements).write_parquet(part / "statements.parquet")
        _documents(result.documents).write_parquet(part / "documents.parquet")
        manifest = {
            "shard": result.shard.to_json(),
            "catalogue": catalogue,
            "counts": asdict(result.counts),
            "aside": [asdict(one) for one in result.aside],
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1)
        (part / "manifest.json").write_text(text + "\n", encoding="utf-8", errors="replace")
        try:
            part.rename(self._shards / result.shard.id)
        except OSError:
            shutil.rmtree(part, ignore_errors=True)

    def shard_path(self, shard_id: str) -> Path:
        """The folder of a shard's result."""
        return self._shards / shard_id

    def forget(self, shard: Shard) -> None:
        """Remove a shard's result, so that it is read again."""
        shutil.rmtree(self._shards / shard.id, ignore_errors=True)

    def manifest(self, shard: Shard) -> tuple[Counts, tuple[Aside, ...]]:
        """What was counted in a shard and set aside of it."""
        text = (self._shards / shard.id / "manifest.json").read_text(encoding="utf-8")
        told = json.loads(text)
        return Counts(**told["counts"]), tuple(Aside(**one) for one in told["aside"])

    def ids(self) -> tuple[str, ...]:
        """The ids of the shards whose results are there, in the order of their addresses.

        Of a file that has changed since it was first read, only the latest result counts.
        """
        latest: dict[tuple[str, ...], tuple[float, str]] = {}
        for path in self._shards.iterdir():
            if path.suffix != ".part":
                manifest = path / "manifest.json"
                told = json.loads(manifest.read_text(encoding="utf-8"))["shard"]
                found = manifest.stat().st_mtime, path.name
                addresses = tuple(told["addresses"])
                latest[addresses] = max(latest.get(addresses, found), found)
        return tuple(shard_id for _, (_, shard_id) in sorted(latest.items()))

    def statements(self, ids: Iterable[str] | None = None) -> polars.DataFrame:
        """The statements of all shards, or of some, in the order of the corpus."""
        return self._together("statements.parquet", ids).sort(ORDER, maintain_order=True)

    def documents(self, ids: Iterable[str] | None = None) -> polars.DataFrame:
        """The documents with statements of all shards, or of some, in the order of the corpus."""
        return self._together("documents.parquet", ids).sort(ORDER[:3], maintain_order=True)

    def publish(self) -> Path:
        """Write all statements, sorted, as ``statements.parquet``; its path.

        Some thousand statements are in memory at a time, for shards follow one another in the
        order of their addresses.
        """
        import polars as pl
        from pyarrow.parquet import ParquetWriter

        path, part = self.path / "statements.parquet", self.path / ".statements.part"
        held = [_statements([])]
        with ParquetWriter(part, held[0].to_arrow().schema, compression="zstd") as writer:
            for shard_id in self.ids():
                held.append(self.statements([shard_id]))
                if sum(frame.height for frame in held) >= _ROWS:
                    writer.write_table(pl.concat(held).to_arrow())
                    held = held[:1]
            writer.write_table(pl.concat(held).to_arrow())
        part.replace(path)
        return path

    def _together(self, name: str, ids: Iterable[str] | None) -> polars.DataFrame:
        import polars as pl

        empty = _statements([]) if name == "statements.parquet" else _documents([])
        held = self.ids() if ids is None else tuple(ids)
        return pl.concat([empty, *(pl.read_parquet(self._shards / one / name) for one in held)])


def _statements(rows: list[dict[str, Any]]) -> polars.DataFrame:
    import polars as pl

    schema: dict[str, Any] = {
        "shard": pl.String,
        "offset": pl.Int64,
        "number": pl.Int32,
        **dict.fromkeys(_TEXT[1:], pl.String),
        "start": pl.Int64,
        "end": pl.Int64,
        "attributed_to": pl.List(pl.String),
        "says": pl.String,
    }
    return pl.DataFrame(rows, schema=schema)


def _documents(rows: list[dict[str, Any]]) -> polars.DataFrame:
    import polars as pl

    names = ("document", "url", "digest", "published", "outlet", "language", "title", "text")
    schema: dict[str, Any] = {"shard": pl.String, "offset": pl.Int64}
    return pl.DataFrame(rows, schema=schema | dict.fromkeys(names, pl.String))
