from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from inforce.dates import PartialDate
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Tally
from inforce.terms import Act, ClaimKind, ExchangeKind, Modality, Standing
from record.say import said
from record.strategies import statements


def test_the_same_claim_from_two_mouths_has_one_id() -> None:
    depositary = said(Act.WITHDRAWAL, "2025-06-27")
    press = said(Act.WITHDRAWAL, "2025-06-27", source="bns")
    assert depositary.claim.id == press.claim.id
    assert depositary.id != press.id


def test_two_mentions_in_one_document_stay_two() -> None:
    mention = said(Act.WITHDRAWAL, "2025-06-27", document="a.txt")
    first = replace(mention, evidence=replace(mention.evidence, start=0, end=9))
    second = replace(mention, evidence=replace(mention.evidence, start=40, end=49))
    assert first.id != second.id


def test_who_is_quoted_or_what_was_remarked_makes_no_other_statement() -> None:
    statement = said(Act.WITHDRAWAL, "2025-06-27")
    remarked = replace(statement, evidence=replace(statement.evidence, note="seen twice"))
    assert remarked.id == statement.id


@given(statements)
def test_every_statement_has_the_keys_of_the_exchange(statement: Statement) -> None:
    assert list(statement.to_json()) == [
        "document",
        "kind",
        "participant",
        "treaty",
        "date",
        "value",
        "modality",
        "quote",
        "start",
        "end",
        "attributed_to",
    ]


def test_a_vote_as_it_is_exchanged() -> None:
    claim = Claim(
        ClaimKind.ACT,
        participant="LTU",
        treaty="apmbc",
        date=PartialDate.parse("2025-05-08"),
        act=Act.BILL_ADOPTED,
        value=Tally(votes_for=107, against=0, abstain=3),
    )
    evidence = Evidence("lrt", document="a.txt", quote="voted", start=3, end=8)
    exchanged = Statement(claim, Modality.DONE, evidence).to_json()
    assert exchanged["kind"] == ExchangeKind.PARLIAMENT_VOTE
    assert exchanged["date"] == "2025-05-08"
    assert exchanged["value"] == {"for": 107, "against": 0, "abstain": 3}


def test_a_claim_without_an_exchange_kind_goes_by_its_name() -> None:
    reservation = Claim(ClaimKind.ACT, "LTU", "apmbc", act=Act.RESERVATION)
    party = Claim(ClaimKind.STANDING, "LTU", "apmbc", standing=Standing.PARTY)
    for claim, name in ((reservation, "reservation"), (party, "party")):
        exchanged = Statement(claim, Modality.DONE, Evidence("bns")).to_json()
        assert (exchanged["kind"], exchanged["value"]) == ("other", {"name": name})
