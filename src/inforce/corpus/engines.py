"""The engines: a plain loop with threads over workers, Daft on this machine, Daft on Ray.

All do the same task with each shard, which keeps its result by itself, so that what is done stays
done whenever the engine stops.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inforce.corpus.errors import CorpusError
from inforce.corpus.model import Shard
from inforce.corpus.task import Task, packed, setup_of, setup_text, unpacked
from inforce.corpus.worker import Setup


class Engine(StrEnum):
    """Where the shards are read."""

    LOCAL = "local"
    NATIVE = "native"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every shard, and by how many workers at a time."""

    setup: Setup
    out: str
    catalogue_day: str
    workers: int = 1

    def task(self) -> Task:
        """A worker's own task."""
        return Task(self.setup, self.out, catalogue_day=self.catalogue_day)


def run(
    shards: Sequence[Shard], job: Job, *, engine: Engine, address: str | None = None
) -> Iterator[str]:
    """The ids of the shards as each is done, in no set order.

    ``address`` is that of a Ray cluster; without one Ray is started on this machine. Raises
    CorpusError where the engine is not installed.
    """
    if not shards:
        return iter(())
    match engine:
        case Engine.LOCAL:
            return _local(shards, job)
        case Engine.NATIVE:
            return _daft(shards, job, _native)
        case Engine.RAY:
            return _daft(shards, job, lambda daft: _ray(daft, address))


def _local(shards: Sequence[Shard], job: Job) -> Iterator[str]:
    from queue import Empty, SimpleQueue
    from threading import Thread

    waiting: SimpleQueue[Shard] = SimpleQueue()
    done: SimpleQueue[str | BaseException] = SimpleQueue()
    for shard in shards:
        waiting.put(shard)

    def work() -> None:
        task = job.task()
        try:
            while True:
                done.put(task.run(waiting.get_nowait()))
        except Empty:
            return
        except BaseException as error:
            done.put(error)
        finally:
            task.close()

    threads = [Thread(target=work, daemon=True) for _ in range(min(job.workers, len(shards)))]
    for thread in threads:
        thread.start()
    for _ in shards:
        found = done.get()
        if isinstance(found, BaseException):
            raise found
        yield found
    for thread in threads:
        thread.join()


def _daft(shards: Sequence[Shard], job: Job, start: Callable[[Any], None]) -> Iterator[str]:
    """Daft over the shards' addresses; a row is one shard, and a class of workers reads it."""
    os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")
    os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
    try:
        import daft
    except ImportError:
        raise CorpusError(
            "Daft is not installed; expected pip install 'inforce[corpus]', or --engine local"
        ) from None
    start(daft)
    given = (setup_text(job.setup), job.out, job.catalogue_day)

    @daft.cls(max_concurrency=min(job.workers, len(shards)), use_process=True)
    class Reading:
        def __init__(self, setup: str, out: str, day: str) -> None:
            self._task = Task(setup_of(setup), out, catalogue_day=day)

        @daft.method(return_dtype=daft.DataType.string())
        def read(self, shard: str) -> str:
            return self._task.run(unpacked(shard))

    rows = daft.from_pydict({"shard": [packed(shard) for shard in shards]})
    rows = rows.into_batches(1)
    reading: Any = Reading(*given)
    rows = rows.select(reading.read(rows["shard"]).alias("id"))
    for row in rows.iter_rows(results_buffer_size=None):
        yield row["id"]


def _native(daft: Any) -> None:
    daft.set_runner_native()


def _ray(daft: Any, address: str | None) -> None:
    import logging

    try:
        import ray
    except ImportError:
        raise CorpusError("Ray is not installed; expected pip install 'inforce[ray]'") from None
    if not ray.is_initialized():
        ray.init(address=address, log_to_driver=False, logging_level=logging.WARNING)
    daft.set_runner_ray(address=address, noop_if_initialized=True)
