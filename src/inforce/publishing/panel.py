"""A panel of participants, treaties and days: the law's timelines, written out row by row."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeAlias

from inforce.dates import PartialDate
from inforce.errors import InforceError
from inforce.law.model import Span, StatusAnswer
from inforce.law.status import known_until, party_of, settled_status
from inforce.law.status import status as law_status
from inforce.law.timeline import timelines
from inforce.record.view import TreatyRecord
from inforce.terms import AnswerKind, StatusKind

if TYPE_CHECKING:
    import polars as pl

    from inforce.catalogue.model import Treaty

COLUMNS = {
    "participant": "the participant's id",
    "treaty": "the treaty's id",
    "date": "the day; of a month or a year the last day, on which the status holds",
    "status": "the status on that day; null where it is not settled",
    "party": "whether the treaty is in force for the participant: yes, no, unknown, contested",
    "whole": "whether all of that holds on every day of the month or year",
    "complete": "whether the day lies within the days for which the record is complete",
    "source": "who says so: the source of the act that began the status",
    "statement": "the id of the statement of that act",
}
"""The panel's columns; without an act, as for one that never joined, there is no source."""

_ONE_DAY = timedelta(days=1)
_STEP = {"day": "1d", "month": "1mo", "year": "1y"}
_Schema: TypeAlias = "dict[str, pl.DataType | type[pl.DataType]]"
_Run: TypeAlias = tuple[str, date, date, str | None, str, bool, str | None, str | None]


class PanelError(InforceError):
    """A panel that cannot be made or written as asked."""


class Unit(StrEnum):
    """What a row of the panel is of."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which panel: the unit, the first and the last day, and the participants.

    Raises PanelError where the last day comes before the first, or nobody is asked about.
    """

    unit: Unit
    first: date
    last: date
    participants: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise PanelError(
                f"found a panel from {self.first} to {self.last}, expected days in that order"
            )
        if not self.participants:
            raise PanelError("found no participant for the panel, expected one or more")


def panel(
    treaties: Sequence[Treaty], records: Mapping[str, TreatyRecord], asked: Asked
) -> pl.DataFrame:
    """The whole panel in memory, by treaty, participant and date, with :data:`COLUMNS`.

    ``records`` holds each treaty's record by treaty id; KeyError without one. A row takes about
    20 bytes: for many treaties by the day :func:`write_panel` goes treaty by treaty.
    """
    import polars as pl

    frames = [frame.collect() for frame in _frames(treaties, records, asked)]
    return pl.concat(frames) if frames else pl.DataFrame(schema=_schema(treaties, records, asked))


def write_panel(
    path: str | os.PathLike[str],
    treaties: Sequence[Treaty],
    records: Mapping[str, TreatyRecord],
    asked: Asked,
) -> None:
    """Write the panel as Parquet or CSV, as the file's name ends; one treaty in memory at a time.

    The file is there whole or not at all. Raises PanelError for another ending, or a place that
    cannot be written.
    """
    import polars as pl

    target = Path(path)
    if target.suffix not in (".parquet", ".csv"):
        raise PanelError(f"{target} ends in {target.suffix!r}, expected .parquet or .csv")
    frames = list(_frames(treaties, records, asked))
    whole = pl.concat(frames) if frames else pl.LazyFrame(schema=_schema(treaties, records, asked))
    try:
        # A folder, so that a writer that outlives an interruption finds no place to write to.
        with TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
            part = Path(folder) / target.name
            if target.suffix == ".csv":
                whole.sink_csv(part)
            else:
                whole.sink_parquet(part)
            part.replace(target)
    except OSError as error:
        raise PanelError(f"{target} cannot be written: {error.strerror or error}") from error


def _frames(
    treaties: Sequence[Treaty], records: Mapping[str, TreatyRecord], asked: Asked
) -> Iterator[pl.LazyFrame]:
    """A frame for each treaty, worked out when it is collected."""
    import polars as pl

    runs = {t.id: _runs(t, records[t.id], asked) for t in treaties}
    schema = _schema(treaties, records, asked, runs)
    stretches: _Schema = {
        "participant": schema["participant"],
        "first": pl.Date,
        "last": pl.Date,
        **{name: schema[name] for name in ("status", "party", "complete", "source", "statement")},
    }
    for treaty_id, held in runs.items():
        frame = pl.DataFrame(held, schema=stretches, orient="row").lazy()
        yield _expanded(frame, treaty_id, asked, schema)


