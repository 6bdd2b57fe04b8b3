from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.record.values import Scope
from inforce.terms import ClaimKind, Facet, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("treaty", "term", "covered", "verdict"),
    [
        ("apmbc", "anti-vehicle mines", False, V.SUPPORTED),
        ("apmbc", "anti-vehicle mines", True, V.CONTRADICTED),
        ("apmbc", "anti-personnel mines", True, V.SUPPORTED),
        ("apmbc", "anti-tank mines", False, V.SUPPORTED),
        ("ccm", "cluster munitions", True, V.SUPPORTED),
        ("apmbc", "hand grenades", False, V.UNVERIFIABLE),
    ],
)
def test_what_a_treaty_covers(
    desk: MakeDesk, treaty: str, term: str, covered: bool, verdict: VerdictKind
) -> None:
    paper = desk("2025-12-29")
    told = paper.say(ClaimKind.SCOPE, treaty=treaty, value=Scope((term,), covered))
    check = paper.check(told)
    assert check.verdict is verdict
    if verdict is not V.UNVERIFIABLE:
        assert facet(check, Facet.SCOPE).articles[0].startswith(f"{treaty} 2")
