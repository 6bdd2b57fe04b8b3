"""Acts still to come; the days are those that article 20(3) gives and the depositary prints."""

from __future__ import annotations

import pytest

from checking.desk import MakeDesk, facet
from inforce.terms import Act, Facet, Modality, VerdictKind

V = VerdictKind


@pytest.mark.parametrize(
    ("who", "date", "verdict"),
    [
        ("FIN", "2026-01-10", V.SUPPORTED),
        ("FIN", "2026-01", V.SUPPORTED),
        ("FIN", "2026-01-11", V.CONTRADICTED),
        ("POL", "2026-02-20", V.SUPPORTED),
        ("POL", "2026-02-25", V.CONTRADICTED),
        ("LTU", "2025-11-08", V.CONTRADICTED),
    ],
)
def test_a_planned_day_is_held_against_the_rule(
    desk: MakeDesk, who: str, date: str, verdict: VerdictKind
) -> None:
    check = desk("2025-08-25").act(Act.EXIT_EFFECT, who, date, modality=Modality.PLANNED)
    assert check.verdict is verdict
    found = facet(check, Facet.DATE)
    assert found.articles == ("apmbc 20(3)",)
    assert found.trace


def test_a_plan_is_supported_by_the_steps_taken(desk: MakeDesk) -> None:
    check = desk("2025-05-08").act(Act.EXIT_EFFECT, "LTU", modality=Modality.PLANNED)
    assert check.verdict is V.SUPPORTED
    assert "8 May 2025" in facet(check, Facet.ACT).reason


def test_a_plan_of_which_no_step_is_known_is_unverifiable(desk: MakeDesk) -> None:
    check = desk("2025-05-08").act(Act.EXIT_EFFECT, "NOR", modality=Modality.PLANNED)
    assert check.verdict is V.UNVERIFIABLE
    check = desk("2025-05-08").act(Act.EXIT_EFFECT, "NOR", "2030", modality=Modality.PLANNED)
    assert check.verdict is V.UNVERIFIABLE


def test_what_is_done_already_lies_no_longer_ahead(desk: MakeDesk) -> None:
    check = desk("2025-07-20").act(Act.WITHDRAWAL, "FIN", modality=Modality.PLANNED)
    assert check.verdict is V.LOOSE
    assert facet(check, Facet.MODALITY).right_value == "notice of withdrawal on 10 July 2025"
