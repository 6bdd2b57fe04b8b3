from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.terms import ClaimKind, Facet, Modality, Standing, VerdictKind

V = VerdictKind
S = Standing


@pytest.mark.parametrize(
    ("who", "standing", "published", "verdict"),
    [
        ("RUS", S.NON_PARTY, "2025-05-19", V.SUPPORTED),
        ("USA", S.NON_PARTY, None, V.SUPPORTED),
        ("IND", S.PARTY, "2025-05-19", V.CONTRADICTED),
        ("EST", S.NON_PARTY, "2025-06-28", V.CONTRADICTED),
        ("EST", S.NON_PARTY, "2025-12-28", V.SUPPORTED),
        ("EST", S.PARTY, "2025-12-26", V.SUPPORTED),
        ("EST", S.PARTY, "2025-12", V.TRUE_ON_OTHER_DAYS),
        ("EST", S.PARTY, None, V.UNVERIFIABLE),
        ("FIN", S.PARTY, "2025-12-27", V.SUPPORTED),
        ("MHL", S.NON_PARTY, "2025-08-31", V.SUPPORTED),
        ("MHL", S.PARTY, "2025-09-01", V.SUPPORTED),
        ("USA", S.NON_PARTY, "2026-08-01", V.UNVERIFIABLE),
        ("LTU", S.NON_PARTY, "2026-08-01", V.SUPPORTED),
        ("EST", S.SIGNATORY, "2025-05-19", V.LOOSE),
        ("LTU", S.SIGNATORY, "2025-05-19", V.SUPPORTED),
        ("RUS", S.SIGNATORY, "2025-05-19", V.CONTRADICTED),
    ],
)
def test_a_standing_is_judged_on_the_day_of_the_text(
    desk: MakeDesk, who: str, standing: Standing, published: str | None, verdict: VerdictKind
) -> None:
    paper = desk(published)
    check = paper.check(paper.say(ClaimKind.STANDING, who=who, standing=standing))
    assert check.verdict is verdict
    assert check.findings[0].evidence


def test_not_being_a_signatory(desk: MakeDesk) -> None:
    paper = desk("2025-05-19")
    told = paper.say(ClaimKind.STANDING, who="RUS", standing=S.SIGNATORY, modality=Modality.DENIED)
    assert paper.check(told).verdict is V.SUPPORTED


def test_what_is_taken_for_granted_is_a_presupposition(desk: MakeDesk) -> None:
    paper = desk("2025-05-08")
    told = paper.say(
        ClaimKind.STANDING, who="POL", treaty="ccm", standing=S.PARTY, presupposed=True
    )
    assert facet(paper.check(told), Facet.PRESUPPOSITION).verdict is V.CONTRADICTED


def test_members_that_differ_are_named(desk: MakeDesk) -> None:
    paper = desk("2025-12-28")
    check = paper.check(paper.say(ClaimKind.STANDING, who="EU", standing=S.PARTY))
    assert check.verdict is V.CONTRADICTED
    wrong = facet(check, Facet.ACT, V.CONTRADICTED)
    assert wrong.reason.startswith("Estonia, Lithuania and Latvia")
