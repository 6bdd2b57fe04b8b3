"""Timing by the best of several runs, taken in turn, and a table of ratios."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """One claim: ``ours`` and ``baseline`` in seconds for the same work; ``aim`` in words."""

    claim: str
    ours: float
    baseline: float
    value: float
    aim: str
    met: bool
    words: str


def best(first: Callable[[], object], second: Callable[[], object], *, rounds: int) -> list[float]:
    """The best time in seconds of each, run in turn so that noise falls on both."""
    times = [float("inf"), float("inf")]
    for _ in range(rounds):
        for place, run in enumerate((first, second)):
            gc.collect()
            start = time.perf_counter()
            run()
            times[place] = min(times[place], time.perf_counter() - start)
    return times


def table(ratios: list[Ratio]) -> str:
    """The ratios as text, one claim a row."""
    rows = [("claim", "ours", "baseline", "ratio", "aim", "")]
    rows += [
        (r.claim, f"{r.ours:.4f} s", f"{r.baseline:.4f} s", f"{r.value:.2f}", r.aim, r.words)
        for r in ratios
    ]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    lines = [
        "  ".join(part.ljust(width) for part, width in zip(row, widths, strict=False))
        for row in rows
    ]
    notes = [f"  {'met' if r.met else 'NOT MET'}: {r.claim}: {r.words}" for r in ratios]
    return "\n".join([*lines, "", *notes])
