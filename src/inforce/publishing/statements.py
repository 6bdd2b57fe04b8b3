"""Statements of the store and acts of the record, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from inforce.record.decisions import Decision
from inforce.record.model import Recorded, Statement
from inforce.record.view import AdjudicatedAct


def recorded_line(recorded: Recorded) -> str:
    """One statement of the store: id, what is claimed, by whom, and who put it there."""
    why = f": {recorded.why}" if recorded.why else ""
    return (
        f"{recorded.statement.id}  {_claim(recorded.statement)}  "
        f"[{_source(recorded.statement)}]  added {recorded.recorded_on} by {recorded.by}{why}"
    )


def recorded_json(recorded: Recorded) -> dict[str, Any]:
    """The exchange object of a statement with its id, its source and who put it there."""
    statement = recorded.statement
    return statement.to_json() | {
        "id": statement.id,
        "act": statement.claim.act.value if statement.claim.act else None,
        "source": statement.evidence.source,
        "reference": statement.evidence.reference,
        "asserted": statement.evidence.asserted.edtf if statement.evidence.asserted else None,
        "recorded_at": recorded.recorded_at.isoformat(),
        "by": recorded.by,
        "why": recorded.why,
    }


def decision_line(decision: Decision) -> str:
    """One decision or revocation: its id, what it settles, by whom and why."""
    verb = f"revokes {decision.revokes}" if decision.revokes else f"follows {decision.follows}"
    return (
        f"{decision.id}  {decision.participant} {decision.treaty} {decision.act.value}: {verb}  "
        f"decided {decision.on} by {decision.by}: {decision.why}"
    )


def act_lines(act: AdjudicatedAct) -> Iterator[str]:
    """An act of the record: the date followed and why, its support and its rivals."""
    day = act.date.edtf if act.date else "day unknown"
    contested = ", contested" if act.contested else ""
    yield f"{day}  {act.act.value.replace('_', ' ')}{contested}  ({act.why})"
    told = [("follows", act.followed)]
    told += [("support", s) for s in act.support] + [("rival", s) for s in act.rivals]
    for word, statement in told:
        yield f"    {word:8} {statement.id}  {_said(statement)}  [{_source(statement)}]"


def act_json(act: AdjudicatedAct) -> dict[str, Any]:
    """An act of the record with the ids of the statements for and against its date."""
    return {
        "treaty": act.treaty,
        "participant": act.participant,
        "act": act.act.value,
        "date": act.date.edtf if act.date else None,
        "follows": act.followed.id,
        "support": [s.id for s in act.support],
        "rivals": [s.id for s in act.rivals],
        "why": act.why,
        "contested": act.contested,
    }


def _claim(statement: Statement) -> str:
    claim = statement.claim
    named = claim.act.value if claim.act else claim.kind.value
    parts = [claim.participant, claim.treaty, named, claim.date.edtf if claim.date else None]
    return " ".join(part for part in parts if part) + f" ({statement.modality.value})"


def _said(statement: Statement) -> str:
    said = statement.evidence.asserted
    day = statement.claim.date.edtf if statement.claim.date else "no day"
    assumed = ", assumed" if statement.evidence.asserted_assumed else ""
    return f"{day}, said {said.edtf}{assumed}" if said else f"{day}, said on a day not known"


def _source(statement: Statement) -> str:
    return ", ".join(filter(None, (statement.evidence.source, statement.evidence.reference)))
