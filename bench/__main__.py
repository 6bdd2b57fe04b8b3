"""Run every measurement and print the table."""

from __future__ import annotations

from bench import cold_start, html, matrix, panel, reading
from bench.measure import table

print(
    table(
        [reading.measure(), html.measure(), matrix.measure(), panel.measure(), cold_start.measure()]
    )
)
