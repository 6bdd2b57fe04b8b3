"""What end notes tell of states that are no more, and of acts before an exit."""

from __future__ import annotations

import pytest

from inforce.official.names import Names
from inforce.official.past_acts import past_acts_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Czechoslovakia had acceded to the Protocol on 25 September 1981. See also note 1.",
            [("CSK", "accession", "1981-09-25")],
        ),
        (
            "The German Democratic Republic had signed and ratified it on 17 May 1986 and, in the "
            "same year, 15 September 1986, respectively.",
            [("DDR", "signature", "1986-05-17"), ("DDR", "ratification", "1986-09-15")],
        ),
        (
            "The former Yugoslavia had signed it in New York on 24 June 1953.",
            [("YUG", "signature", "1953-06-24")],
        ),
        (
            "The Government of Guyana had initially acceded to it, the first Optional Protocol, on "
            "11 May 1993 (see C.N.999.1993.TREATIES-2 of 28 August 1993).",
            [("GUY", "accession", "1993-05-11")],
        ),
        (
            "On 27 August 1998, the Government of Saint Lucia re-acceded.",
            [("LCA", "accession", "1998-08-27")],
        ),
    ],
)
def test_told(names: Names, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = past_acts_in(text, names=names)
    assert [(p.participant, p.act.value, p.date.edtf) for p in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Protocol was signed on behalf of Viet-Nam on 23 June 1953.",
        "Chile accepted an amendment on 3 May 1990.",
        "Nobody ratified on 3 May 1990.",
        "See note 1 under “Yugoslavia” of 3 May 1990.",
    ],
)
def test_not_told(names: Names, text: str) -> None:
    assert past_acts_in(text, names=names) == ()
