"""Reservations, declarations and objections of a treaty's sheet, as statements for the record."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

from inforce.dates import PartialDate
from inforce.official.articles import articles_in
from inforce.official.model import Remark, RemarkKind
from inforce.official.sayings import Voice
from inforce.record.fact_values import UnilateralStatement
from inforce.record.model import Statement
from inforce.terms import CONSENTS, Act

LONGEST = 240
"""Characters of a statement's own words that are kept as its quote."""

_ACTS = {
    RemarkKind.RESERVATION: Act.RESERVATION,
    RemarkKind.DECLARATION: Act.DECLARATION,
    RemarkKind.DECLARATION_UNDER_ARTICLE: Act.DECLARATION,
    RemarkKind.OBJECTION: Act.OBJECTION,
}
_OPEN = re.compile(
    r"(?:not|nor|without)\b[^.]{0,80}\b(?:preclud|prevent|hinder|imped|obstacle|obstruct|bar )\w*"
    r"[^.]{0,80}(?:force|effect|application|validity)|"
    r"(?:therefore|thus|nevertheless|hereby)?\s*(?:enters|shall enter|will enter|thus enter)\w* "
    r"into force (?:in its entirety )?(?:between|as between)",
    re.I,
)
_CLOSED = re.compile(
    r"(?:shall|does|will|do|would) (?:hereby )?(?:preclude|prevent)s? the entry into force|"
    r"(?<!not )preclud(?:es|ing) the entry into force|"
    r"(?:not|nor) (?:consider|regard|recogni[sz]e|deem)\w*\b[^.]{0,120}"
    r"\b(?:as |to be )?(?:a )?part(?:y|ies) to|"
    r"(?:shall|does|do|will|can)(?:\s?not| no[tr])\b[^.]{0,30}\benter into force (?:as )?between",
    re.I,
)
_HEAD = re.compile(r"nless otherwise indicated", re.I)


def said_in(
    remarks: Iterable[Remark],
    acts: Iterable[Statement],
    voice: Voice,
    *,
    heads: Mapping[RemarkKind, str],
) -> Iterator[Statement]:
    """The statements of all remarks; notifications, which are of every kind, are none of them.

    One without a day of its own is dated by the act upon which it was made: the one that its
    heading names, else its author's consent where ``heads``, the heading of its section, says
    that this is the rule. Without such a heading the day stays open.
    """
    days = consent_days(acts)
    for remark in remarks:
        act = _ACTS.get(remark.kind)
        if act is None or remark.participant is None:
            continue
        when, why = _dated(remark, days, heads.get(remark.kind, ""))
        yield voice.at(f"{remark.kind.value.replace('_', ' ')} of {remark.author}").done(
            act,
            remark.participant,
            when,
            note=why,
            value=value_of(remark),
            quote=short(remark.text),
        )


def value_of(remark: Remark) -> UnilateralStatement:
    """What a remark is about, by its words."""
    objects = remark.kind is RemarkKind.OBJECTION
    return UnilateralStatement(
        articles_in(remark.text),
        remark.about,
        precludes_in(remark.text) if objects else None,
        mark=mark_of(remark.text),
    )


def precludes_in(text: str) -> bool | None:
    """Whether an objection keeps the treaty from entering into force between the two."""
    if _OPEN.search(text):
        return False
    return True if _CLOSED.search(text) else None


def short(text: str) -> str:
    """The first words of a text, as much as a quote may hold."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0] + " …"


def mark_of(text: str) -> str:
    """Ten hexadecimal digits of a text's plain letters; signs and spaces don't count."""
    letters = re.sub(r"[^a-z0-9]", "", text.lower())
    return hashlib.sha256(letters.encode()).hexdigest()[:10]


def _dated(
    remark: Remark, days: Mapping[tuple[str, str], PartialDate], head: str
) -> tuple[PartialDate | None, str]:
    if remark.date is not None or remark.participant is None:
        return remark.date, ""
    upon = remark.upon or ("consent" if _HEAD.search(head) else "")
    when = days.get((remark.participant, upon))
    return when, f"made upon {upon}, on whose day it is dated" if when else ""


def consent_days(acts: Iterable[Statement]) -> dict[tuple[str, str], PartialDate]:
    """The day of each participant's signature, and of its last consent."""
    found: dict[tuple[str, str], PartialDate] = {}
    for statement in acts:
        claim = statement.claim
        upon = "signature" if claim.act is Act.SIGNATURE else "consent"
        if claim.participant and claim.date and (claim.act in CONSENTS or upon == "signature"):
            key = claim.participant, upon
            found[key] = max(found.get(key, claim.date), claim.date, key=lambda d: str(d.latest))
    return found
