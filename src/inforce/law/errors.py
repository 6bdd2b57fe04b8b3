"""The errors of the law room: a rule that is missing, unread or doubled is never guessed."""

from __future__ import annotations

from inforce.errors import InforceError


class LawError(InforceError):
    """A question that the law cannot answer as it was put."""


class NoSuchRuleError(LawError):
    """The treaty has no such rule; the message names the default that the VCLT gives."""


class RuleNotReadError(LawError):
    """Nobody has read this rule of the treaty yet."""


class RulesCollideError(LawError):
    """Two rules apply to one case; the message prints both places."""
