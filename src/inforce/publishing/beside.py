"""Territories, reservations and objections as lines of text and as JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inforce.publishing.jsonlines import days_edtf, trace_json
from inforce.publishing.names import Namer, cited, in_sentence, participant_name
from inforce.publishing.phrases import days_words, the_treaty, working
from inforce.publishing.words import listed, upper_first
from inforce.publishing.wrap import hung
from inforce.terms import Act, AnswerKind

if TYPE_CHECKING:
    from inforce.dates import PartialDate
    from inforce.law.extent import ExtentAnswer
    from inforce.law.model import Step
    from inforce.law.unilateral import Objection, Said, SaidAnswer
    from inforce.record.model import Statement

Json = dict[str, Any]

_STATE = {
    "standing": "",
    "partly_withdrawn": "withdrawn in part",
    "withdrawn": "withdrawn",
    "ended": "ended with its author's participation",
}
_EFFECT = {
    True: "opposes entry into force between the two (VCLT 20(4)(b))",
    False: "the treaty is in force between the two (VCLT 21(3))",
    None: "",
}


def extent_lines(
    answer: ExtentAnswer,
    catalogue: Namer,
    *,
    known_on: PartialDate | None = None,
    width: int | None = None,
) -> list[str]:
    """Whether a treaty extends to a territory, through which state, and how we know."""
    known = f", as known on {known_on}" if known_on else ""
    who = upper_first(_place(answer, catalogue))
    head = f"{who} and {the_treaty(answer.treaty, catalogue)} on {answer.on}{known}"
    lines = hung(f"{head}: {_answer(answer, catalogue)}.", width=width)
    lines += _parts_of_days(answer, width=width)
    lines += working(
        [_named(step, answer, catalogue) for step in answer.trace], catalogue, width=width
    )
    until = answer.known_until
    words = (
        f"Notifications on territories are complete until {until}"
        if until
        else ("Nothing promises until when the notifications on territories are complete")
    )
    return [*lines, "", *hung(f"{words}. {upper_first(catalogue.compiled_on)}.", width=width)]


def _named(step: Step, answer: ExtentAnswer, catalogue: Namer) -> Step:
    """The step with names in place of the ids of the territory and its state."""
    words = re.sub(rf"\b{re.escape(answer.territory)}\b", lambda _: answer.name, step.words)
    if answer.state is not None:
        name = in_sentence(catalogue, answer.state)
        words = re.sub(rf"\b{answer.state}\b", lambda _: name, words)
    return replace(step, words=words)


def parts_lines(
    answers: Sequence[ExtentAnswer], catalogue: Namer, *, width: int | None = None
) -> list[str]:
    """The parts of a state, a line each; nothing for a state without parts."""
    lines = ["", "Its parts"] if answers else []
    for one in answers:
        words = f"{upper_first(_place(one, catalogue))}: {_brief(one, catalogue)}"
        lines += hung(words, width=width, first="  - ")
    return lines


def said_lines(
    answer: SaidAnswer,
    catalogue: Namer,
    *,
    named: bool = True,
    width: int | None = None,
) -> list[str]:
    """Reservations and declarations with their objections; ``named`` tells whose each is."""
    lines: list[str] = []
    titles = {Act.RESERVATION: "Reservations", Act.DECLARATION: "Declarations"}
    for act, title in titles.items():
        found = [one for one in answer.said if one.act is act]
        lines += ["", f"{title} ({len(found)})"] if found else []
        for one in found:
            lines += hung(_said(one, catalogue, named=named), width=width, first="  - ")
            for objection in one.objections:
                lines += hung(_objection(objection, catalogue), width=width, first="      - ")
    if answer.unmatched:
        lines += ["", f"Objections to what the record does not hold ({len(answer.unmatched)})"]
    for objection in answer.unmatched:
        lines += hung(_objection(objection, catalogue, told=True), width=width, first="  - ")
    return lines


def reservations_lines(
    answer: SaidAnswer,
    catalogue: Namer,
    *,
    known_on: PartialDate | None = None,
    width: int | None = None,
) -> list[str]:
    """Everything that was said beside a treaty by a day."""
    known = f", as known on {known_on}" if known_on else ""
    head = f"{upper_first(the_treaty(answer.treaty, catalogue))} on {answer.on}{known}"
    lines = hung(f"{head}: what was said beside it.", width=width)
    told = said_lines(answer, catalogue, width=width)
    nothing = (
        "The record holds no reservation, declaration or objection; it has them where the "
        "depositary's page was imported (inforce import status-page FILE)."
    )
    return lines + (told or ["", *hung(nothing, width=width)])


def extent_json(answer: ExtentAnswer, catalogue: Namer) -> Json:
    """The object of ``inforce status --json`` for a territory, and of each part of a state."""
    notice = answer.notice
    return {
        "territory": answer.territory,
        "name": _place(answer, catalogue),
        "treaty": answer.treaty,
        "on": answer.on.edtf,
        "extends": answer.answer.value,
        "through": answer.state,
        "since": answer.since.isoformat() if answer.since else None,
        "presumed": answer.presumed,
        "because": answer.because.value if answer.because else None,
        "intervals": [
            {"days": days_edtf(part.days), "extends": part.answer.value}
            for part in answer.intervals
        ],
        "notice": _statement(notice.statement) if notice else None,
        "known_until": answer.known_until.isoformat() if answer.known_until else None,
        "past_record": answer.past_record,
        "trace": trace_json(answer.trace),
    }


def said_json(answer: SaidAnswer) -> list[Json]:
    """One object a reservation or declaration, with its objections."""
    return [
        {
            "treaty": answer.treaty,
            "participant": one.participant,
            "act": one.act.value,
            "date": one.date.edtf if one.date else None,
            "articles": list(one.articles),
            "state": one.state.value,
            "admitted": one.admitted.value if one.admitted else None,
            "rule": one.rule,
            "statement": _statement(one.statement) if one.statement else None,
            "withdrawn": _statement(one.withdrawn) if one.withdrawn else None,
            "objections": [objection_json(objection) for objection in one.objections],
        }
        for one in answer.said
    ]


def objection_json(objection: Objection) -> Json:
    """An objection: by whom, when, and whether it opposes entry into force between the two."""
    return {
        "by": objection.by,
        "date": objection.date.edtf if objection.date else None,
        "precludes": objection.precludes,
        "withdrawn": _statement(objection.withdrawn) if objection.withdrawn else None,
        "statement": _statement(objection.statement),
    }


def _statement(statement: Statement) -> Json:
    said, date = statement.evidence, statement.claim.date
    return {
        "date": date.edtf if date else None,
        "quote": said.quote,
        "source": said.source,
        "reference": said.reference,
        "note": said.note,
        "id": statement.id,
    }


def _place(answer: ExtentAnswer, catalogue: Namer) -> str:
    if answer.territory == answer.state:
        return f"{participant_name(catalogue, answer.state)} (metropolitan part)"
    return answer.name


def _answer(answer: ExtentAnswer, catalogue: Namer) -> str:
    through = f" through {in_sentence(catalogue, answer.state)}" if answer.state else ""
    if answer.intervals:
        return "not the same on every day of it"
    if answer.answer is AnswerKind.YES:
        return f"the treaty extends to it{through}{_since(answer)}"
    if answer.answer is AnswerKind.NO:
        return "the treaty does not extend to it"
    because = f", because of {answer.because.value}" if answer.because else ""
    return f"whether the treaty extends to it{through} is not known{because}"


def _brief(answer: ExtentAnswer, catalogue: Namer) -> str:
    if answer.intervals:
        days = [f"{days_words(p.days)}: {p.answer.value}" for p in answer.intervals]
        return listed(days)
    words = answer.answer.value + (_since(answer) if answer.answer is AnswerKind.YES else "")
    if answer.presumed and answer.territory != answer.state:
        return f"{words} (presumed, VCLT 29)"
    if answer.notice is None:
        return words
    evidence = answer.notice.statement.evidence
    source = cited(catalogue, ", ".join(filter(None, (evidence.source, evidence.reference))))
    told = answer.notice.statement.claim.date
    return f"{words} ({f'notified on {told}, ' if told else ''}{source})"


def _since(answer: ExtentAnswer) -> str:
    return f" from {answer.since}" if answer.since else ""


def _parts_of_days(answer: ExtentAnswer, *, width: int | None) -> list[str]:
    words = {AnswerKind.YES: "it extends to it", AnswerKind.NO: "it does not"}
    return [
        line
        for part in answer.intervals
        for line in hung(
            f"{days_words(part.days)}: {words.get(part.answer, 'not known')}",
            width=width,
            first="  ",
        )
    ]


def _said(one: Said, catalogue: Namer, *, named: bool) -> str:
    who = [participant_name(catalogue, one.participant)] if named else []
    day = f"{one.date}" if one.date else "on a day that is not told"
    about = [f"on article{'s' * (len(one.articles) > 1)} {listed(one.articles)}"]
    head = ", ".join([*who, day, *(about if one.articles else [])])
    marks = [_STATE[one.state.value]] if _STATE[one.state.value] else []
    if one.withdrawn is not None and one.withdrawn.claim.date is not None:
        marks[-1:] = [f"{marks[-1]} on {one.withdrawn.claim.date}"] if marks else []
    if one.admitted is AnswerKind.NO:
        marks.append(f"but article {one.rule} forbids it")
    told = one.statement or one.withdrawn
    quote = f": “{told.evidence.quote}”" if told is not None and told.evidence.quote else ""
    return f"{head}{''.join(f'; {mark}' for mark in marks)}{quote}"


def _objection(one: Objection, catalogue: Namer, *, told: bool = False) -> str:
    who = participant_name(catalogue, one.by)
    day = f" on {one.date}" if one.date else ""
    effect = f"; {_EFFECT[one.precludes]}" if _EFFECT[one.precludes] else ""
    back = one.withdrawn.claim.date if one.withdrawn else None
    gone = f"; withdrawn on {back}" if back else ""
    quote = f": “{one.statement.evidence.quote}”" if told else ""
    return f"{who} objected{day}{effect}{gone}{quote}"
