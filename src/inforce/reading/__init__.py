"""Reading: a document's text -> statements, each grounded in its own words."""

from inforce.reading.explain import Explanation, Reason, explain
from inforce.reading.reader import PassedOver, Reading, read

__all__ = ["Explanation", "PassedOver", "Reading", "Reason", "explain", "read"]
