"""Groups on the dates of FACTS section 4."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.record.values import Count
from inforce.terms import ClaimKind, CountOf, Facet, Modality, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("group", "text", "of", "day", "verdict"),
    [
        ("EU", "all", CountOf.PARTIES, "2025-05-08", V.SUPPORTED),
        ("EU", "all", CountOf.SIGNATORIES, "2025-05-19", V.LOOSE),
        ("EU", "most", CountOf.SIGNED, "2025-12-29", V.SUPPORTED),
        ("EU", "most", CountOf.PARTIES, "2025-12-27", V.SUPPORTED),
        ("EU", "all", CountOf.PARTIES, "2026-01-20", V.TRUE_ON_OTHER_DAYS),
        ("EU", "none", CountOf.PARTIES, "2025-05-08", V.CONTRADICTED),
        ("EU", "all", CountOf.PARTIES, "2025-12", V.TRUE_ON_OTHER_DAYS),
        ("BALTIC", "all", CountOf.PARTIES, "2025-05-08", V.SUPPORTED),
        ("BALTIC", "none", CountOf.PARTIES, "2025-12-28", V.SUPPORTED),
        ("EU", "many", CountOf.PARTIES, "2025-05-08", V.UNVERIFIABLE),
        ("EU", "most", CountOf.PARTIES, "2026-07-01", V.SUPPORTED),
        ("EU", "most", CountOf.PARTIES, "2026-09-01", V.UNVERIFIABLE),
        ("EU", "most", CountOf.RATIFIED, "2026-07-01", V.UNVERIFIABLE),
    ],
)
def test_a_word_of_quantity_is_held_against_the_members_of_the_day(
    desk: MakeDesk, group: str, text: str, of: CountOf, day: str, verdict: VerdictKind
) -> None:
    paper = desk("2026-01-20")
    told = paper.say(ClaimKind.COUNT, who=group, date=day, value=Count(None, text, of))
    assert paper.check(told).verdict is verdict


def test_those_that_joined_without_signing_are_named(desk: MakeDesk) -> None:
    paper = desk("2025-05-19")
    told = paper.say(ClaimKind.COUNT, who="EU", value=Count(None, "all", CountOf.SIGNATORIES))
    found = facet(paper.check(told), Facet.NOUN)
    assert "Estonia, Finland and Latvia joined without signing" in found.reason
    assert "27 of 27 are parties" in found.reason


def test_a_denied_word_is_turned_round(desk: MakeDesk) -> None:
    paper = desk("2025-05-19")
    told = paper.say(ClaimKind.COUNT, who="EU", value=Count(None, "all"), modality=Modality.DENIED)
    assert paper.check(told).verdict is V.CONTRADICTED


@pytest.mark.parametrize(("n", "verdict"), [(24, V.SUPPORTED), (27, V.TRUE_ON_OTHER_DAYS)])
def test_a_number_of_a_group(desk: MakeDesk, n: int, verdict: VerdictKind) -> None:
    paper = desk("2025-12-28")
    told = paper.say(ClaimKind.COUNT, who="EU", value=Count(n, of=CountOf.PARTIES))
    assert paper.check(told).verdict is verdict
