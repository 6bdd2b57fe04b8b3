"""Acts told in end notes: those of states that are no more, and those before an exit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.dates import PartialDate
from inforce.official.names import Names
from inforce.official.notes import notifications_in
from inforce.official.printed_dates import dates_in
from inforce.official.sentences import sentences_of, without_quotes
from inforce.terms import Act

_VERBS = {
    "signed": Act.SIGNATURE,
    "ratified": Act.RATIFICATION,
    "acceded": Act.ACCESSION,
    "re-acceded": Act.ACCESSION,
    "accepted": Act.ACCEPTANCE,
    "approved": Act.APPROVAL,
    "succeeded": Act.SUCCESSION,
}
_VERB = "|".join(sorted(_VERBS, key=len, reverse=True))
_SUBJECT = re.compile(
    r"(?:On [^,.;]{4,40}, )?(?:the |The )?(?:former )?(?:Governments? of (?:the )?(?:former )?)?"
)
_DONE = re.compile(
    rf"\s+(?:had )?(?:initially |originally |previously |also |subsequently )*({_VERB})"
    rf"(?:,? and ({_VERB}))?\b(?: to)?(?!\s+by\b)([^.;]*)"
)
_OTHER_OBJECT = re.compile(r"Final Act|amendment|declaration|reservation|on behalf", re.I)


@dataclass(frozen=True, slots=True)
class PastAct:
    """An act with its day, by the participant that the note names."""

    participant: str
    act: Act
    date: PartialDate


def past_acts_in(text: str, *, names: Names) -> tuple[PastAct, ...]:
    """The acts that a note tells with who did them and when, each once."""
    found = (
        told for sentence in sentences_of(without_quotes(text)) for told in _read(sentence, names)
    )
    return tuple(dict.fromkeys(found))


def _read(sentence: str, names: Names) -> Iterator[PastAct]:
    subject = _SUBJECT.match(sentence)
    start = subject.end() if subject else 0
    named = names.first_in(sentence[start:])
    if named is None:
        return
    done = _DONE.match(sentence, start + len(named[0]))
    if done is None:
        return
    rest = done[3]
    for match, _ in notifications_in(rest, ""):
        rest = rest.replace(match[0], " ")
    verbs = [_VERBS[verb] for verb in done.groups()[:2] if verb]
    dated = [(match.start(), when) for match, when in dates_in(rest) if when.is_day]
    days = [when for _, when in dated]
    if not days and (before := list(dates_in(sentence[:start]))):
        # "On 26 August 1998, the Government of ... acceded".
        days = [when for _, when in before if when.is_day][:1]
    elif dated and _OTHER_OBJECT.search(rest[: dated[0][0]]):
        return
    for act, when in zip(verbs, days, strict=False):
        who = names.then(named[1], when.the_day())
        if who is not None:
            yield PastAct(who, act, when)
