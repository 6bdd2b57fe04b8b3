"""Dates of the treaties themselves, FACTS section 2."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk
from inforce.terms import Act, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("treaty", "act", "date", "verdict"),
    [
        ("apmbc", Act.ENTRY_INTO_FORCE, "1999-03-01", V.SUPPORTED),
        ("apmbc", Act.ENTRY_INTO_FORCE, "2009-03-01", V.CONTRADICTED),
        ("ccm", Act.ENTRY_INTO_FORCE, "2010-08-01", V.SUPPORTED),
        ("apmbc", Act.ADOPTION, "1997-09-18", V.SUPPORTED),
        ("apmbc", Act.ADOPTION, "1997-12-03", V.CONTRADICTED),
        ("apmbc", Act.SIGNATURE, "1997", V.SUPPORTED),
        ("apmbc", Act.TERMINATION, "2020", V.UNVERIFIABLE),
        ("apmbc", Act.ENTRY_INTO_FORCE, None, V.SUPPORTED),
    ],
)
def test_what_happened_to_the_treaty_itself(
    desk: MakeDesk, treaty: str, act: Act, date: str | None, verdict: VerdictKind
) -> None:
    assert desk("2025-12-29").act(act, None, date, treaty=treaty).verdict is verdict
