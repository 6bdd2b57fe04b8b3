"""One treaty as of a day and known on a day, from millions of statements in a store.

The baseline is the same question, hand-written in DuckDB over a Parquet file that is sorted by
treaty, participant and day.
"""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import polars as pl

from bench.measure import Ratio, best
from inforce.dates import PartialDate
from inforce.record.database import Database
from inforce.record.model import Statement
from inforce.record.schema import INDEXES
from inforce.record.serial import from_text
from inforce.record.store import Store

AIM = 1.0
STATEMENTS = 5_000_000
_PARTICIPANTS = 200
_EACH = 42
"""Statements for each participant and treaty, as if every act were told by many sources."""

_ASKED = 20
_ON, _KNOWN_ON = date(1998, 6, 30), date(2003, 12, 31)
_ROW_GROUP = 20_000

_DUCKDB = """
SELECT participant, max({{
  'done_by': done_by, 'known_by': known_by, 'recorded_on': recorded_on, 'id': id, 'body': body
}}).body
FROM read_parquet('{file}')
WHERE treaty = ? AND done_by <= ? AND known_by <= ?
GROUP BY participant ORDER BY participant
"""


def measure(statements: int = STATEMENTS) -> Ratio:
    """Both give the same statements for the same treaties, as values of the library."""
    with TemporaryDirectory(prefix="inforce-bench-") as folder:
        start = time.perf_counter()
        treaties = build(Path(folder), statements)
        took = time.perf_counter() - start
        asked = [treaties[n * len(treaties) // _ASKED] for n in range(_ASKED)]
        with Store.open(Path(folder) / "a.store", readonly=True) as store, duckdb.connect() as duck:
            sql = _DUCKDB.format(file=Path(folder) / "sorted.parquet")
            on, known = PartialDate.from_day(_ON), PartialDate.from_day(_KNOWN_ON)

            def ours() -> list[list[Statement]]:
                found = [store.last_acts(treaty, on=on, known_on=known) for treaty in asked]
                return [[each.statement for each in acts] for acts in found]

            def theirs() -> list[list[tuple[str, str]]]:
                return [duck.execute(sql, [t, _ON, _KNOWN_ON]).fetchall() for t in asked]

            told = ours()
            if told != [[from_text(body) for _, body in acts] for acts in theirs()]:
                raise AssertionError("the store and DuckDB differ")
            mine, base = (spent / _ASKED for spent in best(ours, theirs, rounds=5))
    value = mine / base
    return Ratio(
        f"one treaty as of a day, known on a day, of {statements:,} / DuckDB, sorted Parquet",
        mine,
        base,
        value,
        f"at most {AIM:.0f}",
        value <= AIM,
        f"times the time, {len(told[0])} participants each; made in {took:.0f} s",
    )


def build(folder: Path, statements: int) -> list[str]:
    """Make ``a.store`` and ``sorted.parquet`` of the same statements; the ids of the treaties."""
    made = _made(statements)
    made.write_parquet(folder / "sorted.parquet", row_group_size=_ROW_GROUP)
    place = folder / "a.store"
    with Store.open(place, create=True) as store:
        database = store.database
        # Nothing of this is what a store does; it only fills one fast.
        for setting in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
            database.run(f"PRAGMA {setting}")
        for setting in ("cache_size = -500000", "temp_store = MEMORY", "threads = 2"):
            database.run(f"PRAGMA {setting}")
        with database.transaction():
            _fill(database, made)
    return made["treaty"].unique().sort().to_list()


def _fill(database: Database, made: pl.DataFrame) -> None:
    for sql in INDEXES:
        database.run(f"DROP INDEX {sql.split()[2]}")
    done = ("treaty", "participant", "done_by", "known_by", "recorded_on", "id")
    columns = ("id", "treaty", "participant", "kind", "known_by", "recorded_on", "one", "body")
    text = made.with_columns(
        pl.col("done_by", "known_by", "recorded_on").cast(pl.String),
        pl.lit("act").alias("kind"),
        pl.lit(1).alias("one"),
    )
    database.insert("addition", [(1, "2026-01-01T00:00:00.000000+00:00", "bench", "")])
    database.insert("done", text.select(done).iter_rows())
    # As they come in over the years: by no order of treaties.
    database.insert("statement", text.sort("id").select(columns).iter_rows())
    for sql in INDEXES:
        database.make(sql)


def _made(statements: int) -> pl.DataFrame:
    """Statements of acts between 1950 and 2025, said up to four years after, in sorted order."""
    n = pl.col("n")
    pairs = n // _EACH
    acts = pl.lit(["signature", "ratification", "reservation", "declaration", "withdrawal"])
    frame = pl.DataFrame({"n": pl.arange(0, statements, eager=True)}).select(
        n,
        pl.format("t{}", (pairs // _PARTICIPANTS).cast(pl.String).str.zfill(4)).alias("treaty"),
        pl.format("P{}", (pairs % _PARTICIPANTS).cast(pl.String).str.zfill(3)).alias("participant"),
        (pl.date(1950, 1, 1) + pl.duration(days=n.hash(1) % 27_000)).alias("done_by"),
        (n.hash(2) % 1_400).alias("later"),
        acts.list.get(n % 5).alias("act"),
        pl.date(2026, 1, 1).alias("recorded_on"),
        n.hash(3).cast(pl.String).str.zfill(24).alias("id"),
    )
    said = frame.with_columns((pl.col("done_by") + pl.duration(days=pl.col("later"))).alias("said"))
    body = pl.format(
        '{"claim":{"kind":"act","participant":"{}","treaty":"{}","date":"{}","act":"{}"},'
        '"modality":"done","evidence":{"source":"unsg","asserted":"{}","reference":"{}"}}'.replace(
            "{", "{{"
        )
        .replace("}", "}}")
        .replace("{{}}", "{}"),
        *(pl.col(name) for name in ("participant", "treaty", "done_by", "act", "said", "n")),
    )
    known = pl.min_horizontal("said", "recorded_on").alias("known_by")
    return said.select(
        "treaty", "participant", "done_by", known, "recorded_on", "id", body.alias("body")
    ).sort("treaty", "participant", "done_by", "known_by", "recorded_on", "id")
