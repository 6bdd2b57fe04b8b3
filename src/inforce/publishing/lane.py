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
    words: str
    shape: str
    of_exit: bool

    @property
    def day_words(self) -> str:
        """The day in words."""
        return one_day(self.day)


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
    found: dict[tuple[date, str], Point] = {}
    for act in line.events:
        if act.date is None or act.date.earliest is None:
            continue
        day, words = act.date.earliest, noun(act.act)
        if act.followed.modality.value == "planned":
            words = f"{words}, planned"
        point = Point(day, words, _shape(act.act), act.act in _OF_EXIT)
        found.setdefault((day, words), point)
    for one in line.exits:
        point_of_effect = _effect(one)
        if point_of_effect and not _told(point_of_effect.day, found):
            found[point_of_effect.day, point_of_effect.words] = point_of_effect
    return sorted(found.values(), key=lambda point: point.day)


def _told(day: date, found: dict[tuple[date, str], Point]) -> bool:
    return any(known == day and "exit taking effect" in words for known, words in found)


def _effect(one: Exit) -> Point | None:
    day = one.effect or one.expected
    if day is None or day.earliest is None or one.state.value in ("revoked", "without_effect"):
        return None
    words = noun(Act.EXIT_EFFECT) if one.effect else "exit expected to take effect"
    return Point(day.earliest, words, "diamond" if one.effect else "open", of_exit=True)


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
    """The dated acts that sentences tell of under a treaty, those that say the same together."""
    groups: dict[tuple[str, PartialDate, Act, str], list[Card]] = {}
    for statement, card in told:
        claim = statement.claim
        if claim.treaty != treaty or claim.participant is None or claim.act is None:
            continue
        if claim.date is None or claim.date.earliest is None or claim.date.latest is None:
            continue
        if card.kind != "none":
            key = (claim.participant, claim.date, claim.act, card.kind)
            groups.setdefault(key, []).append(card)
    return [
        _claimed(participant, day, act, cards)
        for (participant, day, act, _), cards in groups.items()
    ]


def _claimed(participant: str, day: PartialDate, act: Act, cards: list[Card]) -> Claimed:
    assert day.earliest is not None
    assert day.latest is not None
    first = cards[0]
    parts = [(f"{first.symbol} {first.word} ", "")]
    for card in cards[:_MOST_LINKS]:
        parts += [(", ", "")] if len(parts) > 1 else []
        parts.append((card.number, card.anchor))
    more = len(cards) - _MOST_LINKS
    also = f" and {more} more" if more > 0 else ""
    parts.append((f"{also}: {noun(act)}, {when(day)}", ""))
    return Claimed(participant, day.earliest, day.latest, when(day), first.kind, tuple(parts))
