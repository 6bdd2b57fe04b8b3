"""A worker: what keeps a nursery running and asks it for one shard after the other."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from typing import Any

from inforce.corpus.model import Aside, Bounds, Counts, Shard, ShardResult


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker reads by: a user's own catalogue, and whether without the prefilter."""

    catalogue: str | None = None
    whole: bool = False
    bounds: Bounds = field(default_factory=Bounds)


class Worker:
    """A nursery, begun when first needed and again when it was killed. Not for several threads."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._process: subprocess.Popen[str] | None = None

    @property
    def process(self) -> subprocess.Popen[str] | None:
        """The nursery, while it runs."""
        return self._process

    def scan(self, shard: Shard) -> ShardResult:
        """The shard's result; one whose worker dies again and again is set aside whole."""
        bounds = self._setup.bounds
        job = json.dumps({"shard": shard.to_json(), "bounds": asdict(bounds)})
        for _ in range(bounds.retries + 1):
            told = self._ask(job)
            if told is not None:
                return _result(shard, told)
        times = bounds.retries + 1
        reason = f"its worker was killed {times} times while reading it; it is not read"
        return ShardResult(shard, aside=[Aside(shard.name, reason)])

    def close(self) -> None:
        """End the nursery; what it was reading is lost."""
        process, self._process = self._process, None
        if process is not None:
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except BrokenPipeError:
                        continue
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _ask(self, job: str) -> dict[str, Any] | None:
        """The answer to a job; None when the nursery is gone."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(job + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except (BrokenPipeError, OSError):
            line = ""
        if not line.endswith("\n"):
            self.close()
            return None
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "inforce.corpus.nursery"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            setup = {"catalogue": self._setup.catalogue, "whole": self._setup.whole}
            assert self._process.stdin is not None
            try:
                self._process.stdin.write(json.dumps(setup) + "\n")
            except BrokenPipeError:
                return self._process
        return self._process


def _result(shard: Shard, told: dict[str, Any]) -> ShardResult:
    return ShardResult(
        shard,
        Counts(**told["counts"]),
        told["statements"],
        told["documents"],
        [Aside(**one) for one in told["aside"]],
    )
