"""Where a scan stops scaling: shards of unequal size, workers that are lost, workers that lag.

A shard takes a time that is spread as in crawls, where a few files are many times as large as most;
a worker takes the largest shard left, and one that is lost gives its shard back after a while.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Cluster:
    """So many workers, of which a share is lost an hour, and a share is slow by a factor."""

    workers: int
    lost_an_hour: float = 0.0
    slow_share: float = 0.0
    slow_by: float = 3.0
    notice: float = 30.0
    """Seconds until a lost worker is replaced."""


def shard_seconds(shards: int, mean: float, *, skew: float = 0.0, seed: int = 1) -> list[float]:
    """Seconds of each shard: all alike without skew, else log-normal with that spread."""
    random = Random(seed)
    drawn = [random.lognormvariate(0.0, skew) for _ in range(shards)]
    scale = mean * shards / sum(drawn)
    return [one * scale for one in drawn]


def makespan(seconds: list[float], cluster: Cluster, *, largest_first: bool = True) -> float:
    """Seconds until every shard is done."""
    random = Random(2)
    waiting = sorted(seconds) if largest_first else list(seconds)
    slow = {n for n in range(cluster.workers) if random.random() < cluster.slow_share}
    free = [(0.0, n) for n in range(cluster.workers)]
    end = 0.0
    again: list[tuple[float, float]] = []
    while waiting or again:
        now, worker = heapq.heappop(free)
        if not waiting:
            ready, shard = heapq.heappop(again)
            now = max(now, ready)
        else:
            shard = waiting.pop()
        takes = shard * (cluster.slow_by if worker in slow else 1.0)
        lost_after = random.expovariate(cluster.lost_an_hour / 3600) if cluster.lost_an_hour else 0
        if cluster.lost_an_hour and lost_after < takes:
            back = now + lost_after + cluster.notice
            heapq.heappush(again, (back, shard))
            heapq.heappush(free, (back, worker))
        else:
            end = max(end, now + takes)
            heapq.heappush(free, (now + takes, worker))
    return end


def efficiency(seconds: list[float], cluster: Cluster, *, largest_first: bool = True) -> float:
    """The share of the workers' time that goes into the work itself."""
    return sum(seconds) / (
        cluster.workers * makespan(seconds, cluster, largest_first=largest_first)
    )


def main() -> None:
    """Print the efficiency of a month's crawl on clusters of several sizes and troubles."""
    shards, mean = 1_000, 30.0
    cases = (
        ("shards alike", 0.0, 0.0, 0.0, True),
        ("skewed shards, in the order given", 0.5, 0.0, 0.0, False),
        ("skewed shards, largest first", 0.5, 0.0, 0.0, True),
        ("and every worker lost once an hour", 0.5, 1.0, 0.0, True),
        ("and one in twenty three times as slow", 0.5, 1.0, 0.05, True),
    )
    sizes = (2, 16, 64, 256, 1_000)
    print("efficiency with workers".ljust(42), *(f"{n:>6}" for n in sizes))
    for words, skew, lost, slow, largest in cases:
        seconds = shard_seconds(shards, mean, skew=skew)
        row = [efficiency(seconds, Cluster(n, lost, slow), largest_first=largest) for n in sizes]
        print(words.ljust(42), *(f"{one:6.2f}" for one in row))


if __name__ == "__main__":
    main()
