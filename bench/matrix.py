"""The whole matrix of status on a day against the same library asked once a pair."""

from __future__ import annotations

from bench.measure import Ratio, best
from inforce.api import View
from inforce.dates import PartialDate
from inforce.law.matrix import matrix
from inforce.law.status import status

AIM = 20.0


def measure() -> Ratio:
    """Every participant and every treaty with rules, on one day; both give the same statuses."""
    view = View.open()
    treaties = [t for t in view.catalogue.treaties() if t.rules]
    participants = [p.id for p in view.catalogue.participants()]
    records = {t.id: view.record(t.id) for t in treaties}
    day = PartialDate.parse("2025-12-27")

    def whole() -> object:
        return matrix(treaties, participants, day, records)

    def one_by_one() -> object:
        return {
            (who, treaty.id): status(treaty, who, day, records[treaty.id]).status
            for treaty in treaties
            for who in participants
        }

    if whole() != one_by_one():
        raise AssertionError("the matrix and the single answers differ")
    mine, base = best(whole, one_by_one, rounds=5)
    value = base / mine
    return Ratio(
        "status asked once a pair / the whole matrix",
        mine,
        base,
        value,
        f"at least {AIM:.0f}",
        value >= AIM,
        f"times as fast, {len(participants)} participants and {len(treaties)} treaties",
    )
