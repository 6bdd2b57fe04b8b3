"""The catalogue's facts as statements of their sources."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time

from inforce.catalogue import Catalogue
from inforce.catalogue.duties import DutyRow
from inforce.catalogue.duty_names import duty_named
from inforce.catalogue.model import ActRow, Article, ConditionRow, FindingRow, Treaty
from inforce.catalogue.territories import ExtentRow
from inforce.dates import PartialDate
from inforce.record.authority import SHIPPED_BY
from inforce.record.fact_values import (
    Condition,
    Duty,
    Finding,
    Other,
    Tally,
    Territorial,
    Threshold,
)
from inforce.record.model import Claim, Evidence, Recorded, Statement
from inforce.terms import ClaimKind, Modality

Row = ActRow | ConditionRow | DutyRow | ExtentRow | FindingRow
"""The kinds of row of which statements are made."""

COMPLETE_UNTIL = "complete_until"
"""The name of the value that a promise of completeness carries; its text is the promise."""


def shipped_statements(
    catalogue: Catalogue, treaty_id: str, *, participants: Collection[str] | None = None
) -> tuple[Recorded, ...]:
    """What the catalogue holds on a treaty, and the facts of the world that its rules ask for.

    The acts and domestic steps, the conditions, the findings, what was told of duties, and the
    promise that the list is complete; with ``participants`` only what concerns them. All were
    learned on the catalogue's day (:func:`shipped_on`), by "catalogue". What no source dates was
    said on its own day, and is marked so. Raises UnknownTreaty, and UnknownDuty for a duty that
    the treaty lacks.
    """
    treaty = catalogue.treaty(treaty_id)
    day = shipped_on(catalogue, treaty)
    acts = _acts(catalogue, treaty.id, participants)
    told = [statement for row in acts for statement in act_statements(row, day)]
    told += [
        condition_statement(row, day)
        for row in catalogue.conditions()
        if row.treaty in (None, treaty.id) and _concerns(row, participants)
    ]
    told += [
        finding_statement(row, day)
        for row in catalogue.findings(treaty.id)
        if _concerns(row, participants)
    ]
    told += [
        duty_statement(replace(row, duty=duty_named(treaty, row.duty).name), day)
        for row in catalogue.duties(treaty.id)
        if _concerns(row, participants)
    ]
    told += [
        extent_statement(row, day)
        for row in catalogue.extents(treaty.id)
        if _concerns(row, participants)
    ]
    promise = completeness_statement(treaty)
    return tuple(as_shipped(s, day) for s in (*told, *([promise] if promise else [])))


def act_statements(row: ActRow, day: date) -> Iterator[Statement]:
    """The statement of an act or domestic step, and of the votes needed where a row has them.

    ``day`` is that of the catalogue. An effect told before its day is a planned one.
    """
    evidence = _evidence(row, row.date, day)
    claim = Claim(
        ClaimKind.ACT,
        participant=row.participant or None,
        treaty=row.treaty,
        date=row.date,
        act=row.act,
        about=row.about,
        body=row.body or None,
        value=_tally(dict(row.tally)),
    )
    yield Statement(claim, _modality(row.date, evidence), evidence)
    needed = dict(row.tally).get("threshold")
    if needed is not None:
        threshold = Claim(
            ClaimKind.THRESHOLD,
            participant=row.participant,
            treaty=row.treaty,
            date=row.date,
            about=row.about,
            body=row.body or None,
            value=Threshold(needed),
        )
        yield Statement(threshold, Modality.DONE, evidence)


def condition_statement(row: ConditionRow, day: date) -> Statement:
    """The statement of a fact of the world; its date runs from the first to the last day."""
    period = _period(row.since, row.until)
    claim = Claim(
        ClaimKind.CONDITION,
        participant=row.participant,
        treaty=row.treaty,
        date=period,
        value=Condition(row.fact, row.holds, period),
    )
    evidence = _evidence(row, row.since or row.until, day)
    return Statement(claim, Modality.DONE, evidence)


def finding_statement(row: FindingRow, day: date) -> Statement:
    """The statement of what a body or participant said of another's act."""
    claim = Claim(
        ClaimKind.FINDING,
        participant=row.participant,
        treaty=row.treaty,
        date=row.date,
        act=row.act,
        body=row.by,
        value=Finding(row.act.value, row.accepts, row.by, row.words),
    )
    return Statement(claim, Modality.DONE, _evidence(row, row.date, day))


