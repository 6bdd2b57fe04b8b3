"""The library's questions about all days at once: histories, effects, when all of a group were."""

from __future__ import annotations

from inforce import api
from inforce.dates import DaySet
from inforce.law import Effect, History, quantifier_days
from inforce.law import effects as law_effects


def history(treaty: str, *, view: api.View | None = None) -> History:
    """Every timeline of a treaty, and both counts over all days. Raises UnknownTreaty."""
    view = view or api.View.open()
    return view.history(view.catalogue.treaty(treaty).id)


def effects(
    *,
    treaty: str | None = None,
    participant: str | None = None,
    group: str | None = None,
    first: api.Day | None = None,
    last: api.Day | None = None,
    view: api.View | None = None,
) -> tuple[Effect, ...]:
    """What takes effect from ``first`` to ``last``: entries into force and exits, in order.

    Without a treaty those of all that have rules; ``group`` keeps to its members of the first
    day (today when left out). Raises UnknownTreaty, UnknownParticipant and UnknownGroup.
    """
    view = view or api.View.open()
    known = view.catalogue
    start, end = api.as_day(first), api.as_day(last)
    who = {known.participant(participant).id} if participant else None
    if group:
        among = api.members(known, group, on=start or api.today())
        who = set(among) if who is None else who & among
    asked = [known.treaty(treaty)] if treaty else [one for one in known.treaties() if one.rules]
    lines = (
        line
        for one in asked
        for line in view.history(one.id).lines.values()
        if who is None or line.participant in who
    )
    return law_effects(
        lines, first=start.earliest if start else None, last=end.latest if end else None
    )


def days_of_all(
    group: str, treaty: str, *, word: str | int = "all", view: api.View | None = None
) -> DaySet:
    """The days on which all (most, none, a number) of a group's members of that day are parties.

    Raises UnknownGroup, UnknownTreaty, and LawError for another word.
    """
    view = view or api.View.open()
    what = view.catalogue.treaty(treaty)
    return quantifier_days(what, view.record(what.id), view.catalogue.group(group), word)
