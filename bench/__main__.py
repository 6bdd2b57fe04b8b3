"""Run every measurement and print the table."""

from __future__ import annotations

from bench import (
    browser,
    clauses,
    cold_start,
    html,
    importing,
    ledger,
    matrix,
    panel,
    reading,
    scan,
    store,
    web,
)
from bench.measure import table

MEASURES = (
    reading.measure,
    reading.measure_general,
    html.measure,
    matrix.measure,
    panel.measure,
    ledger.measure,
    store.measure,
    importing.measure_file,
    importing.measure_postgres,
    clauses.measure,
    scan.measure,
    scan.against_naive,
    cold_start.measure,
    browser.measure,
)

print(table([*(measure() for measure in MEASURES), *web.measure()]))
