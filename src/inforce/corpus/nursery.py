"""A process that reads shards, each in a child of its own that may crash, hang or grow.

It is started once a worker (``python -m inforce.corpus.nursery``), loads the catalogue once and
forks a child a shard, which costs milliseconds. It holds no threads, so that forking is safe. A
child that stays silent for too long is killed; whichever document it was reading is set aside, and
another child goes on after it. On standard input it takes a job a line, on standard output it gives
a result a line; when its input ends, so does it, and its child with it.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import select
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from inforce.corpus.model import Aside, Bounds, Counts, Shard, ShardResult
from inforce.corpus.read_shard import ShardReader, Tell

_FAULT, _OUT_OF_MEMORY = 1, 3
_LONGEST_FAULT = 300
_PARENT_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


class ReadsShards(Protocol):
    """Whatever tells what a shard holds, as :class:`ShardReader` does."""

    def read(self, shard: Shard, bounds: Bounds, tell: Tell, *, after: int = -1) -> None:
        """Tell what the records of a shard after a place hold."""


def main() -> None:
    """Answer jobs until standard input ends."""
    from inforce.catalogue import load

    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # Whatever a library prints is no answer.
    setup = json.loads(sys.stdin.readline())
    folder = setup["catalogue"]
    reader = ShardReader(load(Path(folder) if folder else None), whole=setup["whole"])
    for line in iter(sys.stdin.readline, ""):
        job = json.loads(line)
        shard, bounds = Shard.from_json(job["shard"]), Bounds(**job["bounds"])
        try:
            result = isolated(reader, shard, bounds, asker=0)
        except EOFError:
            return
        told = asdict(result) | {"shard": shard.to_json()}
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
        out.flush()


def isolated(
    reader: ReadsShards, shard: Shard, bounds: Bounds, *, asker: int | None = None
) -> ShardResult:
    """A shard's result, read in as many children as it takes, each document at most once.

    Raises EOFError once the pipe ``asker``, on which nothing is expected meanwhile, has ended.
    """
    started = time.monotonic()
    result = ShardResult(shard)
    after = -1
    while (stuck := _one_child(reader, bounds, result, after, asker)) is not None:
        result.aside.append(stuck)
        if stuck.place <= after:
            break
        after = stuck.place
    dropped = {one.place for one in result.aside if one.place >= 0}
    result.statements = [row for row in result.statements if row["offset"] not in dropped]
    result.documents = [row for row in result.documents if row["offset"] not in dropped]
    counts = result.counts
    counts.telling, counts.statements = len(result.documents), len(result.statements)
    counts.seconds = time.monotonic() - started
    return result


def _one_child(
    reader: ReadsShards, bounds: Bounds, result: ShardResult, after: int, asker: int | None
) -> Aside | None:
    """Read on in a child; None when the shard is done, else the document that stopped it."""
    shard = result.shard
    into, out = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(into)
        _be_child(reader, shard, bounds, out, after)
    os.close(out)
    at, name, ended, silent, fault = None, shard.name, False, False, ""
    try:
        for message in _messages(into, bounds.seconds, asker):
            if message is None:
                silent = True
                os.kill(child, signal.SIGKILL)
                break
            if "at" in message:
                at, name = message["at"], message["name"]
            ended = ended or "end" in message
            fault = message.get("fault", fault)
            _take(message, result)
    except EOFError:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(into)
        _, status = os.waitpid(child, 0)
    if ended:
        return None
    why = _why(status, bounds, silent=silent, fault=fault)
    if at is None:
        return Aside(shard.name, f"{why} between its documents; its rest is not read")
    return Aside(name, why, at)


def _take(message: dict[str, Any], result: ShardResult) -> None:
    if "tick" in message:
        documents, size, passed = message["tick"]
        result.counts.add(Counts(documents, size / 1e6, passed))
    elif "found" in message:
        result.documents.append(message["document"])
        result.statements += message["statements"]
    elif "aside" in message:
        result.aside.append(Aside(*message["aside"]))


def _be_child(reader: ReadsShards, shard: Shard, bounds: Bounds, out: int, after: int) -> None:
    """Read and tell; never returns."""
    code = _FAULT
    try:
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        most = _virtual_memory() + bounds.megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with os.fdopen(out, "w", encoding="utf-8") as pipe:

            def tell(message: dict[str, Any]) -> None:
                pipe.write(json.dumps(message) + "\n")
                pipe.flush()

            try:
                reader.read(shard, bounds, tell, after=after)
            except OSError as error:
                tell({"aside": [shard.name, f"cannot be opened: {error}", -1]})
            except MemoryError:
                os._exit(_OUT_OF_MEMORY)
            except Exception as error:
                tell({"fault": f"{type(error).__name__}: {error}"[:_LONGEST_FAULT]})
                os._exit(_FAULT)
            tell({"end": True})
        code = 0
    finally:
        os._exit(code)


def _virtual_memory() -> int:
    """Bytes of address space that this process has now (proc(5), statm)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def _messages(pipe: int, seconds: float, asker: int | None) -> Iterator[dict[str, Any] | None]:
    """The messages as they come; None once there has been none for too long."""
    held = b""
    watched = [pipe] if asker is None else [pipe, asker]
    while True:
        ready, _, _ = select.select(watched, [], [], seconds)
        if not ready:
            yield None
            return
        if asker in ready:
            # Nothing is asked while a job is under way: whoever asks has gone.
            raise EOFError
        data = os.read(pipe, 1 << 20)
        if not data:
            return
        *lines, held = (held + data).split(b"\n")
        for line in lines:
            message: dict[str, Any] = json.loads(line)
            yield message


def _why(status: int, bounds: Bounds, *, silent: bool, fault: str) -> str:
    if silent:
        return f"took longer than {bounds.seconds:g} seconds"
    if os.WIFSIGNALED(status):
        return f"crashed the interpreter ({signal.Signals(os.WTERMSIG(status)).name})"
    if os.WEXITSTATUS(status) == _OUT_OF_MEMORY:
        return f"took more than {bounds.megabytes} MB of memory"
    return f"stopped the reader with an error ({fault})"


if __name__ == "__main__":
    main()
