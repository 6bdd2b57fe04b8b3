"""Pictures as numbers: a step chart of counts, and bars over time, on a page of fixed size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inforce.law.histories import Counted
from inforce.law.model import Span
from inforce.publishing.axis import Axis

WIDTH, HEIGHT = 760, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 12, 12, 26
_TICKS = 8


@dataclass(frozen=True, slots=True)
class Count:
    """A count from a day on; ``low`` and ``high`` differ while something is open."""

    day: date
    low: int
    high: int


def axis_of(first: date, last: date) -> Axis:
    """The axis of a picture of the usual size."""
    return Axis(first, last, LEFT, WIDTH - RIGHT)


def ticks_of(axis: Axis) -> tuple[tuple[float, str], ...]:
    """(place, words) of the axis's ticks."""
    return tuple((axis.x(day), words) for day, words in axis.ticks(_TICKS))


@dataclass(frozen=True, slots=True)
class StepChart:
    """Both counts as paths; ``band`` is the area between low and high where they differ."""

    ticks: tuple[tuple[float, str], ...]
    """(place, words)."""
    in_force: str
    deposited: str
    band: str
    levels: tuple[tuple[float, int], ...]
    top: int
    width: int = WIDTH
    height: int = HEIGHT


def counts_of(counted: Counted, *, first: date, last: date) -> tuple[Count, ...]:
    """The steps of a count within two days; the first is the count on the first day."""
    found = [
        Count(max(days.start or first, first), n.low, n.high)
        for days, n in counted
        if (days.start is None or days.start <= last) and (days.end is None or days.end > first)
    ]
    return tuple(found)


def step_chart(
    in_force: Sequence[Count], deposited: Sequence[Count], *, first: date, last: date
) -> StepChart:
    """The chart of both counts from the first day to the last."""
    axis = axis_of(first, last)
    most = max((one.high for one in (*in_force, *deposited)), default=1) or 1
    step = next(n for n in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000) if most <= n * 5)
    top = -(-most // step) * step

    def y(n: int) -> float:
        return round(HEIGHT - BOTTOM - n / top * (HEIGHT - TOP - BOTTOM), 1)

    levels = tuple((y(n), n) for n in range(0, top + 1, step))
    band = "".join(
        f"M{axis.x(one.day)} {y(one.low)}H{end}V{y(one.high)}H{axis.x(one.day)}Z"
        for one, end in zip(in_force, _ends(in_force, axis), strict=True)
        if one.low != one.high
    )
    lines = [
        "".join(
            f"{'M' if n == 0 else 'V'}{f'{axis.x(one.day)} ' if n == 0 else ''}{y(one.low)}H{end}"
            for n, (one, end) in enumerate(zip(counts, _ends(counts, axis), strict=True))
        )
        for counts in (in_force, deposited)
    ]
    return StepChart(ticks_of(axis), lines[0], lines[1], band, levels, top)


def _ends(counts: Sequence[Count], axis: Axis) -> list[float]:
    return [*(axis.x(one.day) for one in counts[1:]), axis.right]


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a status; ``kind`` is its value, or ``open``."""

    x: float
    width: float
    kind: str
    words: str


def bars(spans: Sequence[Span], axis: Axis, words: Sequence[str]) -> tuple[Bar, ...]:
    """The bars of a timeline's spans, ``words`` one for each; nothing for no relation at all."""
    found = []
    for span, told in zip(spans, words, strict=True):
        kind = span.status.value if span.status and not span.expected else "open"
        end = span.days.end
        outside = (end is not None and end <= axis.first) or (
            span.days.start is not None and span.days.start > axis.last
        )
        if kind == "none" or outside:
            continue
        left = axis.x(span.days.start or axis.first)
        right = axis.right if end is None else axis.x(end)
        found.append(Bar(left, round(max(right - left, 1.5), 1), kind, told))
    return tuple(found)
