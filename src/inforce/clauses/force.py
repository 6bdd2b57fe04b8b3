"""The rules on entry into force: of the treaty itself, and for those who consent later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from inforce.catalogue.model import (
    Article,
    Delay,
    LaterFrom,
    ParticipantForceRule,
    Requirement,
    RequirementKind,
    RuleState,
    TreatyForceRule,
)
from inforce.clauses.model import Part, Quote, Reading, Unturned
from inforce.clauses.passages import Source
from inforce.clauses.practice import as_printed
from inforce.clauses.statements import LATE, About, Statement, statements_in
from inforce.clauses.thresholds import THRESHOLD, Finder, requirements_in
from inforce.law.reckon import delay_words

ANCHOR = re.compile(
    r"in\s?to\s+(?:for\s?ce|operation|ef\s?fect)|\beffective\b|tak\w{1,3}\s+effect|"
    r"hav\w{1,3}\s+effect|"
    r"\bbe(?:come)?\s+binding|vigueur|vigor\b|prend\w*\s+effet|surtir\w*|producir\w*|efectiv|"
    r"become\s+a\s+party|become\s+parties|be\s+bound"
)
_AFTER_FORCE = re.compile(
    r"\b(?:after|following|subsequent to|since) (?:the |its |such )?(?:date of )?(?:the |its )?"
    r"(?:entry|coming) into|\b(?:after|once|when|which)\b[^,;]{0,70}\b"
    r"(?:enters|entered|has entered|comes|came|has come|in) (?:into )?force"
)
_COUNTED = {
    "deposit": "the deposit of its instrument",
    "receipt": "the receipt of its instrument or notice",
    "registration": "the registration of its ratification",
    "notification": "its notification",
    "signature": "its signature",
    "meeting": "the meeting's approval",
}
_HEAD_FORCE = re.compile(r"entry\s+into|enter\s+into|coming\s+into|effective\s+date|vigueur|vigor")
_HEAD_OTHER = re.compile(r"amend|enmiend|revision|annex|territor|reserv|provisional|denunc|withdr")


@dataclass(frozen=True, slots=True)
class Forces:
    """What was read of both rules."""

    readings: tuple[Reading, ...]
    unturned: tuple[Unturned, ...]
    quotes: tuple[tuple[Part, Quote], ...]
    """The clauses found, whether turned into a rule or not."""


def read_forces(source: Source, names: Finder, *, self_named: str = "") -> Forces:
    """The rules on entry into force that a text states, with the words that stay unread."""
    said = _said(source, self_named)
    own = [s for s in said if s.about is About.TREATY]
    later = [s for s in said if s.about is About.PARTICIPANT]
    treaty, unread = _treaty(source, own, names)
    rules, unturned = _later(source, later)
    quotes = [(Part.ENTRY_INTO_FORCE, source.quote(s.passage)) for s in _forceful(own)]
    quotes += [(Part.LATER_PARTICIPANTS, source.quote(s.passage)) for s in later]
    return Forces((*treaty, *rules), (*unread, *unturned), tuple(dict.fromkeys(quotes)))


def _said(source: Source, self_named: str) -> list[Statement]:
    """The statements of the treaty's own articles; else those of articles headed so in annexes."""
    found = [s for p in source.passages(ANCHOR) for s in statements_in(p, self_named=self_named)]
    return found or [
        s
        for p in source.passages(ANCHOR, annexes=True)
        if _HEAD_FORCE.search(source.heading(p.section))
        for s in statements_in(p, self_named=self_named)
    ]


def _forceful(said: Iterable[Statement]) -> list[Statement]:
    return [s for s in said if s.forceful or THRESHOLD.search(s.trigger)]


def _treaty(
    source: Source, said: Sequence[Statement], names: Finder
) -> tuple[list[Reading], list[Unturned]]:
    scored = [(s, _treaty_score(source, s)) for s in said]
    best = max((score for _, score in scored), default=0)
    if best <= 1:
        return [], []
    readings: list[Reading] = []
    unturned: list[Unturned] = []
    for statement in (s for s, score in scored if score == best):
        found, more = _treaty_reading(source, statement, names, others=said)
        if found is None:
            unturned += more
        elif all(found.rule != one.rule for one in readings):
            readings.append(found)
            unturned += more
    return readings[:2], unturned


def _treaty_score(source: Source, s: Statement) -> int:
    score = 2 if THRESHOLD.search(s.trigger[:220]) else 0
    score += 2 if s.forceful else 0
    score += 1 if _HEAD_FORCE.search(source.heading(s.passage.section)) else 0
    score -= 2 if _HEAD_OTHER.search(source.heading(s.passage.section)) else 0
    score -= 2 if "provisional" in s.context[-60:] or LATE.search(s.context[-60:]) else 0
    return score - (2 if s.passage.amending and not s.own_name else 0)


