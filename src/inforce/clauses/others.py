"""The other final clauses: reservations, provisional application, and those only found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inforce.catalogue.model import Article, ProvisionalRule, ReservationRule, RuleState
from inforce.clauses.model import Clause, Part, Reading, Topic
from inforce.clauses.passages import Passage, Source
from inforce.clauses.vocabulary import TREATY_NOUNS, WHO

_NOUN = "|".join(TREATY_NOUNS)
_WHO = "|".join(WHO)
_THIS = rf"(?:this|the|the present|the said|any provisions? of this|of this)(?: \w+)?? ?(?:{_NOUN})"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a topic is found: a cheap look at the raw text, and a sure one at canonical words."""

    topic: Topic
    anchor: re.Pattern[str]
    sure: re.Pattern[str]


_KINDS = (
    _Kind(
        Topic.SIGNATURE,
        re.compile(
            r"open\w*\s+(?:\w+\s+){0,3}?for\s+(?:the\s+)?signature|ouvert\w*\s+à\s+la\s+signature|"
            r"abiert\w+\s+a\s+la\s+firma"
        ),
        re.compile(rf"\b(?:{_NOUN}|it)\b[^;]{{0,60}}\bopen(?:ed)?\b[^;]{{0,40}}\bsignature\b"),
    ),
    _Kind(
        Topic.CONSENT,
        re.compile(
            r"subject\s+to\s+(?:\w+\s+){0,3}?(?:ratif|accept|approv)|open\s+(?:for|"
            r"to)\s+(?:\w+\s+){0,3}?acce|"
            r"shall\s+be\s+ratified|may\s+(?:\w+\s+){0,3}?(?:acced|adher)|"
            r"soumis\w*\s+à\s+(?:la\s+)?ratif|sujet\w\s+a\s+(?:la\s+)?ratif"
        ),
        re.compile(
            r"\bsubject to (?:[\w']+ ){0,3}?(?:ratification|acceptance|approval)|\bopen (?:for|"
            r"to) (?:[\w']+ ){0,3}?"
            r"(?:accession|acceptance|adherence)|\bshall be ratified\b|\bmay (?:[\w']+ "
            r"){0,3}?(?:accede|adhere)"
        ),
    ),
    _Kind(
        Topic.AMENDMENT,
        re.compile(r"amend|revis"),
        re.compile(
            rf"\b(?:propose|proposal|request|adopt|amended|revised)\b[^;]{{0,120}}\b(?:amendment|"
            rf"revision|amendments)\b|"
            rf"\b(?:amendments?|revision)\b[^;]{{0,80}}\b(?:proposed|adopted|to {_THIS})|"
            rf"\b{_THIS} may be (?:amended|revised)"
        ),
    ),
    _Kind(
        Topic.TERRITORY,
        re.compile(r"territor"),
        re.compile(
            rf"\b(?:{_NOUN})\b[^;]{{0,80}}\b(?:extend|apply|application|"
            rf"applicable)\b[^;]{{0,160}}\bterritor|"
            r"\bterritor\w+\b[^;]{0,160}\b(?:to which|shall (?:extend|apply)|international "
            r"relations|whose relations)"
        ),
    ),
    _Kind(
        Topic.DURATION,
        re.compile(
            r"remain\w*\s+in\s+force|unlimited\s+duration|durée\s+illimitée|duración\s+indefinida|"
            r"continue\s+in\s+force|of\s+indefinite\s+duration"
        ),
        re.compile(
            rf"\b(?:{_NOUN}|it)\b(?: \w+)?? (?:shall|will)(?: \w+)? (?:remain|continue) in force|"
            rf"\b(?:unlimited|indefinite) duration\b"
        ),
    ),
    _Kind(
        Topic.TERMINATION,
        re.compile(r"terminat|cease\s+to\s+be\s+in\s+force|expire"),
        re.compile(
            rf"\b{_THIS}(?: \w+)? (?:shall|may|will)(?: \w+)? (?:be terminated|terminate|cease to "
            rf"(?:be in force|have)|expire|be considered terminated)"
        ),
    ),
    _Kind(
        Topic.DEPOSITARY,
        re.compile(r"depos[ai]t[ao]r|dépositaire|be\s+deposited\s+(?:with|in)"),
        re.compile(
            r"\b(?:depositary|depository|depositaries)\b|\b(?:instruments?|original|"
            r"ratifications?)\b[^;]{0,120}\bdeposited (?:with|in)\b"
        ),
    ),
    _Kind(
        Topic.AUTHENTIC_TEXTS,
        re.compile(r"authentic|authoritative|faisant\s+(?:également\s+)?foi|auténtic|fehacient"),
        re.compile(r"\b(?:authentic|authoritative)\b"),
    ),
)
_RESERVES = re.compile(r"reserv|réserv")
_NONE_ALLOWED = re.compile(
    r"\bno (?:reservations?|declaration|exceptions?)\b[^;]{0,90}\b(?:may|shall|can|be|is|are|"
    r"permitted|allowed|admitted)|"
    r"\breservations?\b[^;]{0,80}\b(?:shall|may|are|is|can)(?: be)? not\b[^;]{0,30}\b(?:permitted|"
    r"allowed|admitted|made|admissible|be)|"
    r"\bshall not be subject to(?: any)? reservations?|\bmay not be (?:the )?subject (?:of|to)(?: "
    r"any)? reservations?|\bmay not make (?:any )?reservations?"
)
_SOME_ALLOWED = re.compile(
    r"\b(?:may|reserve the right|shall be entitled)\b[^;]{0,160}\breserv|"
    r"\breservations?\b[^;]{0,100}\b(?:may be made|shall be permitted|"
    r"incompatible|be permitted|are permitted|shall be (?:allowed|accepted|communicated|"
    r"addressed))|\bsubject to reservations?\b"
)
_APPLIES = re.compile(r"provisional|temporar|provisoire|provision")
_PROVISIONAL = re.compile(
    r"\b(?:apply|applied|applies|application|enter into force)\b[^;]{0,80}\bprovisional|"
    r"\bprovisional(?:ly)?\b[^;]{0,60}\b"
    r"(?:apply|applied|application|force|applies)\b"
)


