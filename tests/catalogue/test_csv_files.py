from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inforce.catalogue.csv_files import read_csv
from inforce.catalogue.faults import Faults

COLUMNS = ("a", "b")


def _read(raw: bytes) -> tuple[list[tuple[int, str | None, str | None]], list[str]]:
    faults = Faults()
    rows = []
    for node in read_csv(raw, COLUMNS, shown="x.csv", faults=faults):
        assert isinstance(node.value, dict)
        cells = [node.value[column].value for column in COLUMNS]
        assert all(cell is None or isinstance(cell, str) for cell in cells)
        rows.append((node.line, *(str(cell) if cell else None for cell in cells)))
    return rows, [str(fault) for fault in faults.sorted()]  # type: ignore[return-value]


def test_comments_stand_before_the_header_and_count_as_lines() -> None:
    assert _read(b"# one\n# two\na,b\n1,2\n\n3,\n") == ([(4, "1", "2"), (6, "3", None)], [])


def test_a_row_of_several_lines_stands_where_it_begins() -> None:
    assert _read(b'a,b\n"x\ny",2\n3,4\n')[0] == [(2, "x\ny", "2"), (4, "3", "4")]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "x.csv line 1: found the header nothing; expected a,b"),
        (b"a;b\n1;2\n", "x.csv line 1: found the header a;b; expected a,b"),
        (b"a,b\n1,2,3\n", "x.csv line 2: found 3 cells, expected 2: a,b"),
        (b"a,b\n1,2\n3", "x.csv line 3: the file ends in the middle of this line"),
        (b'a,b\n1,2\n3,"4\n', "x.csv line 3: the row that begins here is not CSV"),
        (b"a,b\n1,2\n3,\xff\n", "x.csv line 3: found the byte 0xff, expected text in UTF-8"),
    ],
)
def test_faults_name_their_line(raw: bytes, words: str) -> None:
    assert words in "\n".join(_read(raw)[1])


_CELL = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=8
)


@given(st.lists(st.tuples(_CELL, _CELL), max_size=5))
def test_what_is_written_is_read(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([COLUMNS, *rows])
    found, faults = _read(out.getvalue().encode())
    assert ([row[1:] for row in found], faults) == (rows, [])


@given(st.binary(max_size=200))
def test_no_bytes_raise(raw: bytes) -> None:
    _read(b"a,b\n" + raw)


def test_a_header_may_go_on_with_further_columns_or_not() -> None:
    for raw, cells in (
        (b"a,b\n1,2\n", {"a": "1", "b": "2", "c": None}),
        (b"a,b,c\n1,2,3\n", {"a": "1", "b": "2", "c": "3"}),
    ):
        faults = Faults()
        (node,) = read_csv(raw, COLUMNS, shown="x.csv", faults=faults, more=("c",))
        assert isinstance(node.value, dict)
        assert {name: cell.value for name, cell in node.value.items()} == cells
        assert not faults.found
