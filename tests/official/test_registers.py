"""The rows of the Dutch Treaty Database, UNODA and the Council of Europe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.official import Imported, LayoutChanged, OfficialError, Unavailable
from inforce.official.formats import Given, read_data

_READERS = ("treaty-database-nl", "unoda", "coe")


def read(
    data: bytes | str, format_: str, catalogue: Catalogue, given: Given | None = None
) -> Imported:
    raw = data.encode() if isinstance(data, str) else data
    return read_data(raw, format_, name="rows", catalogue=catalogue, given=given or Given())


def acts_of(told: Imported, participant: str) -> list[tuple[str, str | None, str]]:
    return [
        (s.claim.act.value, str(s.claim.date) if s.claim.date else None, s.evidence.source)
        for s in told.acts
        if s.claim.participant == participant and s.claim.act
    ]


@pytest.fixture
def dutch(examples: Path) -> str:
    return (examples / "treaty_database.html").read_text(encoding="utf-8")


def test_the_dutch_columns_and_codes(dutch: str, catalogue: Catalogue) -> None:
    told = read(dutch, "treaty-database-nl", catalogue)
    register = "verdragenbank"
    assert told.treaty == "apmbc"
    assert acts_of(told, "CHL") == [
        ("signature", "1997-12-03", register),
        ("consent_to_be_bound", "2001-09-10", register),
        ("entry_into_force_for_participant", "2002-03-01", register),
    ]
    assert acts_of(told, "EST")[2:] == [
        ("denunciation", "2025-06-27", register),
        ("exit_effect", "2025-12-27", register),
    ]
    assert acts_of(told, "MNE")[0] == ("succession", "2006-10-23", register)
    assert acts_of(told, "NLD")[1] == ("provisional_application", "1999-04-12", register)
    assert acts_of(told, "MCO")[0] == ("accession", "1998-11-17", register)
    assert acts_of(told, "MLI")[0] == ("consent_to_be_bound", "1998-06-02", register)
    assert told.parties == ("CHL", "MNE", "NLD", "MCO", "MLI")
    assert [f.participant for f in told.former] == ["EST"]


def test_the_dutch_table_before_an_exit_has_it_ahead(dutch: str, catalogue: Catalogue) -> None:
    given = Given(as_at=PartialDate.parse("2025-10-01"))
    told = read(dutch, "treaty-database-nl", catalogue, given)
    (ahead,) = [s for s in told.acts if s.modality == "planned"]
    assert (ahead.claim.participant, str(ahead.evidence.asserted)) == ("EST", "2025-10-01")
    assert "EST" in told.parties


def test_dutch_words_are_read_too(dutch: str, catalogue: Catalogue) -> None:
    heads = {
        **{"Party": "Partij", "Signature": "Ondertekening", "Ratification": "Ratificatie"},
        **{"Provisional<br>application": "Voorlopige<br>toepassing"},
        **{"Entry into force": "In werking", "Renunciation": "Opzegging"},
        **{"Termination": "Buiten werking", "(A)": "(T)", "(Su)": "(VG)", "(NK)": "(NB)"},
    }
    other = dutch
    for english, words in heads.items():
        other = other.replace(f">{english}<", f">{words}<").replace(
            english if english.startswith("(") else "\0", words
        )
    first = read(dutch, "treaty-database-nl", catalogue)
    again = read(other, "treaty-database-nl", catalogue)
    assert [s.id for s in again.acts] == [s.id for s in first.acts]


def test_an_unknown_dutch_code_or_date_is_named(dutch: str, catalogue: Catalogue) -> None:
    odd = dutch.replace("(Su)", "(XX)").replace("10-09-2001 (R)", "soon")
    differences = read(odd, "treaty-database-nl", catalogue).differences
    assert "Montenegro: found the code 'XX', expected one of" in differences[1]
    assert "Chile, consent_to_be_bound: found 'soon', expected a date" in differences[0]


def test_a_changed_dutch_layout(dutch: str, catalogue: Catalogue) -> None:
    with pytest.raises(LayoutChanged, match="missed the column termination"):
        read(dutch.replace(">Termination<", ">Finish<"), "treaty-database-nl", catalogue)
    with pytest.raises(LayoutChanged, match="missed the table of parties"):
        read(dutch.replace(">Party<", ">Lamp<"), "treaty-database-nl", catalogue)


def test_unoda_rows_speak_for_their_own_depositary(examples: Path, catalogue: Catalogue) -> None:
    told = read((examples / "unoda.json").read_bytes(), "unoda", catalogue)
    assert told.treaty == "npt"
    assert acts_of(told, "FIN") == [
        ("signature", "1968-07-01", "depositary-london"),
        ("ratification", "1969-02-05", "depositary-london"),
        ("ratification", "1969-02-06", "depositary-washington"),
    ]
    assert acts_of(told, "PRK") == [("accession", "1985-12-12", "depositary-moscow")]
    assert (told.counted_parties, told.counted_signatories) == (2, 1)


def test_unoda_rows_as_csv(examples: Path, catalogue: Catalogue) -> None:
    raw = (examples / "unoda.csv").read_bytes()
    told = read(raw, "unoda", catalogue, Given(treaty="npt"))
    assert acts_of(told, "FIN")[1] == ("ratification", "1969-02-05", "depositary-london")
    with pytest.raises(OfficialError, match="found no number of a treaty; name the treaty"):
        read(raw, "unoda", catalogue)


def test_every_bad_unoda_row_is_named(examples: Path, catalogue: Catalogue) -> None:
    raw = (examples / "unoda.json").read_text()
    bad = raw.replace("Signatory", "Dancing").replace("1985-12-12", "1985-02-30")
    with pytest.raises(OfficialError) as caught:
        read(bad, "unoda", catalogue)
    assert "row 1: found the action 'Dancing', expected one of signatory" in str(caught.value)
    assert "row 4: 1985-02-30 is not a day" in str(caught.value)


def test_a_changed_unoda_layout(catalogue: Catalogue) -> None:
    with pytest.raises(LayoutChanged, match="missed the list actions_"):
        read('{"data": {}}', "unoda", catalogue)
    with pytest.raises(LayoutChanged, match="missed the column depositary"):
        read("date,state,action\n", "unoda", catalogue)
    with pytest.raises(OfficialError, match="not JSON"):
        read('{"data": ', "unoda", catalogue)


def test_the_council_of_europes_rows(examples: Path, catalogue: Catalogue) -> None:
    told = read((examples / "coe.json").read_bytes(), "coe", catalogue)
    assert (told.treaty, told.parties) == ("istanbul", ("ALB",))
    assert acts_of(told, "TUR")[3:] == [
        ("denunciation", "2021-03-22", "coe"),
        ("exit_effect", "2021-07-01", "coe"),
    ]
    assert [(f.participant, str(f.effect)) for f in told.former] == [("TUR", "2021-07-01")]
    assert told.signatories == ("ALB", "TUR", "BGR")


def test_the_council_of_europes_chart(examples: Path, catalogue: Catalogue) -> None:
    told = read((examples / "coe.html").read_bytes(), "coe", catalogue)
    assert (told.treaty, told.printed_parties, told.counted_parties) == ("echr", 3, 3)
    assert acts_of(told, "MNE")[0] == ("succession", "2006-06-14", "coe")


def test_a_changed_council_of_europe_layout(examples: Path, catalogue: Catalogue) -> None:
    rows = json.loads((examples / "coe.json").read_text())
    del rows[0]["DateSignature"]
    with pytest.raises(LayoutChanged, match="missed the key DateSignature"):
        read(json.dumps(rows), "coe", catalogue)
    page = (examples / "coe.html").read_text()
    with pytest.raises(LayoutChanged, match="missed the column ratification"):
        read(page.replace(">Ratification<", ">Lamp<"), "coe", catalogue)
    with pytest.raises(OfficialError, match="as it comes before its script has drawn it"):
        read("<html><body>You need to enable JavaScript.</body></html>", "coe", catalogue)


def test_rows_of_two_treaties_are_refused(examples: Path, catalogue: Catalogue) -> None:
    rows = json.loads((examples / "coe.json").read_text())
    rows[0]["NumSTE"] = "5"
    with pytest.raises(OfficialError, match="found rows of the treaties 210, 5, expected one"):
        read(json.dumps(rows), "coe", catalogue)


@pytest.mark.parametrize("format_", _READERS)
def test_a_notice_of_maintenance(format_: str, examples: Path, catalogue: Catalogue) -> None:
    with pytest.raises(Unavailable):
        read((examples / "maintenance.txt").read_bytes(), format_, catalogue)


def test_a_number_that_no_treaty_bears(dutch: str, catalogue: Catalogue) -> None:
    with pytest.raises(OfficialError, match="the number '999999', which no treaty"):
        read(dutch.replace("008170", "999999"), "treaty-database-nl", catalogue)
