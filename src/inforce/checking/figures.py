"""Casualty figures against the published ones, and the place that a text leaves out."""

from __future__ import annotations

from inforce.catalogue.figures import FigureRow
from inforce.checking import words
from inforce.checking.comparisons import arithmetic, units
from inforce.checking.context import Context
from inforce.checking.findings import unverifiable
from inforce.checking.model import Finding
from inforce.checking.supports import figure_support, place_name
from inforce.checking.units import unit_of
from inforce.dates import DateError, PartialDate
from inforce.record.model import Statement
from inforce.record.values import Casualties, Comparison
from inforce.terms import ClaimKind, Facet, VerdictKind

_ROUNDING = 0.05
_KINDS = ("casualties", "killed", "injured", "incidents")


def check_casualties(statement: Statement, *, context: Context) -> tuple[Finding, ...]:
    """Findings on a figure of casualties, deaths, injuries or incidents."""
    told = statement.claim.value
    if not isinstance(told, Casualties):
        return ()
    if told.ratio is not None:
        return _ratio(statement, told, context=context)
    if told.n is None:
        reason = "No published figure can be held against words without a number."
        return (unverifiable(Facet.COUNT, reason),)
    return _number(statement, told, told.n, context=context)


def _number(
    statement: Statement, told: Casualties, n: float, *, context: Context
) -> tuple[Finding, ...]:
    rows = [r for r in context.knowledge.catalogue.figures() if _counts_people(r)]
    rows = [r for r in rows if _same_period(statement.claim.date, r)]
    unit = unit_of(told.unit) or unit_of(told.what)
    place = told.place
    if place is not None:
        return (_placed(rows, told, n, place=place, unit=unit, context=context),)
    known = [r for r in rows if _equal(n, r, told.cmp)]
    found = [_without_place(known, rows, n, context=context)]
    if known and unit == "incidents":
        found.append(_wrong_unit(known[0], n, context=context))
    return tuple(found)


def _placed(
    rows: list[FigureRow],
    told: Casualties,
    n: float,
    *,
    place: str,
    unit: str | None,
    context: Context,
) -> Finding:
    there = [r for r in rows if r.place == place and unit in (None, _unit(r))]
    evidence = tuple(figure_support(context.knowledge, r) for r in there)
    shown = words.listed(words.number(r.value) for r in there)
    where = place_name(context.knowledge, place)
    if not there:
        return unverifiable(Facet.COUNT, f"No published figure for {where} is on record here.")
    if any(_equal(n, r, told.cmp) for r in there):
        agree = all(_equal(n, r, told.cmp) for r in there if r.verified)
        verdict = VerdictKind.SUPPORTED if agree else VerdictKind.DISPUTED
        reason = f"Published for {where}: {shown}."
        return Finding(Facet.COUNT, verdict, reason, right_value=shown, evidence=evidence)
    verdict = VerdictKind.CONTRADICTED if any(r.verified for r in there) else VerdictKind.DISPUTED
    reason = f"Published for {where}: {shown}, not {words.number(n)}; who counts whom may differ."
    return Finding(Facet.COUNT, verdict, reason, right_value=shown, evidence=evidence)


def _without_place(
    known: list[FigureRow], rows: list[FigureRow], n: float, *, context: Context
) -> Finding:
    """The place is missing: whose number it is, and what the world's is."""
    knowledge = context.knowledge
    world = [r for r in rows if r.place == "WORLD" and r.verified and _unit(r) == "casualties"]
    total = f"; for the world it is {words.listed(words.number(r.value) for r in world)}"
    others = total if world and not any(r.place == "WORLD" for r in known) else ""
    if not known:
        return unverifiable(
            Facet.SCOPE,
            f"No place is given, and no published figure here is {words.number(n)}{others}.",
            evidence=tuple(figure_support(knowledge, r) for r in world),
        )
    places = words.listed(dict.fromkeys(place_name(knowledge, r.place) for r in known))
    return unverifiable(
        Facet.SCOPE,
        f"No place is given: {words.number(n)} is the published figure for {places}{others}.",
        right=f"{words.number(n)} in {places}{others}",
        evidence=tuple(figure_support(knowledge, r) for r in (*known, *world)),
    )


def _wrong_unit(row: FigureRow, n: float, *, context: Context) -> Finding:
    return Finding(
        Facet.UNIT,
        VerdictKind.LOOSE,
        f"{words.number(n)} counts {row.unit}, not incidents.",
        right_value=f"{words.number(n)} {row.unit}",
        evidence=(figure_support(context.knowledge, row),),
    )


def _ratio(statement: Statement, told: Casualties, *, context: Context) -> tuple[Finding, ...]:
    """A word of comparison whose two numbers stand in the same sentence, the later period first."""
    near = [
        (s, s.claim.value)
        for s in context.siblings
        if s.claim.kind is ClaimKind.CASUALTIES
        and isinstance(s.claim.value, Casualties)
        and s.claim.value.n is not None
        and s.claim.value.ratio is None
        and _close(s, statement)
    ]
    if len(near) != 2:
        reason = f"The two figures that “{told.ratio}” compares are not both in the text."
        return (unverifiable(Facet.ARITHMETIC, reason),)
    near.sort(key=lambda pair: pair[0].evidence.start or 0)
    (_, left), (_, right) = near
    pair = Comparison(left.n or 0, right.n or 0, told.ratio or "", left.unit, right.unit)
    return (
        arithmetic(pair),
        *units(left.unit or left.what, right.unit or right.what),
    )


def _close(a: Statement, b: Statement) -> bool:
    if a.evidence.start is None or b.evidence.start is None:
        return a.evidence.quote == b.evidence.quote
    return abs(a.evidence.start - b.evidence.start) < 400


def _counts_people(row: FigureRow) -> bool:
    return _unit(row) is not None and ("person" in row.unit or row.figure in _KINDS)


def _unit(row: FigureRow) -> str | None:
    return unit_of(row.figure) or unit_of(row.unit)


def _same_period(told: PartialDate | None, row: FigureRow) -> bool:
    if told is None:
        return True
    try:
        return told.could_agree(PartialDate.parse(row.period))
    except DateError:
        return False


def _equal(n: float, row: FigureRow, cmp: str) -> bool:
    if row.cmp == ">":
        return n > row.value or (cmp in (">", ">=") and n == row.value)
    if cmp == "~":
        return abs(n - row.value) <= _ROUNDING * n
    if cmp in (">", ">="):
        return row.value >= n and row.value - n <= _ROUNDING * row.value
    return n == row.value
