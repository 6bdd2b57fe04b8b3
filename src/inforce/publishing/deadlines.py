"""Deadlines of obligations as JSON objects and as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from inforce.publishing.jsonlines import Json, trace_json
from inforce.publishing.names import Namer, in_sentence, participant_name, treaty_name
from inforce.publishing.phrases import extent, step_words, the_treaty
from inforce.publishing.words import article_words, upper_first
from inforce.publishing.wrap import hung

if TYPE_CHECKING:
    from inforce.dates import PartialDate
    from inforce.law.answers import Deadline

STATE = {
    "open": "open",
    "met": "met",
    "overdue": "overdue",
    "lapsed": "lapsed with the exit",
    "unknown": "unknown",
}
"""A deadline's state in words."""

_NO_DAY = "no day"
_WIDTH_OF_DAY = 11
_WIDTH_OF_STATE = 8


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """A deadline as a calendar shows it: an entry that lasts the whole day.

    ``uid`` stays the same for a deadline when it is extended, so that a calendar moves the entry.
    ``day`` is an ISO date, the last one on which it may fall.
    """

    uid: str
    day: str
    summary: str
    description: str
    categories: tuple[str, ...]


def deadline_json(
    found: Deadline,
    catalogue: Namer,
    *,
    on: PartialDate,
    known_on: PartialDate | None = None,
) -> Json:
    """The object of ``inforce deadlines --json``: the duty, its day, its state and its trace."""
    duty = found.obligation
    return {
        "participant": found.participant,
        "name": participant_name(catalogue, found.participant),
        "treaty": found.treaty,
        "treaty_name": treaty_name(catalogue, found.treaty),
        "on": on.edtf,
        "known_on": known_on.edtf if known_on else None,
        "duty": duty.name,
        "article": duty.at.article or None,
        "number": found.number,
        "recurs": duty.recurrence is not None,
        "due": found.due.edtf if found.due else None,
        "original": found.original.edtf if found.original else None,
        "state": found.state.value,
        "because": found.because.value if found.because else None,
        "extensions": [one.date.edtf if one.date else None for one in found.extensions],
        "met_on": found.met_on.edtf if found.met_on else None,
        "checked": duty.at.checked.isoformat() if duty.at.checked else None,
        "complete_until": _complete_until(found.treaty, catalogue),
        "trace": trace_json(found.trace),
        "catalogue": catalogue.compiled_on,
    }


def deadline_lines(
    found: Sequence[Deadline],
    catalogue: Namer,
    *,
    on: PartialDate,
    known_on: PartialDate | None = None,
    working: bool = False,
    width: int | None = None,
) -> list[str]:
    """One line a deadline, in order of day; those of one duty in one state stand together.

    So do participants for which one duty falls due on one day. With ``working``, for one
    participant, each line has its reasons under it.
    """
    known = f", as known on {known_on}" if known_on else ""
    lines = hung(f"{_title(found, catalogue)} on {on}{known}", width=width)
    if not found:
        return [*lines, "  no deadline in the record"]
    alone = len({(one.participant, one.treaty) for one in found}) == 1
    for (day, state, duty), runs in groupby(_runs(found), key=lambda run: _head(run, catalogue)):
        same = [run[-1] for run in runs]
        whose = [participant_name(catalogue, one.participant) for one in same]
        said = duty[1] if alone else f"{', '.join(duty)}: {', '.join(whose)}"
        first = f"  {day:<{_WIDTH_OF_DAY}} {state:<{_WIDTH_OF_STATE}} "
        lines += hung(said, width=width, first=first)
        for step in same[-1].trace if working else ():
            lines += hung(step_words(step, catalogue), width=width, first="      - ")
    return lines + _extent(found, catalogue, on=on, width=width)


def calendar_entry(found: Deadline, catalogue: Namer) -> CalendarEntry | None:
    """The deadline for a calendar; None where no last day is known."""
    day = found.due.latest if found.due else None
    if day is None or found.due is None:
        return None
    duty = found.obligation
    where = f"{treaty_name(catalogue, found.treaty)}, {article_words(duty.at.article)}"
    exact = "" if found.due.is_day else f"Falls due in {found.due}. "
    reasons = " ".join(f"{step_words(step, catalogue)}." for step in found.trace)
    membership = found.original.edtf if found.original else ""
    return CalendarEntry(
        f"{found.treaty}-{found.participant}-{duty.name}-{membership}".replace(" ", "-"),
        day.isoformat(),
        f"{participant_name(catalogue, found.participant)}: {duty.name} ({where})",
        f"{exact}State: {STATE[found.state.value]}. {reasons}",
        (found.treaty, found.participant, found.state.value),
    )


def _complete_until(treaty: str, catalogue: Namer) -> str | None:
    until = catalogue.treaty(treaty).complete_until
    return until.isoformat() if until else None


def _extent(
    found: Sequence[Deadline], catalogue: Namer, *, on: PartialDate, width: int | None
) -> list[str]:
    """How far the record goes, of which every deadline speaks."""
    treaties = {one.treaty for one in found}
    if len(treaties) != 1:
        return []
    until = catalogue.treaty(treaties.pop()).complete_until
    past = until is not None and (on.latest is None or on.latest > until)
    return extent(until, catalogue, past=past, width=width)


def _title(found: Sequence[Deadline], catalogue: Namer) -> str:
    pairs = {(one.participant, one.treaty) for one in found}
    if len(pairs) != 1:
        return f"{len(found)} deadlines" if found else "Deadlines"
    participant, treaty = next(iter(pairs))
    who = upper_first(in_sentence(catalogue, participant))
    return f"{who} and {the_treaty(treaty, catalogue)}: deadlines"


def _runs(found: Sequence[Deadline]) -> Iterator[list[Deadline]]:
    """Deadlines of one duty that came round and stand alike, as one; the others alone."""
    ordered: dict[tuple[str, ...], list[Deadline]] = {}
    for place, one in enumerate(found):
        own = (one.participant, one.treaty, one.obligation.name)
        key = own if one.obligation.recurrence is not None else (*own, str(place))
        ordered.setdefault(key, []).append(one)
    runs = []
    for several in ordered.values():
        runs += [list(run) for _, run in groupby(several, key=lambda one: one.state)]
    places = {id(one): place for place, one in enumerate(found)}
    yield from sorted(runs, key=lambda run: places[id(run[-1])])


def _head(run: Sequence[Deadline], catalogue: Namer) -> tuple[str, str, tuple[str, str]]:
    """Day, state, and the treaty's name with the words of a line."""
    last = run[-1]
    day = last.due.edtf if last.due is not None else _NO_DAY
    return day, last.state.value, (treaty_name(catalogue, last.treaty), _words(run))


def _words(run: Sequence[Deadline]) -> str:
    last = run[-1]
    article = (
        f" ({article_words(last.obligation.at.article)})" if last.obligation.at.article else ""
    )
    words = f"{last.obligation.name}{article}"
    if last.extensions and last.original is not None:
        words += f", extended from {last.original}"
    if last.met_on is not None and len(run) == 1:
        words += f", {last.met_on}"
    if last.because is not None:
        words += f", because of {last.because.value}"
    if len(run) > 1 and run[0].due is not None:
        words += f"; the last of {len(run)} since {run[0].due}"
    return words
