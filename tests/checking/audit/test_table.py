"""Reading a published table: its columns, its blanks, and everything that is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checking.audit.tables import written
from inforce.checking.audit import AuditError, Row, read_table

_HEAD = "treaty,participant,consent,force"


def test_columns_by_their_names_in_any_order_and_others_passed_over(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "title,force,treaty_id,state,consent,flags\nA title,2003-11-01,T1,LTU,2003-05-12,odd\n",
    )
    assert read_table(path).rows == (
        Row(2, "T1", "LTU", date(2003, 5, 12), date(2003, 11, 1), flagged=True),
    )


def test_columns_that_the_user_names(tmp_path: Path) -> None:
    path = written(tmp_path, "t,iso,ratified,bound,left\nx,LTU,2003-05-12,2003-11-01,NA\n")
    columns = {
        "treaty": "t",
        "participant": "iso",
        "consent": "ratified",
        "force": "bound",
        "exit_effect": "left",
    }
    assert read_table(path, columns=columns).rows[0].force == date(2003, 11, 1)


def test_a_changed_header_says_which_columns_are_missing(tmp_path: Path) -> None:
    path = written(tmp_path, "treaty,country,ratified,bound\nx,LTU,2003-05-12,2003-11-01\n")
    with pytest.raises(AuditError) as caught:
        read_table(path)
    told = str(caught.value)
    assert "found no column consent or ratification or deposit for consent" in told
    assert "found no column force or entry_into_force for force" in told
    assert "the header is treaty,country,ratified,bound" in told
    assert len(caught.value.faults) == 2


def test_two_columns_for_one_thing_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, f"{_HEAD},state\nx,LTU,,,LTU\n")
    with pytest.raises(AuditError, match="found participant and state for participant"):
        read_table(path)


def test_a_column_of_ours_that_does_not_exist(tmp_path: Path) -> None:
    path = written(tmp_path, f"{_HEAD}\nx,LTU,,\n")
    with pytest.raises(AuditError, match="found 'ratified' among the columns given"):
        read_table(path, columns={"ratified": "consent"})


def test_all_bad_rows_are_reported_together(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        f"{_HEAD}\nx,LTU,12 May 2003,2003-11-01\n,LVA,2005-07-01,\nx,EST\nx,FIN,2012-01-09,soon\n"
        "x,POL,2012-12-27,2013-06-01\n",
    )
    with pytest.raises(AuditError) as caught:
        read_table(path)
    lines = [fault.line for fault in caught.value.faults]
    assert lines == [2, 3, 4, 5]
    told = str(caught.value)
    assert "consent: " in told
    assert "'12 May 2003'" in told
    assert "treaty: found nothing, expected a name" in told
    assert "found 2 cells, expected 4" in told


def test_the_good_rows_when_told_to_leave_out_the_bad(tmp_path: Path) -> None:
    path = written(tmp_path, f"{_HEAD}\nx,LTU,soon,\nx,POL,2012-12-27,2013-06-01\n")
    table = read_table(path, leave_out_bad=True)
    assert [row.participant for row in table.rows] == ["POL"]
    assert [fault.line for fault in table.faults] == [2]


def test_a_day_in_no_calendar_is_for_the_audit_to_tell(tmp_path: Path) -> None:
    path = written(tmp_path, f"{_HEAD}\nx,LTU,2003-02-30,2003-11-01\n")
    assert read_table(path).rows[0].impossible == (("consent", "2003-02-30"),)


def test_blanks_and_dates_that_are_no_full_day(tmp_path: Path) -> None:
    path = written(tmp_path, f"{_HEAD}\nx,LTU,NA,\nx,LVA,1993,1993-05\n")
    table = read_table(path)
    assert [(row.consent, row.force) for row in table.rows] == [(None, None)] * 2
    assert table.vague == 2


def test_a_quoted_cell_over_two_lines_keeps_the_count_of_lines(tmp_path: Path) -> None:
    path = written(tmp_path, f'{_HEAD}\n"a\nb",LTU,,\nx,LVA,soon,\n')
    with pytest.raises(AuditError) as caught:
        read_table(path)
    assert [fault.line for fault in caught.value.faults] == [4]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the header is empty"),
        (b"treaty\xff", "found the byte 0xff, expected text in UTF-8"),
        (b'treaty,participant,consent,force\nx,"LTU', "is not CSV"),
    ],
)
def test_a_file_that_is_no_table(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(AuditError, match=words):
        read_table(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match="found no readable file"):
        read_table(tmp_path / "none.csv")
