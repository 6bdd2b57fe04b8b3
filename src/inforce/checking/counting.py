"""The counts of a treaty over all days, one series for each way of counting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from inforce.catalogue.model import Group, Treaty
from inforce.checking import words
from inforce.checking.knowledge import Knowledge
from inforce.dates import DayInterval, DaySet
from inforce.law import CountRange
from inforce.law.counts import Way, counted_days
from inforce.law.when import act_when
from inforce.record.view import TreatyRecord
from inforce.terms import Act, CountOf

SIGNING = frozenset({CountOf.SIGNED, CountOf.SIGNATORIES})
BY_DEPOSIT = SIGNING | {CountOf.RATIFIED}
"""Nouns that count acts, which may be done on any day, and not who is bound."""
_SIGNATURES = frozenset({Act.SIGNATURE, Act.DEFINITIVE_SIGNATURE})

MOST_SHOWN = 4
"""How many stretches of days are spelt out before only the first and the last are."""

Stretch = tuple[DayInterval, CountRange]


@dataclass(frozen=True, slots=True)
class Series:
    """One way of counting: its name in words, and the count over all days, in order."""

    name: str
    stretches: tuple[Stretch, ...]

    def days_when(self, holds: Callable[[int], bool]) -> DaySet:
        """The days on which it surely holds of the count."""
        return DaySet.of(
            *(
                days
                for days, count in self.stretches
                if all(holds(n) for n in range(count.low, count.high + 1))
            )
        )

    def days_perhaps(self, holds: Callable[[int], bool]) -> DaySet:
        """The days on which it holds of one at least of the numbers that the count may be."""
        return DaySet.of(
            *(
                days
                for days, count in self.stretches
                if any(holds(n) for n in range(count.low, count.high + 1))
            )
        )

    def on(self, asked: DayInterval) -> tuple[Stretch, ...]:
        """The stretches that fall on the days asked about, cut to them."""
        cut = ((days.intersection(asked), count) for days, count in self.stretches)
        return tuple((days, count) for days, count in cut if days is not None)

    def words_on(self, asked: DayInterval) -> str:
        """The count on the days asked about: "166 in force until 26 December, then 163"."""
        parts: list[tuple[str, DayInterval]] = []
        for days, count in self.on(asked):
            number = _range_words(count)
            if parts and parts[-1][0] == number:
                parts[-1] = (number, DayInterval(parts[-1][1].start, days.end))
            else:
                parts.append((number, days))
        if len(parts) == 1:
            return f"{parts[0][0]} {self.name}"
        if len(parts) > MOST_SHOWN:
            return f"{self.name}: {parts[0][0]} at first, {parts[-1][0]} at the end"
        shown = "; ".join(f"{number} {words.interval(days)}" for number, days in parts)
        return f"{self.name}: {shown}"


def _range_words(count: CountRange) -> str:
    return str(count.low) if count.is_settled else f"{count.low} to {count.high}"


def in_force(knowledge: Knowledge, treaty: Treaty, *, among: Group | None = None) -> Series:
    """The parties, for which the treaty is in force."""
    return _counted(knowledge, treaty, Way.IN_FORCE, "parties in force", among=among)


def deposited(knowledge: Knowledge, treaty: Treaty, *, among: Group | None = None) -> Series:
    """Those whose consent is deposited, in force or not yet."""
    return _counted(knowledge, treaty, Way.DEPOSITED, "with consent deposited", among=among)


def signed(knowledge: Knowledge, treaty: Treaty, *, among: Group | None = None) -> Series:
    """Those that ever signed; of a group, its members in the end."""
    record = knowledge.record(treaty.id)
    members = {m.participant for m in among.members} if among else None
    firsts: dict[str, date] = {}
    for act in record.acts if record else ():
        if act.act in _SIGNATURES and (members is None or act.participant in members):
            day = act_when(act).hi
            firsts[act.participant] = min(day, firsts.get(act.participant, day))
    return Series("signatures", tuple(_cumulative(sorted(firsts.values()))))


def states_alone(knowledge: Knowledge, treaty: Treaty) -> Series | None:
    """The parties that are states; None where no organisation has joined."""
    record = knowledge.record(treaty.id)
    who = record.participants if record else ()
    states = [one for one in who if not knowledge.is_organisation(one)]
    if record is None or len(states) == len(who):
        return None
    stretches = knowledge.remembered(
        f"{treaty.id} states alone",
        lambda: counted_days(treaty, record, Way.IN_FORCE, among=states),
    )
    return Series("states in force, without organisations", stretches)


def staying(knowledge: Knowledge, treaty: Treaty) -> Series | None:
    """Those that signed, without those that have left, as some depositaries count them."""
    record = knowledge.record(treaty.id)
    signs: dict[str, date] = {}
    for act in record.acts if record else ():
        if act.act in _SIGNATURES:
            day = act_when(act).hi
            signs[act.participant] = min(day, signs.get(act.participant, day))
    left = {}
    for who in signs:
        ended = knowledge.timeline(treaty, who).episodes
        if ended and ended[-1].end is not None:
            left[who] = ended[-1].end.hi
    if not left:
        return None
    changes = sorted({*signs.values(), *left.values()})
    found: list[Stretch] = [(DayInterval(None, changes[0]), CountRange(0, 0))]
    for place, start in enumerate(changes):
        end = changes[place + 1] if place + 1 < len(changes) else None
        n = sum(d <= start for d in signs.values()) - sum(d <= start for d in left.values())
        found.append((DayInterval(start, end), CountRange(n, n)))
    return Series("without those that have left", tuple(found))


def of_noun(
    knowledge: Knowledge,
    treaty: Treaty,
    noun: CountOf,
    *,
    among: Group | None = None,
    settled_only: bool = False,
) -> tuple[Series, ...]:
    """The series that a noun may mean, the likeliest first.

    ``settled_only`` leaves out deposits, of which one may have come past the record's end.
    """
    if noun in SIGNING:
        ever = signed(knowledge, treaty, among=among)
        still = staying(knowledge, treaty) if noun is CountOf.SIGNATORIES and not among else None
        return (ever, still) if still else (ever,)
    if settled_only:
        return (in_force(knowledge, treaty, among=among),)
    both = (
        in_force(knowledge, treaty, among=among),
        deposited(knowledge, treaty, among=among),
    )
    return both[::-1] if noun is CountOf.RATIFIED else both


def _counted(
    knowledge: Knowledge, treaty: Treaty, way: Way, name: str, *, among: Group | None
) -> Series:
    key = f"{treaty.id} {way} {among.id if among else ''}"
    record = knowledge.record(treaty.id)
    if record is None:
        return Series(name, ())
    stretches = knowledge.remembered(key, lambda: _asked(treaty, record, way, among))
    return Series(name, stretches)


def _asked(
    treaty: Treaty, record: TreatyRecord, way: Way, among: Group | None
) -> tuple[Stretch, ...]:
    return counted_days(treaty, record, way, among=among)


def _cumulative(days: list[date]) -> list[Stretch]:
    if not days:
        return [(DayInterval(), CountRange(0, 0))]
    found: list[Stretch] = [(DayInterval(None, days[0]), CountRange(0, 0))]
    distinct = sorted(set(days))
    for start, end in pairwise([*distinct, None]):
        n = sum(day <= start for day in days) if start else 0
        found.append((DayInterval(start, end), CountRange(n, n)))
    return found
