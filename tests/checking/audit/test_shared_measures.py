"""What the best rule found explains of published tables; the floors are those of the project.

The whole files are read, nothing is sampled.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from inforce import api
from inforce.checking.audit import Audit, FaultKind, Row, read_table

_TABLES = [
    ("huggo_membership.csv", 92, 95),
    ("iea_membership.csv", 91, 94),
    ("ecolex_membership.csv", 86, 92),
    ("paris2023_membership.csv", 100, 100),
]


def _audited(rows: Iterable[Row]) -> Audit:
    return api.audit([row for row in rows if not row.flagged])


@pytest.mark.parametrize(("name", "to_the_day", "within_one_day"), _TABLES)
def test_later_participants_are_explained(
    shared: Path, name: str, to_the_day: float, within_one_day: float
) -> None:
    found = _audited(read_table(shared / "data" / name).rows)
    later, shuffled = found.later, found.shuffled
    assert later.percent is not None
    assert later.near_percent is not None
    assert later.percent >= to_the_day
    assert later.near_percent >= within_one_day
    assert shuffled.rows == 3 * later.rows
    assert shuffled.percent is not None
    assert shuffled.percent < 6
    assert shuffled.near_percent is not None
    assert shuffled.near_percent < 6


def test_faults_that_the_tables_are_known_for_are_found(shared: Path) -> None:
    """As the note beside the tables names them."""
    huggo = api.audit(read_table(shared / "data" / "huggo_membership.csv").rows).faults
    ecolex = api.audit(read_table(shared / "data" / "ecolex_membership.csv").rows).faults
    printed = read_table(shared / "data" / "iea_membership.csv", columns={"force": "force_raw"})
    iea = api.audit(printed.rows).faults
    assert ecolex[FaultKind.PERIOD_CONFUSED] > 100
    assert huggo[FaultKind.END_FILLED_DOWN] > 100
    assert huggo[FaultKind.NEIGHBOUR_FILLED] > 10
    assert iea[FaultKind.SENTINEL_YEAR] > 500
