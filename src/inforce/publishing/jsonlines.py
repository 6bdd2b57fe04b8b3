"""Answers as JSON objects; dates are EDTF, participants and treaties are catalogue ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from inforce.publishing.names import Namer, participant_name, treaty_name

if TYPE_CHECKING:
    from datetime import date

    from inforce.catalogue.model import Treaty
    from inforce.dates import DayInterval, PartialDate
    from inforce.law.answers import CountRange, PartiesAnswer, RuleLine
    from inforce.law.model import ConditionState, Exit, Position, Span, StatusAnswer, Step, Timeline
    from inforce.record.view import AdjudicatedAct

Json = dict[str, Any]


def status_json(
    answer: StatusAnswer, catalogue: Namer, *, known_on: PartialDate | None = None
) -> Json:
    """The object of ``inforce status --json``; ``known_on`` is the limit that was asked."""
    parts = [
        {"days": days_edtf(part.days), "status": _word(part.status), "party": part.party.value}
        for part in answer.intervals
    ]
    return {
        **_asked(answer.participant, answer.treaty, catalogue),
        "on": answer.on.edtf,
        "known_on": _edtf(known_on),
        "status": _word(answer.status),
        "party": answer.party.value,
        "from_day": _edtf(answer.from_day),
        "because": _word(answer.because),
        "expected": _word(answer.expected),
        "intervals": parts,
        "provisional": answer.provisional.value,
        "suspended": answer.suspended.value,
        "positions": [_position(one) for one in answer.positions],
        "exits": [exit_json(one) for one in answer.exits],
        "complete_until": _iso(answer.known_until),
        "past_record": answer.past_record,
        "trace": trace_json(answer.trace),
        "catalogue": catalogue.compiled_on,
    }


def parties_json(
    answer: PartiesAnswer,
    catalogue: Namer,
    *,
    known_on: PartialDate | None = None,
    group: str | None = None,
) -> Json:
    """The object of ``inforce parties --json``.

    ``in_force`` and ``deposited`` are the two counts, ``parties`` and ``consented`` the ids
    behind them, ``names`` a name for each id; the ranges count both ways while something is open.
    """
    ids = sorted(
        {
            *answer.in_force,
            *answer.deposited,
            *answer.signatories,
            *answer.unknown,
            *answer.unknown_deposits,
        }
    )
    return {
        "treaty": answer.treaty,
        "treaty_name": treaty_name(catalogue, answer.treaty),
        "on": answer.on.edtf,
        "known_on": _edtf(known_on),
        "group": group,
        "in_force": answer.n_in_force,
        "deposited": answer.n_deposited,
        "in_force_range": _range(answer.in_force_range),
        "deposited_range": _range(answer.deposited_range),
        "signatories": answer.n_signatories,
        "signatories_not_former": answer.n_signatories_not_former,
        "parties": list(answer.in_force),
        "consented": list(answer.deposited),
        "signed": list(answer.signatories),
        "expected_exits": [exit_json(one) for one in answer.expected_exits],
        "unknown": list(answer.unknown),
        "unknown_deposits": list(answer.unknown_deposits),
        "names": {one: participant_name(catalogue, one) for one in ids},
        "complete_until": _iso(answer.complete_until),
        "known_until": _iso(answer.known_until),
        "past_record": answer.past_record,
        "trace": trace_json(answer.trace),
        "catalogue": catalogue.compiled_on,
    }


def timeline_json(
    timeline: Timeline, catalogue: Namer, *, known_on: PartialDate | None = None
) -> Json:
    """The object of ``inforce timeline --json``: spans of status, exits, and every act."""
    return {
        **_asked(timeline.participant, timeline.treaty, catalogue),
        "known_on": _edtf(known_on),
        "spans": [_span(one) for one in timeline.spans],
        "provisional": [_span(one) for one in timeline.provisional],
        "exits": [exit_json(one) for one in timeline.exits],
        "acts": [_act(one) for one in timeline.events],
        "trace": trace_json(timeline.trace),
        "catalogue": catalogue.compiled_on,
    }


def treaty_json(treaty: Treaty, rule_lines: Iterable[RuleLine]) -> Json:
    """The object of ``inforce treaty --json``: identity, dates, names, rules with articles."""
    rules = [
        {
            "topic": line.topic,
            "words": line.words,
            "article": line.article,
            "state": line.state.value,
            "checked": _iso(line.checked),
        }
        for line in rule_lines
    ]
    return {
        "treaty": treaty.id,
        "title": treaty.title,
        "short_name": treaty.short_name,
        "number": treaty.number,
        "aliases": {language: list(names) for language, names in treaty.aliases},
        "depositary": treaty.depositary,
        "adopted": _edtf(treaty.adopted),
        "opened": _edtf(treaty.opened),
        "in_force": _iso(treaty.in_force),
        "complete_until": _iso(treaty.complete_until),
        "complete_words": treaty.complete_words,
        "rules": rules,
    }


def exit_json(found: Exit) -> Json:
    """An exit: notice, the day expected, the effect, the conditions, and its trace."""
    return {
        "treaty": found.treaty,
        "participant": found.participant,
        "state": found.state.value,
        "notice": _edtf(found.notice.date) if found.notice else None,
        "expected": _edtf(found.expected),
        "effect": _edtf(found.effect),
        "conditions": [_condition(one) for one in found.conditions],
        "revoked": _edtf(found.revoked_by.date) if found.revoked_by else None,
        "trace": trace_json(found.trace),
    }


def trace_json(trace: Iterable[Step]) -> list[Json]:
    """A trace as a list of steps."""
    return [
        {"words": step.words, "article": step.article, "day": step.day, "source": step.source}
        for step in trace
    ]


def days_edtf(days: DayInterval) -> str:
    """An interval of days in EDTF, both ends inclusive: ``2025-12-27/..``."""
    return f"{days.start or '..'}/{days.last_day or '..'}"


def _asked(participant: str, treaty: str, catalogue: Namer) -> Json:
    return {
        "participant": participant,
        "name": participant_name(catalogue, participant),
        "treaty": treaty,
        "treaty_name": treaty_name(catalogue, treaty),
    }


def _condition(one: ConditionState) -> Json:
    return {
        "fact": one.fact,
        "article": one.article,
        "on": one.on.edtf,
        "holds": one.holds.value,
        "settled_by": one.settled_by.id if one.settled_by else None,
        "words": one.words,
    }


def _position(one: Position) -> Json:
    return {"by": one.by, "words": one.words, "accepts": one.accepts, "decides": one.decides}


def _range(found: CountRange) -> Json:
    return {"low": found.low, "high": found.high}


def _span(span: Span) -> Json:
    return {
        "days": days_edtf(span.days),
        "status": _word(span.status),
        "expected": span.expected,
        "possible": [one.value for one in span.possible],
        "because": _word(span.because),
        "contested": span.contested,
        "open_condition": _condition(span.open_condition) if span.open_condition else None,
        "trace": trace_json(span.trace),
    }


def _act(act: AdjudicatedAct) -> Json:
    said = act.followed.evidence
    return {
        "act": act.act.value,
        "about": _word(act.about),
        "date": _edtf(act.date),
        "modality": act.followed.modality.value,
        "source": said.source,
        "reference": said.reference,
        "asserted": _edtf(said.asserted),
        "asserted_assumed": said.asserted_assumed,
        "why": act.why,
        "contested": act.contested,
        "rivals": [_edtf(one.claim.date) for one in act.rivals],
    }


def _word(kind: str | None) -> str | None:
    return None if kind is None else str(kind)


def _edtf(when: PartialDate | None) -> str | None:
    return when.edtf if when else None


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
