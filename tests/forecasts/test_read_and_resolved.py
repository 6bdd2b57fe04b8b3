"""Plain forecasts in English: read from their sentence, and resolved by the record."""

from __future__ import annotations

import pytest

from inforce import api
from inforce.dates import PartialDate
from inforce.documents import load_text
from inforce.terms import Act

BEFORE = "Lithuania's parliament voted on the Ottawa Convention in May 2025.\n\n"


@pytest.fixture(scope="module")
def view() -> api.View:
    return api.View.open()


@pytest.mark.parametrize(
    ("sentence", "who", "words", "outcome"),
    [
        (
            "Lithuania is likely to withdraw from the Ottawa Convention by the end of 2025.",
            "LTU",
            "likely",
            "came_true",
        ),
        (
            "Finland is highly likely to withdraw from the Ottawa Convention by the end of 2025.",
            "FIN",
            "highly likely",
            "lower_rung",
        ),
        (
            "It is likely that Norway will leave the Ottawa Convention in 2025.",
            "NOR",
            "likely",
            "did_not",
        ),
        (
            "Poland will probably leave the Ottawa Convention next year.",
            "POL",
            "probably",
            "came_true",
        ),
        (
            "There is a realistic possibility that Greece will leave the Ottawa Convention.",
            "GRC",
            "realistic possibility",
            "open",
        ),
        ("Norway is unlikely to leave the Ottawa Convention.", "NOR", "unlikely", "open"),
    ],
)
def test_a_plain_forecast_is_read_and_resolved(
    view: api.View, sentence: str, who: str, words: str, outcome: str
) -> None:
    """Effects: Lithuania 27 December 2025, Finland 10 January and Poland 20 February 2026."""
    document = load_text(BEFORE + sentence, published=PartialDate.parse("2025-05-19"))
    told = api.read(document, view=view).statements
    (found,) = api.forecasts(told, on="2026-03-01", view=view).resolved
    claim = found.entry.statement.claim
    assert (claim.participant, claim.act, claim.treaty) == (who, Act.EXIT_EFFECT, "apmbc")
    assert (found.entry.likelihood.words, found.outcome.value) == (words, outcome)
