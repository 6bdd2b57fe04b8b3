"""An audit as text, JSON, CSV and a page: the same faults, and no text of the table as markup."""

from __future__ import annotations

import csv
import io
import re
from datetime import date

import pytest

from checking.audit.tables import OWN_DAY, ninety_days, planted, rows
from inforce.checking.audit import Audit, Row, audit
from inforce.publishing.audit_page import audit_page
from inforce.publishing.audit_rows import HEADER, audit_csv, audit_json
from inforce.publishing.audit_text import audit_lines

_EVIL = "<script>alert(1)</script>\x1b[31m\u202e"


@pytest.fixture(scope="module")
def found() -> Audit:
    odd = Row(99, "t", _EVIL, date(2003, 3, 7), date(2003, 5, 6), treaty_force=OWN_DAY)
    return audit(planted(odd))


def test_the_text_names_the_shares_the_rule_and_the_row(found: Audit) -> None:
    told = "\n".join(audit_lines(found))
    assert "1 treaty, 76 rules tried on each; 1 with 5 or more later participants" in told
    assert "92.3% to the day, 92.3% within one day, of 13 rows" in told
    assert "12 of 13: 90 days after it" in told
    assert "day and month swapped: 2003-05-06 with day and month swapped is the rule's" in told
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_lines_are_wrapped_at_the_width(found: Audit) -> None:
    assert max(len(line) for line in audit_lines(found, width=70)) <= 80


def test_no_faults_is_said() -> None:
    assert audit_lines(audit(rows(ninety_days)))[-1] == "  none"


def test_the_json_objects_hold_summary_treaties_and_rows(found: Audit) -> None:
    summary, treaty, *each = audit_json(found)
    assert summary["later"] == {
        "rows": 13,
        "to_the_day": 12,
        "within_one_day": 12,
        "to_the_day_percent": 92.31,
        "within_one_day_percent": 92.31,
    }
    assert summary["rules_tried"] == 76
    assert summary["faults"] == {"day_month_swapped": 1}
    assert treaty["later"]["rule"] == "90 days after it"
    assert len(each) == 13
    odd = each[6]
    assert (odd["line"], odd["expected"], odd["off"]) == (99, "2003-06-05", -30)
    assert odd["faults"][0]["fault"] == "day_month_swapped"


def test_the_csv_table_has_a_row_for_each_row(found: Audit) -> None:
    told = list(csv.DictReader(io.StringIO(audit_csv(found))))
    assert tuple(told[0]) == HEADER
    assert len(told) == 13
    assert told[6]["fault"] == "day_month_swapped"
    assert told[6]["expected"] == "2003-06-05"
    assert {row["fault"] for row in told} == {"", "day_month_swapped"}
    assert "\x1b" not in told[6]["participant"]


def test_the_page_stands_alone_and_shows_no_markup_of_the_table(found: Audit) -> None:
    page = audit_page(found, source="table<b>.csv")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "table&lt;b&gt;.csv" in page
    assert "Content-Security-Policy" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert page.count("<svg") == 2
    assert "12 of 13" in page


def test_the_bars_of_the_picture_are_as_long_as_the_shares(found: Audit) -> None:
    page = audit_page(found, source="x")
    outline, filled = (
        float(width)
        for kind in ("s-open", "s-party")
        for width in re.findall(rf'class="[^"]*{kind}"[^>]* width="([0-9.]+)"', page)
    )
    assert filled / outline == pytest.approx(12 / 13, abs=0.001)
