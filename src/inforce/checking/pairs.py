"""Counts, rules, sums, plans and tallies of different documents held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from inforce.checking import words
from inforce.checking.amounts import range_of
from inforce.checking.content import LIKELIHOOD, MONEY, content, sentence_around
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import Check, DocumentReport, Related
from inforce.record.values import Amount, Count, Forecast, PeriodRule, Tally
from inforce.terms import Relation, VerdictKind

_WEAK = re.compile(
    r"\b(?:consider(?:ing|ed)?|may|might|could|possib\w+|plan(?:s|ned|ning)?|inten[dt]\w*|"
    r"aim(?:s|ing)?|propos\w+|discuss\w*|hop\w+|want\w*)\b"
)
"""Words of likelihood that leave a plan open."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A checked value, the document it stands in, and what is known of the world."""

    check: Check
    report: DocumentReport
    knowledge: Knowledge

    @property
    def document(self) -> str:
        """The document's name."""
        return self.report.short_name

    @property
    def words(self) -> frozenset[str]:
        """The content words of the sentence around the value."""
        evidence, text = self.check.statement.evidence, self.report.document.text
        if evidence.start is None or evidence.end is None:
            return content(evidence.quote)
        return content(sentence_around(text, evidence.start, evidence.end) or evidence.quote)


def pairs_of_values(reports: Sequence[DocumentReport], knowledge: Knowledge) -> Iterator[Related]:
    """Relations between values that two documents give for one thing."""
    told = [_Place(check, report, knowledge) for report in reports for check in report.checks]
    told = [one for one in told if isinstance(one.check.statement.claim.value, _COMPARED)]
    if len(reports) > MANY:
        firsts = {one.check.statement.claim.id: one for one in reversed(told)}
        told = list(firsts.values())[::-1]
    for left, right in combinations(told, 2):
        if left.report is right.report:
            continue
        related = _related(left, right)
        if related is not None:
            relation, reason = related
            yield Related(relation, left.check.statement.id, right.check.statement.id, reason)


MANY = 12
"""From how many documents on only the first to say a thing is held against the others."""

_COMPARED = (PeriodRule, Count, Amount, Forecast, Tally)


def _related(one_side: _Place, other_side: _Place) -> tuple[Relation, str] | None:
    left, right = one_side.check, other_side.check
    a, b = one_side.document, other_side.document
    one, other = left.statement.claim.value, right.statement.claim.value
    if isinstance(one, PeriodRule) and isinstance(other, PeriodRule):
        return _rules(left, right, a, b)
    if isinstance(one, Count) and isinstance(other, Count):
        return _counts(left, right, a, b)
    if isinstance(one, Amount) and isinstance(other, Amount):
        return _amounts(one_side, other_side, one, other)
    if isinstance(one, Forecast) and isinstance(other, Forecast):
        return _plans(one_side, other_side, one, other)
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


def _amounts(
    left: _Place, right: _Place, one: Amount, other: Amount
) -> tuple[Relation, str] | None:
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


def _plans(
    left: _Place, right: _Place, one: Forecast, other: Forecast
) -> tuple[Relation, str] | None:
    """One plan in two modalities: same hands, days that can agree, and a word in common.

    The words that the treaties themselves are about are in every such text and prove nothing.
    """
    claims = left.check.statement.claim, right.check.statement.claim
    days = (claims[0].date, claims[1].date)
    apart = days[0] is not None and days[1] is not None and days[0].contradicts(days[1])
    if apart or _firm(left.check) == _firm(right.check) or not _same_hands(left, right):
        return None
    names = {claim.participant for claim in claims if claim.participant}
    hands = {word for who in names for word in content(left.knowledge.name(who))}
    if not (left.words & right.words) - _topics(left.knowledge) - hands - LIKELIHOOD:
        return None
    return (
        Relation.MODALITY_DIFFERS,
        f"{left.document} puts it as “{one.likelihood}”, {right.document} as "
        f"“{other.likelihood}”; a plan at that time.",
    )


def _same_hands(left: _Place, right: _Place) -> bool:
    """The same participant; or one named in the words of the other, where that tells none."""
    a, b = left.check.statement, right.check.statement
    who = (a.claim.participant, b.claim.participant)
    if who[0] is not None and who[1] is not None:
        return who[0] == who[1]
    named = who[0] or who[1]
    if named is None:
        return False
    return content(left.knowledge.name(named)) <= (left if who[0] is None else right).words


def _topics(knowledge: Knowledge) -> frozenset[str]:
    """The words by which the treaties' subjects are named."""
    rules = [treaty.rules for treaty in knowledge.catalogue.treaties() if treaty.rules]
    terms = [name for rule in rules for item in rule.scope for name in (item.name, *item.terms)]
    return content(" ".join(terms))


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
