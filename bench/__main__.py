"""Run every measurement and print the table."""

from __future__ import annotations

from bench import cold_start, html, matrix, panel, reading
from bench.measure import table

MEASURES = (
    reading.measure,
    reading.measure_general,
    html.measure,
    matrix.measure,
    panel.measure,
    cold_start.measure,
)

print(table([measure() for measure in MEASURES]))
