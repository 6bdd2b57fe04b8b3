"""Exits in the words of end notes; the wordings are our own, the dates are the depositary's."""

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
            "On 27 June 2025, the Government of the Republic of Latvia deposited a notification of "
            "withdrawal (see C.N.361.2025.TREATIES-XXVI-5 of 3 July 2025). The withdrawal took "
            "effect for Latvia on 27 December 2025.",
            ("withdrawal", "LVA", "2025-06-27", "2025-12-27"),
        ),
        (
            "On 8 November 2022, the Government of Belarus notified its denunciation of the "
            "Optional Protocol with effect from 8 February 2023.",
            ("denunciation", "BLR", "2022-11-08", "2023-02-08"),
        ),
        (
            "An instrument of denunciation was deposited by the Government of New Zealand on "
            "17 December 1968 for all its islands, the denunciation to take effect on "
            "1 January 1969.",
            ("denunciation", "NZL", "1968-12-17", "1969-01-01"),
        ),
        (
            "The Secretary-General received from the Government of Colombia, on 9 November 2007, "
            "a notification of denunciation. It takes effect sixty days after receipt.",
            ("denunciation", "COL", "2007-11-09", None),
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
    """Trinidad and Tobago left the first Optional Protocol in 1998 and again in 2000."""
    text = (
        "On 26 May 1998 the Government of Trinidad and Tobago informed the Secretary-General of "
        "its decision to denounce the Protocol with effect from 26 August 1998. On 27 March 2000, "
        "the Government of Trinidad and Tobago notified that it had decided to denounce the "
        "Protocol again with effect from 27 June 2000."
    )
    assert [told(found)[2:] for found in exits_in(text, names=names, place="n")] == [
        ("1998-05-26", "1998-08-26"),
        ("2000-03-27", "2000-06-27"),
    ]


def test_a_table_of_exits(names: Names) -> None:
    """Canada and the Kyoto Protocol."""
    text = (
        "Canada told that it had decided to withdraw, as on the dates hereinafter:\n"
        "Participant:\tDate of notification:\tDate of effect:\nCanada\t15 Dec 2011\t15 Dec 2012"
    )
    (found,) = exits_in(text, names=names, place="n")
    assert told(found) == ("withdrawal", "CAN", "2011-12-15", "2012-12-15")


def test_a_notice_taken_back(names: Names) -> None:
    """South Africa and the Rome Statute."""
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
        "(C.N.347.2024.TREATIES-XXVI-6 of 6 September 2024).",
        "On 6 September 2024, the Government of Lithuania notified its withdrawal. "
        "(See C.N.347.2024.TREATIES-XXVI-6 of 6 September 2024)",
    ):
        (found,) = exits_in(text, names=names, place="n")
        assert found.notification is not None
        assert found.notification.number == "C.N.347.2024.TREATIES-XXVI-6"


def test_an_effect_to_come_is_marked(names: Names) -> None:
    text = (
        "On 20 August 2025, the Government of Poland deposited a notification of withdrawal. "
        "The withdrawal will take effect for Poland on 20 February 2026."
    )
    (found,) = exits_in(text, names=names, place="n")
    assert found.ahead


@pytest.mark.parametrize(
    "text",
    [
        "On 24 June 1992, the Government of Bulgaria notified its decision to withdraw the "
        "reservation to article IX of the Convention.",
        "On 8 February 2023, the Government of Colombia notified its decision to withdraw the "
        "remaining declaration it made upon ratification.",
        "By a notification received on 29 January 1982, the Government of Cuba withdrew the "
        "declaration made on its behalf.",
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
