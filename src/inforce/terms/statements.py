"""What kinds of claim a statement may hold, how it is put, and the exchange vocabulary."""

from __future__ import annotations

from enum import StrEnum

from inforce.terms.acts import Act


class ClaimKind(StrEnum):
    """The kinds of claim; an act's own kind is its :class:`~inforce.terms.Act`."""

    ACT = "act"
    STANDING = "standing"
    COUNT = "count"
    RULE = "rule"
    TALLY = "tally"
    THRESHOLD = "threshold"
    AMOUNT = "amount"
    CASUALTIES = "casualties"
    ORDER = "order"
    COMPARISON = "comparison"
    SCOPE = "scope"
    FORECAST = "forecast"
    CONDITION = "condition"
    FINDING = "finding"
    ATTRIBUTION = "attribution"
    COMPLETENESS = "completeness"
    OTHER = "other"


class Modality(StrEnum):
    """How a claim is put."""

    DONE = "done"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Standing(StrEnum):
    """What a sentence says a participant is, without telling an act."""

    PARTY = "party"
    NON_PARTY = "non_party"
    SIGNATORY = "signatory"


class CountOf(StrEnum):
    """The noun of a count: what evidently is being counted."""

    PARTIES = "parties"
    SIGNED = "signed"
    SIGNATORIES = "signatories"
    RATIFIED = "ratified"
    MEMBERS = "members"
    STATES = "states"


class CountedFrom(StrEnum):
    """What a period is said to run from."""

    NOTIFICATION = "notification"
    DECISION = "decision"
    ANNOUNCEMENT = "announcement"
    EFFECTIVE = "effective"
    UNSPECIFIED = "unspecified"


class SourceKind(StrEnum):
    """Who speaks; the catalogue's order of authority for a treaty's record is by kind."""

    DEPOSITARY = "depositary"
    REGISTER = "register"
    TREATY_TEXT = "treaty_text"
    MEETING_OF_PARTIES = "meeting_of_parties"
    GOVERNMENT = "government"
    PARLIAMENT = "parliament"
    ORGANISATION = "organisation"
    DATASET = "dataset"
    OUTLET = "outlet"
    PERSON = "person"


class OutletForm(StrEnum):
    """What kind of newsroom an outlet is."""

    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    MAGAZINE = "magazine"
    PORTAL = "portal"
    AGGREGATOR = "aggregator"


class ExchangeKind(StrEnum):
    """The kinds in which statements are exchanged (``inforce read --json``)."""

    PARLIAMENT_VOTE = "parliament_vote"
    LAW_SIGNED = "law_signed"
    ANNOUNCED_INTENTION = "announced_intention"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    ACCEPTANCE_APPROVAL = "acceptance_approval"
    SUCCESSION = "succession"
    WITHDRAWAL_NOTIFIED = "withdrawal_notified"
    WITHDRAWAL_EFFECTIVE = "withdrawal_effective"
    ENTRY_INTO_FORCE = "entry_into_force"
    ENTRY_INTO_FORCE_FOR_STATE = "entry_into_force_for_state"
    SUSPENSION = "suspension"
    REVERSAL_OF_WITHDRAWAL = "reversal_of_withdrawal"
    MEMBERSHIP_COUNT = "membership_count"
    NON_PARTY = "non_party"
    VOTE_TALLY = "vote_tally"
    NOTICE_PERIOD = "notice_period"
    MONEY = "money"
    CASUALTIES = "casualties"
    FORECAST = "forecast"
    ATTRIBUTION = "attribution"
    OTHER = "other"


_EXCHANGE_OF_ACT = {
    Act.INTENTION_ANNOUNCED: ExchangeKind.ANNOUNCED_INTENTION,
    Act.PROPOSED: ExchangeKind.ANNOUNCED_INTENTION,
    Act.GOVERNMENT_APPROVED: ExchangeKind.ANNOUNCED_INTENTION,
    Act.BILL_ADOPTED: ExchangeKind.PARLIAMENT_VOTE,
    Act.LAW_SIGNED: ExchangeKind.LAW_SIGNED,
    Act.SIGNATURE: ExchangeKind.SIGNATURE,
    Act.DEFINITIVE_SIGNATURE: ExchangeKind.SIGNATURE,
    Act.RATIFICATION: ExchangeKind.RATIFICATION,
    Act.ACCEPTANCE: ExchangeKind.ACCEPTANCE_APPROVAL,
    Act.APPROVAL: ExchangeKind.ACCEPTANCE_APPROVAL,
    Act.FORMAL_CONFIRMATION: ExchangeKind.ACCEPTANCE_APPROVAL,
    Act.CONSENT_TO_BE_BOUND: ExchangeKind.RATIFICATION,
    Act.ACCESSION: ExchangeKind.ACCESSION,
    Act.SUCCESSION: ExchangeKind.SUCCESSION,
    Act.WITHDRAWAL: ExchangeKind.WITHDRAWAL_NOTIFIED,
    Act.DENUNCIATION: ExchangeKind.WITHDRAWAL_NOTIFIED,
    Act.REVOCATION: ExchangeKind.REVERSAL_OF_WITHDRAWAL,
    Act.SUSPENSION: ExchangeKind.SUSPENSION,
    Act.EXPULSION: ExchangeKind.WITHDRAWAL_EFFECTIVE,
    Act.EXIT_EFFECT: ExchangeKind.WITHDRAWAL_EFFECTIVE,
    Act.ENTRY_INTO_FORCE_FOR_PARTICIPANT: ExchangeKind.ENTRY_INTO_FORCE_FOR_STATE,
    Act.ENTRY_INTO_FORCE: ExchangeKind.ENTRY_INTO_FORCE,
}

_EXCHANGE_OF_CLAIM = {
    ClaimKind.COUNT: ExchangeKind.MEMBERSHIP_COUNT,
    ClaimKind.TALLY: ExchangeKind.VOTE_TALLY,
    ClaimKind.THRESHOLD: ExchangeKind.VOTE_TALLY,
    ClaimKind.RULE: ExchangeKind.NOTICE_PERIOD,
    ClaimKind.AMOUNT: ExchangeKind.MONEY,
    ClaimKind.CASUALTIES: ExchangeKind.CASUALTIES,
    ClaimKind.FORECAST: ExchangeKind.FORECAST,
    ClaimKind.ATTRIBUTION: ExchangeKind.ATTRIBUTION,
}


def exchange_kind(kind: ClaimKind, act: Act | None, standing: Standing | None) -> ExchangeKind:
    """The exchange kind of a claim; what the vocabulary lacks is OTHER."""
    if kind is ClaimKind.ACT and act is not None:
        return _EXCHANGE_OF_ACT.get(act, ExchangeKind.OTHER)
    if kind is ClaimKind.STANDING and standing is Standing.NON_PARTY:
        return ExchangeKind.NON_PARTY
    return _EXCHANGE_OF_CLAIM.get(kind, ExchangeKind.OTHER)
