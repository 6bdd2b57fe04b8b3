"""The likely fault of a day that its rule does not explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inforce.catalogue.model import Delay, DelayKind
from inforce.checking.audit.family import Days, confusable, days_of, rule_words
from inforce.checking.audit.model import Fault, FaultKind, Part, Row, RowAudit

_ORDER = {kind: place for place, kind in enumerate(FaultKind)}
_PRACTICES = (FaultKind.PERIOD_CONFUSED, FaultKind.ONE_DAY_LATER, FaultKind.ONE_DAY_EARLIER)
"""Of these the one that explains most rows of the treaty is the likeliest."""
_NEAR_SUCCESSION = 10
"""Days by which published days of independence and of succession differ."""
_SUCCESSIONS = ("succession", "successor", "continuation")

Successions = Callable[[str], frozenset[date]]
"""A participant's days of succession and independence, by the name that the table gives it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with the days that it gives."""

    delay: Delay
    days: Days

    def day(self, trigger: date | None, floor: date | None = None) -> date | None:
        """The day of effect, not before the floor; None beyond the calendar."""
        found = self.days[trigger] if trigger else None
        if found is None:
            return None
        day = date.fromordinal(found)
        return day if floor is None or day >= floor else floor


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The rows above and below one, of other participants."""

    rows: tuple[Row, ...]

    @classmethod
    def of(cls, rows: Sequence[RowAudit], place: int) -> Neighbours:
        """Those of the row at that place among the treaty's."""
        around = (rows[at].row for at in (place - 1, place + 1) if 0 <= at < len(rows))
        own = rows[place].row.participant
        return cls(tuple(row for row in around if row.participant != own))


@dataclass(frozen=True, slots=True)
class _Odd:
    """Two days that the rule does not join: the columns they stand in, and the rule's day."""

    columns: tuple[str, str]
    trigger: date
    effect: date
    expected: date
    rule: Rule | None
    floor: date | None = None


def faults_of(
    one: RowAudit,
    rule: Rule | None,
    exit_rule: Rule | None,
    *,
    day: date | None,
    around: Neighbours,
    successions: Successions | None,
) -> tuple[Fault, ...]:
    """Every fault that may lie behind the row's days, none for days that are explained."""
    row, found = one.row, list[Fault]()
    if row.consent and row.force and one.part is not Part.UNDATED and one.off != 0:
        if one.expected is not None:
            held = rule if one.part is Part.LATER else None
            odd = _Odd(("consent", "force"), row.consent, row.force, one.expected, held, floor=day)
            found += [*_slips(odd), *_practices(odd)]
            found += _filled(odd, row, around=around, day=day)
        found += _without_rule(row, day, successions)
        if one.expected is not None and not found:
            words = f"found {row.force}, expected {one.expected}"
            found.append(Fault(FaultKind.UNEXPLAINED, "force", row.force, one.expected, words))
    if row.exit_notice and row.exit_effect and one.exit_expected and one.exit_off:
        odd = _Odd(
            ("exit_notice", "exit_effect"),
            row.exit_notice,
            row.exit_effect,
            one.exit_expected,
            exit_rule,
        )
        found += [*_slips(odd), *_practices(odd)] or [_exit_unexplained(odd)]
    return tuple(found)


def in_order(rows: Sequence[RowAudit]) -> tuple[RowAudit, ...]:
    """The rows with their faults in order of likelihood, once all rows are known."""
    practices = Counter(
        (fault.kind, _practice_of(fault))
        for one in rows
        for fault in one.faults
        if fault.kind in _PRACTICES
    )

    def place(fault: Fault) -> tuple[int, int]:
        if fault.kind in _PRACTICES:
            return _ORDER[_PRACTICES[0]], -practices[fault.kind, _practice_of(fault)]
        return _ORDER[fault.kind], 0

    return tuple(
        replace(one, faults=tuple(sorted(one.faults, key=place))) if one.faults else one
        for one in rows
    )


def _practice_of(fault: Fault) -> str:
    return fault.words.partition(":")[0]


def _slips(odd: _Odd) -> Iterator[Fault]:
    """A slip of the pen: day and month swapped, another year, the next month."""
    trigger, effect = odd.columns
    swapped = _swapped(odd.effect)
    if swapped == odd.expected:
        words = f"{odd.effect} with day and month swapped is the rule's {odd.expected}"
        yield Fault(FaultKind.DAY_MONTH_SWAPPED, effect, odd.effect, odd.expected, words)
    turned = _swapped(odd.trigger)
    if turned and odd.rule and odd.rule.day(turned, odd.floor) == odd.effect:
        words = f"from {turned}, {odd.trigger} with day and month swapped, the rule gives it"
        yield Fault(FaultKind.DAY_MONTH_SWAPPED, trigger, odd.trigger, turned, words)
    same_day = (odd.effect.month, odd.effect.day) == (odd.expected.month, odd.expected.day)
    if same_day and _is_slip(odd.effect.year, odd.expected.year):
        words = f"the rule's day is {odd.expected}: the year of {trigger} or {effect} is another"
        yield Fault(FaultKind.YEAR_MISTYPED, effect, odd.effect, odd.expected, words)
    months = (odd.effect.year - odd.expected.year) * 12 + odd.effect.month - odd.expected.month
    if abs(months) == 1 and odd.effect.day == odd.expected.day:
        words = f"the rule's day is {odd.expected}: the month of {trigger} or {effect} is another"
        yield Fault(FaultKind.MONTH_MISTYPED, effect, odd.effect, odd.expected, words)


