"""What counts as agreement, rule by rule of the corpus's README."""

from __future__ import annotations

import pytest

from eval.agreement import agreement, contradicts, dates_agree

LEFT = {
    "kind": "withdrawal_effective",
    "state": "LTU",
    "treaty": "apmbc",
    "date": "2025-12-27",
    "value": None,
    "modality": "done",
}
READ = {**LEFT, "participant": "LTU"}


@pytest.mark.parametrize(
    ("annotated", "said", "agree"),
    [
        (None, "2025", True),
        ("2025", None, False),
        ("2025-12", "2025-12-27", True),
        ("2025-12-27", "2025-12", False),
        ("XXXX-12-27", "2025-12-27", True),
        ("2025-12-27", "XXXX-12-27", False),
        ("2025-03~", "2025-03", True),
        ("../2025-06", "2025-06", False),
        ("../2025-06", "../2025-06", True),
    ],
)
def test_a_date_agrees_if_it_can_be_the_day_and_is_no_vaguer(
    annotated: str | None, said: str | None, agree: bool
) -> None:
    assert dates_agree(annotated, said) is agree


@pytest.mark.parametrize(
    ("annotated", "said", "wrong"),
    [("2025-12-27", "2025", False), ("2025", "2024", True), (None, "2024", False)],
)
def test_a_vaguer_date_contradicts_nothing(
    annotated: str | None, said: str | None, wrong: bool
) -> None:
    assert contradicts(annotated, said) is wrong


@pytest.mark.parametrize(
    ("change", "core", "full"),
    [
        ({}, True, True),
        ({"date": "2025"}, True, False),
        ({"date": "2024-12-27"}, True, False),
        ({"modality": "planned"}, False, False),
        ({"participant": "EST"}, False, False),
        ({"participant": None}, False, False),
        ({"treaty": "ccm"}, False, False),
        ({"treaty": "APMBC"}, True, True),
        ({"treaty": None}, False, False),
        ({"kind": "withdrawal_notified"}, False, False),
    ],
)
def test_an_act_agrees_by_participant_treaty_and_modality(
    change: dict[str, str | None], core: bool, full: bool
) -> None:
    found = agreement(LEFT, {**READ, **change})
    assert (found.core, found.full) == (core, full)


def test_two_names_for_treaties_without_an_id_agree() -> None:
    assert agreement({**LEFT, "treaty": "the-mercury-pact"}, {**READ, "treaty": "mercury"}).core


def test_the_ways_of_consenting_are_one_kind() -> None:
    fact = {**LEFT, "kind": "ratification"}
    assert agreement(fact, {**READ, "kind": "accession"}).full


def test_a_group_is_met_by_one_of_its_members() -> None:
    assert agreement({**LEFT, "state": "BALTIC"}, READ).full
    assert not agreement({**LEFT, "state": "BALTIC"}, {**READ, "participant": "POL"}).core


def test_a_count_agrees_by_its_figures_and_may_leave_out_the_treaty() -> None:
    fact = {**LEFT, "kind": "membership_count", "state": None, "date": None, "value": {"n": 164}}
    said = {**fact, "participant": None, "treaty": None, "value": {"n": 164, "text": "164"}}
    assert agreement(fact, said).full
    assert not agreement(fact, {**said, "value": {"n": 163}}).core


def test_a_source_agrees_by_a_telling_word_of_its_name() -> None:
    fact = {**LEFT, "kind": "attribution", "value": {"source": "the news agency BNS"}}
    said = {**READ, "kind": "attribution", "value": {"source": "BNS", "via": "LRT"}}
    assert agreement(fact, said).full
    assert not agreement(fact, {**said, "value": {"source": "a news agency"}}).core
