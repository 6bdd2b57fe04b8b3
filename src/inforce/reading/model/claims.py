"""A model's statement as a claim: its kind, names and date against our own vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from inforce.dates import DateError, PartialDate
from inforce.errors import InforceError
from inforce.reading.model.schema import KINDS
from inforce.reading.model.values import NotAValueError, text_of, value_of
from inforce.record.model import Claim
from inforce.record.values import Threshold
from inforce.terms import Act, ClaimKind, Modality, Standing

if TYPE_CHECKING:
    from inforce.catalogue.catalogue import Catalogue

NOT_OF_THE_SCHEMA = "not of the schema"
UNKNOWN_PARTICIPANT = "with a participant that the catalogue does not know"
NO_DATE = "with a date that is none"
NO_VALUE = "with a value that its kind does not have"
CLAIMS_NOTHING = "without anybody or any treaty that it could be about"

_ACTS = {
    "parliament_vote": Act.BILL_ADOPTED,
    "law_signed": Act.LAW_SIGNED,
    "announced_intention": Act.INTENTION_ANNOUNCED,
    "signature": Act.SIGNATURE,
    "ratification": Act.RATIFICATION,
    "accession": Act.ACCESSION,
    "acceptance_approval": Act.ACCEPTANCE,
    "succession": Act.SUCCESSION,
    "withdrawal_notified": Act.WITHDRAWAL,
    "withdrawal_effective": Act.EXIT_EFFECT,
    "entry_into_force": Act.ENTRY_INTO_FORCE,
    "entry_into_force_for_state": Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT,
    "suspension": Act.SUSPENSION,
    "reversal_of_withdrawal": Act.REVOCATION,
}
_CLAIMS = {
    "membership_count": ClaimKind.COUNT,
    "vote_tally": ClaimKind.TALLY,
    "notice_period": ClaimKind.RULE,
    "money": ClaimKind.AMOUNT,
    "casualties": ClaimKind.CASUALTIES,
    "forecast": ClaimKind.FORECAST,
    "attribution": ClaimKind.ATTRIBUTION,
}
_TOWARD = {"withdrawal": Act.WITHDRAWAL, "joining": Act.CONSENT_TO_BE_BOUND}
_STEPS = frozenset({Act.INTENTION_ANNOUNCED, Act.BILL_ADOPTED, Act.LAW_SIGNED})
_OF_TREATIES = frozenset({Act.ENTRY_INTO_FORCE})
_NO_TREATY = frozenset(
    {ClaimKind.AMOUNT, ClaimKind.CASUALTIES, ClaimKind.FORECAST, ClaimKind.ATTRIBUTION}
)
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


class DroppedError(ValueError):
    """A statement that cannot be kept; its text is one of the reasons above."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and the modality in which a model put it."""

    claim: Claim
    modality: Modality


def claimed(told: Mapping[str, Any], catalogue: Catalogue) -> Claimed:
    """The claim of one statement of an answer. Raises DroppedError with the reason."""
    kind = told.get("kind")
    try:
        modality = Modality(told.get("modality", ""))
        toward = _TOWARD.get(text_of(told.get("toward")) or "")
    except ValueError as error:
        raise DroppedError(NOT_OF_THE_SCHEMA) from error
    if not isinstance(kind, str) or kind not in KINDS:
        raise DroppedError(NOT_OF_THE_SCHEMA)
    if kind == "announced_intention" and modality is Modality.DONE:
        raise DroppedError(NOT_OF_THE_SCHEMA)
    try:
        value = value_of(kind, told.get("value"))
    except NotAValueError as error:
        raise DroppedError(NO_VALUE) from error
    act = _ACTS.get(kind)
    if act is Act.INTENTION_ANNOUNCED and modality is Modality.PROPOSED:
        act = Act.PROPOSED
    claim = Claim(
        ClaimKind.ACT if act else _CLAIMS.get(kind, ClaimKind.STANDING),
        _participant(told.get("participant"), catalogue),
        _treaty(told.get("treaty"), catalogue),
        _date(told.get("date")),
        act=act,
        standing=Standing.NON_PARTY if kind == "non_party" else None,
        about=toward or Act.WITHDRAWAL if act in _STEPS or act is Act.PROPOSED else None,
        value=value,
    )
    if isinstance(value, Threshold):
        claim = replace(claim, kind=ClaimKind.THRESHOLD)
    _about_something(claim)
    return Claimed(claim, modality)


def _about_something(claim: Claim) -> None:
    personal = claim.kind is ClaimKind.STANDING or (
        claim.kind is ClaimKind.ACT and claim.act not in _OF_TREATIES
    )
    if personal and not claim.participant:
        raise DroppedError(CLAIMS_NOTHING)
    if claim.treaty is None and claim.kind not in _NO_TREATY:
        raise DroppedError(CLAIMS_NOTHING)


def _participant(told: object, catalogue: Catalogue) -> str | None:
    try:
        name = text_of(told)
    except NotAValueError as error:
        raise DroppedError(NOT_OF_THE_SCHEMA) from error
    if name is None:
        return None
    for ask in (catalogue.participant, catalogue.group):
        try:
            return str(ask(name).id)
        except InforceError:
            continue
    raise DroppedError(UNKNOWN_PARTICIPANT)


def _treaty(told: object, catalogue: Catalogue) -> str | None:
    """The catalogue's id, or for a treaty that it does not hold a name in the style of one."""
    try:
        name = text_of(told)
    except NotAValueError as error:
        raise DroppedError(NOT_OF_THE_SCHEMA) from error
    if name is None:
        return None
    try:
        return catalogue.treaty(name).id
    except InforceError:
        styled = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60].strip("-")
        if not _NAME.fullmatch(styled):
            raise DroppedError(NOT_OF_THE_SCHEMA) from None
        return styled


def _date(told: object) -> PartialDate | None:
    if told is None or told == "":
        return None
    if not isinstance(told, str) or len(told) > 40:
        raise DroppedError(NO_DATE)
    try:
        return PartialDate.parse(told)
    except DateError as error:
        raise DroppedError(NO_DATE) from error