def _expanded(runs: pl.LazyFrame, treaty: str, asked: Asked, schema: _Schema) -> pl.LazyFrame:
    """Each stretch as a row for every unit whose last day, or the last day asked, lies in it."""
    import polars as pl

    step = _STEP[asked.unit.value]
    first, last, begun = pl.col("first"), pl.col("last"), pl.col("begun")
    if asked.unit is Unit.DAY:
        days = pl.date_ranges(first, last, step)
        spread = runs.with_columns(days.alias("date")).explode("date")
        spread = spread.with_columns(pl.lit(value=True).alias("whole"))
    else:
        # The first day of the unit after the stretch: units before it end within the stretch.
        after = (last + _ONE_DAY).dt.truncate(step)
        past = pl.when(last == asked.last).then(last + _ONE_DAY).otherwise(after)
        begins = pl.date_ranges(first.dt.truncate(step), past, step, closed="left")
        spread = runs.with_columns(begins.alias("begun")).explode("begun")
        spread = spread.filter(begun.is_not_null()).with_columns(
            pl.min_horizontal(begun.dt.offset_by(step) - _ONE_DAY, pl.lit(asked.last)).alias(
                "date"
            ),
            (first <= pl.max_horizontal(begun, pl.lit(asked.first))).alias("whole"),
        )
    named = spread.with_columns(pl.lit(treaty, dtype=schema["treaty"]).alias("treaty"))
    return named.select(list(COLUMNS))


def _schema(
    treaties: Sequence[Treaty],
    records: Mapping[str, TreatyRecord],
    asked: Asked,
    runs: Mapping[str, Sequence[_Run]] | None = None,
) -> _Schema:
    """The types of the columns: ids as enumerations, so that a row is small."""
    import polars as pl

    held = runs if runs is not None else {t.id: _runs(t, records[t.id], asked) for t in treaties}
    every = [run for found in held.values() for run in found]
    return {
        "participant": pl.Enum(sorted({run[0] for run in every})),
        "treaty": pl.Enum(list(held)),
        "date": pl.Date(),
        "status": pl.Enum([kind.value for kind in StatusKind]),
        "party": pl.Enum([kind.value for kind in AnswerKind]),
        "whole": pl.Boolean(),
        "complete": pl.Boolean(),
        "source": pl.Enum(sorted({run[6] for run in every if run[6]})),
        "statement": pl.Enum(sorted({run[7] for run in every if run[7]})),
    }


def _runs(treaty: Treaty, record: TreatyRecord, asked: Asked) -> list[_Run]:
    """The stretches of one treaty within the days asked, in order of participant and day."""
    lines = timelines(treaty, record)
    known = known_until(record)
    # One answer serves all that have no act: it does not depend on the day, or on who asks.
    absent: StatusAnswer | None = None
    found: list[_Run] = []
    for who in dict.fromkeys(asked.participants):
        line = lines.get(who)
        spans = line.spans if line else ()
        if not spans:
            absent = absent or law_status(treaty, who, PartialDate.from_day(asked.first), record)
            status = absent.status.value if absent.status else None
            party = absent.party.value
            found += _cut((who, asked.first, asked.last, status, party, True, None, None), known)
        for span in spans:
            found += _cut(_run(who, span, asked), known)
    return found


def _run(who: str, span: Span, asked: Asked) -> _Run:
    start = max(span.days.start or asked.first, asked.first)
    last = min(span.days.last_day or asked.last, asked.last)
    status = settled_status(span)
    since = span.since.followed if span.since else None
    return (
        who,
        start,
        last,
        status.value if status else None,
        party_of(span).value,
        True,
        since.evidence.source if since else None,
        since.id if since else None,
    )


def _cut(run: _Run, known: date | None) -> Iterator[_Run]:
    """The stretch in two where the record's complete days end; nothing of an empty one."""
    who, first, last, status, party, _, source, statement = run
    end = known if known is not None else date.min
    if first <= min(last, end):
        yield who, first, min(last, end), status, party, True, source, statement
    if end < last and first <= last:
        yield who, max(first, end + _ONE_DAY), last, status, party, False, source, statement
