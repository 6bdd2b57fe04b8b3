"""From statements to a record: a pure function of what was said, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from inforce.dates import PartialDate
from inforce.record.authority import kind_of, may_count
from inforce.record.choice import act_of
from inforce.record.decisions import Decision, in_effect
from inforce.record.events import events_of
from inforce.record.fact_values import Duty, Other
from inforce.record.known import in_view, still_standing
from inforce.record.model import Claim, Recorded, Statement
from inforce.record.view import TreatyRecord, act_order
from inforce.terms import TERRITORIAL, UNILATERAL, ClaimKind, Modality, SourceKind

BESIDE = UNILATERAL | TERRITORIAL
"""Acts that are no steps towards or from being bound; no event is made of them."""

EXTENT_UNTIL = "extent_until"
"""The name of the value that a promise about territorial acts carries."""


def adjudicate(
    treaty_id: str,
    recorded: Iterable[Recorded],
    *,
    kinds: Mapping[str, SourceKind],
    decisions: Iterable[Decision] = (),
    known_on: PartialDate | None = None,
    recorded_on: date | None = None,
) -> TreatyRecord:
    """The treaty's record as known on a day, from the statements recorded by a day.

    ``kinds`` gives the kind of each source, and with it its authority; a source not in it is an
    outlet. The rules, in order:

    1. A statement is in the view if it was learned by ``recorded_on`` and said by ``known_on``
       (its latest possible day counts; see :func:`inforce.record.known.known_by`).
    2. Only those count whose source, or the person who added them, can make the record
       (:func:`inforce.record.authority.may_count`).
    3. One that a standing one retracts or supersedes drops out
       (:func:`inforce.record.known.still_standing`). Of acts, only those told as done become
       acts; planned ones, thresholds and the like stay beside them in ``others``.
       Acts of ``BESIDE`` stay as they were said, each once a source, and are never dated
       otherwise by a rival.
    4. Statements of one act become one event (:func:`inforce.record.events.events_of`).
    5. Of the dates told for an event one is followed, with the reason; the others are kept as
       its rivals (:func:`inforce.record.choice.act_of`).

    The list is complete until the latest day that a standing promise names, but in a view of
    ``known_on`` no further than that day; a promise for the reports or completions of one duty
    stays beside it. The result does not depend on the order of the
    statements, nor on how often one is given.
    """
    standing = _standing(treaty_id, recorded, kinds, known_on=known_on, recorded_on=recorded_on)
    told: dict[str, list[Statement]] = {}
    sorted_out: dict[ClaimKind, list[Statement]] = {}
    beside: dict[tuple[Claim, str], Statement] = {}
    for statement in standing:
        claim = statement.claim
        if claim.act in BESIDE and statement.modality is Modality.DONE:
            beside.setdefault((claim, statement.evidence.source), statement)
        elif claim.kind is ClaimKind.ACT and claim.act and statement.modality is Modality.DONE:
            told.setdefault(claim.participant or "", []).append(statement)
        else:
            sorted_out.setdefault(claim.kind, []).append(statement)
    limited = known_on is not None
    holding = in_effect(decisions, known_on=known_on, recorded_on=recorded_on)
    acts = [
        act_of(event, kinds, decisions=_on(holding, participant), limited=limited)
        for participant, statements in told.items()
        for event in events_of(statements)
    ]
    conditions = sorted_out.pop(ClaimKind.CONDITION, [])
    findings = sorted_out.pop(ClaimKind.FINDING, [])
    promises = sorted_out.pop(ClaimKind.COMPLETENESS, [])
    of_duties = [s for s in promises if isinstance(s.claim.value, Duty)]
    of_extent = list(filter(_of_extent, promises))
    until, words = _complete([s for s in promises if s not in (*of_duties, *of_extent)], known_on)
    return TreatyRecord(
        treaty=treaty_id,
        acts=tuple(sorted(acts, key=act_order)),
        conditions=tuple(conditions),
        findings=tuple(findings),
        others=tuple(s for statements in sorted_out.values() for s in statements),
        beside=tuple(beside.values()),
        extent_until=_complete(of_extent, known_on)[0],
        complete_until=until,
        complete_words=words,
        known_on=known_on,
        recorded_on=recorded_on,
        promises=tuple(of_duties),
    )


def _of_extent(promise: Statement) -> bool:
    """Whether a promise is about territorial acts, not about the list of participants."""
    value = promise.claim.value
    return isinstance(value, Other) and value.name == EXTENT_UNTIL


def _on(decisions: tuple[Decision, ...], participant: str) -> list[Decision]:
    return [decision for decision in decisions if decision.participant == participant]


def _standing(
    treaty_id: str,
    recorded: Iterable[Recorded],
    kinds: Mapping[str, SourceKind],
    *,
    known_on: PartialDate | None,
    recorded_on: date | None,
) -> list[Statement]:
    """The statements of the view that may count, each once, in an order that is theirs alone."""
    counting: dict[tuple[object, ...], Statement] = {}
    for each in recorded:
        statement = each.statement
        concerned = statement.claim.treaty == treaty_id or (
            statement.claim.treaty is None and statement.claim.kind is ClaimKind.CONDITION
        )
        if (
            concerned
            and in_view(each, known_on=known_on, recorded_on=recorded_on)
            and may_count(each, kind_of(statement, kinds))
        ):
            order = _order(statement)
            counting[order] = min(counting.get(order, statement), statement, key=_remarks)
    return list(still_standing((counting[key] for key in sorted(counting)), kinds))


def _order(statement: Statement) -> tuple[str, ...]:
    """A key that tells any two statements apart by what makes up their identity."""
    claim, said = statement.claim, statement.evidence
    return (
        claim.date.edtf if claim.date else "~",
        claim.participant or "",
        claim.act or "",
        said.source,
        said.asserted.edtf if said.asserted else "",
        said.reference,
        f"{claim.kind} {claim.treaty} {claim.standing} {claim.presupposed} {statement.modality}",
        f"{claim.about} {claim.body}",
        repr(claim.value) if claim.value else "",
        f"{said.document} {said.digest} {said.start} {said.end}",
        f"{statement.supersedes} {statement.retracts}",
    )


def _remarks(statement: Statement) -> tuple[object, ...]:
    """What tells apart two copies of one statement; the better attested copy comes first."""
    said = statement.evidence
    doubts = not said.verified, said.asserted_assumed
    return *doubts, said.quote, said.note, said.attributed_to


def _complete(promises: list[Statement], known_on: PartialDate | None) -> tuple[date | None, str]:
    """The last day until which the list is promised to be complete, and in which words."""
    dated = [(s.claim.date.latest, s) for s in promises if s.claim.date and s.claim.date.latest]
    if not dated:
        return None, ""
    until, promise = max(dated, key=lambda pair: pair[0])
    words = promise.claim.value.text if isinstance(promise.claim.value, Other) else ""
    limit = known_on.latest if known_on else None
    return (min(until, limit) if limit else until), words
