"""A told date against a known one, in three values, with words for the difference."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from inforce.checking import words
from inforce.checking.milestones import Milestone
from inforce.checking.model import Finding, Support
from inforce.dates import PartialDate, Precision, Truth
from inforce.terms import Facet, VerdictKind

NEAR = 31
"""Within how many days a day that is not verified, or disputed, does not contradict another."""


class Fit(StrEnum):
    """How a told date stands to a known one."""

    AGREES = "agrees"
    POSSIBLE = "possible"
    """The known date is vaguer than the told one, and allows it."""
    CONTRADICTS = "contradicts"


def fit(told: PartialDate, known: PartialDate | None) -> Fit:
    """Whether the told date says what is known, no more vaguely than it was told."""
    if known is None:
        return Fit.POSSIBLE
    match told.agrees_with(known):
        case Truth.YES:
            return Fit.AGREES
        case Truth.NO:
            return Fit.CONTRADICTS
        case _:
            return Fit.POSSIBLE


def best(told: PartialDate, candidates: Sequence[Milestone]) -> Milestone:
    """The candidate that the told date fits best; the nearest where none fits."""
    order = {Fit.AGREES: 0, Fit.POSSIBLE: 1, Fit.CONTRADICTS: 2}
    return min(candidates, key=lambda m: (order[fit(told, m.date)], gap(told, m.date)))


def gap(told: PartialDate, known: PartialDate | None) -> int:
    """The days between two dates that cannot be the same; 0 where they can."""
    if known is None or told.could_agree(known):
        return 0
    ends = ((told.latest, known.earliest), (known.latest, told.earliest))
    return max([1, *((b - a).days for a, b in ends if a and b and a < b)])


def only_year_differs(told: PartialDate, known: PartialDate | None) -> bool:
    """Whether the two share month (and day, where both have one) but not the year."""
    if known is None or told.year is None or known.year is None or told.year == known.year:
        return False
    if told.month is None or told.month != known.month:
        return False
    return told.day is None or known.day is None or told.day == known.day


def date_finding(
    told: PartialDate, known: Milestone, *, who: str, others: Sequence[Milestone] = ()
) -> Finding:
    """Whether a told date of an act is the known one, or one that other sources give.

    ``others`` are the participant's other milestones: one whose day was told is named.
    """
    clause = words.upper_first(known.clause(who))
    right = words.when(known.date)
    result = fit(told, known.date)
    rival = next((s for other, s in known.rivals if fit(told, other) is Fit.AGREES), None)
    if result is Fit.AGREES and known.contested:
        rest = words.listed(sorted({words.when(other) for other, _ in known.rivals}))
        reason = f"{clause} or on another day: sources of equal weight give {right} and {rest}."
        return _found(known, VerdictKind.DISPUTED, reason, beside=tuple(s for _, s in known.rivals))
    if result is Fit.AGREES:
        reason = f"{clause}{_vagueness(told, known.date)}."
        return _found(known, VerdictKind.SUPPORTED, reason)
    if rival is not None:
        reason = f"{clause} as the record has it, and another source gives "
        reason += f"{words.when(told)} as the text does."
        return _found(known, VerdictKind.DISPUTED, reason, beside=(rival,))
    if result is Fit.POSSIBLE:
        reason = f"{clause}: the record has no more exact date, and this one allows "
        return _found(known, VerdictKind.UNVERIFIABLE, f"{reason}{words.when(told)}.")
    early = known.date is not None and told.before(known.date) is Truth.YES
    if known.day_before and early and gap(told, known.date) == 1:
        reason = f"{clause} as this depositary counts, one day after the period; nothing on "
        reason += f"record prints the day, and {words.when(told)} is not excluded."
        return _found(known, VerdictKind.UNVERIFIABLE, reason)
    if (known.unverified or known.contested) and gap(told, known.date) <= NEAR:
        why = "sources differ on the day" if known.contested else "that source is not verified"
        reason = f"{clause} as the record has it, but {why}: {words.when(told)} is not "
        return _found(known, VerdictKind.UNVERIFIABLE, f"{reason}excluded.")
    remark = " Only the year is wrong." if only_year_differs(told, known.date) else ""
    meant = next((m for m in others if m.act is not known.act and _is_that(told, m)), None)
    if meant is not None:
        remark = f" {words.upper_first(words.when(told))} is the day of another act: {meant.words}."
    reason = f"{clause}, not {words.on(told)}.{remark}"
    return _found(known, VerdictKind.CONTRADICTED, reason)


def _found(
    known: Milestone, verdict: VerdictKind, reason: str, *, beside: tuple[Support, ...] = ()
) -> Finding:
    return Finding(
        Facet.DATE,
        verdict,
        reason,
        right_value=words.when(known.date),
        articles=known.articles,
        evidence=(*known.evidence, *beside),
        trace=known.trace,
    )


def _is_that(told: PartialDate, other: Milestone) -> bool:
    return told.precision is Precision.DAY and fit(told, other.date) is Fit.AGREES


def _vagueness(told: PartialDate, known: PartialDate | None) -> str:
    if known is None or told.edtf == known.edtf or told.precision is Precision.DAY:
        return ""
    return f", which agrees with {words.when(told)}"
