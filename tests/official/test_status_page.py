"""The HTML status page, on an invented treaty in its shape."""

from __future__ import annotations

from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.official import Imported, LayoutChanged, OfficialError, Unavailable
from inforce.official.status_page import read_status_page
from inforce.terms import Modality


@pytest.fixture(scope="module")
def raw(examples: Path) -> str:
    return (examples / "status_page.html").read_text(encoding="utf-8")


def read(source: str, catalogue: Catalogue) -> Imported:
    return read_status_page(source.encode(), name="page.html", catalogue=catalogue)


@pytest.fixture(scope="module")
def told(raw: str, catalogue: Catalogue) -> Imported:
    return read(raw, catalogue)


def test_what_stands_above_the_table(told: Imported) -> None:
    assert (told.number, told.title) == ("MTDSG XXX-4", "Convention on the Keeping of Lighthouses")
    assert str(told.as_at) == "2030-04-02"
    assert (told.printed_parties, told.counted_parties) == (3, 3)
    assert (told.printed_signatories, told.counted_signatories) == (1, 1)
    assert told.parties == ("CHL", "GUY", "POL")


def test_it_promises_to_be_complete_until_its_day(told: Imported) -> None:
    assert told.promise is not None
    assert str(told.promise.claim.date) == "2030-04-02"


def test_exits_and_notifications(told: Imported) -> None:
    assert [(f.participant, str(f.notice), str(f.effect)) for f in told.former] == [
        ("EST", "2029-06-27", "2029-12-27")
    ]
    assert [(n.number, str(n.date)) for n in told.notifications] == [
        ("C.N.360.2029.TREATIES-XXX-4", "2029-07-03"),
        ("C.N.88.2030.TREATIES-XXX-4", "2030-03-04"),
    ]
    ahead = [s for s in told.acts if s.modality is Modality.PLANNED]
    assert [(s.claim.participant, str(s.claim.date), str(s.evidence.asserted)) for s in ahead] == [
        ("POL", "2030-09-01", "2030-04-02")
    ]


def test_joining_leaving_and_joining_again(told: Imported) -> None:
    acts = {
        (s.claim.act.value, str(s.claim.date))
        for s in told.acts
        if s.claim.participant == "GUY" and s.claim.act
    }
    assert acts == {
        ("accession", "1993-05-10"),
        ("denunciation", "1998-01-05"),
        ("exit_effect", "1998-04-05"),
        ("accession", "1999-01-05"),
    }


def test_remarks_and_territories(told: Imported) -> None:
    (remark,) = told.remarks
    assert (remark.kind, remark.participant) == ("declaration", "CHL")
    assert remark.text == "Declaration:\nChile lights its lamps at dusk."
    (area,) = told.territories
    assert (area.participant, str(area.date), area.territories) == (
        "CHL",
        "1970-02-01",
        "Easter Island",
    )


@pytest.mark.parametrize(
    ("old", "new", "missed"),
    [
        ("_tblgrid", "_grid", "missed the table whose id ends in _tblgrid"),
        ("_tcTreaty", "_name", "missed the element whose id ends in _tcTreaty"),
        ("_dgNotesAll", "_remarks", "missed the table whose id ends in _dgNotesAll"),
        (">Participant<br>", ">Lamp<br>", "missed the column Participant"),
    ],
)
def test_a_changed_layout_says_what_it_missed(
    raw: str, catalogue: Catalogue, old: str, new: str, missed: str
) -> None:
    changed = raw.replace(old, new).replace("_tcStatus", "_status")
    with pytest.raises(LayoutChanged) as caught:
        read(changed, catalogue)
    assert any(words.startswith(missed) for words in caught.value.missed)


def test_a_page_without_a_table_but_with_a_status_has_no_list(
    raw: str, catalogue: Catalogue
) -> None:
    start, end = raw.index('<table id="ctl00_ctl00_ContentPlaceHolder1'), raw.index("</form>")
    told = read(raw[:start] + raw[end:], catalogue)
    assert (told.has_list, told.printed_parties) == (False, 3)


def test_what_is_no_page_is_refused(examples: Path, catalogue: Catalogue) -> None:
    with pytest.raises(Unavailable, match="expected a status page"):
        read((examples / "maintenance.txt").read_text(), catalogue)
    with pytest.raises(OfficialError, match="found a text that begins 'Just words'"):
        read("Just words", catalogue)