def _practices(odd: _Odd) -> Iterator[Fault]:
    """Another way of reckoning: a like period, or the day before or after."""
    effect = odd.columns[1]
    off = (odd.effect - odd.expected).days
    if odd.rule is not None:
        for other in confusable(odd.rule.delay):
            if days_of(other)[odd.trigger] == odd.effect.toordinal():
                words = f"reckoned {rule_words(other)}: the rule is {rule_words(odd.rule.delay)}"
                yield Fault(FaultKind.PERIOD_CONFUSED, effect, odd.effect, odd.expected, words)
                break
    if abs(off) == 1:
        kind = FaultKind.ONE_DAY_LATER if off > 0 else FaultKind.ONE_DAY_EARLIER
        words = f"one day {'after' if off > 0 else 'before'} the rule's: {odd.expected}"
        yield Fault(kind, effect, odd.effect, odd.expected, words)


def _filled(odd: _Odd, row: Row, *, around: Neighbours, day: date | None) -> Iterator[Fault]:
    """A cell filled from another: the rows around, the signature, the consent, the treaty."""
    for other in around.rows:
        for column, found, beside in (
            ("consent", row.consent, other.consent),
            ("force", row.force if row.force != day else None, other.force),
        ):
            if found is not None and found == beside:
                words = f"{column} {found} is also that of {other.participant} in line {other.line}"
                yield Fault(FaultKind.NEIGHBOUR_FILLED, column, found, None, words)
    if odd.rule is not None and row.signature is not None and row.signature == row.consent:
        words = f"consent {row.consent} is the day of signature"
        yield Fault(FaultKind.SIGNATURE_FILLED, "consent", row.consent, None, words)
    on_the_day = odd.rule is not None and odd.rule.delay.kind is DelayKind.ON_THE_DAY
    if row.consent == row.force and not on_the_day:
        words = f"force {row.force} is the day of consent; the rule gives {odd.expected}"
        yield Fault(FaultKind.CONSENT_FILLED, "force", row.force, odd.expected, words)
    if odd.rule is not None and row.force == day:
        words = f"force {row.force} is the treaty's own day; the rule gives {odd.expected}"
        yield Fault(FaultKind.TREATY_DAY_FILLED, "force", row.force, odd.expected, words)


def _without_rule(row: Row, day: date | None, successions: Successions | None) -> Iterator[Fault]:
    """What is odd whatever the rule: a succession's day, force before consent or the treaty."""
    if row.force is None or row.consent is None:
        return
    kind = row.consent_kind.casefold()
    if any(word in kind for word in _SUCCESSIONS) and row.force != row.consent:
        words = f"bound by succession from {row.force}: the rule for others does not apply"
        yield Fault(FaultKind.SUCCESSOR_DATE, "force", row.force, None, words)
    elif successions is not None:
        near = (
            other
            for other in sorted(successions(row.participant))
            if abs((row.force - other).days) <= _NEAR_SUCCESSION
        )
        for other in near:
            told = "" if other == row.force else f", which the catalogue has as {other}"
            words = f"{row.force} is the day of a succession or independence{told}"
            yield Fault(FaultKind.SUCCESSOR_DATE, "force", row.force, other, words)
            break
    if row.force < row.consent:
        words = f"in force {row.force}, before consent on {row.consent}"
        yield Fault(FaultKind.FORCE_BEFORE_CONSENT, "force", row.force, None, words)
    if day is not None and row.force < day:
        words = f"in force {row.force}, before the treaty itself on {day}"
        yield Fault(FaultKind.BEFORE_THE_TREATY, "force", row.force, day, words)


def _exit_unexplained(odd: _Odd) -> Fault:
    words = f"left {odd.effect}, expected {odd.expected} after the notice of {odd.trigger}"
    kind = FaultKind.EXIT_UNEXPLAINED
    return Fault(kind, "exit_effect", odd.effect, odd.expected, words)


def _is_slip(year: int, other: int) -> bool:
    """Whether one is the other with one digit another, two exchanged, or a year apart."""
    pairs = [(a, b) for a, b in zip(f"{year:04}", f"{other:04}", strict=True) if a != b]
    exchanged = len(pairs) == 2 and pairs[0] == pairs[1][::-1]
    return len(pairs) == 1 or exchanged or abs(year - other) == 1


def _swapped(day: date) -> date | None:
    """The day with its month and day number exchanged; None where that is no other day."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)
