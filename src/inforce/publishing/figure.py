"""The timeline of a treaty's events as a picture: lanes of acts, and the claims against them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inforce.law.model import Timeline
from inforce.publishing.axis import Axis, axis_for
from inforce.publishing.labels import ROW, Box, Slot, rows_of, slots, text_width
from inforce.publishing.lane import Claimed, Point, Stretch, note, points, stretches

WIDTH = 1080.0
_EDGE = 10.0
_NAME = 26.0
_BAR = 20.0
_AIR = 9.0
_BELOW = 24.0
_TOP = 34.0
_INSET = 12.0
_POINT = 7.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of one status; ``text`` is empty where there is no room for it."""

    x: float
    width: float
    kind: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """A label, the line to its point, and the places on the page that it links to.

    ``kind`` is ``record``, or the verdict's value. The line runs from ``line_y`` at the label to
    ``point_y``; ``span`` is the stretch of days that a vague date leaves open.
    """

    box: Box
    anchor: float
    line_y: float
    point_y: float
    kind: str
    parts: tuple[tuple[str, str], ...]
    """(text, anchor on the page or "")."""
    shape: str = ""
    span: tuple[float, float] | None = None
    at_end: bool = False
    """Whether the text ends at its box's right edge, where its line is."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One participant: its name, the bar of its statuses, the record above, claims below."""

    name: str
    note: str
    y: float
    bar_y: float
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture for one treaty; ``rows`` tell the same as a table, in order of date."""

    treaty: str
    title: str
    width: float
    height: float
    bar_height: float
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[Lane, ...]
    rows: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...]
    """(day, participant, what the record has, parts of what a sentence says)."""

    @property
    def boxes(self) -> list[Box]:
        """The boxes of all labels."""
        return [label.box for lane in self.lanes for label in lane.labels]


def figure(
    treaty: str,
    timelines: Sequence[tuple[str, Timeline]],
    claims: Sequence[Claimed],
    *,
    title: str = "",
) -> Figure | None:
    """The picture of one treaty, or None where no claim and no step of an exit has a day.

    ``timelines`` are (participant's name, timeline) pairs; a lane is drawn for those that a
    dated claim speaks of.
    """
    spoken = {claim.participant for claim in claims}
    shown = [(name, line) for name, line in timelines if line.participant in spoken]
    drawn = {line.participant for _, line in shown}
    claims = [claim for claim in claims if claim.participant in drawn]
    axis = axis_for(_days(shown, claims), _EDGE, WIDTH - _EDGE)
    if axis is None or not shown:
        return None
    lanes: list[Lane] = []
    y = _TOP
    rows: list[tuple[date, str, str, str, tuple[tuple[str, str], ...]]] = []
    for name, line in sorted(shown, key=lambda pair: _first(pair[1], claims, axis)):
        told = [claim for claim in claims if claim.participant == line.participant]
        told = [_pointed(claim, axis) for claim in told]
        lane, y = _lane(name, line, told, axis=axis, y=y)
        lanes.append(lane)
        rows += [(p.day, p.day_words, name, p.words, ()) for p in points(line) if axis.shows(p.day)]
        rows += [(c.first, c.day_words, name, "", c.parts) for c in told]
    ticks = tuple(
        (axis.x(day), words)
        for day, words in axis.ticks(11)
        if axis.shows(day) and axis.x(day) + text_width(words) + 4 <= WIDTH
    )
    table = tuple(row[1:] for row in sorted(rows, key=lambda row: row[0]))
    return Figure(treaty, title, WIDTH, y, _BAR, ticks, tuple(lanes), table)


def _days(shown: Iterable[tuple[str, Timeline]], claims: Iterable[Claimed]) -> list[date]:
    days = [point.day for _, line in shown for point in points(line) if point.of_exit]
    return days + [day for claim in claims for day in (claim.first, claim.last)]


def _first(line: Timeline, claims: Iterable[Claimed], axis: Axis) -> tuple[date, str]:
    """The first day on the axis that a claim speaks of, for the order of the lanes."""
    days = [c.first for c in claims if c.participant == line.participant and axis.shows(c.first)]
    return min(days, default=axis.last), line.participant


def _lane(
    name: str, line: Timeline, told: Sequence[Claimed], *, axis: Axis, y: float
) -> tuple[Lane, float]:
    """A lane whose upper edge is ``y``, and the lower edge."""
    acts = [point for point in points(line) if axis.shows(point.day)]
    texts = [f"{point.day_words}  {point.words}" for point in acts]
    above = _slots([(axis.x(p.day), t) for p, t in zip(acts, texts, strict=True)], axis)
    below = _slots([(axis.x(claim.first), claim.text) for claim in told], axis)
    bar_y = y + _NAME + rows_of(above) * ROW + _AIR
    labels = [
        _above(point, text, slot, axis=axis, bar_y=bar_y)
        for point, text, slot in zip(acts, texts, above, strict=True)
    ]
    labels += [
        _claim_label(claim, slot, axis=axis, bar_y=bar_y)
        for claim, slot in zip(told, below, strict=True)
    ]
    at = [axis.x(point.day) for point in acts]
    bars = tuple(_bar(one, axis, at) for one in stretches(line, axis.first, axis.last))
    bottom = bar_y + _BAR + _AIR + rows_of(below) * ROW + _BELOW
    return Lane(name, note(line, axis.first), y, bar_y, bars, tuple(labels)), bottom


def _slots(wanted: Sequence[tuple[float, str]], axis: Axis) -> list[Slot]:
    sizes = [(x, text_width(text)) for x, text in wanted]
    return slots(sizes, left=axis.left, right=axis.right)


def _above(point: Point, text: str, slot: Slot, *, axis: Axis, bar_y: float) -> Label:
    top = bar_y - _AIR - (slot.row + 1) * ROW
    box = Box(slot.x, top, slot.width, ROW)
    x, middle = axis.x(point.day), bar_y + _BAR / 2
    span = (axis.x(point.span[0]), axis.x(point.span[1])) if point.span else None
    parts = ((text, ""),)
    return Label(box, x, top + ROW, middle, "record", parts, point.shape, span, _at_end(slot, x))


def _claim_label(claim: Claimed, slot: Slot, *, axis: Axis, bar_y: float) -> Label:
    top = bar_y + _BAR + _AIR + slot.row * ROW
    box = Box(slot.x, top, slot.width, ROW)
    x, end = axis.x(claim.first), axis.x(claim.last)
    span = (x, end) if end - x > 3 else None
    under = bar_y + _BAR
    return Label(box, x, top, under, claim.kind, claim.parts, "claim", span, _at_end(slot, x))


def _at_end(slot: Slot, anchor: float) -> bool:
    return abs(slot.x + slot.width - anchor) < 1 < anchor - slot.x


def _pointed(claim: Claimed, axis: Axis) -> Claimed:
    """The claim with an arrow before it if its day lies beyond an end of the axis."""
    if axis.shows(claim.first):
        return claim
    arrow = "◂ " if claim.first < axis.first else "▸ "
    return replace(claim, parts=((arrow, ""), *claim.parts))


def _bar(one: Stretch, axis: Axis, points_at: Sequence[float]) -> Bar:
    """A stretch of the bar; its words are written on it where no point is in their way."""
    x = axis.x(one.first) if one.first else axis.left
    width = round((axis.x(one.last) if one.last else axis.right) - x, 1)
    first, last = x + _INSET, x + _INSET + text_width(one.words)
    fits = last + _INSET <= x + width
    free = not any(first - _POINT < point < last + _POINT for point in points_at)
    return Bar(x, width, one.kind, one.words, one.words if fits and free else "")
