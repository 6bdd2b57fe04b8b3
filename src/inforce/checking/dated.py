"""A told date against a known one, in three values, with words for the difference."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from inforce.checking import words
from inforce.checking.milestones import Milestone
from inforce.checking.model import Finding
from inforce.dates import PartialDate, Precision, Truth
from inforce.terms import Facet, VerdictKind


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
    clause = words.upper_first(words.happened(known.act, who))
    base = {"evidence": known.evidence, "trace": known.trace, "articles": known.articles}
    right = words.when(known.date)
    result = fit(told, known.date)
    rival = next((s for day, s in known.rivals if fit(told, day) is Fit.AGREES), None)
    if result is Fit.AGREES and known.contested:
        rest = words.listed(sorted({words.when(day) for day, _ in known.rivals}))
        return Finding(
            Facet.DATE,
            VerdictKind.DISPUTED,
            f"{clause} {words.on(known.date)} or on another day: sources of equal weight give "
            f"{right} and {rest}.",
            right_value=f"{right} or {rest}",
            evidence=(*known.evidence, *(s for _, s in known.rivals)),
            trace=known.trace,
            articles=known.articles,
        )
    if result is Fit.AGREES:
        vague = _vagueness(told, known.date)
        return Finding(
            Facet.DATE,
            VerdictKind.SUPPORTED,
            f"{clause} {words.on(known.date)}{vague}.",
            right_value=right,
            **base,  # type: ignore[arg-type]
        )
    if rival is not None:
        return Finding(
            Facet.DATE,
            VerdictKind.DISPUTED,
            f"{clause} {words.on(known.date)} as the record has it, and another source gives "
            f"{words.when(told)} as the text does.",
            right_value=right,
            evidence=(*known.evidence, rival),
            trace=known.trace,
            articles=known.articles,
        )
    if result is Fit.POSSIBLE:
        return Finding(
            Facet.DATE,
            VerdictKind.UNVERIFIABLE,
            f"{clause} {words.on(known.date)}: the record has no more exact date, and this one "
            f"allows {words.when(told)}.",
            right_value=right,
            **base,  # type: ignore[arg-type]
        )
    year = " Only the year is wrong." if only_year_differs(told, known.date) else ""
    meant = next((m for m in others if m.act is not known.act and _is_that(told, m)), None)
    if meant is not None:
        year = f" {words.upper_first(words.when(told))} is the day of another act: {meant.words}."
    return Finding(
        Facet.DATE,
        VerdictKind.CONTRADICTED,
        f"{clause} {words.on(known.date)}, not {words.on(told)}.{year}",
        right_value=right,
        **base,  # type: ignore[arg-type]
    )


def _is_that(told: PartialDate, other: Milestone) -> bool:
    return told.precision is Precision.DAY and fit(told, other.date) is Fit.AGREES


def _vagueness(told: PartialDate, known: PartialDate | None) -> str:
    if known is None or told.edtf == known.edtf or told.precision is Precision.DAY:
        return ""
    return f", which agrees with {words.when(told)}"
