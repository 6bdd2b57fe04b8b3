"""Exits in the manner of end notes; wordings and days are our own, real ones are read elsewhere."""

from __future__ import annotations

import pytest

from inforce.official.exits import Exit, exits_in
from inforce.official.names import Names
from inforce.terms import Act


def told(exit_: Exit) -> tuple[str, str | None, str | None, str | None]:
    return (
        exit_.act.value,
        exit_.participant,
        exit_.notice.edtf if exit_.notice else None,
        exit_.effect.edtf if exit_.effect else None,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 27 June 2031, the Government of Latvia deposited a notice of "
            "withdrawal (see C.N.999.2031.TREATIES-XXVI-5 of 3 July 2031). This took effect for "
            "Latvia, by the withdrawal clause, on 27 December 2031.",
            ("withdrawal", "LVA", "2031-06-27", "2031-12-27"),
        ),
        (
            "On 9 November 2022, the Government of Belarus notified its denunciation of the "
            "Optional Protocol for itself with effect from 9 February 2023.",
            ("denunciation", "BLR", "2022-11-09", "2023-02-09"),
        ),
        (
            "An instrument of denunciation was brought in by the Government of New Zealand on "
            "16 December 1968 for all its islands, to take effect on 1 January 1969.",
            ("denunciation", "NZL", "1968-12-16", "1969-01-01"),
        ),
        (
            "There came from the Government of Colombia, on 8 November 2007, "
            "a notification of denunciation. It takes effect sixty days after receipt.",
            ("denunciation", "COL", "2007-11-08", None),
        ),
        (
            "A letter received on 5 May 1999 told of the withdrawal from the Convention.",
            ("withdrawal", None, "1999-05-05", None),
        ),
    ],
)
def test_one_exit(
    names: Names, text: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    (found,) = exits_in(text, names=names, place="end note 1")
    assert told(found) == expected


def test_leaving_twice(names: Names) -> None:
    text = (
        "On 25 May 1998 Saint Lucia's Government informed the depositary that it would "
        "denounce the Protocol with effect from 26 August 1998. On 28 March 2000, the Government "
        "of Saint Lucia chose to denounce the Protocol again, notified with effect from "
        "27 June 2000."
    )
    assert [told(found)[2:] for found in exits_in(text, names=names, place="n")] == [
        ("1998-05-25", "1998-08-26"),
        ("2000-03-28", "2000-06-27"),
    ]


def test_a_table_of_exits(names: Names) -> None:
    text = (
        "Canada told that it had decided to withdraw, as on the dates hereinafter:\n"
        "Participant:\tReceipt of notification:\tDay of effect:\nCanada\t16 Nov 2011\t16 Nov 2012"
    )
    (found,) = exits_in(text, names=names, place="n")
    assert told(found) == ("withdrawal", "CAN", "2011-11-16", "2012-11-16")


def test_a_notice_taken_back(names: Names) -> None:
    text = (
        "On 19 October 2016, the Government of South Africa deposited its instrument of withdrawal "
        "from the Statute. On 7 March 2017, the Government of South Africa notified its decision "
        "to withdraw its notification of withdrawal."
    )
    first, second = exits_in(text, names=names, place="n")
    assert told(first) == ("withdrawal", "ZAF", "2016-10-19", None)
    assert told(second) == ("revocation", "ZAF", "2017-03-07", None)


def test_the_notification_beside_an_exit_or_behind_it(names: Names) -> None:
    for text in (
        "On 6 September 2024, the Government of Lithuania notified its withdrawal "
        "(C.N.399.2024.TREATIES-XXVI-6 of 7 September 2024).",
        "On 6 September 2024, the Government of Lithuania notified its withdrawal. "
        "(See C.N.399.2024.TREATIES-XXVI-6 of 7 September 2024)",
    ):
        (found,) = exits_in(text, names=names, place="n")
        assert found.notification is not None
        assert found.notification.number == "C.N.399.2024.TREATIES-XXVI-6"


def test_an_effect_to_come_is_marked(names: Names) -> None:
    text = (
        "On 20 August 2031, the Government of Poland deposited its notice of withdrawal. "
        "The withdrawal will, unless a war is on, take effect on 20 February 2032."
    )
    (found,) = exits_in(text, names=names, place="n")
    assert found.ahead


@pytest.mark.parametrize(
    "text",
    [
        "On 25 June 1992, Bulgaria notified its decision to withdraw the reservation that it had "
        "made to article IX of the Convention.",
        "On 9 February 2023, Colombia notified its decision to withdraw the one remaining "
        "declaration, made when it ratified.",
        "By a notification received on 29 January 1982 Cuba withdrew the declaration that had "
        "been made for it.",
        "A reservation, subsequently withdrawn on 26 April 1991, went with the instrument.",
        "The Government of Chile sent on 1 May 1990 the following objection:\nWe denounce the "
        "deed of 25 December 1978, of which everybody was informed.",
        "Two States may withdraw from the Convention.",
    ],
)
def test_no_exit(names: Names, text: str) -> None:
    assert exits_in(text, names=names, place="n") == ()


def test_the_words_are_acts_of_the_vocabulary(names: Names) -> None:
    (found,) = exits_in("Denounced on 3 May 1990 by letter.", names=names, place="n")
    assert found.act is Act.DENUNCIATION
