"""The typed values that claims carry, and their exchange form."""

from __future__ import annotations

from dataclasses import dataclass

from inforce.dates import Period
from inforce.record.fact_values import (
    Condition,
    Duty,
    Finding,
    Other,
    Tally,
    Territorial,
    Threshold,
    UnilateralStatement,
)
from inforce.terms import CountedFrom, CountOf

__all__ = [
    "Amount",
    "Attribution",
    "Casualties",
    "Comparison",
    "Condition",
    "Count",
    "Duty",
    "Finding",
    "ForceRule",
    "Forecast",
    "Intended",
    "Order",
    "Other",
    "PeriodRule",
    "Scope",
    "Tally",
    "Territorial",
    "Threshold",
    "UnilateralStatement",
    "Value",
]


@dataclass(frozen=True, slots=True)
class Count:
    """A number or quantifier over a treaty's participants or a group of them.

    ``n`` is None for a quantifier (``text``: most, all, none, half, dozens). ``cmp`` is one of
    ``=``, ``~``, ``>``, ``>=``, ``<``, ``<=``. ``role`` is ``threshold`` for a number needed.
    """

    n: int | None
    text: str | None = None
    of: CountOf = CountOf.PARTIES
    role: str | None = None
    cmp: str = "="


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """A period and what it is said to run from, as the text claims, right or wrong."""

    period: Period
    counted_from: CountedFrom
    article: str | None = None


@dataclass(frozen=True, slots=True)
class ForceRule:
    """A treaty's entry into force told as a rule: a delay, a threshold of instruments."""

    delay: Period | None = None
    threshold: int | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """Money. ``amount`` is in units of ``currency`` (ISO 4217); None for "hundreds of millions"."""

    amount: float | None
    currency: str | None
    text: str | None = None
    cmp: str = "="
    purpose: str | None = None
    horizon: str | None = None


@dataclass(frozen=True, slots=True)
class Casualties:
    """Persons killed or injured, incidents, or a comparison of such figures.

    ``unit`` is what is counted (``casualties``, ``killed``, ``injured``, ``incidents``);
    ``place`` is a participant id, ``WORLD``, or None where the text names none.
    """

    n: float | None = None
    what: str | None = None
    unit: str | None = None
    place: str | None = None
    ratio: str | None = None
    share: float | None = None
    text: str | None = None
    cmp: str = "="


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected, in the text's own words of likelihood."""

    likelihood: str
    event: str
    horizon: str | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said it, and through whom it came."""

    source: str
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """This act comes ``relation`` (after, before, same_day) that of ``others``."""

    relation: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``left`` is ``ratio`` (the text's word) times ``right``; the units are the text's nouns."""

    left: float
    right: float
    ratio: str
    left_unit: str | None = None
    right_unit: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What the treaty is said to cover or not to cover."""

    terms: tuple[str, ...]
    covered: bool


@dataclass(frozen=True, slots=True)
class Intended:
    """For an announced intention: the modality in which the intended act is put stands in the
    statement; ``words`` is the text's own verb ("recommended", "reviewing")."""

    words: str


Value = (
    Count
    | Tally
    | Threshold
    | PeriodRule
    | ForceRule
    | Amount
    | Casualties
    | Forecast
    | Attribution
    | Order
    | Comparison
    | Scope
    | Condition
    | Finding
    | Duty
    | Intended
    | Territorial
    | UnilateralStatement
    | Other
)
