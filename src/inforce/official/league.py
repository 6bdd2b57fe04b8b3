"""The League of Nations' list that precedes the table of a treaty older than the United Nations."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from inforce.dates import DateError, PartialDate
from inforce.official.markup import plain_of, words_of
from inforce.official.names import Names
from inforce.official.printed_dates import printed_date
from inforce.official.sayings import Voice
from inforce.official.xml_parts import inner
from inforce.record.model import Statement
from inforce.terms import Act

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DAY = re.compile(r"\(\s*([A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4})\s*([a-z])?\s*\)")
_STATE = "State.no.link"
_WHEN = "Ratification.date"
_PLACE = "list of the League of Nations"


def league_acts(
    league: Element | None, names: Names, voice: Voice
) -> tuple[list[Statement], list[str]]:
    """The acts of the list, and what in it could not be read.

    A state's day is the first that follows its name; what is said of its territories, and of
    states that no participant of the catalogue continues, is left out and named.
    """
    acts: list[Statement] = []
    differences: list[str] = []
    voice = voice.at(_PLACE)
    for table in [] if league is None else league.findall("Table"):
        for part in table:
            if part.tag in ("Ratification", "Signature"):
                signed = part.tag == "Signature"
                for state, day in _entries(part):
                    told = _act(state, day, names, voice, signed=signed)
                    if isinstance(told, str):
                        differences.append(told)
                    else:
                        acts.append(told)
    return acts, differences


def _entries(part: Element) -> list[tuple[str, str]]:
    """(state, text of its day) pairs; the day is empty where none follows before the next."""
    found: list[tuple[str, str]] = []
    waiting = False
    for item in part:
        text = plain_of(inner(item))
        if item.tag == _STATE:
            found.append((words_of(inner(item)), ""))
            waiting = True
        elif item.tag == "Territories":
            waiting = False
        elif waiting and (item.tag == _WHEN or _DAY.search(text)):
            found[-1] = (found[-1][0], text)
            waiting = False
    return found


def _act(state: str, day: str, names: Names, voice: Voice, *, signed: bool) -> Statement | str:
    state, marked = re.subn(r"\s+a$", "", state)
    name = re.sub(r"\s*\(.*", "", state)
    who = names.known(state) or names.known(name)
    if who is None:
        return f"{state} of the {_PLACE} is no participant of the catalogue; its act was left out"
    match = _DAY.search(day)
    when: PartialDate | None = None
    with suppress(DateError):
        when = printed_date(match[1]) if match else None
    if signed:
        return voice.done(Act.SIGNATURE, who, when)
    if when is None:
        return f"{state} of the {_PLACE}: found {day!r}, expected a date; its act was left out"
    acceded = bool(marked) or (match is not None and match[2] == "a")
    return voice.done(Act.ACCESSION if acceded else Act.RATIFICATION, who, when)
