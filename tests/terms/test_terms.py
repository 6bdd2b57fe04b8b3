"""The vocabulary is complete: every act has a definition, a rung and an exchange kind."""

from __future__ import annotations

import pytest

from inforce import terms
from inforce.terms import (
    CONSENTS,
    DEFINITIONS,
    DOMESTIC_STEPS,
    EXIT_NOTICES,
    GRAVITY,
    STATUS_SOURCES,
    Act,
    ClaimKind,
    ExchangeKind,
    Rung,
    Standing,
    StatusKind,
    VerdictKind,
    exchange_kind,
    rung,
)


@pytest.mark.parametrize("act", list(Act))
def test_every_act_is_defined_with_a_source(act: Act) -> None:
    assert DEFINITIONS[act].words
    assert DEFINITIONS[act].source


@pytest.mark.parametrize("act", sorted(DOMESTIC_STEPS))
def test_no_domestic_step_stands_as_high_as_an_act_towards_the_others(act: Act) -> None:
    assert rung(act) < Rung.NOTIFIED


@pytest.mark.parametrize("act", sorted(CONSENTS | EXIT_NOTICES | {Act.SIGNATURE}))
def test_acts_communicated_to_a_depositary_stand_below_their_effect(act: Act) -> None:
    assert rung(act) is Rung.NOTIFIED
    assert rung(act) < rung(Act.EXIT_EFFECT)


def test_the_ladder_is_announced_proposed_voted_enacted_notified_effective() -> None:
    words = [step.word for step in sorted(Rung)]
    assert words == [
        "announced",
        "proposed",
        "voted",
        "enacted",
        "notified or deposited",
        "effective",
    ]


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (Act.WITHDRAWAL, ExchangeKind.WITHDRAWAL_NOTIFIED),
        (Act.DENUNCIATION, ExchangeKind.WITHDRAWAL_NOTIFIED),
        (Act.EXIT_EFFECT, ExchangeKind.WITHDRAWAL_EFFECTIVE),
        (Act.EXPULSION, ExchangeKind.WITHDRAWAL_EFFECTIVE),
        (Act.BILL_ADOPTED, ExchangeKind.PARLIAMENT_VOTE),
        (Act.REVOCATION, ExchangeKind.REVERSAL_OF_WITHDRAWAL),
        (Act.OBJECTION, ExchangeKind.OTHER),
    ],
)
def test_acts_are_exchanged_under_the_kinds_of_the_design(act: Act, kind: ExchangeKind) -> None:
    assert exchange_kind(ClaimKind.ACT, act, None) is kind


def test_only_non_parties_have_an_exchange_kind_among_standings() -> None:
    found = {s: exchange_kind(ClaimKind.STANDING, None, s) for s in Standing}
    assert found == {
        Standing.PARTY: ExchangeKind.OTHER,
        Standing.NON_PARTY: ExchangeKind.NON_PARTY,
        Standing.SIGNATORY: ExchangeKind.OTHER,
    }


def test_gravity_follows_the_design() -> None:
    assert [kind.value for kind in sorted(VerdictKind, key=GRAVITY.__getitem__)] == [
        "contradicted",
        "inconsistent",
        "premature",
        "true_on_other_days",
        "loose",
        "disputed",
        "unverifiable",
        "supported",
    ]


def test_every_status_names_its_source() -> None:
    assert set(STATUS_SOURCES) == set(StatusKind)


def test_public_names_exist() -> None:
    assert [name for name in terms.__all__ if not hasattr(terms, name)] == []
