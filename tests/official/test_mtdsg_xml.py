"""The UN Treaty Collection's XML, on an invented treaty in its shape."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.official import Imported, LayoutChanged, OfficialError, Unavailable
from inforce.official.mtdsg_xml import read_mtdsg
from inforce.terms import Modality


@pytest.fixture(scope="module")
def raw(examples: Path) -> bytes:
    return (examples / "convention.en.xml").read_bytes()


def read(data: bytes, catalogue: Catalogue, as_at: str | None = None) -> Imported:
    day = PartialDate.parse(as_at) if as_at else None
    return read_mtdsg(data, name="convention.en.xml", catalogue=catalogue, as_at=day)


@pytest.fixture(scope="module")
def told(raw: bytes, catalogue: Catalogue) -> Imported:
    return read(raw, catalogue)


def acts_of(told: Imported, participant: str | None) -> list[tuple[str, str | None]]:
    return [
        (s.claim.act.value, s.claim.date.edtf if s.claim.date else None)
        for s in told.acts
        if s.claim.participant == participant and s.claim.act
    ]


def test_what_stands_above_the_table(told: Imported) -> None:
    assert (told.number, told.title) == ("MTDSG XXX-4", "Convention on the Keeping of Lighthouses")
    assert (told.treaty, told.called) == (None, "mtdsg-xxx-4")
    assert (told.printed_parties, told.printed_signatories) == (8, 3)
    assert acts_of(told, None) == [("entry_into_force", "1963-02-01")]


def test_the_table_agrees_with_the_printed_numbers(told: Imported) -> None:
    assert (told.counted_parties, told.counted_signatories) == (8, 3)
    assert told.agrees is True
    assert told.differences == ()
    assert told.parties == ("BOL", "CIV", "CZE", "EUU", "LAO", "NLD", "POL")
    assert told.signatories == ("BOL", "CZE", "NLD")


def test_letters_become_acts(told: Imported) -> None:
    assert acts_of(told, "LAO") == [
        ("provisional_application", "1971-01-01"),
        ("approval", "1972-09-30"),
    ]
    assert acts_of(told, "EUU") == [("formal_confirmation", "1990-07-01")]
    assert acts_of(told, "CZE") == [("signature", "1993-02-22"), ("succession", "1993-02-22")]
    assert acts_of(told, "NLD") == [("signature", "1961-05-03"), ("acceptance", "1963-10-10")]


def test_those_in_brackets_have_left_as_the_notes_say(told: Imported) -> None:
    assert [(f.participant, str(f.notice), str(f.effect), f.note) for f in told.former] == [
        ("CAN", "2011-11-16", "2012-11-16", "2"),
        ("JAM", "1997-10-24", "1998-04-24", "4"),
    ]
    assert acts_of(told, "CAN") == [
        ("signature", "1961-05-03"),
        ("ratification", "1962-09-07"),
        ("withdrawal", "2011-11-16"),
        ("exit_effect", "2012-11-16"),
    ]


def test_the_depositarys_notification_is_a_second_statement(told: Imported) -> None:
    notices = [
        s for s in told.acts if s.claim.participant == "JAM" and s.claim.act == "denunciation"
    ]
    assert [
        (s.evidence.reference, str(s.evidence.asserted), s.evidence.asserted_assumed)
        for s in notices
    ] == [
        ("MTDSG XXX-4, XML export, end note 4", "1997-10-24", True),
        ("C.N.462.1997.TREATIES-6", "1997-11-12", False),
    ]


def test_an_exit_still_to_come_is_planned(told: Imported, raw: bytes, catalogue: Catalogue) -> None:
    ahead = [s for s in told.acts if s.modality is Modality.PLANNED]
    assert [(s.claim.participant, str(s.claim.date)) for s in ahead] == [("POL", "2030-09-01")]
    later = read(raw, catalogue, as_at="2031-01-01")
    assert [s for s in later.acts if s.modality is Modality.PLANNED] == []


def test_an_exit_that_the_table_does_not_bear_out_is_named(
    raw: bytes, catalogue: Catalogue
) -> None:
    """A note on leaving for a territory alone takes nobody off the list."""
    other = read(raw.replace(b" 2030", b" 2001"), catalogue)
    assert acts_of(other, "POL") == [("accession", "1999-12-05")]
    assert other.differences == (
        "end note 6 tells of a notice by POL, whose entry stands without brackets; it was left out",
    )


def test_former_states_are_in_the_end_notes(told: Imported) -> None:
    assert acts_of(told, "YUG") == [("signature", "1961-05-04"), ("ratification", "1965-06-06")]
    assert acts_of(told, "CSK") == [("accession", "1962-01-13")]


def test_a_predecessor_of_the_same_name_makes_no_rival(raw: bytes, catalogue: Catalogue) -> None:
    """The two Yemens joined the Genocide Convention apart; the table keeps one day for Yemen."""
    other = raw.replace(b"World Harbour Union", b"Yemen").replace(
        b"The former Yugoslavia had signed", b"The Yemen Arab Republic had signed"
    )
    assert acts_of(read(other, catalogue), "YEM") == [("accession", "1988-08-08")]


def test_every_notification_number_is_found(told: Imported) -> None:
    assert [(n.number, n.place) for n in told.notifications] == [
        ("C.N.462.1997.TREATIES-6", "end note 4"),
        ("C.N.7.2003", "end note 5"),
        ("C.N.12.1998.TREATIES-1", "head"),
    ]


def test_an_unknown_name_is_counted_and_named_but_not_imported(told: Imported) -> None:
    assert told.unknown_names == ("World Harbour Union",)
    assert [(u.name, u.act.value, str(u.date)) for u in told.unplaced] == [
        ("World Harbour Union", "accession", "1988-08-08")
    ]
    assert told.promise is None


def test_remarks_and_territories_are_data(told: Imported) -> None:
    assert [(r.kind.value, r.participant, r.about) for r in told.remarks] == [
        ("reservation", "POL", ()),
        ("declaration", "POL", ()),
        ("objection", "NLD", ("POL",)),
    ]
    assert told.remarks[1].text.endswith("… and means the lamp at Hel.")
    assert [(t.participant, t.territories) for t in told.territories] == [
        ("NLD", "Netherlands Antilles"),
        ("NLD", "Aruba"),
    ]


def test_what_was_repaired_is_said(told: Imported) -> None:
    assert told.repairs == (
        "of 9 characters cut to their low byte 9 were restored and 0 stand as U+FFFD",
    )


def test_a_list_that_agrees_promises_to_be_complete(raw: bytes, catalogue: Catalogue) -> None:
    whole = read(raw.replace(b"World Harbour Union", b"Chile"), catalogue, as_at="2020-01-01")
    assert whole.promise is not None
    assert str(whole.promise.claim.date) == "2020-01-01"


def test_a_difference_is_named(raw: bytes, catalogue: Catalogue) -> None:
    other = read(raw.replace(b"<Parties>8<", b"<Parties>9<"), catalogue)
    assert other.agrees is False
    assert other.differences == ("9 parties are printed, 8 stand in the table",)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"8 Aug 1988 a", b"8 Aug 1988 q", "no legend explains the letter 'q'"),
        (b"8 Aug 1988 a", b"31 Jun 1988 a", "found '31 Jun 1988 a', expected a date"),
        (b"&gt;2&lt;", b"&gt;77&lt;", "Canada refers to end note 77, which is not there"),
        (b"16 Nov 2011", b"soon", None),
        (b"16 Nov", b"no day", "Canada stands in brackets, but end note 2 does not tell when"),
    ],
)
def test_what_cannot_be_read_is_named(
    raw: bytes, catalogue: Catalogue, old: bytes, new: bytes, words: str | None
) -> None:
    found = "\n".join(read(raw.replace(old, new), catalogue).differences)
    assert (words in found) if words else (found == "")


def test_a_file_without_a_table_has_no_list(examples: Path, catalogue: Catalogue) -> None:
    told = read((examples / "without_table.en.xml").read_bytes(), catalogue)
    assert (told.has_list, told.counted_parties, told.printed_parties) == (False, None, 8)
    assert told.agrees is None


@pytest.mark.parametrize(
    ("tag", "missed"),
    [
        ("Participants", "missed the element Participants in Treaty, found Members"),
        ("TGroup", "missed the element TGroup in Participants/Table, found Members"),
        ("Thead", "missed the element Thead in Participants/Table/TGroup, found Members, Tbody"),
        ("Rows", "missed the element Rows in Participants/Table/TGroup/Tbody, found Members"),
        ("Entry", "missed the column Participant in the table's head, found ''"),
        ("Numsect", "missed the element Header/ExternalData/Numsect in Treaty"),
        ("Titlesect", "missed the element Titlesect in Header/ExternalData"),
        ("EndNotes", "missed the element EndNotes in Treaty, to which the table refers"),
        ("Note", "missed the elements Note in EndNotes, to which the table refers"),
        ("index", "missed the elements index in EndNotes/Note"),
        ("Parties", "missed the element Parties in Header/ExternalData/Status"),
        ("Status", "missed the element Status in Header/ExternalData, found Members"),
        ("Treaty", "missed the element Treaty in Document"),
    ],
)
def test_a_changed_layout_says_what_it_missed(
    raw: bytes, catalogue: Catalogue, tag: str, missed: str
) -> None:
    changed = re.sub(rf"<(/?){tag}\b".encode(), rb"<\1Members", raw)
    with pytest.raises(LayoutChanged) as caught:
        read(changed, catalogue)
    assert missed in caught.value.missed
    assert "nothing was imported" in str(caught.value)


def test_every_missed_part_is_named_at_once(raw: bytes, catalogue: Catalogue) -> None:
    changed = raw.replace(b"Numsect>", b"Num>").replace(b"Titlesect>", b"Title>")
    with pytest.raises(LayoutChanged) as caught:
        read(changed, catalogue)
    assert len(caught.value.missed) == 2


def test_another_head_of_the_names_is_a_changed_layout(raw: bytes, catalogue: Catalogue) -> None:
    with pytest.raises(LayoutChanged, match=r"missed the column Participant.*found 'Lamp'"):
        read(raw.replace(b">Participant&lt;", b">Lamp&lt;"), catalogue)


def test_a_notice_of_maintenance_is_told_from_data(examples: Path, catalogue: Catalogue) -> None:
    with pytest.raises(Unavailable, match=r"service is unavailable.*try again later"):
        read((examples / "maintenance.txt").read_bytes(), catalogue)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "found what begins ''"),
        (b"Just a letter.", "found what begins 'Just a letter.'"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "found what begins '<!DOCTYPE html>"),
        (b"<Document><Treaty>", "not XML that can be read"),
        (
            b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Document>&b;</Document>',
            "not XML that can be read",
        ),
    ],
)
def test_other_inputs_are_refused_in_a_sentence(
    data: bytes, words: str, catalogue: Catalogue
) -> None:
    with pytest.raises(OfficialError) as caught:
        read(data, catalogue)
    assert words in str(caught.value)
    assert str(caught.value).startswith("convention.en.xml: ")


def test_the_same_file_yields_the_same_statements(
    told: Imported, raw: bytes, catalogue: Catalogue
) -> None:
    again = read(raw, catalogue)
    assert [s.id for s in again.statements] == [s.id for s in told.statements]
