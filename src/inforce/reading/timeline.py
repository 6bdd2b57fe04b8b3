"""A chronology's lines: "22 May 2020: Washington hands in its notice" tells of that day."""

from __future__ import annotations

from inforce.reading.context import Context
from inforce.reading.dates_in_text import DateRef
from inforce.reading.drafts import Draft
from inforce.reading.items import Item
from inforce.reading.verb import Verb
from inforce.terms import Act, Modality

_MARKS = frozenset(":-")
MOST_OF_DATELINE = 12
"""Items within which the dash of a dateline stands."""


def entry_date(items: list[Item]) -> DateRef | None:
    """The date that opens a line of a chronology; None: it is no such line."""
    if len(items) < 4 or items[0].kind != "D" or items[1].kind not in _MARKS:
        return None
    ref: DateRef = items[0].value
    dated = ref.year is not None or (ref.month is not None and ref.day is not None)
    return ref if dated and not ref.adjective else None


def dateline_end(items: list[Item]) -> int:
    """How many items of a wire's dateline open the sentence: "BUDAPEST, June 3 (Wire) - "."""
    for place, item in enumerate(items[:MOST_OF_DATELINE]):
        if item.kind == "-" and place > 1:
            before = items[:place]
            dated = any(i.kind == "D" for i in before)
            return place + 1 if dated and items[0].capital else 0
        if item.kind not in "wEOD,().TN/" or (item.kind == "w" and item.word.verb):
            return 0
    return 0


def as_past(verbs: list[Verb]) -> None:
    """Put the historic present of a chronology into the past."""
    for verb in verbs:
        plain = verb.finite and not (verb.mood or verb.perfect or verb.past)
        verb.past = verb.past or plain


def date_entry(drafts: list[Draft], ref: DateRef, position: int, context: Context) -> None:
    """Give the entry's date to what it tells as done, or announced, without one."""
    day = context.resolve(ref, position)
    latest = context.latest_day
    over = day is not None and (latest is None or day.earliest is None or day.earliest <= latest)
    for draft in drafts:
        spoken = draft.act in (Act.INTENTION_ANNOUNCED, Act.PROPOSED)
        told = draft.modality is Modality.DONE or spoken
        if over and told and draft.date is None and draft.standing is None:
            draft.date = day
