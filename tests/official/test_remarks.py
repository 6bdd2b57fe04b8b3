"""Declarations, reservations and objections as data."""

from __future__ import annotations

from inforce.official.model import RemarkKind
from inforce.official.names import Names
from inforce.official.remarks import Spoken, remarks_of, territories_of


def test_each_heading_and_each_day_begins_a_remark(names: Names) -> None:
    spoken = Spoken(
        "Objections",
        "Netherlands (Kingdom of the)<sup>3</sup>",
        (
            ("", "<right>14 April 2001</right>"),
            ("title", "With regard to the reservations made by Poland and the Czech Republic:"),
            ("para", "No river is too small."),
            ("", "<right>2 May 2002</right>"),
            ("para", "Nor a brook."),
            ("para", ""),
        ),
    )
    first, second = remarks_of(spoken, names)
    assert (first.author, first.participant) == ("Netherlands (Kingdom of the)", "NLD")
    assert [r.date.edtf for r in (first, second) if r.date] == ["2001-04-14", "2002-05-02"]
    assert first.about == ("POL", "CZE")
    assert second.text == "Nor a brook."


def test_a_reservation_is_told_from_a_declaration(names: Names) -> None:
    said = (("title", "Reservation:"), ("para", "a"), ("title", "Declaration:"), ("para", "b"))
    kinds = [r.kind for r in remarks_of(Spoken("Declarations", "Chile", said), names)]
    assert kinds == [RemarkKind.RESERVATION, RemarkKind.DECLARATION]


def test_a_row_of_territories_without_an_author_goes_on(names: Names) -> None:
    rows = [("Chile", "1 Feb 1970", "Easter Island"), ("", "2 Feb 1970", "Sala y Gómez")]
    found = territories_of(rows, names)
    assert [(t.participant, t.territories) for t in found] == [
        ("CHL", "Easter Island"),
        ("CHL", "Sala y Gómez"),
    ]
