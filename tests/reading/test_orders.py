"""Which participant's act is said to come first."""

from __future__ import annotations

import pytest

from inforce.record.values import Order
from reading.conftest import Reader


@pytest.mark.parametrize(
    ("text", "who", "order"),
    [
        (
            "Latvia left the Ottawa Convention. Its departure follows those of Estonia and Poland.",
            "LVA",
            Order("after", ("EST", "POL")),
        ),
        (
            "Finland's withdrawal from the Ottawa Convention came a day after Latvia's exit.",
            "FIN",
            Order("after", ("LVA",)),
        ),
        (
            "Finland's exit from the Ottawa Convention comes after those of Latvia and Estonia.",
            "FIN",
            Order("after", ("LVA", "EST")),
        ),
        (
            "Lithuania left the Ottawa Convention before Poland did.",
            "LTU",
            Order("before", ("POL",)),
        ),
        (
            "Spain denounced the Energy Charter Treaty two years after Italy.",
            "ESP",
            Order("after", ("ITA",)),
        ),
        (
            "Estonia left the Ottawa Convention on the same day as Latvia.",
            "EST",
            Order("same_day", ("LVA",)),
        ),
        (
            "Fiji ratified the Arms Trade Treaty ahead of Tonga.",
            "FJI",
            Order("before", ("TON",)),
        ),
    ],
)
def test_an_order_is_read(text: str, who: str, order: Order, read_text: Reader) -> None:
    claims = [s.claim for s in read_text(text).statements if isinstance(s.claim.value, Order)]
    assert [(c.participant, c.value) for c in claims] == [(who, order)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland left the Ottawa Convention after Russia invaded Ukraine.",
        "Poland left the Ottawa Convention after Russia's invasion of Ukraine.",
        "Estonia left the Ottawa Convention after its neighbour Latvia had asked for talks.",
        "Poland quit the Energy Charter Treaty before the Polish parliament met.",
    ],
)
def test_no_order_without_two_acts(text: str, read_text: Reader) -> None:
    assert not any(isinstance(s.claim.value, Order) for s in read_text(text).statements)


def test_what_is_told_of_the_others_is_not_the_subject(read_text: Reader) -> None:
    text = (
        "Poland has left the Ottawa Convention. "
        "It follows Latvia and Estonia, whose exits took effect on 27 December."
    )
    claims = [s.claim for s in read_text(text).statements if isinstance(s.claim.value, Order)]
    assert [(c.participant, c.value) for c in claims] == [("POL", Order("after", ("LVA", "EST")))]
