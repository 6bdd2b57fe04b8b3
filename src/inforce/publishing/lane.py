"""What stands on one participant's lane: its statuses, the acts of the record, the claims."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inforce.checking.words import noun, one_day, when
from inforce.dates import PartialDate, between
from inforce.law.model import Exit, Span, Timeline
from inforce.publishing.page import Card
from inforce.publishing.words import STATUS, upper_first
from inforce.record.model import Statement
from inforce.terms import DOMESTIC_STEPS, EXIT_NOTICES, Act, Rung, StatusKind, rung

_OF_EXIT = DOMESTIC_STEPS | EXIT_NOTICES | {Act.EXIT_EFFECT, Act.SUSPENSION, Act.REVOCATION}
_BAR_WORDS = {
    StatusKind.SIGNATORY: "signatory",
    StatusKind.CONTRACTING: "consented",
    StatusKind.PARTY: "party",
    StatusKind.PARTY_EXIT_RUNNING: "exit running",
    StatusKind.FORMER_PARTY: "former party",
}
_MOST_LINKS = 6


@dataclass(frozen=True, slots=True)
class Point:
    """An act of the record on its day; ``shape`` is by its rung, for those who see no colour."""

    day: date
    day_words: str
    words: str
    shape: str
    of_exit: bool
    span: tuple[date, date] | None = None
    """First and last day where the record's date is vague; ``day`` is then between them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time of one status; open where an end is None."""

    first: date | None
    last: date | None
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """What sentences say of one act of a participant on a date, with one verdict.

    ``parts`` are (text, anchor on the page or ""), ``first`` and ``last`` the days left open.
    """

    participant: str
    first: date
    last: date
    day_words: str
    kind: str
    parts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All parts as one text."""
        return "".join(text for text, _ in self.parts)


def points(line: Timeline) -> list[Point]:
    """The acts with a day, in order, and the effect of each exit where no act tells it."""
    found: dict[tuple[str, str], Point] = {}
    for act in line.events:
        words = noun(act.act)
        if act.followed.modality.value == "planned":
            words = f"{words}, planned"
        point = _point(act.date, words, _shape(act.act), of_exit=act.act in _OF_EXIT)
        if point is not None:
            found.setdefault((point.day_words, words), point)
    told = {p.day for p in found.values() if p.words.startswith(noun(Act.EXIT_EFFECT))}
    for one in line.exits:
        point = _effect(one)
        if point is not None and point.day not in told:
            found[point.day_words, point.words] = point
    return sorted(found.values(), key=lambda point: point.day)


def _point(day: PartialDate | None, words: str, shape: str, *, of_exit: bool) -> Point | None:
    if day is None or day.earliest is None or day.latest is None:
        return None
    first, last = day.earliest, day.latest
    span = (first, last) if first < last else None
    return Point(first + (last - first) / 2, when(day), words, shape, of_exit, span)


def _effect(one: Exit) -> Point | None:
    if one.state.value in ("revoked", "without_effect"):
        return None
    if one.effect is not None:
        return _point(one.effect, noun(Act.EXIT_EFFECT), "diamond", of_exit=True)
    return _point(one.expected, "exit expected to take effect", "open", of_exit=True)


def _shape(act: Act) -> str:
    if rung(act) is Rung.EFFECTIVE:
        return "diamond"
    return "square" if rung(act) is Rung.NOTIFIED else "ring"


def stretches(line: Timeline, first: date, last: date) -> list[Stretch]:
    """The statuses between two days; a stretch without any act is left out."""
    found = []
    for span in line.spans:
        start, end = span.days.start, span.days.end
        if (end is not None and end <= first) or (start is not None and start > last):
            continue
        if span.status is StatusKind.NONE:
            continue
        kind = span.status.value if span.status and not span.expected else "open"
        found.append(Stretch(start, end, kind, _words(span)))
    return found


def _words(span: Span) -> str:
    if span.status is None:
        return "contested" if span.contested else "not known"
    words = _BAR_WORDS.get(span.status, STATUS[span.status])
    if span.expected:
        return f"{words}, expected"
    if span.status is StatusKind.PARTY_EXIT_RUNNING and span.days.start and span.days.end:
        return f"{words}: {between(span.days.start, span.days.end)}"
    return words


def note(line: Timeline, first: date) -> str:
    """The status at the left end of the lane and since when: "Party since 1 November 2004"."""
    for span in line.spans:
        if not span.days.contains(first) or span.status is None:
            continue
        words = upper_first(_BAR_WORDS.get(span.status, "not a party"))
        since = f" since {one_day(span.days.start)}" if span.days.start else ""
        return f"{words}{since}" if span.status is not StatusKind.NONE else "Not a party"
    return ""


def claims_of(told: Iterable[tuple[Statement, Card]], treaty: str) -> list[Claimed]:
    """The acts that sentences tell of under a treaty, those that say the same together.

    An act told without a day, or with one that no year bounds, stands where it was told; it is
    left out where the record bears it out.
    """
    groups: dict[tuple[str, PartialDate, Act, str], list[tuple[Statement, Card]]] = {}
    for statement, card in told:
        claim, day = statement.claim, _place(statement)
        if claim.treaty != treaty or claim.participant is None or claim.act is None:
            continue
        undated = day != claim.date
        if day is not None and card.kind != "none" and not (undated and card.kind == "supported"):
            key = (claim.participant, day, claim.act, f"{card.kind} {_when(statement)}")
            groups.setdefault(key, []).append((statement, card))
    return [
        _claimed(participant, day, act, members)
        for (participant, day, act, _), members in groups.items()
    ]


def _place(statement: Statement) -> PartialDate | None:
    """The first bounded date among the claim's own and the one on which it was told."""
    for day in (statement.claim.date, statement.evidence.asserted):
        if day is not None and day.earliest is not None and day.latest is not None:
            return day
    return None


def _when(statement: Statement) -> str:
    day, told = statement.claim.date, statement.evidence.asserted
    own = when(day) if day else ""
    if day is not None and day == _place(statement):
        return own
    return ", ".join(part for part in (own, f"told {when(told)}") if part)


def _claimed(
    participant: str, day: PartialDate, act: Act, members: list[tuple[Statement, Card]]
) -> Claimed:
    assert day.earliest is not None
    assert day.latest is not None
    statement, first = members[0]
    words = _when(statement)
    parts = [(f"{first.symbol} {first.word} ", "")]
    for _, card in members[:_MOST_LINKS]:
        parts += [(", ", "")] if len(parts) > 1 else []
        parts.append((card.number, card.anchor))
    more = len(members) - _MOST_LINKS
    also = f" and {more} more" if more > 0 else ""
    parts.append((f"{also}: {noun(act)}, {words}", ""))
    return Claimed(participant, day.earliest, day.latest, words, first.kind, tuple(parts))
