"""The panel by the day against the library's own answer asked once a pair and day."""

from __future__ import annotations

from datetime import date, timedelta

from bench.measure import Ratio, best
from inforce.api import View
from inforce.dates import PartialDate
from inforce.law.status import status
from inforce.publishing.panel import Asked, Unit, panel

AIM = 50.0
_FIRST, _LAST = date(2025, 1, 1), date(2025, 12, 31)
_APART = 91
_TREATIES = 4


def measure() -> Ratio:
    """One year of some treaties for every participant; the single questions on a few of its days.

    Both give the same statuses on those days; the time of the single questions is scaled to all.
    """
    view = View.open()
    treaties = [t for t in view.catalogue.treaties() if t.rules and view.record(t.id).acts]
    treaties = sorted(treaties, key=lambda t: t.id)[:_TREATIES]
    participants = tuple(p.id for p in view.catalogue.participants())
    records = {t.id: view.record(t.id) for t in treaties}
    asked = Asked(Unit.DAY, _FIRST, _LAST, participants)
    days = (_LAST - _FIRST).days + 1
    sample = [_FIRST + timedelta(days=n) for n in range(0, days, _APART)]

    def one_by_one() -> dict[tuple[str, str, date], str | None]:
        found = {}
        for treaty in treaties:
            for who in participants:
                for day in sample:
                    on = PartialDate.from_day(day)
                    kind = status(treaty, who, on, records[treaty.id]).status
                    found[who, treaty.id, day] = kind.value if kind else None
        return found

    whole = panel(treaties, records, asked)
    columns = ("participant", "treaty", "date", "status")
    told = {
        (who, what, day): kind
        for who, what, day, kind in whole.select(columns).iter_rows()
        if day in sample
    }
    if told != one_by_one():
        raise AssertionError("the panel and the single answers differ")
    mine, base = best(lambda: panel(treaties, records, asked), one_by_one, rounds=2)
    base *= days / len(sample)
    value = base / mine
    return Ratio(
        "status asked once a pair and day / the panel",
        mine,
        base,
        value,
        f"at least {AIM:.0f}",
        value >= AIM,
        f"times as fast, {whole.height:,} rows; asked singly on {len(sample)} of {days} days",
    )
