"""The record: what the statements known by a day add up to, and where statements are kept.

The store is in :mod:`inforce.record.store`, the ways in for people's own statements in
:mod:`inforce.record.importing`; both are imported only by who needs them.
"""

from inforce.record.adjudicate import adjudicate
from inforce.record.build import record_of, store_path
from inforce.record.decisions import Decision
from inforce.record.model import Claim, Evidence, Recorded, Statement
from inforce.record.view import AdjudicatedAct, TreatyRecord

__all__ = [
    "AdjudicatedAct",
    "Claim",
    "Decision",
    "Evidence",
    "Recorded",
    "Statement",
    "TreatyRecord",
    "adjudicate",
    "record_of",
    "store_path",
]
