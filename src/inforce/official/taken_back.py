"""Withdrawals of reservations, declarations and objections told in end notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.dates import DateError, PartialDate
from inforce.official.articles import articles_in
from inforce.official.names import Names
from inforce.official.printed_dates import PRINTED, dates_in, printed_date
from inforce.official.sentences import sentences_of, without_quotes
from inforce.terms import Act

_ACTS = {
    "reservation": Act.RESERVATION_WITHDRAWAL,
    "declaration": Act.DECLARATION_WITHDRAWAL,
    "understanding": Act.DECLARATION_WITHDRAWAL,
    "statement": Act.DECLARATION_WITHDRAWAL,
    "objection": Act.OBJECTION_WITHDRAWAL,
}
_VERB = re.compile(r"withdr(?:ew|aws?|awn|awing|awals?)\b|\blift(?:ed|s|ing)?\b", re.I)
_OBJECT = re.compile(r"\b(reservation|declaration|understanding|statement|objection)s?\b", re.I)
_TERRITORIAL = re.compile(r"territorial|for the application|reservation[^.]{0,30}territor", re.I)
_ACTOR = re.compile(r"Governments? of (?:the )?(?:former )?")
_NEXT = re.compile(r",? and (?:of )?(?:the )?|, (?:of )?(?:the )?")
_EFFECT = re.compile(
    rf"(?:as (?:of|from)|with effect (?:from|on|as (?:of|from))|effective) ({PRINTED})"
)
_DAYS = re.compile(r"(?:\d{1,2}(?: [A-Z][a-z]+)?(?:, | and |, and ))+\d{1,2} [A-Z][a-z]+ \d{4}")
_TEXT_OF = re.compile(r"\btexts? of (?:the|that|those|said|these|its)\b", re.I)
_LEADS = re.compile(r"Secretary-General|Governments? of|^On \d|\breceived on\b|withdr\w+ on \d")
_PART = re.compile(r"partial\w*|\bin part\b|to the extent|to modify", re.I)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A withdrawal: of what, by whom, when notified, and from when where that is told."""

    act: Act
    participant: str | None
    date: PartialDate
    effect: PartialDate | None
    articles: tuple[str, ...]
    partial: bool
    words: str


def taken_back_in(text: str, names: Names) -> Iterator[TakenBack]:
    """The withdrawals that a note tells; ``participant`` is None where it names nobody.

    What is quoted from a communication counts where the depositary's own words, before it, say
    who spoke and when.
    """
    if not (_VERB.search(text) and _OBJECT.search(text)):
        return
    told = list(_read(without_quotes(text), names))
    yield from told or _read(text, names)


def _read(text: str, names: Names) -> Iterator[TakenBack]:
    since: PartialDate | None = None
    last: tuple[str, ...] = ()
    for sentence in sentences_of(text):
        # Once the depositary has said when, a day in a text that it gives is another matter's.
        days = _days_in(sentence) if since is None or _LEADS.search(sentence) else ()
        actors = _actors(sentence, names)
        since, last = (days[0] if days else since), actors or last
        verb = _VERB.search(sentence)
        if verb is None or _TEXT_OF.search(sentence) or _TERRITORIAL.search(sentence):
            continue
        kinds = _objects(sentence, verb.start())
        if not kinds or not (days or since):
            continue
        effect = _EFFECT.search(sentence)
        each = days if len(days) == len(actors) > 1 else ()
        for place, who in enumerate(actors or last or (None,)):
            when = each[place] if each else days[0] if days else since
            if when is None:
                continue
            for kind in kinds:
                yield TakenBack(
                    _ACTS[kind],
                    who,
                    when,
                    next((day for _, day in dates_in(effect[1])), None) if effect else None,
                    articles_in(sentence),
                    _PART.search(sentence) is not None,
                    sentence,
                )


def _objects(sentence: str, at: int) -> tuple[str, ...]:
    """What is withdrawn: the nouns behind the verb, or the one before it in the passive."""
    after = _OBJECT.search(sentence, at)
    if after is not None and after.start() - at < 120:
        second = re.match(r" and (?:the |its )?(declaration|reservation)", sentence[after.end() :])
        return (after[1].lower(), *([second[1]] if second else []))
    before = list(_OBJECT.finditer(sentence, 0, at))
    passive = re.match(r"withdrawn|lifted", sentence[at:], re.I)
    return (before[-1][1].lower(),) if before and passive else ()


def _actors(sentence: str, names: Names) -> tuple[str, ...]:
    """Those whose governments a sentence names together first."""
    match = _ACTOR.search(sentence)
    rest = sentence[match.end() :] if match else ""
    found: list[str] = []
    while named := names.first_in(rest):
        found.append(named[1])
        rest = rest[len(named[0]) :]
        following = _NEXT.match(rest)
        if following is None:
            break
        rest = rest[following.end() :]
    return tuple(found)


def _days_in(sentence: str) -> tuple[PartialDate, ...]:
    """The days of the first date of a sentence, which may be several: "8 and 20 April 1989"."""
    several = _DAYS.search(sentence)
    first = next((found for found in dates_in(sentence) if found[1].is_day), None)
    if several is None or (first and first[0].start() < several.start()):
        return (first[1],) if first else ()
    month, year = re.split(r" ", several[0])[-2:]
    days: list[PartialDate] = []
    for part in reversed(re.split(r", and |, | and ", several[0])):
        day, *named = part.split()[:2]
        month = named[0] if named else month
        try:
            when = printed_date(f"{day} {month} {year}")
        except DateError:
            when = None
        if when is None:
            return (first[1],) if first else ()
        days.insert(0, when)
    return tuple(days)
