"""When something is expected: a date in the clause, or the horizon that a heading set."""

from __future__ import annotations

from datetime import date

from inforce.dates import PartialDate, Period
from inforce.reading.clause import Clause
from inforce.reading.context import Context
from inforce.reading.items import Item


def horizon_of(heading: list[Item]) -> tuple[str, Period | None, Period | None] | None:
    """What a heading such as "Medium-term (3-12 months)" sets for what stands under it.

    The heading's words, and from and until how long after publication; None: no bound.
    """
    if not any(i.kind == "w" and i.has("horizon") for i in heading):
        return None
    periods = [i for i in heading if i.kind == "P"]
    if not periods:
        return " ".join(i.low for i in heading), None, None
    last: Period = periods[-1].value
    at = heading.index(periods[-1])
    before = [i for i in heading[:at] if i.kind == "N"]
    beyond = any(i.low in (">", "+") for i in heading)
    if beyond:
        return f">{last.n} {last.unit}", last, None
    first = int(before[-1].value.n) if before else 0
    return f"{first}-{last.n} {last.unit}", Period(first, last.unit), last


def window_of(clause: Clause, context: Context, text: str) -> tuple[PartialDate | None, str | None]:
    """The days in which a clause's event is expected, and the words that say so."""
    dated = next((i for i in clause.items if i.kind == "D" and not i.value.adjective), None)
    if dated is not None:
        words = " ".join(text[dated.start : dated.end].split())
        return context.resolve(dated.value, dated.start, future=True), words
    if context.horizon is None:
        return None, None
    words, first, last = context.horizon
    day = context.day
    if day is None or (first is None and last is None):
        return None, words
    return PartialDate.between(_shifted(day, first), _shifted(day, last)), words


def _shifted(day: date, period: Period | None) -> date | None:
    if period is None:
        return None
    return period.end_after(day).day
