from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue, load
from inforce.dates import PartialDate
from inforce.record.importing import (
    COLUMNS,
    DUTY_COLUMNS,
    ImportFault,
    act_by_hand,
    import_csv,
    statement_by_hand,
)
from inforce.record.model import Evidence
from inforce.record.store import Store
from inforce.terms import Act, SourceKind

HEADER = ",".join(COLUMNS) + "\n"
GOOD = "apmbc,LTU,withdrawal,2025-06-27,2025-07-03,unsg,,C.N.362.2025,yes,,A. Clerk\n"
OWN = "Ottawa Convention,Lebanon,accession,2026,,mfa-lbn,government,page,yes,,B. Clerk\n"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    with Store.open(place, create=True) as opened:
        yield opened


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "acts.csv"


def test_the_header_is_documented() -> None:
    assert HEADER == (
        "treaty,participant,act,date,asserted,source,source_kind,reference,verified,note,by\n"
    )
    assert all(COLUMNS.values())
    assert list(DUTY_COLUMNS) == ["duty", "until", "period"]
    assert all(DUTY_COLUMNS.values())


def test_rows_become_statements_of_their_sources(
    store: Store, table: Path, catalogue: Catalogue
) -> None:
    table.write_text(HEADER + GOOD + OWN)
    imported = import_csv(store, table, catalogue=catalogue, why="checked by two")
    assert len(imported.added.new) == 2
    first, second = store.statements()
    claim = first.statement.claim
    assert (claim.treaty, claim.participant, claim.act) == ("apmbc", "LTU", Act.WITHDRAWAL)
    assert first.statement.evidence.asserted == PartialDate.parse("2025-07-03")
    assert (first.by, second.by, second.why) == ("A. Clerk", "B. Clerk", "checked by two")
    assert (second.statement.claim.treaty, second.statement.claim.participant) == ("apmbc", "LBN")
    assert second.statement.evidence.asserted_assumed
    assert store.kinds() == {"mfa-lbn": SourceKind.GOVERNMENT}


def test_the_same_file_again_adds_nothing(store: Store, table: Path, catalogue: Catalogue) -> None:
    table.write_text(HEADER + GOOD + OWN)
    import_csv(store, table, catalogue=catalogue, why="seen")
    again = import_csv(store, table, catalogue=catalogue, why="seen")
    assert (len(again.added.new), len(again.added.already)) == (0, 2)
    assert len(list(store.statements())) == 2


BAD = (
    "apmbc,LTU,ratifed,2025-02-29,,unsg,,page,yes,,A. Clerk\n"
    "apmbc,Lithuana,withdrawal,2025-06-27,,unsg,,page,maybe,,A. Clerk\n"
    "apmbc,LTU,withdrawal,2025-06-27,,somebody,,page,yes,,\n"
    "apmbc,LTU,withdrawal,2025-06-27,,unsg,outlet,page,yes,,A. Clerk\n"
    "apmbc,LTU\n"
)


def test_all_faults_are_reported_together_and_nothing_is_added(
    store: Store, table: Path, catalogue: Catalogue
) -> None:
    table.write_text(HEADER + GOOD + BAD)
    with pytest.raises(ImportFault) as caught:
        import_csv(store, table, catalogue=catalogue, why="seen")
    faults = [(fault.line, fault.words.split(":")[0]) for fault in caught.value.faults]
    assert faults == [
        (3, "act"),
        (3, "date"),
        (4, "participant"),
        (4, "verified"),
        (5, "by"),
        (5, "source_kind"),
        (6, "source_kind"),
        (7, "found 2 cells, expected 11"),
    ]
    assert f"{table} line 3: date: 2025-02-29 is not a day: February 2025" in str(caught.value)
    assert "the nearest" in str(caught.value)
    assert list(store.statements()) == []


def test_good_rows_are_added_when_told_to_leave_out_the_bad(
    store: Store, table: Path, catalogue: Catalogue
) -> None:
    table.write_text(HEADER + GOOD + BAD)
    imported = import_csv(store, table, catalogue=catalogue, why="seen", leave_out_bad=True)
    assert len(imported.added.new) == 1
    assert {fault.line for fault in imported.faults} == {3, 4, 5, 6, 7}


def test_a_row_without_a_name_takes_the_importers(
    store: Store, table: Path, catalogue: Catalogue
) -> None:
    table.write_text(HEADER + GOOD.replace("A. Clerk\n", "\n"))
    import_csv(store, table, catalogue=catalogue, why="seen", by="C. Clerk")
    assert [each.by for each in store.statements()] == ["C. Clerk"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "found the header nothing; expected treaty,participant,act"),
        (b"state,act\nLTU,withdrawal\n", "found the header state,act; expected treaty,"),
        (HEADER.encode() + b"\xff\n", "line 2: found the byte 0xff, expected text in UTF-8"),
        (HEADER.encode("utf-16"), "line 1: found the byte 0xff, expected text in UTF-8"),
    ],
)
@pytest.mark.parametrize("leave_out_bad", [True, False])
def test_what_is_no_table_is_refused(
    store: Store,
    table: Path,
    catalogue: Catalogue,
    content: bytes,
    words: str,
    leave_out_bad: bool,
) -> None:
    table.write_bytes(content)
    with pytest.raises(ImportFault) as caught:
        import_csv(store, table, catalogue=catalogue, why="seen", leave_out_bad=leave_out_bad)
    assert words in str(caught.value)


def test_a_missing_file_or_a_directory_is_said_to_be_so(
    store: Store, tmp_path: Path, catalogue: Catalogue
) -> None:
    for path in (tmp_path / "no.csv", tmp_path):
        with pytest.raises(ImportFault, match=r"found no readable file .*, expected a CSV file"):
            import_csv(store, path, catalogue=catalogue, why="seen")


def test_an_import_needs_a_reason(store: Store, table: Path, catalogue: Catalogue) -> None:
    with pytest.raises(ImportFault, match="found no reason for adding the rows, expected one"):
        import_csv(store, table, catalogue=catalogue, why=" ")


def test_a_statement_by_hand_names_who_and_why(store: Store) -> None:
    statement = act_by_hand(
        Act.ACCESSION,
        treaty="apmbc",
        participant="LBN",
        date=PartialDate.parse("2026"),
        evidence=Evidence("mfa-lbn", reference="a page"),
    )
    with pytest.raises(ImportFault) as caught:
        statement_by_hand(store, statement, by="", why="")
    assert str(caught.value).splitlines() == [
        "statement by hand: found no name, expected one",
        "statement by hand: found no reason, expected one",
    ]
    statement_by_hand(
        store, statement, by="A. Clerk", why="told by phone", kind=SourceKind.GOVERNMENT
    )
    (held,) = store.statements()
    assert (held.statement, held.by, held.why) == (statement, "A. Clerk", "told by phone")
    assert held.statement.evidence.asserted_assumed
