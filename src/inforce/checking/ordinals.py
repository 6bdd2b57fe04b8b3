"""A place in the row of participants: "the 165th state to join"."""

from __future__ import annotations

from inforce.catalogue.model import Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.counting import Series, deposited, in_force
from inforce.checking.dated import Fit, fit
from inforce.checking.findings import unverifiable
from inforce.checking.milestones import Milestone
from inforce.checking.model import Finding
from inforce.checking.supports import list_support
from inforce.dates import DayInterval, PartialDate
from inforce.dates.civil import ONE_DAY, day_after
from inforce.record.model import Statement
from inforce.record.values import Count
from inforce.terms import CONSENTS, Act, Facet, VerdictKind


def check_place(statement: Statement, treaty: Treaty, told: Count, *, context: Context) -> Finding:
    """Whether a participant made the number told, by its deposit or when it was bound.

    Those that join on one day share its places. Counts leave out who has left, and some count
    states alone, so a place that fits neither way is not therefore wrong.
    """
    knowledge = context.knowledge
    who = statement.claim.participant or ""
    history = context.history(treaty, who)
    ways = (
        (history.of(CONSENTS), deposited(knowledge, treaty)),
        (history.of((Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,)), in_force(knowledge, treaty)),
    )
    shown, fits = [], []
    for milestones, series in ways:
        for meant in milestones:
            places = _places(meant, series)
            if places is None:
                continue
            day = statement.claim.date
            shown.append(f"{words.noun(meant.act)} {words.on(meant.date)} made it {places[1]}")
            told_of = day is None or fit(day, meant.date) is Fit.AGREES
            if told_of and told.n is not None and places[0] < told.n <= places[1]:
                fits.append(meant)
    right = "; ".join(shown)
    evidence = (
        *(s for m in (fits or history.of(CONSENTS)) for s in m.evidence),
        list_support(knowledge, treaty),
    )
    most = _most(treaty, history.of(CONSENTS), context=context)
    if not fits and most is not None and told.n is not None and told.n > most:
        return Finding(
            Facet.COUNT,
            VerdictKind.CONTRADICTED,
            f"{knowledge.name(who)} did not make the number {told.n}: no more than {most} had "
            f"consented by then, however they are counted; {right}.",
            right_value=right,
            evidence=evidence,
        )
    if not fits:
        known = f" by the record: {right}" if right else ": the record does not tell"
        reason = f"A place in the row can be counted in several ways{known}."
        return unverifiable(Facet.COUNT, reason, right=right or None, evidence=evidence)
    return Finding(
        Facet.COUNT,
        VerdictKind.SUPPORTED,
        f"{knowledge.name(who)} made the number {told.n}: {right}.",
        right_value=right,
        articles=fits[0].articles,
        evidence=evidence,
        trace=fits[0].trace,
    )


def _most(treaty: Treaty, joined: tuple[Milestone, ...], *, context: Context) -> int | None:
    """How many had ever consented by the last consent of a participant; None: not settled."""
    days = [m.date for m in joined if m.date is not None]
    last = days[-1].latest if days else None
    record = context.knowledge.record(treaty.id)
    if last is None or record is None or len(days) < len(joined):
        return None
    if not context.knowledge.covered(treaty, PartialDate.from_day(last)):
        return None
    return len(
        {
            act.participant
            for act in record.acts
            if act.act in CONSENTS
            and (act.date is None or act.date.earliest is None or act.date.earliest <= last)
        }
    )


def _places(meant: Milestone, series: Series) -> tuple[int, int] | None:
    """The count before the day and on it; None unless both are settled."""
    date = meant.date
    if date is None or not date.is_day:
        return None
    day = PartialDate.the_day(date)
    before = series.on(DayInterval(day - ONE_DAY, day))
    then = series.on(DayInterval(day, day_after(day)))
    if not before or not then or not (before[0][1].is_settled and then[0][1].is_settled):
        return None
    return before[0][1].low, then[0][1].low
