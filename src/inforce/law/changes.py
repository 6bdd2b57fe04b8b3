"""From changes of status, each known within bounds, to spans that cover all days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from inforce.dates import DayInterval
from inforce.law.model import ConditionState, Span, Trace
from inforce.law.when import ALWAYS, NEVER, When
from inforce.record.view import AdjudicatedAct
from inforce.terms import StatusKind, UnknownBecause


@dataclass(frozen=True, slots=True)
class Change:
    """A status that begins on a day within ``when``; ``expected`` hangs on a condition."""

    when: When
    to: StatusKind
    since: AdjudicatedAct | None
    trace: Trace = ()
    open_condition: ConditionState | None = None
    expected: bool = False
    contested: bool = False
    because: UnknownBecause | None = None


_NOTHING = Change(When(ALWAYS, ALWAYS), StatusKind.NONE, None)


def spans_of(changes: Sequence[Change]) -> tuple[Span, ...]:
    """The spans of a sequence of changes, given in order of what happened.

    A change comes no earlier than the one before it. Between the first and the last day on
    which a change may come, every status that may then hold is possible.
    """
    ordered = _in_order(changes)
    bounds = {c.when.lo for c in ordered} | {c.when.hi for c in ordered}
    cuts = [ALWAYS, *sorted(bounds - {ALWAYS, NEVER}), NEVER]
    spans: list[Span] = []
    for start, end in pairwise(cuts):
        sure = sum(c.when.hi <= start for c in ordered)
        most = sum(c.when.lo <= start for c in ordered)
        begun = ordered[sure - 1] if sure else _NOTHING
        days = DayInterval(
            None if start == ALWAYS else start,
            None if end == NEVER else end,
        )
        span = _span(begun, ordered[sure:most], days)
        if spans and _same(spans[-1], span):
            span = replace(span, days=DayInterval(spans.pop().days.start, days.end))
        spans.append(span)
    return tuple(spans)


def _in_order(changes: Sequence[Change]) -> list[Change]:
    ordered: list[Change] = []
    floor = When(ALWAYS, ALWAYS)
    for change in changes:
        floor = change.when.not_before(floor)
        ordered.append(replace(change, when=floor) if floor != change.when else change)
    return ordered


def _span(begun: Change, open_ones: Sequence[Change], days: DayInterval) -> Span:
    """One span: the status begun, unless changes that may have come leave it open."""
    possible = tuple(dict.fromkeys([begun.to, *(c.to for c in open_ones)]))
    if len(possible) == 1:
        return Span(begun.to, days, begun.since, begun.trace, possible=possible)
    trace = tuple(step for c in open_ones for step in c.trace)
    because = next((c.because for c in open_ones if c.because), UnknownBecause.OPEN_FACT)
    contested = any(c.contested for c in open_ones)
    only = open_ones[0] if len(open_ones) == 1 else None
    if only is not None and only.expected:
        return Span(
            only.to,
            days,
            only.since,
            only.trace,
            open_condition=only.open_condition,
            expected=True,
            possible=possible,
            because=because,
        )
    return Span(
        None,
        days,
        begun.since,
        trace,
        possible=possible,
        because=because,
        contested=contested,
    )


def _same(a: Span, b: Span) -> bool:
    """Whether two neighbouring spans say the same."""
    return (
        a.status is b.status
        and a.since is b.since
        and a.expected is b.expected
        and a.possible == b.possible
        and a.because is b.because
        and a.contested is b.contested
    )
