from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.record.values import Order
from inforce.terms import Act, ClaimKind, Facet, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("who", "order", "act", "verdict"),
    [
        ("LTU", Order("after", ("EST", "LVA")), None, V.CONTRADICTED),
        ("LTU", Order("same_day", ("EST", "LVA")), None, V.SUPPORTED),
        ("FIN", Order("after", ("EST", "LVA")), Act.EXIT_EFFECT, V.SUPPORTED),
        ("FIN", Order("after", ("BALTIC",)), Act.WITHDRAWAL, V.SUPPORTED),
        ("POL", Order("before", ("FIN",)), Act.WITHDRAWAL, V.CONTRADICTED),
        ("LVA", Order("before", ("LTU",)), Act.BILL_ADOPTED, V.SUPPORTED),
        ("LTU", Order("after", ("NOR",)), Act.EXIT_EFFECT, V.UNVERIFIABLE),
    ],
)
def test_an_order_is_held_against_the_days(
    desk: MakeDesk, who: str, order: Order, act: Act | None, verdict: VerdictKind
) -> None:
    paper = desk("2026-02-25")
    check = paper.check(paper.say(ClaimKind.ORDER, who=who, act=act, value=order))
    assert check.verdict is verdict


def test_the_same_day_is_no_order(desk: MakeDesk) -> None:
    paper = desk("2025-12-29")
    told = paper.say(ClaimKind.ORDER, who="LTU", value=Order("after", ("EST", "LVA")))
    found = facet(paper.check(told), Facet.ORDER)
    assert "on the same day, 27 December 2025" in found.reason
    assert found.articles == ("apmbc 20(3)",)
