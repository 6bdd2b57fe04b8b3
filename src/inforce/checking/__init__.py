"""Checking: statements against the record and the law, and documents against each other."""

from inforce.checking.check import check_statement
from inforce.checking.context import Context
from inforce.checking.exchange import report_to_json
from inforce.checking.knowledge import Knowledge
from inforce.checking.model import (
    Check,
    DocumentReport,
    Event,
    Finding,
    Problem,
    Reconciled,
    Related,
    Report,
    Support,
)
from inforce.checking.relations import relate
from inforce.checking.run import check_documents, check_statements

__all__ = [
    "Check",
    "Context",
    "DocumentReport",
    "Event",
    "Finding",
    "Knowledge",
    "Problem",
    "Reconciled",
    "Related",
    "Report",
    "Support",
    "check_documents",
    "check_statement",
    "check_statements",
    "relate",
    "report_to_json",
]