def read_others(source: Source) -> tuple[list[Reading], list[Clause]]:
    """Readings of reservations, provisional application and duration, and every clause found."""
    clauses = [
        Clause(kind.topic, source.quote(passage))
        for kind in _KINDS
        for passage in _first(source, kind.anchor, kind.sure, kind.topic)
    ]
    readings = [*_reservations(source), *_provisional(source)]
    readings += [r for clause in clauses for r in _place(clause)]
    return readings, clauses


def _first(
    source: Source, anchor: re.Pattern[str], sure: re.Pattern[str], topic: Topic
) -> Iterator[Passage]:
    """The sentence that speaks of it best: in an article headed so, else the last of its kind."""
    found = [p for p in source.passages(anchor) if sure.search(p.text)]
    if topic in (Topic.TERRITORY, Topic.AMENDMENT, Topic.TERMINATION) and not found:
        return
    headed = [p for p in found if anchor.search(source.heading(p.section))]
    if headed:
        yield headed[0]
    elif found:
        yield found[0] if topic in (Topic.SIGNATURE, Topic.CONSENT) else found[-1]


def _place(clause: Clause) -> Iterator[Reading]:
    """A part of the rules for which the catalogue holds no more than the place and some words."""
    part = {
        Topic.DURATION: Part.DURATION,
        Topic.CONSENT: Part.JOINING,
        Topic.TERRITORY: Part.TERRITORY,
    }.get(clause.topic)
    words = {
        Part.DURATION: "How long it stays in force.",
        Part.JOINING: "By which acts one joins.",
        Part.TERRITORY: "To which territories it applies.",
    }
    if part is not None:
        yield Reading(part, None, (clause.quote,), words[part])


def _reservations(source: Source) -> Iterator[Reading]:
    found: list[tuple[str, Passage]] = []
    for passage in source.passages(_RESERVES):
        if _NONE_ALLOWED.search(passage.text):
            found.append(("none", passage))
        elif _SOME_ALLOWED.search(passage.text):
            found.append(("those that the clause admits", passage))
    if not found:
        return
    headed = [one for one in found if _RESERVES.search(source.heading(one[1].section))]
    allowed, passage = (headed or found)[0]
    quote = source.quote(passage)
    words = "Reservations are excluded." if allowed == "none" else "Some reservations are admitted."
    at = Article(quote.article or "unnumbered", RuleState.STATED, None, words)
    yield Reading(Part.RESERVATIONS, ReservationRule(at, allowed), (quote,), words)


def _provisional(source: Source) -> Iterator[Reading]:
    for passage in source.passages(_APPLIES):
        if passage.amending or not _PROVISIONAL.search(passage.text):
            continue
        quote = source.quote(passage)
        words = "It may be applied provisionally before it is in force."
        at = Article(quote.article or "unnumbered", RuleState.STATED, None, words)
        yield Reading(Part.PROVISIONAL, ProvisionalRule(at), (quote,), words)
        return
