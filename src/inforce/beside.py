"""The library's questions on territories, and on what was said beside a treaty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inforce.api import Day, View, as_day, today
from inforce.catalogue import UnknownParticipant, UnknownTerritory

if TYPE_CHECKING:
    from inforce.catalogue.territories import Territory
    from inforce.law.extent import ExtentAnswer
    from inforce.law.unilateral import SaidAnswer


def territory(name: str, treaty: str, *, view: View | None = None) -> Territory | None:
    """The territory that a name means in a question on a treaty; None where it means a participant.

    A territory that takes part in some treaties of its own is a participant of those. Raises
    UnknownParticipant where the name means neither.
    """
    view = view or View.open()
    try:
        known = view.catalogue.participant(name)
    except UnknownParticipant as error:
        try:
            return view.catalogue.territory(name)
        except UnknownTerritory:
            raise error from None
    if known.kind != "other" or view.record(view.catalogue.treaty(treaty).id).of(known.id):
        return None
    found = (place for place in view.catalogue.territories() if place.id == known.id)
    return next(found, None)


def extent(
    territory: str, treaty: str, *, on: Day | None = None, view: View | None = None
) -> ExtentAnswer:
    """Whether a treaty extends to a territory on a day, through which state and since when.

    Raises UnknownTerritory and UnknownTreaty, which name the nearest names.
    """
    from inforce.law.extent import extent as law_extent

    view = view or View.open()
    place, what = view.catalogue.territory(territory), view.catalogue.treaty(treaty)
    return law_extent(what, place, as_day(on) or today(), view.record(what.id))


def parts(
    participant: str, treaty: str, *, on: Day | None = None, view: View | None = None
) -> tuple[ExtentAnswer, ...]:
    """The same for each part of a participant; none for one of which no part is known."""
    view = view or View.open()
    who, what = view.catalogue.participant(participant), view.catalogue.treaty(treaty)
    places = view.catalogue.territories(who.id)
    if not places:
        return ()
    from inforce.law.extent import parts as law_parts

    day = as_day(on) or today()
    return law_parts(what, who.id, day, view.record(what.id), territories=places)


def reservations(
    treaty: str,
    *,
    participant: str | None = None,
    on: Day | None = None,
    view: View | None = None,
) -> SaidAnswer:
    """The reservations and declarations made by a day, with objections and withdrawals."""
    from inforce.law.unilateral import said_on

    view = view or View.open()
    what = view.catalogue.treaty(treaty)
    who = view.catalogue.participant(participant).id if participant else None
    return said_on(what, view.record(what.id), as_day(on) or today(), participant=who)
