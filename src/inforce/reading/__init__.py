"""Reading: a document's text -> statements, each grounded in its own words."""

from inforce.reading.errors import ReadingError
from inforce.reading.explain import Explanation, Reason, explain
from inforce.reading.reader import PassedOver, Reading, read
from inforce.reading.readers import DeterministicReader, Reader

__all__ = [
    "DeterministicReader",
    "Explanation",
    "PassedOver",
    "Reader",
    "Reading",
    "ReadingError",
    "Reason",
    "explain",
    "read",
]
