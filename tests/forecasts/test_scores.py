"""Scores against an independent implementation, and the bounds of a range as laws."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss, log_loss

from forecasts.made import ledger
from inforce.forecasts.likelihood import Range
from inforce.forecasts.resolve import Outcome
from inforce.forecasts.scores import brier, score_bounds, scores, wilson
from inforce.forecasts.scores import log_loss as own_log_loss

inside = st.floats(0.01, 0.99)
pairs = st.lists(st.tuples(inside, st.integers(0, 1)), min_size=2, max_size=30).filter(
    lambda rows: len({hit for _, hit in rows}) == 2
)
ranges = st.tuples(inside, inside).map(lambda ends: Range(min(ends), max(ends)))
few = settings(max_examples=40, deadline=None)


@few
@given(pairs)
def test_the_scores_are_those_of_scikit_learn(rows: list[tuple[float, int]]) -> None:
    hits = [hit for _, hit in rows]
    said = [probability for probability, _ in rows]
    exact = [(Range(p, p), hit) for p, hit in rows]
    squared, logarithmic = score_bounds(exact, brier), score_bounds(exact, own_log_loss)
    assert squared is not None
    assert logarithmic is not None
    assert squared.middle == pytest.approx(brier_score_loss(hits, said))
    assert logarithmic.middle == pytest.approx(log_loss(hits, said))


@few
@given(st.lists(st.tuples(ranges, st.integers(0, 1)), min_size=1, max_size=20), st.data())
def test_any_probabilities_within_the_ranges_score_within_the_bounds(
    rows: list[tuple[Range, int]], data: st.DataObject
) -> None:
    chosen = [data.draw(st.floats(one.low, one.high)) for one, _ in rows]
    for score in (brier, own_log_loss):
        bounds = score_bounds(rows, score)
        assert bounds is not None
        mean = sum(score(p, hit) for p, (_, hit) in zip(chosen, rows, strict=True)) / len(rows)
        assert bounds.best - 1e-9 <= mean <= bounds.worst + 1e-9
        assert bounds.best - 1e-9 <= bounds.middle <= bounds.worst + 1e-9


def test_certainty_that_fails_has_no_finite_logarithmic_score() -> None:
    assert own_log_loss(1.0, 0) == math.inf
    assert own_log_loss(0.0, 0) == 0.0


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    # R. G. Newcombe, Two-sided confidence intervals for the single proportion (1998), table I.
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_wilson_interval_of_the_literature(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=5e-5)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_ledger_is_scored_by_word_and_author_and_set_beside_baselines() -> None:
    resolved = ledger(
        ("likely", "A", Outcome.CAME_TRUE),
        ("likely", "A", Outcome.DID_NOT),
        ("likely", "B", Outcome.LOWER_RUNG),
        ("highly likely", "B", Outcome.CAME_TRUE),
        ("could", "B", Outcome.CAME_TRUE),
        ("could likely", "B", Outcome.CAME_TRUE),
        ("likely", "B", Outcome.OPEN),
    )
    found = scores(resolved)
    assert found.n == 4
    assert found.base_rate == pytest.approx(0.25)
    assert found.no_change == pytest.approx(0.5)
    assert found.brier is not None
    likely = [(0.55, 0.75)] * 3 + [(0.8, 0.9)]
    hits = [1, 0, 0, 1]
    ends = [sorted(((a - h) ** 2, (b - h) ** 2)) for (a, b), h in zip(likely, hits, strict=True)]
    assert found.brier.best == pytest.approx(sum(end[0] for end in ends) / 4)
    assert found.brier.worst == pytest.approx(sum(end[1] for end in ends) / 4)
    words = {one.name: (one.n, one.hits) for one in found.by_word}
    assert words == {"likely": (3, 1), "highly likely": (1, 1)}
    assert {one.name: one.n for one in found.by_author} == {"A": 2, "B": 2}
    assert dict(found.outcomes)[Outcome.OPEN] == 1


def test_an_empty_ledger_has_no_scores() -> None:
    found = scores([])
    assert (found.n, found.brier, found.base_rate, found.by_word) == (0, None, None, ())
