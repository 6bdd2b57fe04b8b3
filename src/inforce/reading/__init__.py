"""Reading: a document's text -> statements, each grounded in its own words."""

from inforce.reading.reader import PassedOver, Reading, read

__all__ = ["PassedOver", "Reading", "read"]
