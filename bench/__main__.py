"""Run every measurement and print the table."""

from __future__ import annotations

from bench import cold_start, matrix, panel, reading
from bench.measure import table

print(table([reading.measure(), matrix.measure(), panel.measure(), cold_start.measure()]))
