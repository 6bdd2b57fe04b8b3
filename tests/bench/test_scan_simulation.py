"""The simulation of a scan on many workers, held to what can be worked out by hand."""

from __future__ import annotations

import pytest

from bench.scan_simulation import Cluster, efficiency, makespan, shard_seconds


def test_shards_alike_on_as_many_workers_take_the_time_of_one() -> None:
    assert makespan([10.0] * 4, Cluster(4)) == 10.0
    assert makespan([10.0] * 4, Cluster(2)) == 20.0
    assert efficiency([10.0] * 4, Cluster(2)) == 1.0


def test_the_largest_shard_bounds_the_whole() -> None:
    assert makespan([1.0, 1.0, 8.0], Cluster(3)) == 8.0


def test_the_largest_first_is_never_left_for_the_end() -> None:
    # Graham's list scheduling: 2, 2, 4 on two workers take 4 with the longest first, 6 otherwise.
    assert makespan([2.0, 2.0, 4.0], Cluster(2)) == 4.0
    assert makespan([4.0, 2.0, 2.0], Cluster(2), largest_first=False) == 6.0


def test_a_slow_worker_takes_its_factor() -> None:
    assert makespan([5.0], Cluster(1, slow_share=1.0, slow_by=3.0)) == 15.0


def test_lost_workers_cost_time_and_no_shard() -> None:
    seconds = shard_seconds(200, 30.0, skew=0.5)
    assert sum(seconds) == pytest.approx(6_000.0)
    assert makespan(seconds, Cluster(8, lost_an_hour=5.0)) > makespan(seconds, Cluster(8))