def duty_statement(row: DutyRow, day: date) -> Statement:
    """The statement of what became of a duty: more time, completion, a report, or its failure."""
    claim = Claim(
        ClaimKind.ACT,
        participant=row.participant,
        treaty=row.treaty,
        date=row.date,
        act=row.act,
        value=Duty(row.duty, row.until, row.period),
    )
    evidence = _evidence(row, row.date, day)
    return Statement(claim, _modality(row.date, evidence), evidence)


def extent_statement(row: ExtentRow, day: date) -> Statement:
    """The statement of a notification on the territories to which a treaty applies."""
    claim = Claim(
        ClaimKind.ACT,
        participant=row.participant,
        treaty=row.treaty,
        date=row.date,
        act=row.act,
        value=Territorial(row.territories, only=row.only, effect=row.effect),
    )
    return Statement(claim, Modality.DONE, _evidence(row, row.date, day))


def completeness_statement(treaty: Treaty) -> Statement | None:
    """The promise that the list of the treaty's acts is complete until a day; None without one."""
    if treaty.complete_until is None:
        return None
    until = PartialDate.from_day(treaty.complete_until)
    claim = Claim(
        ClaimKind.COMPLETENESS,
        treaty=treaty.id,
        date=until,
        value=Other(COMPLETE_UNTIL, treaty.complete_words),
    )
    evidence = Evidence(treaty.depositary_source, until, asserted_assumed=True)
    return Statement(claim, Modality.DONE, evidence)


def as_shipped(statement: Statement, day: date) -> Recorded:
    """The statement as the catalogue of that day holds it."""
    return Recorded(statement, datetime.combine(day, time(), UTC), SHIPPED_BY)


def _evidence(row: Row, own_day: PartialDate | None, day: date) -> Evidence:
    asserted = row.asserted or own_day
    ahead = asserted is not None and asserted.earliest is not None and asserted.earliest > day
    return Evidence(
        row.source,
        # What lies ahead of the catalogue's day was announced by then.
        PartialDate.from_day(day) if ahead else asserted,
        asserted_assumed=row.asserted is None,
        reference=row.reference,
        verified=row.verified,
        note=row.note,
    )


def _modality(when: PartialDate | None, evidence: Evidence) -> Modality:
    said = evidence.asserted.latest if evidence.asserted else None
    day = when.earliest if when else None
    return Modality.PLANNED if said and day and said < day else Modality.DONE


def _tally(counts: dict[str, int]) -> Tally | None:
    if not counts.keys() - {"threshold"}:
        return None
    return Tally(
        votes_for=counts.get("for"),
        against=counts.get("against"),
        abstain=counts.get("abstain"),
        not_voting=counts.get("not_voting"),
        seats=counts.get("seats"),
    )


def _period(since: PartialDate | None, until: PartialDate | None) -> PartialDate | None:
    if since is None and until is None:
        return None
    return since if since == until else PartialDate.between(since, until)


def shipped_on(catalogue: Catalogue, treaty: Treaty) -> date:
    """The catalogue's day for a treaty: the last on which one of its articles was checked.

    For a treaty that has no rules of its own, the last for any treaty of the catalogue.
    """
    days = list(_checked(treaty)) or [day for t in catalogue.treaties() for day in _checked(t)]
    return max(days, default=date.max)


def _checked(treaty: Treaty) -> Iterator[date]:
    for field in fields(treaty.rules) if treaty.rules else ():
        rule = getattr(treaty.rules, field.name)
        for part in rule if isinstance(rule, tuple) else (rule,):
            article = part if isinstance(part, Article) else getattr(part, "at", None)
            if article is not None and article.checked is not None:
                yield article.checked


def _acts(
    catalogue: Catalogue, treaty_id: str, participants: Collection[str] | None
) -> Iterator[ActRow]:
    for rows in (catalogue.acts(treaty_id), catalogue.steps(treaty_id)):
        yield from (row for row in rows if _concerns(row, participants))


def _concerns(row: Row, participants: Collection[str] | None) -> bool:
    return participants is None or not row.participant or row.participant in participants
