"""A whole corpus read: shards found, those without a result read, all results put together."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inforce.catalogue import load
from inforce.corpus.engines import Engine, Job, run
from inforce.corpus.errors import CorpusError
from inforce.corpus.model import Aside, Bounds, Counts, Shard
from inforce.corpus.results import ResultFolder
from inforce.corpus.shards import find_shards
from inforce.corpus.worker import Setup


@dataclass(frozen=True, slots=True)
class Using:
    """By which engine a corpus is read: local (a plain loop), native (Daft) or ray.

    ``address`` is that of a Ray cluster; one is started on this machine without it. ``workers``
    read at a time, as many as there are processors when left out.
    """

    engine: str = "local"
    address: str | None = None
    workers: int | None = None


@dataclass(frozen=True, slots=True)
class ScanReport:
    """What a run did and what its folder now holds of the corpus that was named."""

    shards: int
    read_now: int
    """Shards that had no result yet."""
    counts: Counts
    """Of all shards named, also those read in earlier runs."""
    aside: tuple[Aside, ...]
    seconds: float
    statements: Path


@dataclass(slots=True)
class Progress:
    """How far a run has come; ``on_step`` is called with it after every shard."""

    shards: int
    bytes: int
    """Stored bytes of the shards to be read now."""
    done: int = 0
    bytes_done: int = 0
    counts: Counts = field(default_factory=Counts)
    aside: int = 0


def scan(
    paths: Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    *,
    using: Using | None = None,
    bounds: Bounds | None = None,
    catalogue_dir: Path | None = None,
    whole: bool = False,
    again: bool = False,
    on_step: Callable[[Progress], None] | None = None,
) -> ScanReport:
    """Read every document of a corpus and keep its statements under ``out``, as Parquet.

    ``paths`` are WARC, WET, Parquet and JSON Lines files, folders, patterns and fsspec addresses.
    Only shards without a result there are read; ``again`` reads all anew. ``whole`` reads every
    document in full, without the prefilter. Raises CorpusError for paths that lead nowhere, a
    folder that another run is writing to, an engine that is not installed or not known.
    """
    started = time.monotonic()
    _check_installed()
    using = using or Using()
    engine = _engine(using.engine)
    catalogue = load(catalogue_dir)
    shards = find_shards([os.fspath(path) for path in paths])
    folder = ResultFolder(out)
    job = Job(
        Setup(str(catalogue_dir) if catalogue_dir else None, whole, bounds or Bounds()),
        os.path.abspath(out),
        str(catalogue.compiled_on),
        using.workers or os.cpu_count() or 1,
    )
    with folder.held():
        if again:
            for shard in shards:
                folder.forget(shard)
        missing = [shard for shard in shards if not folder.has(shard)]
        _read(
            missing,
            folder,
            run(_ordered(missing), job, engine=engine, address=using.address),
            on_step,
        )
        statements = folder.publish()
    counts, aside = _together(folder, shards)
    took = time.monotonic() - started
    return ScanReport(len(shards), len(missing), counts, aside, took, statements)


def _check_installed() -> None:
    from importlib.util import find_spec

    missing = [name for name in ("fastwarc", "pyarrow") if find_spec(name) is None]
    if missing:
        raise CorpusError(
            f"{' and '.join(missing)} cannot be imported; expected pip install 'inforce[corpus]'"
        )


def _engine(name: str) -> Engine:
    try:
        return Engine(name)
    except ValueError:
        known = ", ".join(engine.value for engine in Engine)
        raise CorpusError(f"found {name!r} as the engine, expected {known}") from None


def _ordered(shards: Sequence[Shard]) -> list[Shard]:
    """The largest first, so that none is left for the end alone."""
    return sorted(shards, key=lambda shard: (-shard.size, shard.name))


def _read(
    missing: Sequence[Shard],
    folder: ResultFolder,
    done: Iterator[str],
    on_step: Callable[[Progress], None] | None,
) -> None:
    by_id = {shard.id: shard for shard in missing}
    progress = Progress(len(missing), sum(shard.size for shard in missing))
    for shard_id in done:
        shard = by_id[shard_id]
        counts, aside = folder.manifest(shard)
        progress.done += 1
        progress.bytes_done += shard.size
        progress.counts.add(counts)
        progress.aside += len(aside)
        if on_step is not None:
            on_step(progress)


def _together(folder: ResultFolder, shards: Sequence[Shard]) -> tuple[Counts, tuple[Aside, ...]]:
    counts = Counts()
    aside: list[Aside] = []
    for shard in shards:
        found, left = folder.manifest(shard)
        counts.add(found)
        aside += left
    return counts, tuple(aside)
