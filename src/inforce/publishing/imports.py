"""What an official file says, and what importing it would change, as lines and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from inforce.clauses.as_catalogue import proposal_json
from inforce.dates import PartialDate
from inforce.official.errors import LayoutChanged
from inforce.official.model import Imported, Unplaced
from inforce.official.plan import Plan
from inforce.publishing.statements import act_json, act_lines
from inforce.record.exchange import value_to_json
from inforce.record.model import Statement

_NO_LIST = "the file has no list of participants"
_BRACKETED = "in brackets, since participation has ended"


def plan_json(plan: Plan) -> dict[str, Any]:
    """One object for a file: the treaty, the counts, the lists, the acts, and the plan.

    ``parties`` and ``signatories`` are the numbers by the table, null for a file without one.
    ``treaty`` is the catalogue's id, or a name in its style where ``in_catalogue`` is false.
    """
    told = plan.imported
    return {
        "file": told.file,
        "format": told.format,
        "treaty": told.called,
        "in_catalogue": told.treaty is not None,
        "number": told.number,
        "title": told.title,
        "source": told.source,
        "as_at": _day(told.as_at),
        "has_list": told.has_list,
        "parties": told.counted_parties,
        "signatories": told.counted_signatories,
        "printed_parties": told.printed_parties,
        "printed_signatories": told.printed_signatories,
        "agrees": told.agrees,
        "party_ids": list(told.parties),
        "signatory_ids": list(told.signatories),
        "former": [
            {
                "participant": former.participant,
                "name": former.name,
                "notice": _day(former.notice),
                "effect": _day(former.effect),
                "note": former.note,
                "again": former.again,
            }
            for former in told.former
        ],
        "acts": [*map(_act, told.listed), *map(_unplaced, told.unplaced)],
        "notifications": [
            {"number": sent.number, "date": _day(sent.date), "place": sent.place}
            for sent in told.notifications
        ],
        "notes": [
            {"index": note.index, "about": list(note.about), "text": note.text}
            for note in told.notes
        ],
        **_beside(told),
        "beside": [_beside_act(statement) for statement in told.beside],
        "unread_notes": list(told.unread),
        "unknown_names": list(told.unknown_names),
        "differences": list(told.differences),
        "repairs": list(told.repairs),
        "clause": proposal_json(told.clause, on=None) if told.clause else None,
        "words": list(_words(told)),
        "plan": {
            "new": [statement.id for statement in plan.new],
            "already": [statement.id for statement in plan.already],
            "conflicts": [act_json(act) for act in plan.conflicts],
        },
    }


def problem_json(file: str, error: Exception) -> dict[str, Any]:
    """The object of a file that could not be read."""
    missed = list(error.missed) if isinstance(error, LayoutChanged) else []
    return {"file": file, "error": str(error), "missed": missed}


def plan_lines(plan: Plan) -> Iterator[str]:
    """What a file says and what importing it would change, for a reader."""
    told = plan.imported
    day = f", as at {told.as_at.edtf}" if told.as_at else ""
    known = "" if told.treaty else f" (not in the catalogue; called {told.called})"
    number = f", {told.number}" if told.number else ""
    yield f"{told.file}: {told.title}{number}{known}{day}"
    yield from (f"  {words}" for words in _words(told))
    yield from (f"  {words}" for words in _beside_words(told))
    for former in told.former:
        notice = f"notice {_day(former.notice)}" if former.notice else "no day of notice told"
        effect = f", out from {_day(former.effect)}" if former.effect else ""
        note = f" (end note {former.note})" if former.note else ""
        yield f"  left: {former.name}: {notice}{effect}{note}"
    yield from (f"  differs: {words}" for words in told.differences)
    if told.unknown_names:
        yield f"  not imported, since the catalogue does not know them: {_list(told)}"
    yield from (f"  repaired: {words}" for words in told.repairs)
    yield from _clause(told)
    yield f"  {len(plan.new)} new, {len(plan.already)} there already"
    for act in plan.conflicts:
        yield f"  told differently: {act.participant or 'the treaty'}"
        yield from (f"    {line}" for line in act_lines(act))


def _clause(told: Imported) -> Iterator[str]:
    """The rules of the clause that the file quotes."""
    if told.clause is None:
        return
    for one in told.clause.readings:
        name = one.part.value.replace("_", " ")
        yield f"  by the clause quoted, {name} (article {one.article}, unconfirmed): {one.words}"
    for left in told.clause.unturned:
        yield f"  quoted, but not put as a rule: {left.why}"
    if told.clause.problem:
        yield f"  {told.clause.problem}"


def _words(told: Imported) -> Iterator[str]:
    if not told.has_list:
        printed = told.printed_parties
        beside = f"; {printed} parties are printed" if printed is not None else ""
        yield f"{_NO_LIST}{beside}" if told.format != "csv" else "rows of one's own, no list"
        return
    agrees = {True: ", as printed", False: "", None: ", no number is printed"}[told.agrees]
    yield f"{told.counted_parties} parties by the table{agrees}"
    yield f"{told.counted_signatories} signatories by the table"


def _beside_words(told: Imported) -> Iterator[str]:
    """How many reservations, objections and territorial acts were read, and what was not."""
    counts = Counter(s.claim.act.value.replace("_", " ") for s in told.beside if s.claim.act)
    if counts:
        yield "beside: " + ", ".join(f"{n} {act}" for act, n in sorted(counts.items()))
    if told.unread:
        yield f"on territories, not understood: {', '.join(told.unread)}"


def _list(told: Imported) -> str:
    return ", ".join(told.unknown_names)


def _beside(told: Imported) -> dict[str, Any]:
    return {
        "remarks": [
            {
                "kind": remark.kind.value,
                "author": remark.author,
                "participant": remark.participant,
                "date": _day(remark.date),
                "about": list(remark.about),
                "text": remark.text,
            }
            for remark in told.remarks
        ],
        "territories": [
            {
                "author": area.author,
                "participant": area.participant,
                "date": _day(area.date),
                "territories": area.territories,
            }
            for area in told.territories
        ],
    }


def _act(statement: Statement) -> dict[str, Any]:
    claim, said = statement.claim, statement.evidence
    return {
        "participant": claim.participant,
        "act": claim.act.value if claim.act else claim.kind.value,
        "kind": claim.exchange.value,
        "date": _day(claim.date),
        "modality": statement.modality.value,
        "asserted": _day(said.asserted),
        "asserted_assumed": said.asserted_assumed,
        "source": said.source,
        "reference": said.reference,
        "note": said.note,
        "id": statement.id,
    }


def _beside_act(statement: Statement) -> dict[str, Any]:
    """A reservation, objection or territorial act: its value and its own first words beside."""
    value = value_to_json(statement.claim.value)
    return {**_act(statement), "value": value, "quote": statement.evidence.quote}


def _unplaced(told: Unplaced) -> dict[str, Any]:
    return {
        "participant": None,
        "name": told.name,
        "act": told.act.value,
        "date": _day(told.date),
        "note": _BRACKETED if told.bracketed else "",
        "id": None,
    }


def _day(when: PartialDate | None) -> str | None:
    return when.edtf if when else None
