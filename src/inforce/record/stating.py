"""Facts of the world that a person states, and takes back: signed, dated, with a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from inforce.dates import PartialDate
from inforce.record.fact_values import Condition
from inforce.record.faults import StoreError
from inforce.record.model import Claim, Evidence, Statement
from inforce.record.store import Store
from inforce.terms import ClaimKind, Modality, SourceKind


def state_fact(
    store: Store,
    fact: Condition,
    *,
    participant: str,
    treaty: str | None = None,
    by: str,
    why: str,
    rests_on: str = "",
    on: date | None = None,
) -> Statement:
    """State that a fact of the world obtains, or does not, for its period; the new statement.

    The person ``by`` is its source, said on the day ``on`` (today when left out); every trace that
    uses the fact cites the name, the day and the reason. ``treaty`` keeps it to the rules of one
    treaty. Raises StoreError without a name or a reason, or when the store cannot be written.
    """
    _signed(by, why)
    day = on or datetime.now(UTC).date()
    rests = f"; {rests_on}" if rests_on else ""
    evidence = Evidence(by, PartialDate.from_day(day), reference=f"{day}: {why}{rests}", note=why)
    claim = Claim(
        ClaimKind.CONDITION, participant=participant, treaty=treaty, date=fact.period, value=fact
    )
    made = Statement(claim, Modality.DONE, evidence)
    store.add([made], by=by, why=why, kinds={by: SourceKind.PERSON})
    return made


def take_back(
    store: Store,
    statement: str,
    *,
    treaty: str | None = None,
    by: str,
    why: str,
    on: date | None = None,
) -> Statement:
    """Take a stated fact back by a statement of its own; both stay in the store.

    ``treaty`` is the one that the fact was kept to. Raises StoreError for an id that is no fact
    that a person stated there and that still stands, and without a name or a reason.
    """
    _signed(by, why)
    # With a treaty come the facts that name none; no treaty is called "".
    recorded = [each.statement for each in store.statements(treaty=treaty or "")]
    held = [one for one in recorded if one.claim.kind is ClaimKind.CONDITION]
    gone = {one.retracts for one in held}
    kinds = store.kinds()
    earlier = next((s for s in held if s.id == statement and s.retracts is None), None)
    by_person = earlier and kinds.get(earlier.evidence.source) is SourceKind.PERSON
    if earlier is None or not by_person or statement in gone:
        raise StoreError(
            f"store {store.name} holds no fact {statement!r} that a person stated and that stands; "
            "the id of one was expected"
        )
    day = on or datetime.now(UTC).date()
    evidence = Evidence(by, PartialDate.from_day(day), reference=f"{day}: {why}", note=why)
    made = replace(earlier, evidence=evidence, retracts=earlier.id)
    store.add([made], by=by, why=why, kinds={by: SourceKind.PERSON})
    return made


def _signed(by: str, why: str) -> None:
    if not (by.strip() and why.strip()):
        raise StoreError("a fact lacks a name or a reason; both were expected")
