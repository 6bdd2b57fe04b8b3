"""One table with every fault planted in it: each is named, and no good row is blamed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from checking.audit.tables import written
from inforce.checking.audit import RowAudit, audit, read_table

_HEADER = (
    "treaty,participant,consent_kind,signature,consent,force,exit_notice,exit_effect,treaty_force"
)
_OWN = "1999-03-01"
# participant, consent_kind, signature, consent, force; the treaty says ninety days.
_PLANTED = {
    "day_month_swapped": ",,2003-03-07,2003-05-06",
    "period_confused": ",,2004-08-20,2004-11-20",
    "one_day_later": ",,2004-08-20,2004-11-19",
    "one_day_earlier": ",,2004-08-20,2004-11-17",
    "year_mistyped": ",,2004-08-20,2005-11-18",
    "month_mistyped": ",,2004-08-20,2004-12-18",
    "neighbour_filled": ",,2001-06-02,2009-09-09",
    "signature_filled": ",2004-08-24,2004-08-24,2006-02-11",
    "consent_filled": ",,2004-08-21,2004-08-21",
    "treaty_day_filled": f",,2004-08-22,{_OWN}",
    "force_before_consent": ",,2004-08-25,2002-02-11",
    "before_the_treaty": ",,2004-08-26,1998-02-11",
    "successor_date": "succession,,2007-04-24,2006-06-03",
    "sentinel_year": ",,2004-08-27,9999-12-31",
    "impossible_day": ",,2004-02-30,2004-11-18",
    "unexplained": ",,2004-08-28,2006-02-19",
}


def _good(number: int, first: int = 0) -> list[str]:
    days = [date(2000, 1, 14) + timedelta(days=101 * n) for n in range(first, first + number)]
    return [
        f"t,P{n:02},,,{day},{day + timedelta(days=90)},,,{_OWN}"
        for n, day in enumerate(days, first)
    ]


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RowAudit]:
    lines = [_HEADER, *_good(6)]
    for name, cells in _PLANTED.items():
        if name == "neighbour_filled":
            lines.append(_good(1, 5)[0].replace("P05", "BESIDE"))
        lines.append(f"t,{name},{cells},,,{_OWN}")
    lines += _good(20, 6)
    table = read_table(written(tmp_path_factory.mktemp("planted"), "\n".join(lines) + "\n"))
    found = audit(table.rows)
    assert found.treaties[0].later.words == "90 days after it"
    return {one.row.participant: one for one in found.treaties[0].rows}


@pytest.mark.parametrize("name", _PLANTED)
def test_the_planted_fault_is_the_likeliest(audited: dict[str, RowAudit], name: str) -> None:
    assert audited[name].faults[0].kind.value == name


def test_no_good_row_is_blamed(audited: dict[str, RowAudit]) -> None:
    blamed = {name for name, one in audited.items() if one.faults}
    assert blamed == set(_PLANTED)
