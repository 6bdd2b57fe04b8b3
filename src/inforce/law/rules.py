"""One rule for one case: none is said, two are an error that prints both places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from inforce.catalogue.model import Article, RuleState, Treaty, TreatyRules
from inforce.law.errors import NoSuchRuleError, RuleNotReadError, RulesCollideError

T = TypeVar("T")


def only(candidates: Sequence[tuple[str, T]], question: str) -> T | None:
    """The one candidate, or None; RulesCollideError names the places of two or more.

    Each candidate is (place, rule), the place as a reader would look it up.
    """
    if len(candidates) > 1:
        places = "; and ".join(place for place, _ in candidates)
        raise RulesCollideError(
            f"{question}: found {len(candidates)} rules that apply, expected one: {places}"
        )
    return candidates[0][1] if candidates else None


def rules_of(treaty: Treaty) -> TreatyRules:
    """The treaty's rules; RuleNotReadError when the catalogue only names it."""
    if treaty.rules is None:
        raise RuleNotReadError(
            f"{treaty.id}: the catalogue names the treaty, but nobody has read its rules yet"
        )
    return treaty.rules


def stated(treaty: Treaty, at: Article, *, topic: str, default: str) -> Article:
    """The article if the rule is stated; otherwise the error that says which of two it is not.

    ``default`` is what applies where the treaty has no such rule.
    """
    if at.state is RuleState.UNREAD:
        raise RuleNotReadError(f"{treaty.id}: nobody has read its rule on {topic} yet")
    if at.state is RuleState.NONE:
        raise NoSuchRuleError(f"{treaty.id}: it has no rule on {topic}; {default}")
    return at
