"""The legends in the heads of tables of participants."""

from __future__ import annotations

import pytest

from inforce.official.heads import column_of, is_first
from inforce.terms import Act


@pytest.mark.parametrize(
    ("head", "letters"),
    [
        ("Signature", {"": "signature"}),
        ("Signature, Succession to signature(d)", {"": "signature", "d": "signature"}),
        (
            "Ratification, Approval(AA), Acceptance(A), Succession(d), Accession(a)",
            {
                **{"": "ratification", "A": "acceptance", "AA": "approval", "a": "accession"},
                **{"d": "succession"},
            },
        ),
        ("Accession(a), Succession(d), Ratification", {"": "ratification", "a": "accession"}),
        (
            "Definitive signature(s), Ratification, Formal confirmation(c)",
            {"s": "definitive_signature", "c": "formal_confirmation", "": "ratification"},
        ),
        ("Provisional application under article 23(n)", {"n": "provisional_application"}),
        ("Consent to be bound(P), Succession(d)", {"P": "consent_to_be_bound"}),
        (
            "Participation under article XI of another Protocol(P), Ratification",
            {"P": "consent_to_be_bound", "": "ratification"},
        ),
        (
            "Ratification of what was amended, Accession to what was amended(a)",
            {"": "ratification", "a": "accession"},
        ),
        ("Definitive signature or participation in the Convention", {"": "consent_to_be_bound"}),
        ("Acceptance of the Protocol, Notification of joining(d)", {"d": "consent_to_be_bound"}),
        ("Accession (a)", {"a": "accession", "": "accession"}),
        ("Application", {"": "consent_to_be_bound"}),
        ("Denunciation", {"": "denunciation"}),
    ],
)
def test_a_letter_means_what_the_head_says(head: str, letters: dict[str, str]) -> None:
    column = column_of(head)
    assert {letter: column.act(letter) for letter in letters} == {
        letter: Act(word) for letter, word in letters.items()
    }


def test_a_letter_of_no_legend_has_its_usual_meaning_or_none() -> None:
    column = column_of("Ratification")
    assert column.act("a") is Act.ACCESSION
    assert column.act("q") is None


@pytest.mark.parametrize("head", ["Extension", "Notes", ""])
def test_a_head_without_an_act_makes_none(head: str) -> None:
    assert column_of(head).acts == ()


def test_unlettered_forms_of_consent_are_just_consent() -> None:
    column = column_of("Definitive signature of the text, Acceptance of the text")
    assert column.act("") is Act.CONSENT_TO_BE_BOUND


@pytest.mark.parametrize(
    ("head", "first"),
    [("Participant", True), ("Contracting Parties", True), ("State", True), ("Lamp", False)],
)
def test_the_head_of_the_names(head: str, first: bool) -> None:
    assert is_first(head) is first
