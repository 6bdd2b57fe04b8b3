"""Counts, rules, sums and tallies of different documents held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inforce.checking import words
from inforce.checking.amounts import range_of
from inforce.checking.content import MONEY, content
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import Check, DocumentReport, Related
from inforce.checking.places import Place, pairs_of, places_of
from inforce.record.values import Amount, Count, PeriodRule, Tally
from inforce.terms import Relation, VerdictKind


def pairs_of_values(reports: Sequence[DocumentReport], knowledge: Knowledge) -> Iterator[Related]:
    """Relations between values that two documents give for one thing."""
    for left, right in pairs_of(places_of(reports, knowledge, _COMPARED)):
        related = _related(left, right)
        if related is not None:
            relation, reason = related
            yield Related(relation, left.check.statement.id, right.check.statement.id, reason)


_COMPARED = (PeriodRule, Count, Amount, Tally)


def _related(one_side: Place, other_side: Place) -> tuple[Relation, str] | None:
    left, right = one_side.check, other_side.check
    a, b = one_side.document, other_side.document
    one, other = left.statement.claim.value, right.statement.claim.value
    if isinstance(one, PeriodRule) and isinstance(other, PeriodRule):
        return _rules(left, right, a, b)
    if isinstance(one, Count) and isinstance(other, Count):
        return _counts(left, right, a, b)
    if isinstance(one, Amount) and isinstance(other, Amount):
        return _amounts(one_side, other_side, one, other)
    if isinstance(one, Tally) and isinstance(other, Tally):
        return _tallies(left, right, a, b)
    return None


def _same(left: Check, right: Check, *, participant: bool = True) -> bool:
    a, b = left.statement.claim, right.statement.claim
    return a.treaty == b.treaty and (not participant or a.participant == b.participant)


def _borne_out(left: Check, right: Check, a: str, b: str) -> str:
    backed = [
        name for name, check in ((a, left), (b, right)) if check.verdict is VerdictKind.SUPPORTED
    ]
    return f"; the record and the rules bear out {words.listed(backed)}" if backed else ""


def _rules(left: Check, right: Check, a: str, b: str) -> tuple[Relation, str] | None:
    one, other = left.statement.claim.value, right.statement.claim.value
    assert isinstance(one, PeriodRule)
    assert isinstance(other, PeriodRule)
    if not _same(left, right, participant=False):
        return None
    alike = one.period.same_length_as(other.period) and one.counted_from is other.counted_from
    if alike or "unspecified" in (one.counted_from.value, other.counted_from.value):
        return None
    said = [f"{r.period.words} from the {r.counted_from.value}" for r in (one, other)]
    return (
        Relation.CONFLICT,
        f"{a} counts {said[0]}, {b} {said[1]}{_borne_out(left, right, a, b)}.",
    )


def _counts(left: Check, right: Check, a: str, b: str) -> tuple[Relation, str] | None:
    one, other = left.statement.claim.value, right.statement.claim.value
    assert isinstance(one, Count)
    assert isinstance(other, Count)
    if not _same(left, right) or one.role or other.role or left.statement.claim.treaty is None:
        return None
    said = (str(one.n or one.text), str(other.n or other.text))
    if said[0] == said[1]:
        return None
    wrong = VerdictKind.CONTRADICTED in (left.verdict, right.verdict)
    right_values = dict.fromkeys(
        f.right_value for check in (left, right) for f in check.findings[:1] if f.right_value
    )
    known = "; ".join(right_values)
    return (
        Relation.CONFLICT if wrong else Relation.COMPATIBLE,
        f"{a} has {said[0]}, {b} has {said[1]}: by day and way of counting, {known}.",
    )


def _amounts(left: Place, right: Place, one: Amount, other: Amount) -> tuple[Relation, str] | None:
    claims = left.check.statement.claim, right.check.statement.claim
    if claims[0].participant != claims[1].participant or one.currency != other.currency:
        return None
    if one.purpose and other.purpose:
        alike = bool(content(one.purpose) & content(other.purpose) - MONEY)
    else:
        alike = len(left.words & right.words - MONEY) > 1
    first, second = range_of(one), range_of(other)
    if not alike or first is None or second is None:
        return None
    meet = first[0] <= second[1] and second[0] <= first[1]
    verb = "can both be right" if meet else "exclude each other"
    return (
        Relation.COMPATIBLE if meet else Relation.CONFLICT,
        f"The sums of {left.document} ({_sum(one)}) and {right.document} ({_sum(other)}) {verb}.",
    )


def _sum(amount: Amount) -> str:
    number = words.number(amount.amount) if amount.amount is not None else amount.text or ""
    return f"{amount.currency or ''} {number}".strip()


def _tallies(left: Check, right: Check, a: str, b: str) -> tuple[Relation, str] | None:
    one, other = left.statement.claim.value, right.statement.claim.value
    assert isinstance(one, Tally)
    assert isinstance(other, Tally)
    days = (left.statement.claim.date, right.statement.claim.date)
    apart = days[0] is not None and days[1] is not None and days[0].contradicts(days[1])
    if not _same(left, right) or apart:
        return None
    fields = (
        ("for", one.votes_for, other.votes_for),
        ("against", one.against, other.against),
        ("abstaining", one.abstain, other.abstain),
    )
    wrong = [
        f"{x} and {y} {name}" for name, x, y in fields if x is not None and y is not None and x != y
    ]
    shared = any(x is not None and y is not None for _, x, y in fields)
    if wrong:
        reason = f"{a} and {b} differ on the vote: {words.listed(wrong)}"
        return Relation.CONFLICT, f"{reason}{_borne_out(left, right, a, b)}."
    if shared:
        return Relation.SAME_EVENT, f"{a} and {b} give the same tally."
    return None
