"""A claim in plain words: who, which treaty, what, when."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.checking.words import listed, noun, number, when
from inforce.dates import PartialDate
from inforce.publishing.inert import one_line
from inforce.publishing.names import Namer, participant_name, treaty_name
from inforce.publishing.words import MODALITY
from inforce.record.model import Claim, Statement
from inforce.record.values import (
    Amount,
    Attribution,
    Casualties,
    Comparison,
    Condition,
    Count,
    Duty,
    Finding,
    ForceRule,
    Forecast,
    Intended,
    Order,
    Other,
    PeriodRule,
    Scope,
    Tally,
    Territorial,
    Threshold,
    UnilateralStatement,
    Value,
)
from inforce.terms import CountedFrom, Modality, Standing

_SIGNS = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "fewer than "}
_STANDING = {
    Standing.PARTY: "is a party",
    Standing.NON_PARTY: "is not a party",
    Standing.SIGNATORY: "is a signatory",
}


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """The parts of a claim for a reader; an empty part is absent from the claim."""

    who: str
    treaty: str
    what: str
    when: str
    modality: str
    said_by: str

    @property
    def line(self) -> str:
        """All parts in one line, separated by middle dots."""
        parts = (self.who, self.treaty, self.what, self.when, self.modality, self.said_by)
        return " · ".join(part for part in parts if part)


def claim_words(statement: Statement, catalogue: Namer | None = None) -> ClaimWords:
    """The statement's claim in words, names from the catalogue where there is one."""
    claim = statement.claim
    voices = [one_line(voice) for voice in statement.evidence.attributed_to]
    modality = MODALITY[statement.modality] if statement.modality is not Modality.DONE else ""
    if claim.presupposed:
        modality = "taken for granted" + (f", {modality}" if modality else "")
    return ClaimWords(
        participant_name(catalogue, claim.participant) if claim.participant else "",
        treaty_name(catalogue, claim.treaty) if claim.treaty else "",
        one_line(_what(claim, catalogue)),
        _when(claim.date),
        modality,
        f"said by {' through '.join(voices)}" if voices else "",
    )


def _when(date: PartialDate | None) -> str:
    return when(date) if date else ""


def _what(claim: Claim, catalogue: Namer | None) -> str:
    value = value_words(claim.value, catalogue)
    if claim.act is not None:
        words = noun(claim.act)
        if claim.about is not None:
            words += f" towards {claim.about.value.replace('_', ' ')}"
        if claim.body:
            words += f", {claim.body}"
        intended = isinstance(claim.value, Intended)
        return words if intended or not value else f"{words}: {value}"
    if claim.standing is not None:
        return _STANDING[claim.standing]
    return value or claim.kind.value.replace("_", " ")


def value_words(value: Value | None, catalogue: Namer | None = None) -> str:  # noqa: PLR0911
    """A claim's value in words; an empty text for None."""
    match value:
        case None:
            return ""
        case Count():
            return _count(value)
        case Tally():
            return _tally(value)
        case Threshold():
            return f"{value.votes} votes needed"
        case PeriodRule():
            start = "" if value.counted_from is CountedFrom.UNSPECIFIED else value.counted_from
            words = f"{value.period.words} from the {start}" if start else value.period.words
            return f"{words} (article {value.article})" if value.article else words
        case ForceRule():
            threshold = f"{value.threshold} instruments" if value.threshold else ""
            delay = f"{value.delay.words} later" if value.delay else ""
            return ", ".join(part for part in (threshold, delay) if part)
        case Amount():
            return _amount(value)
        case Casualties():
            return _casualties(value, catalogue)
        case Forecast():
            parts = (f"{value.likelihood}: {value.event}", value.horizon, value.condition)
            return ", ".join(part for part in parts if part)
        case Attribution():
            return f"according to {value.source}" + (
                f", by way of {value.via}" if value.via else ""
            )
        case Territorial() | UnilateralStatement():
            return _beside(value, catalogue)
        case _:
            return _further(value, catalogue)


def _beside(value: Territorial | UnilateralStatement, catalogue: Namer | None) -> str:
    if isinstance(value, Territorial):
        every = ["all territories"] if value.every else []
        return listed([*value.territories, *value.named, *every])
    about = [participant_name(catalogue, one) for one in value.about]
    articles = f"article {listed(value.articles)}" if value.articles else ""
    return ", ".join(filter(None, (articles, f"to {listed(about)}" if about else "")))


def _further(
    value: Order | Comparison | Scope | Condition | Finding | Duty | Intended | Other,
    catalogue: Namer | None,
) -> str:
    match value:
        case Order():
            others = listed(participant_name(catalogue, one) for one in value.others)
            return f"{value.relation.replace('_', ' ')} {others}".replace("same day", "same day as")
        case Comparison():
            left = f"{number(value.left)} {value.left_unit or ''}".strip()
            right = f"{number(value.right)} {value.right_unit or ''}".strip()
            return f"{left} {value.ratio} {right}"
        case Scope():
            return f"{'covers' if value.covered else 'does not cover'} {listed(value.terms)}"
        case Condition():
            return ("" if value.holds else "no ") + value.fact.replace("_", " ")
        case Finding():
            side = "accepts" if value.accepts else "does not accept"
            return f"{value.by} {side} the {value.act.replace('_', ' ')}"
        case Duty():
            until = f", until {value.until}" if value.until else ""
            return f"{value.name}{until}{f', for {value.period}' if value.period else ''}"
        case Intended():
            return value.words
        case Other():
            return f"{value.name.replace('_', ' ')}{f': {value.text}' if value.text else ''}"


def _count(value: Count) -> str:
    figure = value.text or "" if value.n is None else f"{_SIGNS.get(value.cmp, value.cmp)}{value.n}"
    words = f"{figure} {value.of.value}".strip()
    return f"{words} needed" if value.role == "threshold" else words


def _tally(value: Tally) -> str:
    votes = (
        (value.votes_for, "for"),
        (value.against, "against"),
        (value.abstain, "abstaining"),
        (value.not_voting, "not voting"),
    )
    words = ", ".join(f"{n} {name}" for n, name in votes if n is not None)
    return f"{words} of {value.seats} seats" if value.seats else words


def _amount(value: Amount) -> str:
    if value.amount is None:
        figure = value.text or "an amount"
    else:
        sign = _SIGNS.get(value.cmp, value.cmp)
        figure = f"{sign}{value.currency or ''} {number(value.amount)}".strip()
    purpose = f" for {value.purpose}" if value.purpose else ""
    return f"{figure}{purpose}{f', {value.horizon}' if value.horizon else ''}"


def _casualties(value: Casualties, catalogue: Namer | None) -> str:
    figure = value.text or "" if value.n is None else number(value.n)
    sign = _SIGNS.get(value.cmp, "") if value.n is not None else ""
    place = {None: "", "WORLD": " in the world"}.get(
        value.place, f" in {participant_name(catalogue, value.place or '')}"
    )
    share = f", {number(value.share)} %" if value.share is not None else ""
    ratio = f", {value.ratio}" if value.ratio else ""
    return f"{sign}{figure} {value.unit or value.what or 'casualties'}{place}{share}{ratio}".strip()
