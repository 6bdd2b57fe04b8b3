"""Two readings of one document side by side: where they agree, differ, or stand alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inforce.catalogue.lookup import fold
from inforce.record.model import Claim, Statement
from inforce.record.values import Attribution
from inforce.terms import CONSENTS, ClaimKind, ExchangeKind

_CONSENTS = frozenset(
    kind
    for kind in (
        Claim(ClaimKind.ACT, act=act).exchange for act in sorted(CONSENTS, key=lambda a: a.value)
    )
    if kind is not ExchangeKind.OTHER
)


class Agreement(StrEnum):
    """How a statement of one reader stands to those of the other."""

    SAME = "same"
    DIFFERS = "differs"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Compared:
    """A claim as each reader told it; None where one of them did not.

    ``differs`` names what is not the same: date, value, modality.
    """

    left: Statement | None
    right: Statement | None
    differs: tuple[str, ...] = ()

    @property
    def agreement(self) -> Agreement:
        """Whether both told it, and alike."""
        if self.left is None or self.right is None:
            return Agreement.ALONE
        return Agreement.DIFFERS if self.differs else Agreement.SAME

    def to_json(self) -> dict[str, Any]:
        """The pair as the exchange has it; the left is the deterministic reader's."""
        return {
            "agreement": self.agreement.value,
            "differs": list(self.differs),
            "deterministic": self.left.to_json() if self.left else None,
            "model": self.right.to_json() if self.right else None,
        }


def compare(left: Iterable[Statement], right: Iterable[Statement]) -> tuple[Compared, ...]:
    """The statements of two readings, each told by both beside its nearest counterpart.

    Two statements are of one matter when kind, participant and treaty agree; the four ways of
    consenting count as one kind. Mentions beyond the first few are paired in order, the same
    before those that differ. What a sentence takes for granted, and the kinds that the exchange
    has no name for, are left out: only one kind of reader tells them.
    """
    pools: dict[tuple[str | None, ...], tuple[list[Statement], list[Statement]]]
    pools = defaultdict(lambda: ([], []))
    for side, statements in enumerate((left, right)):
        for statement in statements:
            if _told(statement):
                pools[_matter(statement)][side].append(statement)
    found = [pair for ours, theirs in pools.values() for pair in _paired(ours, theirs)]
    return tuple(sorted(found, key=_place))


def _paired(left: list[Statement], right: list[Statement]) -> Iterator[Compared]:
    """Pairs of one matter; a second mention of a claim is no claim of its own."""
    ours, theirs = _claims(left), _claims(right)
    for most in range(4):
        for one in list(ours):
            fits = [other for other in theirs if len(_differences(one, other)) == most]
            if fits:
                yield Compared(one, fits[0], _differences(one, fits[0]))
                ours.remove(one)
                theirs.remove(fits[0])
    yield from (Compared(one, None) for one in ours)
    yield from (Compared(None, other) for other in theirs)


def _claims(statements: list[Statement]) -> list[Statement]:
    """The first mention of each claim."""
    firsts: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        claim = statement.claim
        firsts.setdefault((claim.date, claim.value, statement.modality), statement)
    return list(firsts.values())


def _differences(one: Statement, other: Statement) -> tuple[str, ...]:
    parts = (
        ("date", one.claim.date, other.claim.date),
        ("value", one.to_json()["value"], other.to_json()["value"]),
        ("modality", one.modality, other.modality),
    )
    return tuple(name for name, ours, theirs in parts if ours != theirs)


def _told(statement: Statement) -> bool:
    return not statement.claim.presupposed and statement.claim.exchange is not ExchangeKind.OTHER


def _matter(statement: Statement) -> tuple[str | None, ...]:
    claim = statement.claim
    kind = "consent" if claim.exchange in _CONSENTS else claim.exchange.value
    source = fold(claim.value.source) if isinstance(claim.value, Attribution) else None
    return kind, claim.participant, claim.treaty, source


def _place(pair: Compared) -> tuple[int, str]:
    statement = pair.left or pair.right
    if statement is None:
        return 0, ""
    return statement.evidence.start or 0, statement.claim.exchange.value
