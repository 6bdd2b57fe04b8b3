"""What a document has said so far: the treaty and the states in view, and its dates."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from inforce.catalogue.names import unaccented
from inforce.dates import DateError, PartialDate, Period
from inforce.reading.drafts import Draft
from inforce.reading.items import Actor, DateRef, Item
from inforce.reading.later import shifted

TREATY_WEIGHT = 1000
"""How much a treaty named by its title counts for against a body named."""
NEAR = 1
"""How many sentences ago somebody may have been named who is still in view."""
MEMORY = 41
"""How many mentions back a pronoun may reach."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote read: whose, on which treaty, when."""

    participants: tuple[str, ...]
    treaty: str | None
    date: PartialDate | None


@dataclass(slots=True)
class Context:
    """The state of reading one document; made anew for each, so readers share nothing."""

    published: PartialDate | None = None
    main_treaty: str | None = None
    main_is_body: bool = False
    """Whether the main treaty is only named by the body whose membership it is."""
    main_participant: str | None = None
    treaty: str | None = None
    """The treaty last named."""
    treaty_spoke: bool = False
    """Whether the last main clause was about a treaty, so that "it" is the treaty."""
    treaty_nouns: dict[str, str] = field(default_factory=dict)
    """Head noun -> the treaty last named with it."""
    body_nouns: frozenset[str] = frozenset()
    """Nouns that can stand for a body: "the court", "the organisation"."""
    foreseen: tuple[str, ...] = ()
    """Whose act or lot the last forecast was, which "this" points back to."""
    notes: list[str] = field(default_factory=list)
    """What the text says that cannot be, such as a day that no calendar has."""
    sub_nouns: frozenset[str] = frozenset()
    """Nouns for a text beside the treaty: "the protocol"; alone, another treaty than the main."""
    known_treaties: set[str] = field(default_factory=set)
    singles: deque[str] = field(default_factory=lambda: deque(maxlen=MEMORY))
    groups: deque[tuple[str, ...]] = field(default_factory=lambda: deque(maxlen=MEMORY))
    topic: str | None = None
    """The participant that the last sentence's subject named."""
    anchors: list[tuple[int, DateRef]] = field(default_factory=list)
    """The document's own full dates, by position."""
    last_date: DateRef | None = None
    last_predicate: str | None = None
    last_core: str = "leave"
    outsiders: set[str] = field(default_factory=set)
    """Participants told to be no party."""
    sentence: tuple[str, ...] = ()
    """Participants that the sentence being read names."""
    leavers: set[str] = field(default_factory=set)
    """Participants of which an exit has been told."""
    last_vote: Vote | None = None
    last_act: Draft | None = None
    """The act told last, which "did the same" repeats."""
    horizon: tuple[str, Period | None, Period | None] | None = None
    """The horizon that the last heading set for forecasts: words, from, until."""
    unattributed: list[Draft] = field(default_factory=list)
    """The acts of the sentence before, if it named no source."""
    open_tally: Draft | None = None
    """A tally of which the next sentence may bring the rest."""
    exit_treaties: set[str] = field(default_factory=set)
    """The treaties of which an exit, or a step towards one, has been told."""
    notified: set[str] = field(default_factory=set)
    """The treaties of which a notice has been told."""
    voices: set[str] = field(default_factory=set)
    """The surnames and initials of the sources named in full."""

    dominant: bool = False
    """Whether one participant is named more often than all others together."""
    subject_of_text: str = "leave"
    """Whether the text tells more of leaving or of joining: the concept, as a lexicon names it."""
    silent: int = 0
    """How many sentences ago the topic was named."""
    last_past: DateRef | None = None
    """The date told last that lies before publication."""

    @property
    def day(self) -> date | None:
        """The day of publication, if it is known to the day."""
        return self.published.the_day() if self.published and self.published.is_day else None

    @property
    def latest_day(self) -> date | None:
        """The last day on which the document can have been published."""
        return self.published.latest if self.published else None

    def mention(self, actor: Actor, *, subject: bool) -> None:
        """Remember who was named."""
        ids = actor.participants
        if not ids or actor.pronoun:
            return
        if len(ids) > 1 or len(ids[0]) != 3:
            self.groups.append(ids)
        if len(ids) == 1 and len(ids[0]) == 3:
            self.singles.append(ids[0])
            if subject:
                self.topic = ids[0]
            self.silent = 0

    def heard(self, source: str) -> bool:
        """Whether one word repeats a source named in full before; a full name is remembered."""
        words = re.findall(r"[^\W\d_][\w-]+", source)
        names = [unaccented(w) for w in words if w.isupper() or (w[0].isupper() and len(w) > 3)]
        if len(names) > 1:
            self.voices |= {names[-1], "".join(name[0] for name in names)}
        return len(names) == 1 and names[0] in self.voices

    def participants(self, actor: Actor) -> tuple[str, ...]:
        """The participants an actor stands for; empty where nothing in view fits."""
        if actor.participants:
            return actor.participants
        if actor.pronoun == "some":
            return ()
        if actor.pronoun == "many":
            return self._many(actor.number)
        single = self.topic or (self.singles[-1] if self.singles else None) or self.main_participant
        return (single,) if single else ()

    def implied(self) -> tuple[str, ...]:
        """Who acts where nobody is named: the one in view, or whom the whole text is about."""
        if self.dominant or self.silent <= NEAR:
            return self.participants(Actor(()))
        return ()

    def _many(self, number: int | None) -> tuple[str, ...]:
        for ids in reversed(self.groups):
            if number is None or len(ids) == number or (number == 3 and ids == ("BALTIC",)):
                return ids
        if number is not None:
            recent = list(dict.fromkeys(reversed(self.singles)))
            return tuple(reversed(recent[:number])) if len(recent) >= number else ()
        return ()

    def treaty_of(self, ref_noun: str | None) -> str | None:
        """The treaty meant by "the convention", or by no word at all."""
        if (
            self.main_is_body
            and self.treaty in (None, self.main_treaty)
            and not self._names_body(ref_noun)
        ):
            return None
        main = self.main_treaty
        if ref_noun in self.sub_nouns and ref_noun not in self.treaty_nouns and main:
            return f"{main}-{ref_noun}"
        if ref_noun and ref_noun in self.treaty_nouns:
            named = self.treaty_nouns[ref_noun]
            return self.treaty if self.treaty and self.treaty == self.main_treaty else named
        return self.treaty or self.main_treaty

    def _names_body(self, ref_noun: str | None) -> bool:
        """Whether a noun, or no noun at all, can stand for a body."""
        return ref_noun is None or ref_noun in self.body_nouns

    def resolve(
        self, ref: DateRef, position: int, *, future: bool = False, present: bool = False
    ) -> PartialDate | None:
        """The date that the words mean, as far as the document's own dates settle it.

        ``present``: the verb is a present tense, so a day without a year is in the year of
        publication, past or to come.
        """
        try:
            return self._resolve(ref, position, future=future, present=present)
        except DateError:
            note = f"at character {position}: there is no day {ref.day} in month {ref.month}"
            note += f" of {ref.year}" if ref.year else ""
            if note not in self.notes:
                self.notes.append(note)
            return None

    def _resolve(
        self, ref: DateRef, position: int, *, future: bool, present: bool
    ) -> PartialDate | None:
        if ref.relative:
            return self._relative(ref)
        if ref.bare_weekday:
            return self._weekday(ref.weekday or 0, future=future)
        year = ref.year
        if year is None:
            latest = self.latest_day
            same = present and latest is not None
            year = latest.year if same and latest else self._year_for(ref, position, future=future)
        if year is None:
            return PartialDate.pattern(month=ref.month, day=ref.day)
        text = f"{year:04}"
        if ref.month:
            text += f"-{ref.month:02}"
            if ref.day:
                text += f"-{ref.day:02}"
        # "mid-April" lies in April; "early 2025" need not be the year that the calendar calls so
        return PartialDate.parse(text + ("~" if ref.loose and not ref.month else ""))

    def _year_for(self, ref: DateRef, position: int, *, future: bool) -> int | None:
        month, day = ref.month or 1, ref.day or 1
        latest = self.latest_day
        if latest is not None:
            if future:
                return (
                    latest.year
                    if (month, ref.day or 31) >= (latest.month, latest.day)
                    else latest.year + 1
                )
            return latest.year if (month, day) <= (latest.month, latest.day) else latest.year - 1
        if future:
            return None
        return self._anchor_year(position)

    def _anchor_year(self, position: int) -> int | None:
        """Without a date of publication: the year of the document's own nearest date."""
        before = [ref for place, ref in self.anchors if place <= position]
        after = [ref for place, ref in self.anchors if place > position]
        nearest = before[-1] if before else after[0] if after else None
        return nearest.year if nearest else None

    def _weekday(self, weekday: int, *, future: bool) -> PartialDate | None:
        day = self.day
        if day is None:
            return None
        back = (day.weekday() - weekday) % 7
        if future:
            return PartialDate.from_day(day + timedelta(days=(weekday - day.weekday()) % 7))
        return PartialDate.from_day(day - timedelta(days=back))

    def _relative(self, ref: DateRef) -> PartialDate | None:
        relation = ref.relative or ""
        if ref.shift is not None:
            return self._shifted(ref.shift, back=relation == "before")
        if relation == "day_that_year":
            year = self.last_date.year if self.last_date else None
            own = replace(ref, relative=None, year=year)
            return self.resolve(own, 0) if year else None
        if relation in ("same_day", "that_year", "year_before", "next_day"):
            return self._again(relation)
        latest, day = self.latest_day, self.day
        if latest is None:
            return None
        if relation in ("today", "yesterday", "tomorrow"):
            shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[relation]
            return PartialDate.from_day(day + timedelta(days=shift)) if day else None
        if relation.endswith("_year"):
            shift = {"last": -1, "this": 0, "next": 1}[relation.split("_")[0]]
            return PartialDate.from_year(latest.year + shift)
        if relation.endswith("_month"):
            shift = {"last": -1, "this": 0, "next": 1}[relation.split("_")[0]]
            index = latest.year * 12 + latest.month - 1 + shift
            return PartialDate.from_month(index // 12, index % 12 + 1)
        return None

    def _again(self, relation: str) -> PartialDate | None:
        if self.last_date is None:
            return None
        if relation == "year_before":
            year = self.last_date.year
            return PartialDate.from_year(year - 1) if year else None
        if relation == "that_year":
            return PartialDate.from_year(self.last_date.year) if self.last_date.year else None
        last = self.resolve(self.last_date, 0)
        if last is not None and self.last_past is not None and self._ahead(last):
            last = self.resolve(self.last_past, 0)
        if relation == "next_day":
            return shifted(last, Period(1, "days"), back=False) if last is not None else None
        return last

    def _ahead(self, day: PartialDate) -> bool:
        latest = self.latest_day
        return latest is not None and day.earliest is not None and day.earliest > latest

    def _shifted(self, period: Period, *, back: bool) -> PartialDate | None:
        if self.last_date is None:
            return None
        last = self.resolve(self.last_date, 0)
        return shifted(last, period, back=back) if last is not None else None


def survey(items: list[Item], context: Context, counts: Counter[str]) -> None:
    """Count who and what one sentence names."""
    for item in items:
        if item.kind == "E":
            for participant in item.value.participants:
                if len(participant) == 3:
                    counts[participant] += 1
        elif item.kind == "T" and item.value.id:
            counts[f"treaty {item.value.id}"] += 1 if item.value.body else TREATY_WEIGHT
            context.known_treaties.add(item.value.id)
