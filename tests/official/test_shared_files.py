"""Every real file beside this checkout: its counts, its brackets and its notification numbers.

What is expected is counted here by crude patterns over the raw bytes, not by the reader.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.official import Imported
from inforce.official.formats import read_file

_NUMBER = re.compile(r"(?:C\.N\.)?\b(\d+\.\d{4})(?=\.TREATIES)|C\.N\.\s?(\d+\.\d{4})")
_TAG = re.compile(r"<[^>]*>")


def _numbers(text: str) -> set[str]:
    plain = _TAG.sub("", html.unescape(text))
    return {first or second for first, second in _NUMBER.findall(plain)}


def _read(path: Path, format_: str, catalogue: Catalogue) -> Imported:
    (told,) = read_file(path, format_, catalogue=catalogue)
    return told


@pytest.fixture(scope="module")
def files(shared: Path, catalogue: Catalogue) -> list[tuple[str, Imported]]:
    """The raw text and the reading of each XML file."""
    folder = shared / "data" / "official" / "mtdsg_xml"
    paths = sorted(folder.glob("*.xml"))
    return [(p.read_bytes().decode("latin-1"), _read(p, "mtdsg", catalogue)) for p in paths]


@pytest.fixture(scope="module")
def pages(shared: Path, catalogue: Catalogue) -> list[tuple[str, Imported]]:
    """The raw text and the reading of each status page."""
    paths = sorted((shared / "data" / "official" / "status_pages").glob("*.html"))
    return [(p.read_text(encoding="utf-8"), _read(p, "status-page", catalogue)) for p in paths]


def test_every_file_imports(files: list[tuple[str, Imported]]) -> None:
    assert len(files) == 61
    assert all(told.number.startswith("MTDSG ") and told.title for _, told in files)


def test_each_file_is_of_the_treaty_that_it_is_named_after(
    files: list[tuple[str, Imported]],
) -> None:
    for _, told in files:
        assert Path(told.file).name == f"{told.number.removeprefix('MTDSG ')}.en.xml"


def test_table_and_printed_number_agree_wherever_both_are_there(
    files: list[tuple[str, Imported]], pages: list[tuple[str, Imported]]
) -> None:
    both = [told for raw, told in files if "<Participants>" in raw and "<Parties>" in raw] + [
        told for _, told in pages
    ]
    assert len(both) == 36 + 6
    for told in both:
        assert told.agrees is True, told.file
        if told.printed_signatories is not None:
            assert told.counted_signatories == told.printed_signatories, told.file


def test_a_file_without_a_table_has_no_list(files: list[tuple[str, Imported]]) -> None:
    without = [told for raw, told in files if "<Participants>" not in raw]
    assert len(without) == 16
    assert not any(told.has_list for told in without)
    assert all(told.has_list for raw, told in files if "<Participants>" in raw)


def test_every_date_of_a_table_is_an_act(files: list[tuple[str, Imported]]) -> None:
    for raw, told in files:
        table = re.search(r"<Tbody>.*</Tbody>", raw, re.S)
        printed = len(re.findall(r"\d [A-Z][a-z]{2} \d{4}", table[0])) if table else 0
        rows = [s for s in told.acts if s.evidence.reference.endswith("XML export")]
        acts = [s for s in rows if s.claim.participant]
        assert len(acts) + len(told.unplaced) == printed, told.file


def test_everybody_in_brackets_is_found_with_the_day_of_the_exit(
    files: list[tuple[str, Imported]], pages: list[tuple[str, Imported]]
) -> None:
    seen = 0
    for raw, told in (*files, *pages):
        row = r"<Row>.*?</Row>" if told.format == "mtdsg" else r"<tr\s[^>]*trB.*?</tr>"
        table = raw.partition("<EndNotes>")[0].partition("_divAllNotes")[0]
        bracketed = [
            found
            for found in re.findall(row, table, re.S)
            if re.search(r"\[(?:\s|&nbsp;)*\d+\s+\w{3}\s+\d{4}", found)
        ]
        assert len(told.former) == len(bracketed), told.file
        assert all(former.notice or former.effect for former in told.former), told.file
        assert all(former.participant for former in told.former)
        seen += len(bracketed)
    assert seen == 4 + 4 + 1 + 3


def test_every_notification_number_of_the_end_notes_is_found(
    files: list[tuple[str, Imported]], pages: list[tuple[str, Imported]]
) -> None:
    seen = 0
    for raw, told in (*files, *pages):
        start = "<EndNotes>" if told.format == "mtdsg" else '_divAllNotes"'
        expected = _numbers(raw.partition(start)[2])
        found = {n.number for n in told.notifications if n.place.startswith("end note")}
        assert {".".join(number.split(".")[2:4]) for number in found} == expected, told.file
        seen += len(expected)
    assert seen > 15


def test_no_name_but_an_organisations_is_unknown(
    files: list[tuple[str, Imported]], pages: list[tuple[str, Imported]]
) -> None:
    unknown = {name for _, told in (*files, *pages) for name in told.unknown_names}
    assert all("Organization" in name for name in unknown), unknown


def test_nearly_every_cut_character_is_restored(files: list[tuple[str, Imported]]) -> None:
    """In 38 of the files control characters or bare ampersands stand in the way of a parser."""
    damaged = [told for raw, told in files if re.search(r"[\x00-\x08\x0e-\x1f]|&(?!\w+;)", raw)]
    assert len(damaged) == 38
    repairs = [re.findall(r"\d+", words) for told in damaged for words in told.repairs]
    assert sum(int(numbers[2]) for numbers in repairs) <= 2


def test_known_exits_of_the_pages(pages: list[tuple[str, Imported]]) -> None:
    """The days as the depositary's notifications of 2024 and 2025 give them."""
    left = {
        (told.treaty, former.participant): (str(former.notice), str(former.effect))
        for _, told in pages
        for former in told.former
    }
    assert left["apmbc", "LTU"] == ("2025-06-27", "2025-12-27")
    assert left["apmbc", "FIN"] == ("2025-07-10", "2026-01-10")
    assert left["ccm", "LTU"] == ("2024-09-06", "2025-03-06")
    ottawa = next(told for _, told in pages if told.treaty == "apmbc")
    circulated = {
        s.claim.participant: str(s.evidence.asserted)
        for s in ottawa.acts
        if s.evidence.reference.startswith("C.N.") and not s.evidence.asserted_assumed
    }
    assert circulated == {
        **{"EST": "2025-07-03", "LVA": "2025-07-03", "LTU": "2025-07-03"},
        **{"FIN": "2025-07-11", "POL": "2025-08-26"},
    }
