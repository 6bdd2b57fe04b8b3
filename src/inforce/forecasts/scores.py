"""Scores of resolved forecasts, with a range of probability kept a range."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from inforce.catalogue.scales import Scale
from inforce.dates import PartialDate
from inforce.forecasts.likelihood import Range
from inforce.forecasts.resolve import Outcome, Resolution

_SETTLED = {Outcome.CAME_TRUE: 1, Outcome.DID_NOT: 0, Outcome.LOWER_RUNG: 0}


@dataclass(frozen=True, slots=True)
class Bounds:
    """A score between its best and its worst for any probabilities within the ranges.

    ``middle`` is the score of the ranges' middles, which always lies between the two.
    """

    best: float
    middle: float
    worst: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often what was said in one word came true.

    ``low`` and ``high`` bound the frequency by the Wilson interval of 95 per cent, which serves
    small numbers too. ``range`` is the scale's.
    """

    name: str
    n: int
    hits: int
    frequency: float
    low: float
    high: float
    range: Range | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """A ledger's scores; smaller is better, and None stands where nothing could be scored.

    ``n`` are the entries that are settled and plainly worded; ``base_rate`` scores one who always
    says the share that came true, ``no_change`` one who never expects anything.
    """

    n: int
    brier: Bounds | None
    log: Bounds | None
    base_rate: float | None
    no_change: float | None
    by_word: tuple[Calibration, ...]
    by_author: tuple[Calibration, ...]
    outcomes: tuple[tuple[Outcome, int], ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Forecasts with their outcomes as known on ``on``, and their scores, by one scale."""

    scale: Scale
    on: PartialDate
    resolved: tuple[Resolution, ...]
    scores: Scores


def scores(resolved: Iterable[Resolution]) -> Scores:
    """The scores of a ledger: Brier and logarithmic, calibration by word and by author.

    A lower rung than the one meant counts as not come true. Hedged and unmapped words are
    counted among the outcomes, and not scored.
    """
    each = tuple(resolved)
    scored = [
        (one, one.entry.likelihood.range, _SETTLED[one.outcome])
        for one in each
        if one.outcome in _SETTLED and one.entry.likelihood.is_plain
    ]
    pairs = [(range_, hit) for _, range_, hit in scored if range_ is not None]
    hits = [hit for _, hit in pairs]
    rate = sum(hits) / len(hits) if hits else None
    counted = {outcome: sum(one.outcome is outcome for one in each) for outcome in Outcome}
    return Scores(
        len(pairs),
        score_bounds(pairs, brier),
        score_bounds(pairs, log_loss),
        None if rate is None else sum(brier(rate, hit) for hit in hits) / len(hits),
        None if rate is None else sum(brier(0.0, hit) for hit in hits) / len(hits),
        _calibrated(
            [(one.entry.likelihood.term or "", range_, hit) for one, range_, hit in scored]
        ),
        _calibrated([(one.entry.author, None, hit) for one, _, hit in scored]),
        tuple((outcome, n) for outcome, n in counted.items() if n),
    )


def brier(probability: float, hit: int) -> float:
    """The squared distance between the probability and what came."""
    return (probability - hit) ** 2


def log_loss(probability: float, hit: int) -> float:
    """Minus the natural logarithm of the probability given to what came; infinite for none."""
    given = probability if hit else 1.0 - probability
    return math.inf if given <= 0.0 else -math.log(given)


def score_bounds(
    pairs: Sequence[tuple[Range, int]], score: Callable[[float, int], float]
) -> Bounds | None:
    """The mean score at the best, the middle and the worst probabilities of the ranges.

    Both scores fall towards what came, so that their extremes lie at the ends of the range.
    """
    if not pairs:
        return None
    n = len(pairs)
    ends = [sorted((score(one.low, hit), score(one.high, hit))) for one, hit in pairs]
    middle = sum(score(one.middle, hit) for one, hit in pairs) / n
    return Bounds(sum(end[0] for end in ends) / n, middle, sum(end[1] for end in ends) / n)


def wilson(hits: int, n: int, *, confidence: float = 0.95) -> tuple[float, float]:
    """The Wilson score interval of a frequency (E. B. Wilson, 1927); (0, 1) of nothing."""
    if n == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share, square = hits / n, z * z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def _calibrated(rows: Iterable[tuple[str, Range | None, int]]) -> tuple[Calibration, ...]:
    grouped: dict[str, list[tuple[Range | None, int]]] = {}
    for name, range_, hit in rows:
        grouped.setdefault(name, []).append((range_, hit))
    found = []
    for name, group in grouped.items():
        n, hits = len(group), sum(hit for _, hit in group)
        low, high = wilson(hits, n)
        found.append(Calibration(name, n, hits, hits / n, low, high, group[0][0]))
    return tuple(sorted(found, key=lambda one: (one.range.middle if one.range else 0, one.name)))
