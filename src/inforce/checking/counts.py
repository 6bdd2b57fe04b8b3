"""Numbers of parties and signatories, on the day told and by the noun told."""

from __future__ import annotations

from datetime import date

from inforce.catalogue.model import Group, Treaty
from inforce.checking import words
from inforce.checking.context import Context
from inforce.checking.counting import BY_DEPOSIT, SIGNING, Series, of_noun, signed, states_alone
from inforce.checking.model import Finding
from inforce.checking.open_counts import (
    Holds,
    count_trace,
    day_after_or_none,
    number_beyond,
    other_noun,
    planned_number,
    undated_number,
)
from inforce.checking.presupposed import days_of
from inforce.checking.supports import list_support
from inforce.dates import DayInterval, DaySet, PartialDate
from inforce.record.model import Statement
from inforce.record.values import Count
from inforce.terms import CountOf, Facet, Modality, VerdictKind

_OF_STATES = frozenset({CountOf.STATES, CountOf.PARTIES, CountOf.MEMBERS})
ABOUT_MARGIN = 0.05
"""How far "about 160" may be off, as a share of the number: half a step of rounding to tens."""


def predicate(told: Count) -> Holds | None:
    """What the printed number says of the true one; None without a number."""
    n = told.n
    if n is None:
        return None
    tests: dict[str, Holds] = {
        "=": lambda actual: actual == n,
        "~": lambda actual: abs(actual - n) <= max(1, round(n * ABOUT_MARGIN)),
        ">": lambda actual: actual > n,
        ">=": lambda actual: actual >= n,
        "<": lambda actual: actual < n,
        "<=": lambda actual: actual <= n,
    }
    return tests.get(told.cmp, tests["="])


def check_number(
    statement: Statement, treaty: Treaty, told: Count, *, context: Context
) -> tuple[Finding, ...]:
    """Findings on a printed number, of all participants or of a group's members."""
    holds = predicate(told)
    if holds is None:
        return ()
    group = context.knowledge.group(statement.claim.participant)
    day = count_day(statement, context=context)
    if day is None:
        return undated_number(treaty, told, holds, group=group, context=context)
    if statement.modality is Modality.PLANNED and statement.claim.date is None:
        return (planned_number(treaty, told, day, holds, group=group, context=context),)
    covered = context.knowledge.covered(treaty, day)
    if not covered and (told.of in BY_DEPOSIT or not context.knowledge.settles(treaty, day)):
        return (number_beyond(treaty, told, day, group=group, context=context),)
    return _on_days(treaty, told, holds, day, group=group, context=context)


def count_day(statement: Statement, *, context: Context) -> PartialDate | None:
    """The day for which a count is told: its own, else that of the telling."""
    own = statement.claim.date
    if own is not None and own.earliest is not None and own.latest is not None:
        return own
    told = context.told(statement)
    return told if told is not None and told.earliest is not None else None


def _on_days(
    treaty: Treaty,
    told: Count,
    holds: Holds,
    day: PartialDate,
    *,
    group: Group | None,
    context: Context,
) -> tuple[Finding, ...]:
    knowledge, asked = context.knowledge, days_of(day)
    past = not knowledge.covered(treaty, day)
    series = of_noun(knowledge, treaty, told.of, among=group, settled_only=past)
    fits = DaySet.of(*(i for one in series for i in one.days_when(holds)))
    here, whole = fits.intersection(DaySet.of(asked)), DaySet.of(asked)
    shown = "; ".join(one.words_on(asked) for one in series)
    shown += knowledge.reach_words(treaty, day)
    setting = _Shown(treaty, told, day, shown, context)
    if here == whole:
        return (_supported(setting, series, holds),)
    if not here.is_empty:
        return (setting.partly(here),)
    alone = states_alone(knowledge, treaty) if group is None and told.of in _OF_STATES else None
    if alone is not None and alone.days_when(holds).intersection(whole) == whole:
        return (setting.states(alone),)
    perhaps = DaySet.of(*(i for one in series for i in one.days_perhaps(holds)))
    if not perhaps.intersection(whole).is_empty:
        return (setting.open(),)
    until_just_now = told.of not in SIGNING and told.cmp == "=" and _lately(fits, asked)
    if until_just_now:
        return (setting.elsewhere(fits),)
    other = other_noun(knowledge, treaty, told, group=group)
    swapped = other.days_when(holds)
    here = swapped.intersection(whole)
    if here == whole:
        return (setting.wrong_noun(other),)
    if not here.is_empty:
        return (setting.partly(here, other), setting.wrong_noun(other))
    until = knowledge.known_until(treaty)
    elsewhere = fits.intersection(DaySet.of(DayInterval(None, day_after_or_none(until))))
    if not elsewhere.is_empty and told.cmp in ("=", "~"):
        return (setting.elsewhere(elsewhere),)
    return (setting.wrong(other, swapped),)


LATELY = 366
"""For how many days a number that was right is taken for an old one, not for another noun's."""


def _lately(fits: DaySet, asked: DayInterval) -> bool:
    """Whether it was right until shortly before the days asked about."""
    ends = [days.end for days in fits if days.end and asked.start and days.end <= asked.start]
    return bool(ends and asked.start and (asked.start - ends[-1]).days <= LATELY)


