"""Deadlines of many participants under many treaties, in the order in which they fall."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from inforce.catalogue.model import Treaty
from inforce.dates import PartialDate, Period
from inforce.law.answers import Deadline
from inforce.law.joining import setting
from inforce.law.obligations import deadlines_in
from inforce.law.when import When
from inforce.record.view import TreatyRecord


def agenda(
    asked: Iterable[tuple[Treaty, TreatyRecord]],
    *,
    on: PartialDate,
    among: Collection[str] | None = None,
    within: Period | None = None,
    past: bool = False,
) -> tuple[Deadline, ...]:
    """The deadlines on ``on``, by day, treaty and participant; ``among`` keeps to these ids.

    With ``within`` only those that may fall between that day and the period's end. ``past`` adds
    those that have passed. Raises RuleNotReadError for a treaty without rules.
    """
    limit = within.end_after(When.of(on).hi).day if within is not None else None
    found = []
    for treaty, record in asked:
        place = setting(treaty, record)
        wanted = record.participants if among is None else sorted(among)
        for participant in wanted:
            for one in deadlines_in(place, participant, on=on, past=past):
                if limit is None or (one.due is not None and When.of(one.due).lo <= limit):
                    found.append(one)
    return tuple(sorted(found, key=_order))


def _order(found: Deadline) -> tuple[When, str, str, str]:
    return When.of(found.due), found.treaty, found.participant, found.obligation.name
