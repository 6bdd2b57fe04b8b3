"""Paths, folders, patterns and addresses as shards."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from inforce.corpus.errors import CorpusError
from inforce.corpus.model import Shard, ShardKind

BATCH = 256
"""Small files to a shard."""
_WARC = (".warc", ".warc.gz", ".wet", ".wet.gz", ".warc.zst")
_PARQUET = (".parquet", ".pq")
_JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_STAMPS = ("ETag", "etag", "LastModified", "last_modified", "mtime", "md5Hash", "updated")


def find_shards(paths: Sequence[str]) -> tuple[Shard, ...]:
    """The shards of files, folders (with what is in them), patterns and fsspec addresses.

    A WARC, Parquet or JSON Lines file is a shard; other files make shards of ``BATCH`` each, in
    order of their names. The same file named twice counts once. Raises CorpusError that names
    everything that is not there.
    """
    files: dict[str, tuple[int, str]] = {}
    missing: list[str] = []
    for path in paths:
        found = dict(_remote(path) if "://" in path else _local(path))
        if not found:
            missing.append(path)
        files.update(found)
    if missing:
        raise CorpusError(
            f"{', '.join(missing)}: nothing is there; a file, a folder with files, a pattern or "
            "an address such as s3://bucket/folder was expected"
        )
    return tuple(_shards(files))


def _shards(files: dict[str, tuple[int, str]]) -> Iterator[Shard]:
    others: list[str] = []
    for address, (size, stamp) in sorted(files.items()):
        kind = kind_of(address)
        if kind is ShardKind.FILES:
            others.append(address)
        else:
            yield Shard(kind, (address,), stamp, size)
    for at in range(0, len(others), BATCH):
        batch = others[at : at + BATCH]
        stamp = " ".join(files[one][1] for one in batch)
        yield Shard(ShardKind.FILES, tuple(batch), stamp, sum(files[one][0] for one in batch))


def kind_of(address: str) -> ShardKind:
    """How the file at an address is read, by its ending."""
    low = address.lower()
    for endings, kind in (
        (_WARC, ShardKind.WARC),
        (_PARQUET, ShardKind.PARQUET),
        (_JSON_LINES, ShardKind.JSON_LINES),
    ):
        if low.endswith(endings):
            return kind
    return ShardKind.FILES


def open_binary(address: str) -> Any:
    """A local file, or one at an fsspec address, opened for reading bytes."""
    if "://" not in address:
        return open(address, "rb")
    import fsspec

    return fsspec.open(address, "rb").open()


def _local(path: str) -> Iterator[tuple[str, tuple[int, str]]]:
    from glob import glob

    given = Path(path)
    found: Iterable[str]
    if given.is_dir():
        found = (
            os.path.join(folder, name)
            for folder, folders, names in os.walk(path)
            for name in _visible(folders, names)
        )
    elif given.exists():
        found = [path]
    else:
        found = sorted(glob(path, recursive=True))
    for one in found:
        if os.path.isfile(one):
            status = os.stat(one)
            yield one, (status.st_size, f"{status.st_size}-{status.st_mtime_ns}")


def _visible(folders: list[str], names: list[str]) -> list[str]:
    folders[:] = sorted(name for name in folders if not name.startswith("."))
    return sorted(name for name in names if not name.startswith("."))


def _remote(path: str) -> Iterator[tuple[str, tuple[int, str]]]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise CorpusError(
            f"{path}: addresses need fsspec; install it with pip install 'inforce[corpus]'"
        ) from None
    try:
        system, inner = url_to_fs(path)
        found = [inner]
        if any(sign in inner for sign in "*?["):
            found = sorted(system.glob(inner))
        elif system.isdir(inner):
            found = sorted(system.find(inner))
        for one in found:
            info = system.info(one)
            if info.get("type") != "directory":
                size = int(info.get("size") or 0)
                marks = [str(info[key]) for key in _STAMPS if info.get(key)]
                yield system.unstrip_protocol(one), (size, "-".join((str(size), *marks)))
    except FileNotFoundError:
        return
    except Exception as error:
        # Each system behind fsspec has errors of its own, such as botocore's.
        raise CorpusError(f"{path}: cannot be looked at: {error}") from error
