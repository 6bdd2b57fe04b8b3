from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from inforce.catalogue.faults import Faults
from inforce.catalogue.layers import DATA, DataFile
from inforce.catalogue.treaty_files import read_treaties

OTTAWA = (DATA / "treaties" / "apmbc.yaml").read_bytes()


def _faults(raw: bytes, name: str = "treaties/apmbc.yaml") -> list[tuple[int | None, str]]:
    faults = Faults()
    read_treaties(DataFile(name, name, name, 0, len(raw), 0), raw, faults)
    return [(fault.line, fault.words) for fault in faults.sorted()]


def test_the_whole_file_has_no_fault() -> None:
    assert _faults(OTTAWA) == []


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(OTTAWA) - 1))
def test_a_file_cut_short_anywhere_names_a_line_it_has(end: int) -> None:
    faults = _faults(OTTAWA[:end])
    assert faults
    assert all(line is not None and line <= OTTAWA.count(b"\n", 0, end) + 1 for line, _ in faults)


def test_a_file_cut_between_two_lines_names_its_last_line() -> None:
    lines = OTTAWA.splitlines(keepends=True)
    for last in range(40, len(lines) - 1, 25):
        assert last in {line for line, _ in _faults(b"".join(lines[:last]))}, last


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_read() -> None:
    assert _faults(b"\xef\xbb\xbf" + OTTAWA) == []
    assert _faults(OTTAWA.replace(b"\n", b"\r\n")) == []
