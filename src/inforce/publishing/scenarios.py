"""Scenarios, thresholds and exposure as tables, side by side, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from inforce.publishing.inert import one_line
from inforce.publishing.jsonlines import exit_json, parties_json, status_json, trace_json
from inforce.publishing.names import Namer, in_sentence, participant_name, treaty_name
from inforce.publishing.phrases import exit_words, step_words, the_treaty
from inforce.publishing.plain import range_words
from inforce.publishing.tables import Table
from inforce.publishing.words import ANSWER, STATUS, count_of, listed, upper_first
from inforce.terms import AnswerKind

if TYPE_CHECKING:
    from inforce.forecasts import (
        Change,
        Coverage,
        Exposure,
        Missing,
        Needs,
        Scenario,
        TreatyEffect,
        WhatIf,
    )
    from inforce.law.answers import CountRange, Deadline
    from inforce.law.model import Force, StatusAnswer

_HEAD = ("", "before", "after")
Json = dict[str, Any]


def whatif_tables(found: WhatIf, catalogue: Namer) -> list[Table]:
    """What is supposed, then each treaty before and after."""
    supposed = Table("Supposed", ("",), tuple((words,) for words in _supposed(found.scenario)))
    if not supposed.rows:
        supposed = Table("Supposed", ("",), (), ("Nothing is supposed.",))
    tables = [supposed]
    for effect in found.effects:
        tables.append(_effect_table(effect, catalogue))
    if not found.effects and supposed.rows:
        tables.append(Table("Consequences", ("",), (), (f"None on {found.on}.",)))
    return tables


def _supposed(scenario: Scenario) -> list[str]:
    things = [*(a.words for a in scenario.acts), *(f.words for f in scenario.facts)]
    gone = [f"{one.words}: supposed away" for one in scenario.without]
    return [upper_first(words) for words in sorted(things) + sorted(gone)]


def _effect_table(effect: TreatyEffect, catalogue: Namer) -> Table:
    before, after = effect.before, effect.after
    rows = [
        (
            "in force for",
            range_words(before.in_force_range, before, catalogue),
            range_words(after.in_force_range, after, catalogue),
        ),
        (
            "counting deposits",
            range_words(before.deposited_range, before, catalogue),
            range_words(after.deposited_range, after, catalogue),
        ),
        ("the treaty", _force_words(effect.force_before), _force_words(effect.force_after)),
    ]
    if effect.needs_before.missing or effect.needs_after.missing:
        rows.append(("still needed", _lack(effect.needs_before), _lack(effect.needs_after)))
    for one in effect.coverage:
        rows.append((f"of {one.group} ({one.members})", *_covered(one)))
    for change in effect.changes:
        name = participant_name(catalogue, change.participant)
        rows.append((name, _standing(change.before, catalogue), _standing(change.after, catalogue)))
        rows += _deadline_rows(name, change)
    notes = [step_words(note, catalogue) for note in effect.notes]
    title = f"{upper_first(the_treaty(effect.treaty, catalogue))} on {after.on}"
    if after.past_record:
        until = after.complete_until or "no stated day"
        notes.append(f"The record is complete until {until}; past it the last known status counts.")
    return Table(title, _HEAD, tuple(rows), tuple(notes))


def _force_words(force: Force) -> str:
    if force.answer is AnswerKind.YES:
        return f"in force from {force.day}"
    if force.answer is AnswerKind.NO:
        return "not in force"
    return f"in force: {ANSWER[force.answer]}"


def _lack(found: Needs) -> str:
    if found.answer is AnswerKind.YES:
        return "nothing"
    return "not known" if found.more is None else count_of(found.more, "instrument")


def _covered(one: Coverage) -> tuple[str, str]:
    return _range(one.before), _range(one.after)


def _range(found: CountRange) -> str:
    return str(found.low) if found.is_settled else f"{found.low} to {found.high}"


def _standing(answer: StatusAnswer, catalogue: Namer) -> str:
    words = STATUS[answer.status] if answer.status else f"party: {ANSWER[answer.party]}"
    if answer.status is None and answer.expected is not None:
        words = f"{STATUS[answer.expected]}, as expected"
    exits = [exit_words(one, catalogue) for one in answer.exits]
    return "; ".join([words, *exits])


def _deadline_rows(name: str, change: Change) -> list[tuple[str, str, str]]:
    """The deadlines that differ before and after."""
    before, after = _by_name(change.deadlines_before), _by_name(change.deadlines_after)
    return [
        (f"{name}: {duty}", before.get(duty, "none"), after.get(duty, "none"))
        for duty in dict.fromkeys([*before, *after])
        if before.get(duty) != after.get(duty)
    ]


def _by_name(deadlines: Iterable[Deadline]) -> dict[str, str]:
    return {one.obligation.name: f"{one.due or 'no day'}, {one.state.value}" for one in deadlines}


def needs_tables(found: Needs, catalogue: Namer) -> list[Table]:
    """What a treaty still lacks for its entry into force."""
    title = f"Entry into force of {the_treaty(found.treaty, catalogue)}"
    steps = tuple(step_words(step, catalogue) for step in found.trace)
    if found.answer is not AnswerKind.NO:
        day = f" from {found.day}" if found.day else ""
        return [Table(title, ("",), (), (f"In force: {ANSWER[found.answer]}{day}.", *steps))]
    rows = tuple(_missing_row(one, catalogue) for one in found.missing)
    more = "not known" if found.more is None else count_of(found.more, "instrument")
    notes = [f"Still needed: {more}."]
    if found.pivotal:
        who = listed(in_sentence(catalogue, one) for one in found.pivotal)
        notes.append(f"Not without {who}.")
    if found.earliest is not None:
        notes.append(f"If they all came on {found.on.earliest}: in force from {found.earliest}.")
    return [Table(title, ("there are", "of", "what"), rows, (*notes, *steps))]


def _missing_row(one: Missing, catalogue: Namer) -> tuple[str, str, str]:
    largest = listed(
        f"{participant_name(catalogue, who)} ({part:g})" for who, part in one.largest[:5]
    )
    words = f"{one.words}; the largest outside: {largest}" if largest else one.words
    return f"{one.have:g}", f"{one.needed:g}", words


def exposure_tables(found: Iterable[Exposure], catalogue: Namer) -> list[Table]:
    """What still binds each participant on each subject, by article."""
    tables = []
    for one in found:
        rows = []
        for rest in one.remaining:
            name = treaty_name(catalogue, rest.treaty)
            standing = _standing(rest.status, catalogue)
            rows += [(f"{name}, {rule.article}", standing, rule.words) for rule in rest.rules]
        who = upper_first(in_sentence(catalogue, one.participant))
        title = f"{who} without {the_treaty(one.leaving, catalogue)}: {one.subject.name}"
        lost = [f"Article {rule.article} would be lost: {rule.words}." for rule in one.lost]
        notes = (*lost, *(step_words(step, catalogue) for step in one.trace))
        tables.append(Table(title, ("article", "binds as", "what it asks"), tuple(rows), notes))
    return tables


def whatif_json(found: WhatIf, catalogue: Namer) -> Json:
    """The object of ``inforce whatif --json``."""
    return {
        "scenario": one_line(found.scenario.name),
        "supposed": _supposed(found.scenario),
        "on": found.on.edtf,
        "treaties": [_effect_json(one, catalogue) for one in found.effects],
        "catalogue": catalogue.compiled_on,
    }


def _effect_json(effect: TreatyEffect, catalogue: Namer) -> Json:
    return {
        "treaty": effect.treaty,
        "before": parties_json(effect.before, catalogue),
        "after": parties_json(effect.after, catalogue),
        "force_before": _force_json(effect.force_before),
        "force_after": _force_json(effect.force_after),
        "needs_before": needs_json(effect.needs_before, catalogue),
        "needs_after": needs_json(effect.needs_after, catalogue),
        "lost": list(effect.lost),
        "gained": list(effect.gained),
        "groups": [
            {
                "group": one.group,
                "members": one.members,
                "before": [one.before.low, one.before.high],
                "after": [one.after.low, one.after.high],
                "lost": list(one.lost),
                "gained": list(one.gained),
            }
            for one in effect.coverage
        ],
        "participants": [
            {
                "participant": one.participant,
                "before": status_json(one.before, catalogue),
                "after": status_json(one.after, catalogue),
                "exits_before": [exit_json(each) for each in one.before.exits],
                "exits_after": [exit_json(each) for each in one.after.exits],
                "deadlines_before": _by_name(one.deadlines_before),
                "deadlines_after": _by_name(one.deadlines_after),
            }
            for one in effect.changes
        ],
        "notes": trace_json(effect.notes),
    }


def _force_json(force: Force) -> Json:
    return {"in_force": force.answer.value, "day": force.day.edtf if force.day else None}


def needs_json(found: Needs, catalogue: Namer) -> Json:
    """The object of ``inforce needs --json``."""
    return {
        "treaty": found.treaty,
        "treaty_name": treaty_name(catalogue, found.treaty),
        "on": found.on.edtf,
        "in_force": found.answer.value,
        "day": found.day.edtf if found.day else None,
        "more": found.more,
        "earliest": found.earliest.edtf if found.earliest else None,
        "pivotal": list(found.pivotal),
        "requirements": [
            {
                "kind": one.kind.value,
                "have": one.have,
                "needed": one.needed,
                "more": one.more,
                "pivotal": list(one.pivotal),
                "figure": one.figure,
                "largest": dict(one.largest),
            }
            for one in found.missing
        ],
        "trace": trace_json(found.trace),
    }


def exposure_json(found: Exposure, catalogue: Namer) -> Json:
    """One object of ``inforce exposure --json``."""
    return {
        "participant": found.participant,
        "leaving": found.leaving,
        "subject": found.subject.id,
        "on": found.on.edtf,
        "status": status_json(found.status, catalogue),
        "lost": [{"article": rule.article, "words": rule.words} for rule in found.lost],
        "remaining": [
            {
                "treaty": rest.treaty,
                "binds": rest.status.party.value,
                "rules": [{"article": r.article, "words": r.words} for r in rest.rules],
            }
            for rest in found.remaining
        ],
        "trace": trace_json(found.trace),
    }
