"""The three days in every address: the day asked about, what was known, what was recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from urllib.parse import urlencode

from inforce import api
from inforce.dates import PartialDate

DAYS = ("on", "known_on", "recorded_on")


@dataclass(frozen=True, slots=True)
class Asked:
    """The days of an address; None where it names none.

    ``now`` is the day that stands for ``on`` where the address leaves it out.
    """

    on: PartialDate | None = None
    known_on: PartialDate | None = None
    recorded_on: PartialDate | None = None
    now: PartialDate | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """The days of a query; raises DateError for one that does not exist."""
        days = {name: api.as_day((query.get(name) or "").strip() or None) for name in DAYS}
        return cls(**days, now=today())

    @property
    def day(self) -> PartialDate:
        """The day asked about."""
        return self.on or self.now or today()

    @property
    def query(self) -> dict[str, str]:
        """The days that the address names."""
        named = {name: getattr(self, name) for name in DAYS}
        return {name: day.edtf for name, day in named.items() if day is not None}

    @property
    def fixed(self) -> Asked:
        """The same question with every day named, so that it can be asked again later."""
        now = self.now or today()
        return replace(
            self,
            on=self.on or now,
            known_on=self.known_on or now,
            recorded_on=self.recorded_on or now,
        )


def address(path: str, /, asked: Asked, **more: str | int | None) -> str:
    """A path with the days asked and further values, so that a link keeps the question."""
    if not more:
        # Most links of a page only keep the question.
        return path + _asking(asked.on, asked.known_on, asked.recorded_on)
    query = {**asked.query, **{k: str(v) for k, v in more.items() if v not in (None, "")}}
    return f"{path}?{urlencode(query)}" if query else path


@lru_cache(maxsize=64)
def _asking(*days: PartialDate | None) -> str:
    told = {name: day.edtf for name, day in zip(DAYS, days, strict=True) if day is not None}
    return f"?{urlencode(told)}" if told else ""


def today() -> PartialDate:
    """The present day; there is one value of it, since every answer asks."""
    return _whole(datetime.now(UTC).date())


@lru_cache(maxsize=2)
def _whole(day: date) -> PartialDate:
    return PartialDate.from_day(day)
