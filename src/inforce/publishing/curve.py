"""A treaty's parties over time as a small picture: one SVG, for a page or to stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from inforce.publishing.axis import Axis
from inforce.publishing.course import Change, Course
from inforce.publishing.labels import text_width
from inforce.publishing.rendered import drawn

_WIDTH, _HEIGHT = 760.0, 320.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 600.0, 40.0, 285.0
_LINE = 17.0
_NUMBERS = 5
_YEARS = 9


@dataclass(frozen=True, slots=True)
class _Ground:
    """The axes of one picture: days along, numbers from nought to ``top`` upwards."""

    axis: Axis
    top: int
    step: int
    until: date

    def y(self, number: int) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * number / self.top, 1)


def curve(course: Course, *, name: str, in_force: date | None = None) -> str:
    """The picture as SVG text: a full line for those bound, a dashed one for those that consented.

    Where the record leaves a number open, the ground between the least and the most is shaded.
    ``in_force`` is the treaty's own day, marked where it falls within the course. Title and
    description say the same in words.
    """
    ground = _ground(course)
    bound, given = course.on(course.until)
    force_y, given_y = _apart(ground.y(bound.low), ground.y(given.low))
    ends = (
        (force_y, f"{_count(bound.low, bound.high)} in force", "bound"),
        (given_y, f"{_count(given.low, given.high)} consented", "given"),
    )
    both = (course.in_force, course.deposited)
    bands = [_band(one, ground) for one in both if any(n.low < n.high for n in one)]
    return drawn(
        "curve.svg",
        id=course.treaty,
        title=f"{name}: parties over time",
        words=_words(course, in_force),
        size=(_WIDTH, _HEIGHT),
        box=(_LEFT, _TOP, _RIGHT, _BOTTOM),
        years=[(ground.axis.x(day), words) for day, words in ground.axis.ticks(_YEARS)],
        numbers=[(ground.y(n), n) for n in range(0, ground.top + 1, ground.step)],
        bands=bands,
        lines=(
            ("given", _steps(course.deposited, ground)),
            ("bound", _steps(course.in_force, ground)),
        ),
        ends=ends,
        mark=_mark(ground.axis, in_force),
        note="" if course.complete else "incomplete: only those that the record names",
    )


def _ground(course: Course) -> _Ground:
    last = max(course.until, date(course.first.year + 2, 1, 1))
    axis = Axis(date(course.first.year, 1, 1), last, _LEFT, _RIGHT)
    step = next(n for n in _round_numbers() if course.most <= n * _NUMBERS)
    return _Ground(axis, step * max(1, -(-course.most // step)), step, course.until)


def _round_numbers() -> Sequence[int]:
    return [n * ten for ten in (1, 10, 100, 1000) for n in (1, 2, 5)]


def _apart(first: float, second: float) -> tuple[float, float]:
    """Two heights moved apart so that their labels do not touch; the second goes above."""
    if abs(first - second) >= _LINE:
        return first, second
    middle = (first + second) / 2
    above, below = middle - _LINE / 2, middle + _LINE / 2
    return (below, above) if second <= first else (above, below)


def _points(changes: Sequence[Change], until: date) -> list[tuple[date, Change]]:
    return [*((one.day, one) for one in changes), (until, changes[-1])]


def _steps(changes: Sequence[Change], ground: _Ground) -> str:
    """A step line over the least numbers."""
    start = changes[0]
    parts = [f"M{ground.axis.x(start.day):g} {ground.y(start.low):g}"]
    for (_, before), (day, now) in pairwise(_points(changes, ground.until)):
        parts.append(f"H{ground.axis.x(day):g}")
        if now.low != before.low:
            parts.append(f"V{ground.y(now.low):g}")
    return "".join(parts)


def _band(changes: Sequence[Change], ground: _Ground) -> str:
    """The ground between the least and the most, as one closed path for each open stretch."""
    parts = []
    for (day, one), (end, _) in pairwise(_points(changes, ground.until)):
        if one.low < one.high:
            left, right = ground.axis.x(day), ground.axis.x(end)
            low, high = ground.y(one.low), ground.y(one.high)
            parts.append(f"M{left:g} {low:g}H{right:g}V{high:g}H{left:g}Z")
    return "".join(parts)


def _mark(axis: Axis, day: date | None) -> tuple[float, float, str] | None:
    """Where the treaty's own day stands, where its label begins, and the label."""
    if day is None or not axis.shows(day):
        return None
    words, x = f"in force {day}", axis.x(day)
    room = text_width(words) + 6
    return x, round(x + 4 if x + room < _RIGHT else x - room, 1), words


def _count(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low} to {high}"


def _words(course: Course, in_force: date | None) -> str:
    bound, given = course.on(course.until)
    own = f"The treaty itself entered into force on {in_force}. " if in_force else ""
    part = "" if course.complete else " Only those that the record names are counted."
    return (
        f"{own}From {course.first} to {course.until} the number of those for which it was in force "
        f"went to {_count(bound.low, bound.high)}, and of those that had consented to "
        f"{_count(given.low, given.high)}; at the most there were {course.most}.{part}"
    )
