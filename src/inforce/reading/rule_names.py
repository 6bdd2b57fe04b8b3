"""The rules of reading by what they go by, in words for a reader."""

from __future__ import annotations

from collections.abc import Mapping

from inforce.record.model import Statement
from inforce.terms import ClaimKind

_OF_KIND = {
    ClaimKind.ACT: "a clause whose verb tells the act, and who does it",
    ClaimKind.STANDING: "a clause that says what a state is to the treaty",
    ClaimKind.COUNT: "a number or quantifier with the noun that it counts",
    ClaimKind.RULE: "a period, and what it is said to run from",
    ClaimKind.TALLY: "numbers for, against and abstaining",
    ClaimKind.THRESHOLD: "a number of votes that is needed",
    ClaimKind.AMOUNT: "a number with a currency",
    ClaimKind.CASUALTIES: "a number with a noun for victims or incidents",
    ClaimKind.ORDER: "a word for before or after, between two acts",
    ClaimKind.COMPARISON: "a word of comparison, between two figures",
    ClaimKind.SCOPE: "a phrase for what the treaty covers or leaves out",
    ClaimKind.FORECAST: "words of likelihood about what is to come",
    ClaimKind.ATTRIBUTION: "a verb of saying, or a phrase like it, and who says it",
}


def rule_of(statement: Statement, trace: Mapping[str, str]) -> str:
    """What the rule that yielded a statement goes by."""
    if statement.claim.presupposed:
        return "what the sentence takes for granted: who leaves was a party"
    if trace.get("words") == "noun":
        return "a noun that names the act, with its possessor and its date"
    if trace.get("words") == "rule of entry into force":
        return "a number of instruments, or a delay, on which entry into force depends"
    return _OF_KIND.get(statement.claim.kind, "a phrase that the vocabulary has no kind for")
