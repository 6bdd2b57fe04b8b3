"""Announcements and proposals, FACTS section 8 and domestic_steps.csv."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.terms import Act, ClaimKind, Facet, Modality, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("who", "date", "published"),
    [
        ("LVA", "2025-03", "2025-05-08"),
        ("POL", "2025-03-18", "2025-05-08"),
        ("FIN", "2025-04-01", "2025-05-08"),
        ("FIN", None, "2025-05-08"),
        ("POL", None, None),
    ],
)
def test_a_known_step_supports_an_announcement(
    desk: MakeDesk, who: str, date: str | None, published: str | None
) -> None:
    check = desk(published).act(
        Act.INTENTION_ANNOUNCED, who, date, about=Act.WITHDRAWAL, modality=Modality.PROPOSED
    )
    assert check.verdict is V.SUPPORTED
    assert check.findings[0].evidence


@pytest.mark.parametrize(("who", "published"), [("FIN", "2024-12-01"), ("NOR", "2025-06-01")])
def test_an_announcement_not_on_record_is_unverifiable(
    desk: MakeDesk, who: str, published: str
) -> None:
    check = desk(published).act(
        Act.INTENTION_ANNOUNCED, who, about=Act.WITHDRAWAL, modality=Modality.PLANNED
    )
    assert check.verdict is V.UNVERIFIABLE


def test_one_that_joined_later_had_no_part_in_the_joint_step(desk: MakeDesk) -> None:
    paper = desk("2025-06-30")
    told = [
        paper.say(
            ClaimKind.ACT,
            who=who,
            date="2025-03",
            act=Act.INTENTION_ANNOUNCED,
            about=Act.WITHDRAWAL,
            modality=Modality.PROPOSED,
            start=10,
        )
        for who in ("EST", "LVA", "LTU", "POL", "FIN")
    ]
    verdicts = [paper.check(statement).verdict for statement in told]
    assert verdicts == [V.SUPPORTED] * 4 + [V.CONTRADICTED]
    found = facet(paper.check(told[-1]), Facet.ACT)
    assert "18 March 2025" in found.reason
    assert "1 April 2025" in found.reason


def test_leaving_what_one_never_joined_is_contradicted_in_its_presupposition(
    desk: MakeDesk,
) -> None:
    check = desk("2025-05-08").act(
        Act.INTENTION_ANNOUNCED,
        "POL",
        treaty="ccm",
        about=Act.WITHDRAWAL,
        modality=Modality.PLANNED,
    )
    assert check.verdict is V.CONTRADICTED
    assert facet(check, Facet.PRESUPPOSITION).verdict is V.CONTRADICTED
    assert facet(check, Facet.ACT).verdict is V.SUPPORTED


def test_leaving_what_one_is_a_party_to_presupposes_nothing_wrong(desk: MakeDesk) -> None:
    check = desk("2025-05-08").act(
        Act.INTENTION_ANNOUNCED, "POL", about=Act.WITHDRAWAL, modality=Modality.PLANNED
    )
    assert [f.facet for f in check.findings] == [Facet.ACT]
