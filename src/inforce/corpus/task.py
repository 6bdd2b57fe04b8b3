"""What every engine does with a shard: have it read, and keep the result."""

from __future__ import annotations

import json
from dataclasses import asdict

from inforce.corpus.model import Shard
from inforce.corpus.results import ResultFolder
from inforce.corpus.worker import Setup, Worker


class Task:
    """Reads shards with one worker into one folder; not for several threads."""

    def __init__(self, setup: Setup, out: str, *, catalogue_day: str) -> None:
        self._worker = Worker(setup)
        self._folder = ResultFolder(out)
        self._day = catalogue_day

    def run(self, shard: Shard) -> str:
        """Read a shard and keep its result; its id."""
        if not self._folder.has(shard):
            self._folder.keep(self._worker.scan(shard), catalogue=self._day)
        return shard.id

    def close(self) -> None:
        """End the worker."""
        self._worker.close()


def packed(shard: Shard) -> str:
    """A shard as the text that an engine hands to a worker."""
    return json.dumps(shard.to_json(), sort_keys=True)


def unpacked(text: str) -> Shard:
    """The shard of such a text."""
    return Shard.from_json(json.loads(text))


def setup_text(setup: Setup) -> str:
    """A setup as text."""
    return json.dumps(asdict(setup))


def setup_of(text: str) -> Setup:
    """The setup of such a text."""
    from inforce.corpus.model import Bounds

    told = json.loads(text)
    return Setup(told["catalogue"], told["whole"], Bounds(**told["bounds"]))
