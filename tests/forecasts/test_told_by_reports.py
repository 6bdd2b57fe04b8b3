"""The forecasts of five reports of one event: read, mapped, windowed and resolved.

Expected values: the hand-annotated forecasts beside the reports, and what a careful reader makes of
them as of 1 March 2026 by the depositary's dates (notices of 27 June 2025, effects of 27 December).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from forecasts.made import CATALOGUE, day
from inforce.api import View
from inforce.catalogue.model import Treaty
from inforce.catalogue.scales import scale
from inforce.catalogue.subjects import subjects
from inforce.documents import load_text
from inforce.forecasts.ledger import entries
from inforce.forecasts.resolve import Outcome, Resolution, resolve
from inforce.reading import read
from inforce.record.view import TreatyRecord
from inforce.terms import Rung

PUBLISHED = {"000": "2025-12-27/2026-01-09", "002": "2025-12-27", "003": "2025-05-19"}
ON = "2026-03-01"
SOON, LATER, LATEST = "2025-05-19/2025-08-19", "2025-08-19/2026-05-19", "2026-05-19/.."
NEXT_YEAR = "2026-01-01/2026-12-31"


@pytest.fixture(scope="session")
def resolved(shared: Path) -> dict[str, list[Resolution]]:
    """Each report's forecasts as of the day asked about."""
    view = View(CATALOGUE, known_on=day(ON))

    @cache
    def held(treaty: str) -> tuple[Treaty, TreatyRecord]:
        return CATALOGUE.treaty(treaty), view.record(treaty)

    found: dict[str, list[Resolution]] = {}
    for name, published in PUBLISHED.items():
        path = next((shared / "seeds").glob(f"{name}*"))
        text = load_text(path.read_text(encoding="utf-8"), name=path.name)
        told = read(text, CATALOGUE, published=day(published)).statements
        ledger = entries(told, scale(CATALOGUE, "phia"), subjects(CATALOGUE))
        found[name] = list(resolve(ledger, held, on=day(ON)))
    return found


def only(told: list[Resolution], who: str | None, word: str) -> Resolution:
    """The one forecast of a participant in whose event a word stands."""
    (found,) = (
        r
        for r in told
        if r.entry.statement.claim.participant == who and word in r.entry.event.split()
    )
    return found


ROWS = [
    ("003", "RUS", "criticism", "highly likely", SOON, Outcome.UNRESOLVABLE),
    ("003", "EST", "withdrawal", "likely", SOON, Outcome.LOWER_RUNG),
    ("003", "LVA", "withdrawal", "likely", SOON, Outcome.LOWER_RUNG),
    ("003", "POL", "announce", "realistic possibilities", SOON, Outcome.CAME_TRUE),
    ("003", "FIN", "announce", "realistic possibilities", SOON, Outcome.CAME_TRUE),
    ("003", "LTU", "deploying", "realistic possibility", LATER, Outcome.OPEN),
    ("003", "BALTIC", "deploying", "realistic possibility", LATER, Outcome.UNRESOLVABLE),
    ("003", "LTU", "scrutiny", "likely", LATER, Outcome.UNRESOLVABLE),
    ("003", "LTU", "muted", "likely", LATER, Outcome.UNRESOLVABLE),
    ("003", None, "erosion", "highly likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", "LTU", "precedent", "likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", "EST", "precedent", "likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", "LVA", "precedent", "likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", "POL", "precedent", "likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", "FIN", "precedent", "likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", "EUU", "rift", "realistic possibility", LATEST, Outcome.UNRESOLVABLE),
    ("003", "RUS", "deployments", "highly likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", "BLR", "deployments", "highly likely", LATEST, Outcome.UNRESOLVABLE),
    ("003", None, "erode", "could likely", None, Outcome.UNRESOLVABLE),
    ("003", None, "prompt", "could", None, Outcome.UNRESOLVABLE),
    ("000", "LTU", "produce", "will", None, Outcome.UNRESOLVABLE),
    ("000", "LTU", "ramp-up", "will", NEXT_YEAR, Outcome.UNRESOLVABLE),
    ("000", "FIN", "ramp-up", "will", NEXT_YEAR, Outcome.UNRESOLVABLE),
    ("000", "LTU", "export", "aiming", None, Outcome.UNRESOLVABLE),
    ("002", "LTU", "launching", "considering", NEXT_YEAR, Outcome.UNRESOLVABLE),
    ("002", "FIN", "launching", "considering", NEXT_YEAR, Outcome.OPEN),
]


@pytest.mark.parametrize(
    ("report", "who", "word", "words", "window", "outcome"),
    ROWS,
    ids=[f"{r[0]}-{r[1]}-{r[2]}" for r in ROWS],
)
def test_a_forecast_is_read_windowed_and_resolved(
    resolved: dict[str, list[Resolution]],
    *,
    report: str,
    who: str | None,
    word: str,
    words: str,
    window: str | None,
    outcome: Outcome,
) -> None:
    found = only(resolved[report], who, word)
    assert found.entry.likelihood.words == words
    assert found.outcome is outcome
    told = found.entry.window
    if window is not None:
        assert told is not None
        assert told.edtf == window


def test_every_word_is_mapped_or_named_as_unmapped(resolved: dict[str, list[Resolution]]) -> None:
    """A plan, an aim and a bare "could" stand on no scale of likelihood."""
    unmapped = {
        r.entry.likelihood.words
        for told in resolved.values()
        for r in told
        if r.entry.likelihood.range is None
    }
    assert unmapped == {"will", "plans", "aiming", "considering", "could"}


def test_nothing_but_the_record_settles_a_forecast(resolved: dict[str, list[Resolution]]) -> None:
    settled = {
        (r.entry.statement.claim.participant, r.outcome, r.reached)
        for told in resolved.values()
        for r in told
        if r.outcome in (Outcome.CAME_TRUE, Outcome.LOWER_RUNG, Outcome.DID_NOT)
    }
    assert {(who, outcome) for who, outcome, _ in settled} == {
        ("EST", Outcome.LOWER_RUNG),
        ("LVA", Outcome.LOWER_RUNG),
        ("POL", Outcome.CAME_TRUE),
        ("FIN", Outcome.CAME_TRUE),
    }
    assert ("EST", Outcome.LOWER_RUNG, Rung.NOTIFIED) in settled


def test_the_convention_bars_mines_for_the_first_half_of_the_window(
    resolved: dict[str, list[Resolution]],
) -> None:
    """Lithuania was bound until 27 December 2025; the window opens on 19 August."""
    (barred,) = only(resolved["003"], "LTU", "deploying").barred
    assert (str(barred.start), str(barred.end)) == ("2025-08-19", "2025-12-27")
