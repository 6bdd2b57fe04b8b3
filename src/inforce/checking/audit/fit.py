"""Which rule explains most pairs of days, and how well it does by chance."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inforce.catalogue.model import Delay
from inforce.checking.audit.family import Days, days_of, family, rule_words
from inforce.checking.audit.model import Fit, Share

LEAST = 5
"""So many pairs are needed before a rule is sought."""
_SHUFFLES = 3
_LEAST_EXPLAINED = 3
_LEAST_SHARE = 0.25
"""A rule that explains fewer days than these is no rule: as much comes about by chance."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two days between which a rule is sought: what it runs from, and its effect."""

    trigger: date
    effect: date


@dataclass(frozen=True, slots=True)
class _Best:
    """The rules with the most pairs, the simplest first, and that number."""

    rules: tuple[Delay, ...]
    explained: int

    @property
    def first(self) -> Delay | None:
        return self.rules[0] if self.rules else None


def fit(
    pairs: Sequence[Pair], *, name: str, given: Delay | None = None, start: date | None = None
) -> Fit:
    """The given rule, or the one that explains most pairs, with the share that it explains.

    A rule counts as found when it explains at least three different triggers and a quarter of
    the pairs. ``name`` seeds the shuffling, so that an audit comes out the same again.
    """
    tried = {given: Days(given, start)} if given else {one: days_of(one) for one in family()}
    if given is None and len(pairs) < LEAST:
        words = f"{len(pairs)} pairs of days: at least {LEAST} are needed to seek a rule"
        empty = Share(len(pairs))
        return Fit(None, words, empty, None, 0, (), given=False, shuffled=empty)
    triggers = [pair.trigger for pair in pairs]
    effects = [pair.effect.toordinal() for pair in pairs]
    days = {rule: [known[day] for day in triggers] for rule, known in tried.items()}
    exact = _best(days, effects, triggers, within=0, sought=given is None)
    loose = _best(days, effects, triggers, within=1, sought=given is None)
    near = len(_explained(days[exact.first], effects, 1)) if exact.first else 0
    words = rule_words(exact.first) if exact.first else "no rule explains enough of the days"
    return Fit(
        exact.first,
        words,
        Share(len(pairs), exact.explained, near),
        loose.first,
        max(loose.explained, near),
        tuple(rule_words(one) for one in exact.rules[1:]),
        given=given is not None,
        shuffled=_shuffled(days, effects, triggers, name=name, sought=given is None),
    )


def _best(
    days: dict[Delay, list[int | None]],
    effects: Sequence[int],
    triggers: Sequence[date],
    *,
    within: int,
    sought: bool,
) -> _Best:
    counts = {rule: len(_explained(known, effects, within)) for rule, known in days.items()}
    most = max(counts.values(), default=0)
    winners = [rule for rule, count in counts.items() if count == most]
    if not sought:
        return _Best(tuple(winners), most)
    stands = [
        rule
        for rule in winners
        if most >= _LEAST_SHARE * len(effects)
        and len({triggers[place] for place in _explained(days[rule], effects, within)})
        >= _LEAST_EXPLAINED
    ]
    return _Best(tuple(stands), most if stands else 0)


def _explained(known: Sequence[int | None], effects: Sequence[int], within: int) -> list[int]:
    """The places of the pairs whose effect is the rule's day, or within so many days of it."""
    if not within:
        return [place for place, (a, b) in enumerate(zip(known, effects, strict=True)) if a == b]
    return [
        place
        for place, (a, b) in enumerate(zip(known, effects, strict=True))
        if a is not None and abs(a - b) <= within
    ]


def _shuffled(
    days: dict[Delay, list[int | None]],
    effects: Sequence[int],
    triggers: Sequence[date],
    *,
    name: str,
    sought: bool,
) -> Share:
    """What the search explains of effects dealt out anew: the control of the search itself."""
    # A seed of the name alone gives the same control on every run; nothing here is secret.
    chance = random.Random(name)
    shares = []
    for _ in range(_SHUFFLES):
        dealt = list(effects)
        chance.shuffle(dealt)
        exact, near = (
            _best(days, dealt, triggers, within=within, sought=sought).explained
            for within in (0, 1)
        )
        shares.append(Share(len(dealt), exact, near))
    return Share.of(shares)
