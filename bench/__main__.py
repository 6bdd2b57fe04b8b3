"""Run every measurement and print the table."""

from __future__ import annotations

from bench import cold_start, matrix, reading
from bench.measure import table

print(table([reading.measure(), matrix.measure(), cold_start.measure()]))
