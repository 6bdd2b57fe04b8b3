"""Statements in few words, for the tests of the record room."""

from __future__ import annotations

from datetime import UTC, date, datetime

from inforce.dates import PartialDate
from inforce.record.authority import SHIPPED_BY
from inforce.record.model import Claim, Evidence, Recorded, Statement
from inforce.terms import Act, ClaimKind, Modality, SourceKind

KINDS = {
    "un-sg": SourceKind.DEPOSITARY,
    "register": SourceKind.REGISTER,
    "msp": SourceKind.MEETING_OF_PARTIES,
    "dataset": SourceKind.DATASET,
    "mfa": SourceKind.GOVERNMENT,
    "seimas": SourceKind.PARLIAMENT,
    "bns": SourceKind.OUTLET,
}
RECORDED = date(2026, 11, 22)


def said(
    act: Act,
    when: str | None,
    *,
    source: str = "un-sg",
    asserted: str | None = None,
    participant: str = "LTU",
    modality: Modality = Modality.DONE,
    verified: bool = True,
    reference: str = "",
    body: str | None = None,
    supersedes: str | None = None,
    retracts: str | None = None,
    document: str | None = None,
) -> Statement:
    """One act of one participant under ``apmbc``; without ``asserted``, said on its own day."""
    day = PartialDate.parse(when) if when else None
    evidence = Evidence(
        source,
        PartialDate.parse(asserted) if asserted else day,
        asserted_assumed=asserted is None,
        document=document,
        reference=reference,
        verified=verified,
    )
    claim = Claim(ClaimKind.ACT, participant, "apmbc", day, act, body=body)
    return Statement(claim, modality, evidence, supersedes, retracts)


def held(
    *statements: Statement, by: str = SHIPPED_BY, why: str = "", on: date = RECORDED
) -> list[Recorded]:
    """The statements as a store or the catalogue holds them."""
    at = datetime(on.year, on.month, on.day, tzinfo=UTC)
    return [Recorded(statement, at, by, why) for statement in statements]
