"""Comparisons of two figures: their arithmetic and their units."""

from __future__ import annotations

from inforce.checking import words
from inforce.checking.findings import unverifiable
from inforce.checking.model import Finding
from inforce.checking.ratios import bounds
from inforce.checking.units import unit_of
from inforce.law import Step
from inforce.record.values import Comparison
from inforce.terms import Facet, VerdictKind


def check_comparison(told: Comparison) -> tuple[Finding, ...]:
    """Findings on a comparison: whether the word fits the ratio, and whether the units agree."""
    return (arithmetic(told), *units(told.left_unit, told.right_unit))


def arithmetic(told: Comparison) -> Finding:
    """Whether the word of comparison fits the two numbers."""
    allowed = bounds(told.ratio)
    left, right = words.number(told.left), words.number(told.right)
    if allowed is None or not told.right:
        return unverifiable(
            Facet.ARITHMETIC,
            f"“{told.ratio}” says no ratio that {left} and {right} could be held to.",
        )
    ratio = told.left / told.right
    fits = allowed.admits(ratio)
    sum_ = f"{left} / {right} = {ratio:.2f}"
    least = f"{allowed.least:.2f}"
    most = f"{allowed.most:.2f}" if allowed.most != float("inf") else "any more"
    return Finding(
        Facet.ARITHMETIC,
        VerdictKind.SUPPORTED if fits else VerdictKind.INCONSISTENT,
        f"{sum_}, {'so' if fits else 'which is not'} “{told.ratio}”{' holds' if fits else ''}.",
        right_value=f"{ratio:.2f} times",
        trace=(Step(sum_), Step(f"“{told.ratio}” is taken as {least} to {most}")),
    )


def units(left: str | None, right: str | None) -> tuple[Finding, ...]:
    """Inconsistent where the two figures count different things."""
    one, other = unit_of(left), unit_of(right)
    if one is None or other is None or one == other:
        return ()
    return (
        Finding(
            Facet.UNIT,
            VerdictKind.INCONSISTENT,
            f"The first figure counts {one}, the second {other}: they cannot be compared.",
            right_value=f"{one} with {one}, or {other} with {other}",
        ),
    )
