from __future__ import annotations

import json

import pytest
from hypothesis import given

from inforce.record import serial
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.values import Amount
from inforce.terms import Act, ClaimKind, Modality
from record.say import said
from record.strategies import statements


@given(statements)
def test_a_statement_comes_back_as_it_was(statement: Statement) -> None:
    again = serial.from_text(serial.to_text(statement))
    assert again == statement
    assert again.id == statement.id
    assert again.to_json() == statement.to_json()


def test_the_text_is_one_line_without_what_is_at_its_default() -> None:
    text = serial.to_text(said(Act.WITHDRAWAL, "2025-06-27", asserted="2025-07-03"))
    assert json.loads(text) == {
        "claim": {
            "kind": "act",
            "participant": "LTU",
            "treaty": "apmbc",
            "date": "2025-06-27",
            "act": "withdrawal",
        },
        "modality": "done",
        "evidence": {"source": "un-sg", "asserted": "2025-07-03"},
    }
    assert "\n" not in text


def test_a_number_that_json_lacks_is_refused() -> None:
    claim = Claim(ClaimKind.AMOUNT, value=Amount(float("nan"), "EUR"))
    with pytest.raises(serial.SerialError, match="holds a number without a value: a finite one"):
        serial.to_text(Statement(claim, Modality.DONE, Evidence("bns")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"claim":{"kind":"act","date":"2025-02-29"},"modality":"done","evidence":{"source":"a"}}',
        '{"claim":{"kind":"no such kind"},"modality":"done","evidence":{"source":"a"}}',
        '{"claim":{"kind":"act","new":1},"modality":"done","evidence":{"source":"a"}}',
        '{"claim":{"kind":"act","value":{"is":"Wish"}},"modality":"done","evidence":{}}',
    ],
)
def test_what_is_no_statement_is_refused(text: str) -> None:
    with pytest.raises(serial.SerialError, match="cannot be read as a statement"):
        serial.from_text(text)
