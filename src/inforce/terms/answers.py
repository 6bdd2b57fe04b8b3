"""What inforce answers: statuses, kinds of answer, verdicts, facets and relations."""

from __future__ import annotations

from enum import StrEnum


class StatusKind(StrEnum):
    """A participant's status under a treaty on a day."""

    NONE = "none"
    SIGNATORY = "signatory"
    CONTRACTING = "contracting"
    PARTY = "party"
    PARTY_EXIT_RUNNING = "party_exit_running"
    FORMER_PARTY = "former_party"


PARTY_STATUSES = frozenset({StatusKind.PARTY, StatusKind.PARTY_EXIT_RUNNING})
"""Statuses in which the treaty is in force for the participant (VCLT article 2(1)(g))."""

STATUS_SOURCES = {
    StatusKind.NONE: "no act of the participant in the record",
    StatusKind.SIGNATORY: "VCLT articles 10 and 18",
    StatusKind.CONTRACTING: "contracting State: VCLT article 2(1)(f)",
    StatusKind.PARTY: "VCLT article 2(1)(g)",
    StatusKind.PARTY_EXIT_RUNNING: "VCLT articles 2(1)(g), 54 and 56(2)",
    StatusKind.FORMER_PARTY: "VCLT article 70",
}
"""The article behind each status."""


class AnswerKind(StrEnum):
    """The four results a question may have."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    CONTESTED = "contested"


class UnknownBecause(StrEnum):
    """Why an answer is unknown."""

    OPEN_FACT = "an open fact"
    RECORD_ENDS = "a record that ends"
    NOT_VERIFIED = "a rule not verified"
    NO_RULE = "no rule"


class VerdictKind(StrEnum):
    """What a check says of a statement; members stand in order of gravity, gravest first."""

    CONTRADICTED = "contradicted"
    INCONSISTENT = "inconsistent"
    PREMATURE = "premature"
    TRUE_ON_OTHER_DAYS = "true_on_other_days"
    LOOSE = "loose"
    DISPUTED = "disputed"
    UNVERIFIABLE = "unverifiable"
    SUPPORTED = "supported"


GRAVITY = {kind: place for place, kind in enumerate(VerdictKind)}
"""0 is the gravest."""


class Facet(StrEnum):
    """The side of a statement that a finding is about."""

    ACT = "act"
    RUNG = "rung"
    DATE = "date"
    COUNT = "count"
    NOUN = "noun"
    SCOPE = "scope"
    ORDER = "order"
    MODALITY = "modality"
    PRESUPPOSITION = "presupposition"
    ARITHMETIC = "arithmetic"
    UNIT = "unit"
    RULE = "rule"


class Relation(StrEnum):
    """How statements of two documents (or two of one) stand to each other."""

    SAME_EVENT = "same_event"
    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    MODALITY_DIFFERS = "modality_differs"
    LATER_PARTICIPANT = "later_participant"
    SAME_SOURCE = "same_source"
