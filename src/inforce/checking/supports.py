"""What findings rest on: pieces of the record with their sources."""

from __future__ import annotations

from inforce.catalogue.figures import FigureRow
from inforce.catalogue.model import ActRow, Treaty
from inforce.checking import words
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import Support
from inforce.record.model import Statement
from inforce.record.view import AdjudicatedAct


def act_support(knowledge: Knowledge, act: AdjudicatedAct) -> tuple[Support, ...]:
    """The statement that the record follows, and up to two more that agree with it."""
    told = (act.followed, *act.support[:2])
    return tuple(statement_support(knowledge, statement) for statement in told)


def statement_support(knowledge: Knowledge, statement: Statement) -> Support:
    """What a statement of the record says, and who says it where."""
    claim, evidence = statement.claim, statement.evidence
    who = knowledge.name(claim.participant)
    what = words.noun(claim.act) if claim.act else claim.kind.value
    unverified = "" if evidence.verified else " (not verified)"
    return Support(
        f"{who}, {what}, {words.when(claim.date)}{unverified}",
        knowledge.source_name(evidence.source),
        evidence.reference,
        claim.date.edtf if claim.date else None,
    )


def list_support(knowledge: Knowledge, treaty: Treaty) -> Support:
    """The treaty's list of parties, with the day until which it is complete."""
    until = knowledge.known_until(treaty)
    how_far = f", complete until {words.one_day(until)}" if until else ""
    return Support(
        f"list of signatures and parties of {treaty.short_name}{how_far}",
        knowledge.source_name(treaty.depositary_source),
        treaty.number,
        until.isoformat() if until else None,
    )


def step_support(knowledge: Knowledge, row: ActRow) -> Support:
    """A domestic step with its tally."""
    counts = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in row.tally)
    told = f"{row.body or words.noun(row.act)}, {words.when(row.date)}"
    return Support(
        f"{told}: {counts}" if counts else told,
        knowledge.source_name(row.source),
        row.reference,
        row.date.edtf if row.date else None,
    )


def figure_support(knowledge: Knowledge, row: FigureRow) -> Support:
    """A published figure."""
    sign = "" if row.cmp == "=" else "more than "
    scope = f" ({row.scope})" if row.scope else ""
    return Support(
        f"{row.figure}{scope}: {sign}{words.number(row.value)} {row.unit}, "
        f"{place_name(knowledge, row.place)}, {row.period}",
        knowledge.source_name(row.source),
        row.reference,
        row.period,
    )


def place_name(knowledge: Knowledge, place: str | None) -> str:
    """A place in words."""
    return "the world" if place == "WORLD" else knowledge.name(place)


def quoted(statement: Statement) -> Support:
    """Another sentence of a document."""
    evidence = statement.evidence
    return Support(
        f"“{evidence.quote}”",
        evidence.document or evidence.source,
        "",
        evidence.asserted.edtf if evidence.asserted else None,
    )