def _treaty_reading(
    source: Source, s: Statement, names: Finder, *, others: Sequence[Statement]
) -> tuple[Reading | None, list[Unturned]]:
    quote = source.quote(s.passage)
    requirements, unread = requirements_in(s.trigger, names)
    part = Part.ENTRY_INTO_FORCE
    left = [Unturned(part, quote, f"what it asks for beside: {one}") for one in unread]
    requirements += tuple(Requirement(RequirementKind.UNREAD, (), words=one) for one in unread)
    if not requirements:
        why = "what it asks for is no number of instruments, named states or share"
        return None, [Unturned(part, quote, why)]
    aside = _not_counted(source, s)
    if aside is not None:
        requirements = tuple(
            replace(one, not_counted=("EUU",)) if one.count and not one.participants else one
            for one in requirements
        )
    delay = _printed(source, s)[0]
    if s.said.fixed is not None:
        same = (o for o in others if o.passage.section is s.passage.section and not o.said.fixed)
        delay = next((o.said.delay for o in same), delay)
    earliest = f", but not before {s.said.fixed}" if s.said.fixed else ""
    summary = f"After {_needed(requirements)}: {delay_words(delay)}{earliest}."
    at = Article(quote.article or "unnumbered", RuleState.STATED, None, summary)
    rule = TreatyForceRule(at, requirements, delay, s.said.fixed)
    quotes = (quote,) if aside is None else (quote, aside)
    return Reading(part, rule, quotes, summary), left


def _not_counted(source: Source, s: Statement) -> Quote | None:
    """The sentence by which an organisation's instrument is not counted beside its members'."""
    section = s.passage.section
    for match in re.finditer(
        r"not\s+be\s+counted|not\s+count", source.lowered[section.body : section.end]
    ):
        return source.quote(source.passage_at(section.body + match.start()))
    return None


def _needed(requirements: Sequence[Requirement]) -> str:
    parts = []
    for one in requirements:
        if one.count:
            parts.append(f"{one.count} instruments")
        elif one.kind is RequirementKind.UNREAD:
            parts.append(f"what is asked for beside ({one.words})")
        elif one.percent is not None:
            parts.append(f"{one.percent:g} per cent of {one.words}")
        else:
            parts.append(f"those of {', '.join(one.participants)}")
    return " and ".join(parts)


def _later(source: Source, said: Sequence[Statement]) -> tuple[list[Reading], list[Unturned]]:
    scored = [(s, _later_score(source, s)) for s in said]
    best = max((score for _, score in scored), default=0)
    readings: list[Reading] = []
    unturned: list[Unturned] = []
    for s, score in scored:
        delay = _printed(source, s)[0]
        same = any(_delay(one) == delay for one in readings)
        if score == best and best > 0:
            if not same:
                readings.append(_later_reading(source, s))
            else:
                readings = [_joined(one, source, s) for one in readings]
        elif not same and score > 0:
            why = f"another time for some: {delay_words(s.said.delay)}"
            unturned.append(Unturned(Part.LATER_PARTICIPANTS, source.quote(s.passage), why))
    return readings[:2], unturned


def _joined(one: Reading, source: Source, s: Statement) -> Reading:
    quote = source.quote(s.passage)
    if _delay(one) != _printed(source, s)[0] or quote in one.quotes:
        return one
    return Reading(one.part, one.rule, (*one.quotes, quote), one.words)


def _printed(source: Source, s: Statement) -> tuple[Delay, str]:
    """The delay as the depositary is known to print it, and the reason for a change."""
    day = re.search(r"\bday\b", s.passage.text[s.said.start : s.said.end]) is not None
    return as_printed(s.said.delay, source.lowered, nth_day=day)


def _delay(reading: Reading) -> Delay | None:
    rule = reading.rule
    return rule.delay if isinstance(rule, ParticipantForceRule) else None


def _later_score(source: Source, s: Statement) -> int:
    heading = source.heading(s.passage.section)
    score = 2 + (3 if LATE.search(s.context) or LATE.search(s.passage.text[:60]) else 0)
    score += 2 if s.forceful else 0
    score += 1 if _HEAD_FORCE.search(heading) else 0
    score += 1 if s.said.trigger in ("deposit", "receipt", "registration", "consent") else 0
    score -= 3 if s.said.trigger == "meeting" else 0
    score -= 4 if _HEAD_OTHER.search(heading) and not _HEAD_FORCE.search(heading) else 0
    amending = s.passage.amending and "amend" in s.passage.text and not s.own_name
    return score - (5 if amending else 0)


def _later_reading(source: Source, s: Statement) -> Reading:
    quote = source.quote(s.passage)
    after = LaterFrom.AFTER_THRESHOLD
    if _AFTER_FORCE.search(s.context):
        after = LaterFrom.AFTER_ENTRY_INTO_FORCE
    counted = _COUNTED.get(s.said.trigger, "its own consent")
    delay, practice = _printed(source, s)
    summary = f"For one that joins later: {delay_words(delay)}, counted from {counted}."
    if practice:
        summary = f"{summary[:-1]}; {practice}."
    at = Article(quote.article or "unnumbered", RuleState.STATED, None, summary)
    rule = ParticipantForceRule(at, delay, after)
    return Reading(Part.LATER_PARTICIPANTS, rule, (quote,), summary)
