"""Sentences that the dot of a date hides, and datelines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inforce.catalogue import Catalogue
from inforce.dates import PartialDate
from inforce.documents import load_text
from inforce.reading import read
from reading.lines import lines

PUBLISHED = PartialDate.parse("2025-07-10")


def told(text: str, language: str, catalogue: Catalogue) -> list[str]:
    document = load_text(text, name="a text", published=PUBLISHED)
    return lines(read(replace(document, language=language), catalogue))


def test_the_dot_of_a_date_can_end_a_sentence(catalogue: Catalogue) -> None:
    text = "Latvija pasirašė Otavos konvenciją gegužės 5 d. Estija ją ratifikavo gegužės 6 d."
    assert told(text, "lt", catalogue) == [
        "ratification EST apmbc 2025-05-06 done",
        "signature LVA apmbc 2025-05-05 done",
    ]


def test_the_dot_of_a_date_can_stand_inside_a_sentence(catalogue: Catalogue) -> None:
    text = "Gegužės 5 d. Latvija pasirašė Otavos konvenciją."
    assert told(text, "lt", catalogue) == ["signature LVA apmbc 2025-05-05 done"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "VILNIUS, 9 luglio - La Lettonia ha firmato la Convenzione di Ottawa."),
        ("no", "OSLO (9. juli): Latvia har undertegnet Ottawa-konvensjonen."),
        ("lt", "Vilnius, liepos 9 d. Latvija pasirašė Otavos konvenciją."),
    ],
)
def test_a_dateline_dates_no_act(language: str, text: str, catalogue: Catalogue) -> None:
    assert told(text, language, catalogue) == ["signature LVA apmbc - done"]
