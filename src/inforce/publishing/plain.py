"""Answers as lines of text: light enough for a command that must start at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inforce.dates import Truth
from inforce.publishing.names import Namer, in_sentence, participant_name
from inforce.publishing.phrases import days_words, exit_words, extent, the_treaty, working
from inforce.publishing.plain_history import timeline_lines, treaty_lines
from inforce.publishing.words import STATUS, listed, upper_first
from inforce.publishing.wrap import columns, hung
from inforce.terms import AnswerKind, StatusKind

if TYPE_CHECKING:
    from inforce.dates import PartialDate
    from inforce.law.answers import CountRange, PartiesAnswer
    from inforce.law.model import Exit, Position, StatusAnswer

__all__ = ["parties_lines", "status_lines", "timeline_lines", "treaty_lines"]


def status_lines(
    answer: StatusAnswer,
    catalogue: Namer,
    *,
    known_on: PartialDate | None = None,
    beside: Sequence[str] = (),
    width: int | None = None,
) -> list[str]:
    """A status with its working: the answer, how we know, the positions, how far the record goes.

    ``known_on`` is the limit of the record that was asked; ``beside`` are lines on its parts and
    reservations. Lines are wrapped at ``width``
    characters; without one, each sentence is one line.
    """
    head = f"{_asked(answer.participant, answer.treaty, catalogue, on=answer.on)}{_known(known_on)}"
    lines = hung(f"{head}: {_verdict(answer, catalogue)}.", width=width)
    for part in answer.intervals:
        words = STATUS[part.status] if part.status else _open_words(part.party)
        lines += hung(f"{days_words(part.days)}: {words}", width=width, first="  ")
    lines += _beside(answer, catalogue, width=width)
    lines += working(answer.trace, catalogue, width=width)
    lines += _positions(answer.positions, catalogue, width=width)
    lines += beside
    return [*lines, *extent(answer.known_until, catalogue, past=answer.past_record, width=width)]


def parties_lines(
    answer: PartiesAnswer,
    catalogue: Namer,
    *,
    names: bool = True,
    known_on: PartialDate | None = None,
    group: str | None = None,
    width: int | None = None,
) -> list[str]:
    """Both counts, the signatories, the exits that are open, and the names in columns.

    ``group`` names the group whose members alone were counted.
    """
    of = f", members of {group} only" if group else ""
    title = f"{upper_first(the_treaty(answer.treaty, catalogue))} on {answer.on}{_known(known_on)}"
    lines = hung(f"{title}{of}", width=width)
    rows = (
        ("in force for", range_words(answer.in_force_range, answer, catalogue)),
        ("counting deposits", range_words(answer.deposited_range, answer, catalogue)),
        ("signatories", _signatories(answer)),
    )
    for label, words in rows:
        lines += hung(words, width=width, first=f"  {label:<19}")
    for exit_ in answer.expected_exits:
        lines += hung(
            f"{participant_name(catalogue, exit_.participant)}: {exit_words(exit_, catalogue)}",
            width=width,
            first="  expected exit      ",
        )
    if names:
        lines += _names("In force for", answer.in_force, catalogue, width=width)
        only = tuple(sorted(set(answer.deposited) - set(answer.in_force)))
        lines += _names("Deposited, not in force", only, catalogue, width=width)
        lines += _names("Open", answer.unknown, catalogue, width=width)
    return [
        *lines,
        *extent(
            answer.complete_until or answer.known_until,
            catalogue,
            past=answer.past_record,
            width=width,
        ),
    ]


_NAMED = 12
"""Up to so many open participants are named beside a count; JSON has them all."""


def range_words(found: CountRange, answer: PartiesAnswer, catalogue: Namer) -> str:
    """A count, or both ways of it with what decides: "161, or 162 if the exit of ..."."""
    if found.is_settled:
        return str(found.low)
    leaving = [in_sentence(catalogue, exit_.participant) for exit_ in answer.expected_exits]
    if found.high - found.low == len(leaving) == 1:
        return f"{found.low}, or {found.high} if the exit of {leaving[0]} has not taken effect"
    if found.high - found.low == len(leaving):
        return (
            f"{found.low} to {found.high}, as the exits of {listed(leaving)} "
            "have taken effect or not"
        )
    open_ones = answer.unknown_deposits if found is answer.deposited_range else answer.unknown
    if len(open_ones) > _NAMED:
        return f"{found.low} to {found.high}, open for {len(open_ones)} participants"
    who = [in_sentence(catalogue, one) for one in open_ones]
    return f"{found.low} to {found.high}" + (f", open for {listed(who)}" if who else "")


def _asked(participant: str, treaty: str, catalogue: Namer, *, on: PartialDate) -> str:
    who = upper_first(in_sentence(catalogue, participant))
    return f"{who} and {the_treaty(treaty, catalogue)} on {on}"


def _known(known_on: PartialDate | None) -> str:
    return f", as known on {known_on}" if known_on else ""


def _verdict(answer: StatusAnswer, catalogue: Namer) -> str:
    if answer.intervals:
        return "not the same on every day of it"
    if answer.status is None:
        return _without_status(answer, catalogue)
    if answer.status is StatusKind.PARTY_EXIT_RUNNING:
        running = [e for e in answer.exits if e.effect is None and e.state.value == "running"]
        words = exit_words(running[-1], catalogue) if running else _effect_words(answer)
        return f"party; {words}"
    if answer.status is StatusKind.FORMER_PARTY:
        left = [e.effect for e in answer.exits if _has_come(e, answer.on)]
        return f"former party; its exit took effect on {left[-1]}" if left else "former party"
    words = STATUS[answer.status]
    if answer.party is AnswerKind.NO and answer.from_day is not None:
        words += f"; in force for it from {answer.from_day}"
    return words


def _has_come(found: Exit, on: PartialDate) -> bool:
    return found.effect is not None and found.effect.on_or_before(on) is Truth.YES


def _effect_words(answer: StatusAnswer) -> str:
    ahead = [e for e in answer.exits if e.effect is not None]
    return f"its exit takes effect on {ahead[-1].effect}" if ahead else "an exit is running"


def _without_status(answer: StatusAnswer, catalogue: Namer) -> str:
    if answer.party is AnswerKind.CONTESTED:
        return "contested"
    because = f", because of {answer.because.value}" if answer.because else ""
    if answer.expected is None:
        return f"not known{because}"
    opened = [e for e in answer.exits if e.open_condition is not None]
    reason = f": {exit_words(opened[-1], catalogue)}" if opened else ""
    return f"not settled{because}; {STATUS[answer.expected]} is expected{reason}"


_TAKEN = {
    True: "accepted that it has effect",
    False: "did not accept that it has effect",
    None: "has spoken on it",
}


def _open_words(party: AnswerKind) -> str:
    return "contested" if party is AnswerKind.CONTESTED else "not known"


def _beside(answer: StatusAnswer, catalogue: Namer, *, width: int | None) -> list[str]:
    """What stands beside the status: provisional application, suspension, exits that failed."""
    said = []
    if answer.provisional is AnswerKind.YES:
        said.append("It applies the treaty provisionally.")
    elif answer.provisional is not AnswerKind.NO:
        said.append(f"Whether it applies the treaty provisionally is {answer.provisional.value}.")
    if answer.suspended is AnswerKind.YES:
        said.append("The treaty's operation is suspended for it.")
    elif answer.suspended is AnswerKind.CONTESTED:
        said.append("Whether the treaty's operation is suspended for it is contested.")
    elif answer.suspended is AnswerKind.UNKNOWN:
        said.append("Whether the treaty's operation is suspended for it is not known.")
    said += [
        f"Positions differ on an act of its (below); the {one.by} {_TAKEN[one.accepts]}."
        for one in answer.positions
        if one.decides
    ]
    for exit_ in answer.exits:
        if exit_.state.value in ("revoked", "without_effect", "deferred", "contested"):
            noticed = exit_.notice.date if exit_.notice else None
            of = f"Of its notice of {noticed}: " if noticed else ""
            said.append(upper_first(f"{of}{exit_words(exit_, catalogue)}."))
    return [line for words in said for line in hung(words, width=width)]


def _positions(positions: Sequence[Position], catalogue: Namer, *, width: int | None) -> list[str]:
    lines = ["", "Positions on what is contested"] if positions else []
    for one in positions:
        by = participant_name(catalogue, one.by)
        marks = {True: "holds that the act has effect", False: "holds that it has none"}
        said = [marks[one.accepts]] if one.accepts is not None else []
        said += ["the word of a body of the parties"] if one.decides else []
        mark = f" ({'; '.join(said)})" if said else ""
        lines += hung(f"{upper_first(by)}{mark}: {one.words}", width=width, first="  - ")
    return lines


def _signatories(answer: PartiesAnswer) -> str:
    if answer.n_signatories == answer.n_signatories_not_former:
        return str(answer.n_signatories)
    return (
        f"{answer.n_signatories} ever signed; {answer.n_signatories_not_former} "
        "without those that have left"
    )


def _names(title: str, ids: Sequence[str], catalogue: Namer, *, width: int | None) -> list[str]:
    if not ids:
        return []
    known = sorted(participant_name(catalogue, one) for one in ids)
    return ["", f"{title} ({len(ids)})", *columns(known, width=width)]
