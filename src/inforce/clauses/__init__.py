"""From a treaty's text to its rules: the final clauses, found, quoted and put as rules."""

from inforce.clauses.errors import ClausesError
from inforce.clauses.model import Clause, Part, Proposal, Quote, Reading, Topic, Unturned
from inforce.clauses.propose import propose, propose_clause

__all__ = [
    "Clause",
    "ClausesError",
    "Part",
    "Proposal",
    "Quote",
    "Reading",
    "Topic",
    "Unturned",
    "propose",
    "propose_clause",
]
