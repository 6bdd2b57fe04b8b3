"""A hundred thousand rows of a table, imported in one transaction, against a minute."""

from __future__ import annotations

import csv
import sys
import time
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Ratio
from inforce.catalogue import load
from inforce.record.importing import COLUMNS, import_csv
from inforce.record.store import Store

ROWS = 100_000
_MINUTE = 60.0


def measure_file(rows: int = ROWS) -> Ratio:
    """Into a new SQLite file."""
    with TemporaryDirectory(prefix="inforce-bench-") as folder:
        return _measure(str(Path(folder) / "a.store"), "SQLite", rows)


def measure_postgres(rows: int = ROWS) -> Ratio:
    """Into a new database of the PostgreSQL that the tests use."""
    sys.path.append(str(Path(__file__).parents[1] / "tests"))
    from postgres_server import running

    with running() as server:
        return _measure(server.new_database(), "PostgreSQL", rows)


def _measure(place: str, kind: str, rows: int) -> Ratio:
    catalogue = load()
    with TemporaryDirectory(prefix="inforce-bench-") as folder:
        table = Path(folder) / "rows.csv"
        _write(table, rows)
        with Store.open(place, create=True) as store:
            start = time.perf_counter()
            first = import_csv(store, table, catalogue=catalogue, why="measured")
            took = time.perf_counter() - start
            again = import_csv(store, table, catalogue=catalogue, why="measured")
    if (len(first.added.new), len(again.added.new)) != (rows, 0):
        raise AssertionError("an import added other rows than it was given")
    value = _MINUTE / took
    return Ratio(
        f"a minute / {rows:,} rows imported in one transaction, {kind}",
        took,
        _MINUTE,
        value,
        "at least 1",
        value >= 1,
        "times as fast, from CSV to acknowledged",
    )


def _write(table: Path, rows: int) -> None:
    """Rows of accessions, no two alike, of every treaty and participant in turn."""
    catalogue = load()
    treaties = [treaty.id for treaty in catalogue.treaties()]
    participants = [participant.id for participant in catalogue.participants()]
    pairs = product(range(rows), treaties, participants)
    with table.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(COLUMNS)
        for page, treaty, who in islice(pairs, rows):
            day = f"{1950 + page % 75}-03-01"
            told = ("unsg", "", f"page {page}", "yes", "", "A. Clerk")
            writer.writerow([treaty, who, "accession", day, "", *told])
