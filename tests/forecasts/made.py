"""Forecasts in few words, made by hand for the tests of the forecasts room."""

from __future__ import annotations

from inforce.catalogue import load
from inforce.catalogue.scales import scale
from inforce.catalogue.subjects import subjects
from inforce.dates import PartialDate
from inforce.forecasts.ledger import Entry, entries
from inforce.forecasts.resolve import Outcome, Resolution
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Forecast
from inforce.terms import Act, ClaimKind, Modality

CATALOGUE = load("")


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def said(
    words: str,
    event: str,
    *,
    participant: str | None = None,
    act: Act | None = None,
    about: Act | None = None,
    treaty: str | None = "apmbc",
    on: str = "2025-05-19",
    window: str | None = None,
    author: str = "an analyst",
) -> Statement:
    """A forecast as the reader gives it."""
    claim = Claim(
        ClaimKind.FORECAST,
        participant=participant,
        treaty=treaty,
        date=day(window) if window else None,
        act=act,
        about=about,
        value=Forecast(words, event),
    )
    return Statement(claim, Modality.PLANNED, Evidence(author, day(on), quote=event))


def entry(statement: Statement, *, name: str = "phia") -> Entry:
    (found,) = entries([statement], scale(CATALOGUE, name), subjects(CATALOGUE))
    return found


def ledger(*rows: tuple[str, str, Outcome]) -> list[Resolution]:
    """Entries of these words and authors, resolved so."""
    return [
        Resolution(entry(said(words, f"event {n}", author=author)), day("2026-01-01"), outcome)
        for n, (words, author, outcome) in enumerate(rows)
    ]
