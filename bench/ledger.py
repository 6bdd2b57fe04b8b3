"""Ten thousand forecasts resolved together against a plain loop that asks for each alone."""

from __future__ import annotations

from functools import cache
from itertools import cycle, islice, product

from bench.measure import Ratio, best
from inforce.api import View
from inforce.catalogue.model import Treaty
from inforce.catalogue.scales import scale
from inforce.dates import PartialDate
from inforce.forecasts import Entry, entries, resolve
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Forecast
from inforce.record.view import TreatyRecord
from inforce.terms import Act, ClaimKind, Modality

MANY = 10_000
LOOPED = 500
"""So many are asked for alone; the loop's time for all is reckoned from theirs."""
AIM = 1.0
"""Seconds for all of them."""
_TREATIES = ("apmbc", "ccm", "rome", "tpnw", "att", "paris")
_ACTS = (Act.WITHDRAWAL, Act.EXIT_EFFECT, Act.ACCESSION, Act.RATIFICATION)
_WORDS = ("likely", "unlikely", "highly likely", "realistic possibility", "could")


def ledger(view: View, many: int) -> tuple[Entry, ...]:
    """Forecasts of acts by every participant, made on days and for windows of their own."""
    who = [one.id for one in view.catalogue.participants()]
    places = islice(cycle(product(_TREATIES, _ACTS, who)), many)
    statements = []
    for n, (treaty, act, participant) in enumerate(places):
        said = PartialDate.parse(f"{2015 + n % 10}-{1 + n % 12:02}-01")
        window = PartialDate.between(said.earliest, PartialDate.parse(f"{2016 + n % 10}").latest)
        claim = Claim(
            ClaimKind.FORECAST,
            participant=participant,
            treaty=treaty,
            date=window,
            act=act,
            value=Forecast(_WORDS[n % len(_WORDS)], f"event {n}"),
        )
        evidence = Evidence("an analyst", said, quote=f"event {n}")
        statements.append(Statement(claim, Modality.PLANNED, evidence))
    return entries(statements, scale(view.catalogue))


def measure() -> Ratio:
    """Re-resolving the whole ledger; both ways give the same outcomes."""
    view = View.open()
    made = ledger(view, MANY)
    on = PartialDate.parse("2026-03-01")

    @cache
    def held(treaty: str) -> tuple[Treaty, TreatyRecord]:
        return view.catalogue.treaty(treaty), view.record(treaty)

    few = made[:LOOPED]

    def together() -> object:
        return resolve(made, held, on=on)

    def alone() -> object:
        return tuple(one for entry in few for one in resolve([entry], held, on=on))

    if resolve(few, held, on=on) != alone():
        raise AssertionError("forecasts resolved together and alone differ")
    mine, part = best(together, alone, rounds=3)
    base = part * MANY / LOOPED
    return Ratio(
        "a ledger asked for one by one / resolved together",
        mine,
        base,
        base / mine,
        f"under {AIM:.0f} s",
        mine < AIM,
        f"times as fast, {MANY:,} forecasts under {len(_TREATIES)} treaties",
    )
