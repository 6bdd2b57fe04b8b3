"""Counts, rules, sums, plans and tallies of different documents held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from inforce.checking import words
from inforce.checking.amounts import range_of
from inforce.checking.model import Check, DocumentReport, Related
from inforce.record.values import Amount, Count, Forecast, PeriodRule, Tally
from inforce.terms import Relation, VerdictKind

_SMALL = re.compile(r"with|from|that|this|into|over|next|will|have|their|them|they|than|then|also")
_WEAK = re.compile(
    r"\b(?:consider(?:ing|ed)?|may|might|could|possib\w+|plan(?:s|ned|ning)?|inten[dt]\w*|"
    r"aim(?:s|ing)?|propos\w+|discuss\w*|hop\w+|want\w*)\b"
)
"""Words of likelihood that leave a plan open."""


def pairs_of_values(reports: Sequence[DocumentReport]) -> Iterator[Related]:
    """Relations between values that two documents give for one thing."""
    told = [(place, check) for place, report in enumerate(reports) for check in report.checks]
    names = [report.document.name for report in reports]
    for (i, left), (j, right) in combinations(told, 2):
        if i == j:
            continue
        related = _related(left, right, names[i], names[j])
        if related is not None:
            relation, reason = related
            yield Related(relation, left.statement.id, right.statement.id, reason)


def _related(left: Check, right: Check, a: str, b: str) -> tuple[Relation, str] | None:
    one, other = left.statement.claim.value, right.statement.claim.value
    if isinstance(one, PeriodRule) and isinstance(other, PeriodRule):
        return _rules(left, right, a, b)
    if isinstance(one, Count) and isinstance(other, Count):
        return _counts(left, right, a, b)
    if isinstance(one, Amount) and isinstance(other, Amount):
        return _amounts(left, right, a, b)
    if isinstance(one, Forecast) and isinstance(other, Forecast):
        return _plans(left, right, a, b)
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


def _amounts(left: Check, right: Check, a: str, b: str) -> tuple[Relation, str] | None:
    one, other = left.statement.claim.value, right.statement.claim.value
    assert isinstance(one, Amount)
    assert isinstance(other, Amount)
    same_hand = left.statement.claim.participant == right.statement.claim.participant
    purposes = content(one.purpose or left.statement.evidence.quote) & content(
        other.purpose or right.statement.evidence.quote
    )
    if not same_hand or one.currency != other.currency or not purposes:
        return None
    first, second = range_of(one), range_of(other)
    if first is None or second is None:
        return None
    meet = first[0] <= second[1] and second[0] <= first[1]
    verb = "can both be right" if meet else "exclude each other"
    return (
        Relation.COMPATIBLE if meet else Relation.CONFLICT,
        f"The sums of {a} ({_sum(one)}) and {b} ({_sum(other)}) {verb}.",
    )


def _sum(amount: Amount) -> str:
    number = words.number(amount.amount) if amount.amount is not None else amount.text or ""
    return f"{amount.currency or ''} {number}".strip()


def _plans(left: Check, right: Check, a: str, b: str) -> tuple[Relation, str] | None:
    one, other = left.statement.claim.value, right.statement.claim.value
    assert isinstance(one, Forecast)
    assert isinstance(other, Forecast)
    claims = left.statement.claim, right.statement.claim
    if claims[0].participant is None or claims[0].participant != claims[1].participant:
        return None
    days = (claims[0].date, claims[1].date)
    if days[0] is not None and days[1] is not None and days[0].contradicts(days[1]):
        return None
    shared = content(one.event) & content(other.event)
    if len(shared) < 2 or _firm(left) is _firm(right):
        return None
    return (
        Relation.MODALITY_DIFFERS,
        f"{a} puts it as “{one.likelihood}”, {b} as “{other.likelihood}”; a plan at that time.",
    )


def _firm(check: Check) -> tuple[str, bool]:
    value = check.statement.claim.value
    assert isinstance(value, Forecast)
    weak = _WEAK.search(value.likelihood.lower()) is not None
    return (check.statement.modality.value, weak)


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


def content(text: str) -> frozenset[str]:
    """The words of a text that carry its content, without endings."""
    found = re.findall(r"[a-z]{4,}", text.lower())
    return frozenset(stem(word) for word in found if not _SMALL.fullmatch(word))


def stem(word: str) -> str:
    """A word without its commonest endings, to compare "producing" with "production"."""
    for ending in ("ations", "ation", "tion", "ing", "ies", "es", "ed", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