def _supported(setting: _Shown, series: tuple[Series, ...], holds: Holds) -> Finding:
    ways = [one for one in series if not one.days_when(holds).is_empty]
    fitting = [
        one.name
        for one in ways
        if one.days_when(holds).intersection(DaySet.of(setting.asked)) == DaySet.of(setting.asked)
    ]
    by = f" (counted as {words.listed(fitting)})" if len(fitting) < len(series) else ""
    return setting.finding(
        VerdictKind.SUPPORTED, f"{setting.number} is right {setting.when}{by}: {setting.shown}."
    )


class _Shown:
    """A number told, the days it is told of, and the findings on it in words."""

    def __init__(
        self, treaty: Treaty, told: Count, day: PartialDate, shown: str, context: Context
    ) -> None:
        self.treaty, self.told, self.asked = treaty, told, days_of(day)
        self.shown, self.context = shown, context
        self.number = f"{_SIGN.get(told.cmp, '')}{told.n}"
        self.when = words.on(day)

    def partly(self, right: DaySet, other: Series | None = None) -> Finding:
        """Right on some of the days told."""
        what = f" as the number of {other.name}" if other else ""
        wrong = DaySet.of(self.asked).intersection(right.complement())
        shown = other.words_on(self.asked) if other else self.shown
        return self.finding(
            VerdictKind.TRUE_ON_OTHER_DAYS,
            f"{self.number}{what} is right {words.days(right)}, and wrong {words.days(wrong)}: "
            f"{shown}.",
            right=shown,
        )

    def states(self, alone: Series) -> Finding:
        """Right of the states among the parties: of states supported, of parties loose."""
        of_states = self.told.of is CountOf.STATES
        return self.finding(
            VerdictKind.SUPPORTED if of_states else VerdictKind.LOOSE,
            f"{self.number} is the number of states alone {self.when}: "
            f"{alone.words_on(self.asked)}; with organisations {self.shown}.",
            facet=Facet.COUNT if of_states else Facet.NOUN,
        )

    def open(self) -> Finding:
        """Neither right nor wrong: what the record leaves open decides."""
        return self.finding(
            VerdictKind.UNVERIFIABLE,
            f"The record does not settle whether {self.number} is right {self.when}: {self.shown}.",
        )

    def wrong_noun(self, other: Series) -> Finding:
        """The right number with the wrong noun."""
        told = _NOUN[self.told.of]
        return self.finding(
            VerdictKind.LOOSE,
            f"{self.number} is the number of {other.name}, not of {told}; {self.shown}.",
            facet=Facet.NOUN,
            right=f"{other.words_on(self.asked)}; {self.shown}",
        )

    def elsewhere(self, days: DaySet) -> Finding:
        """Right on days other than the ones told."""
        near = words.listed(words.interval(one) for one in around(days, self.asked))
        return self.finding(
            VerdictKind.TRUE_ON_OTHER_DAYS,
            f"{self.number} is right {near}, not {self.when}: {self.shown}.",
        )

    def wrong(self, other: Series, days: DaySet) -> Finding:
        """Right on no day by this noun, nor on these days by the other."""
        else_ = ""
        until = self.context.knowledge.known_until(self.treaty)
        known = days.intersection(DaySet.of(DayInterval(None, day_after_or_none(until))))
        if not known.is_empty and self.told.cmp == "=":
            last = known.intervals[-1]
            else_ = f" {self.told.n} is the number of {other.name} {words.interval(last)}."
        ever = ""
        if self.told.of in SIGNING:
            total = self.context.knowledge
            ever = f"; {signed(total, self.treaty).stretches[-1][1].low} ever signed"
        return self.finding(
            VerdictKind.CONTRADICTED,
            f"{self.number} is wrong {self.when}: {self.shown}{ever}.{else_}",
            right=f"{self.shown}{ever}",
        )

    def finding(
        self,
        verdict: VerdictKind,
        reason: str,
        *,
        facet: Facet = Facet.COUNT,
        right: str | None = None,
    ) -> Finding:
        """A finding with the record's words on the count as its evidence."""
        return Finding(
            facet,
            verdict,
            reason,
            right_value=right or self.shown,
            articles=_articles(self.told, self.treaty) if facet is Facet.NOUN else (),
            evidence=(list_support(self.context.knowledge, self.treaty),),
            trace=count_trace(self.treaty, self.asked, context=self.context),
        )


_SIGN = {"~": "about ", ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "at most "}
_NOUN = {
    CountOf.PARTIES: "parties",
    CountOf.SIGNED: "those that signed",
    CountOf.SIGNATORIES: "signatories",
    CountOf.RATIFIED: "those that ratified",
    CountOf.MEMBERS: "members",
    CountOf.STATES: "states that are party",
}


def around(days: DaySet, asked: DayInterval) -> tuple[DayInterval, ...]:
    """The last stretch of days before the ones asked about, and the next one after them."""
    start = asked.start or date.min
    before = [one for one in days if one.end is not None and one.end <= start]
    after = [one for one in days if one.start is not None and one.start >= start]
    return (*before[-1:], *after[:1])


def _articles(told: Count, treaty: Treaty) -> tuple[str, ...]:
    joining = (f"{treaty.id} {treaty.rules.joining.article}",) if treaty.rules else ()
    return ("VCLT 2(1)(g)", *joining) if told.of in SIGNING else ("VCLT 2(1)(g)",)
