"""The same reading and checking over millions of documents, on one machine or on a cluster."""

from inforce.corpus.errors import CorpusError
from inforce.corpus.model import Aside, Bounds, Counts
from inforce.corpus.results import ResultFolder
from inforce.corpus.scan import Progress, ScanReport, Using, scan

__all__ = [
    "Aside",
    "Bounds",
    "CorpusError",
    "Counts",
    "Progress",
    "ResultFolder",
    "ScanReport",
    "Using",
    "scan",
]
